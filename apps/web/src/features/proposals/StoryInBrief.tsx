import { Link } from 'react-router';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import { paths } from '../../paths';
import { DateText } from '../../ui/DateText';
import { Icon } from '../../ui/Icon';
import { plural } from '../../ui/numbers';
import { Thread } from '../../ui/Thread';

const StoryInBriefFragment = graphql(`
  fragment StoryInBrief on Story {
    id
    standing
    steps {
      state
      title
      at
      dueOn
      overdueDays
    }
  }
`);

/** The story in the margin: where it stands, the latest step, what is next, and the way to all of it. */
export function StoryInBrief({ story }: { story: FragmentType<typeof StoryInBriefFragment> }) {
  const { id, standing, steps } = getFragmentData(StoryInBriefFragment, story);
  const latest = steps.filter(({ state }) => state === 'done').at(-1);
  const owed = steps.find(({ state }) => state !== 'done');
  return (
    <section aria-labelledby="story">
      <h2 id="story" className="mb-3">
        Its story
      </h2>
      <Thread>
        <p>{standing}</p>
        {latest && (
          <p className="mt-2 text-small">
            <span className="text-ink-2">Latest: </span>
            <b>{latest.title}</b>
            {latest.at && (
              <>
                , <DateText iso={latest.at} />
              </>
            )}
          </p>
        )}
        {owed && (
          <p className="mt-1 text-small">
            <span className="text-ink-2">Next: </span>
            <b>{owed.title}</b>
            {owed.dueOn && (
              <>
                , by <DateText iso={owed.dueOn} />
              </>
            )}
            {owed.overdueDays > 0 && (
              <span className="font-[650] text-error">
                {' '}
                <Icon name="clock" /> {plural(owed.overdueDays, 'day')} overdue
              </span>
            )}
          </p>
        )}
        <p className="mt-1">
          <Link to={paths.story(id)} className="inline-flex min-h-11 items-center">
            Read its whole story
          </Link>
        </p>
      </Thread>
    </section>
  );
}
