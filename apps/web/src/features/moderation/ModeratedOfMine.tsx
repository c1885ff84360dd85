import { Link } from 'react-router';
import { type FragmentType, getFragmentData } from '../../graphql/generated';
import { paths } from '../../paths';
import { DateText } from '../../ui/DateText';
import { SectionHead } from '../../ui/PageHeader';
import { LoggedActFragment, type OwnActFragment } from './fragments';
import { OwnAct } from './OwnAct';

type Act = FragmentType<typeof LoggedActFragment> & FragmentType<typeof OwnActFragment>;

/** What moderators did to what one sent, and to oneself: each as it was told, with the way to appeal. */
export function ModeratedOfMine({ acts }: { acts: readonly Act[] }) {
  if (acts.length === 0) return null;
  return (
    <section aria-labelledby="moderated" className="mb-12">
      <SectionHead id="moderated" first title="What moderators did" />
      <ul className="border-t-2 border-ink">
        {acts.map((act) => (
          <Item key={getFragmentData(LoggedActFragment, act).id} act={act} />
        ))}
      </ul>
    </section>
  );
}

function Item({ act }: { act: Act }) {
  const { title, at, contribution } = getFragmentData(LoggedActFragment, act);
  return (
    <li className="border-b border-rule py-5">
      <h3 className="text-[1.25rem]">{title}</h3>
      <p className="mb-2 text-small text-ink-2">
        <DateText iso={at} style="year" />
        {contribution && (
          <>
            , <Link to={paths.story(contribution.id)}>the story of what it is about</Link>
          </>
        )}
      </p>
      <OwnAct act={act} />
    </li>
  );
}
