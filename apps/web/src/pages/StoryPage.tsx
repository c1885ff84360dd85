import { useQuery } from '@apollo/client/react';
import { Link, useParams } from 'react-router';
import { saveCalendar } from '../features/consultations/calendar';
import { HiddenPlace } from '../features/moderation/HiddenPlace';
import { StoryTold } from '../features/story/StoryTold';
import { promisedDays } from '../features/story/steps';
import { VerdictForm, VerdictsTable } from '../features/story/VerdictForm';
import { graphql } from '../graphql/generated';
import type { StoryQuery } from '../graphql/generated/graphql';
import { paths } from '../paths';
import { Button } from '../ui/Button';
import { PageBody } from '../ui/PageBody';
import { PageHeader } from '../ui/PageHeader';
import { QueryState } from '../ui/QueryState';
import { NotFoundPage } from './NotFoundPage';

const StoryDocument = graphql(`
  query Story($id: ID!) {
    story(contributionId: $id) {
      id
      title
      byline
      standing
      item {
        __typename
        ... on Proposal {
          id
          isMine
          hidden {
            ...HiddenPlace
          }
        }
        ... on Comment {
          id
          isMine
          hidden {
            ...HiddenPlace
          }
          commentOn: proposal {
            id
          }
        }
        ... on Evidence {
          id
          hidden {
            ...HiddenPlace
          }
          informs: consultation {
            id
          }
        }
        ... on Decision {
          id
          answerTo: proposal {
            id
          }
        }
      }
      steps {
        kind
        state
        title
        dueOn
        ...ToldStep
      }
      decision {
        id
        mayAnswer
        ...JudgedDecision
      }
    }
  }
`);

type Story = NonNullable<StoryQuery['story']>;

/** Where the contribution itself stands, and what it is called. */
function placeOf({ item }: Story): { to: string; name: string } {
  switch (item.__typename) {
    case 'Proposal':
      return { to: paths.proposal(item.id), name: 'the proposal and its discussion' };
    case 'Comment':
      return {
        to: paths.proposal(item.commentOn.id, { comment: item.id }),
        name: 'the comment in its thread',
      };
    case 'Evidence':
      return { to: paths.evidence(item.informs.id, {}, item.id), name: 'the evidence' };
    case 'Decision':
      return { to: paths.proposal(item.answerTo.id), name: 'the answer on the proposal' };
  }
}

const kinds = {
  Proposal: 'a proposal',
  Comment: 'a comment',
  Evidence: 'a piece of evidence',
  Decision: 'an answer',
};

function isMine({ item }: Story): boolean {
  return 'isMine' in item && item.isMine;
}

export default function StoryPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(StoryDocument, { variables: { id } });
  const story = data?.story;
  if (story === null) return <NotFoundPage what="story" />;
  if (!story) {
    return (
      <PageBody>
        <PageHeader title="The story" />
        <QueryState what="the story" error={error} onRetry={() => void refetch()} lines={7} />
      </PageBody>
    );
  }
  const { title, byline, steps, decision, item } = story;
  const place = placeOf(story);
  return (
    <PageBody aside={<Aside story={story} />}>
      <PageHeader
        size="quote"
        over={
          isMine(story) ? (
            <>
              The story of what you sent. <Link to={paths.mine()}>All that you sent</Link>
            </>
          ) : (
            `The story of ${kinds[item.__typename]}`
          )
        }
        title={shownTitle(title)}
        documentTitle={`The story of: ${shownTitle(title)}`}
      >
        <p className="text-small text-ink-2 desk:text-body">{byline}</p>
        <p className="desk:hidden">
          <b>Where it stands:</b> {story.standing}
        </p>
        <p>
          <Link to={place.to} className="inline-flex min-h-11 items-center">
            Read {place.name}
          </Link>
        </p>
      </PageHeader>
      {'hidden' in item && item.hidden && (
        <div className="mb-6">
          <HiddenPlace hidden={item.hidden} contributionId={story.id} isMine={isMine(story)} />
        </div>
      )}
      <div className="border-t border-rule pt-6">
        <StoryTold steps={steps} />
      </div>
      {decision?.mayAnswer && (
        <div className="mt-4 max-w-measure">
          <VerdictForm decision={decision} />
        </div>
      )}
    </PageBody>
  );
}

const MOST = 260;

/** Long comments and those taken back still need a heading. */
function shownTitle(title: string): string {
  const line = title.replace(/\s+/g, ' ').trim();
  if (line === '') return 'A comment that its author took back';
  return line.length > MOST ? `${line.slice(0, MOST).trimEnd()} …` : line;
}

function Aside({ story }: { story: Story }) {
  const { id, title, standing, steps, decision } = story;
  const days = promisedDays(steps);
  const save = () =>
    saveCalendar(
      'clarion-story',
      days.map(({ kind, dueOn, title: what }) => ({
        uid: `${id}-${kind}-${dueOn}@clarion`,
        day: dueOn,
        title: `${what}: ${shownTitle(title)}`,
        url: `${window.location.origin}${paths.story(id)}`,
      })),
    );
  return (
    <>
      <section className="max-desk:hidden">
        <h2>Where it stands</h2>
        <p className="mt-2">{standing}</p>
      </section>
      {decision && (
        <section aria-label="How those who backed it took the answer">
          <VerdictsTable decision={decision} />
        </section>
      )}
      {days.length > 0 && (
        <section>
          <h2>Follow it</h2>
          <div className="mt-2">
            <Button variant="line" size="small" icon="calendar" onClick={save}>
              Add the dates to my calendar
            </Button>
          </div>
        </section>
      )}
    </>
  );
}
