import { useQuery } from '@apollo/client/react';
import { INTERESTS } from '@clarion/deliberation';
import { useState } from 'react';
import { Link } from 'react-router';
import { InterestsPanel } from '../features/accounts/InterestsPanel';
import { useViewer, type Viewer } from '../features/accounts/viewer';
import { ModeratedOfMine } from '../features/moderation/ModeratedOfMine';
import { OwnReports } from '../features/moderation/OwnReports';
import { SuspendedNotice } from '../features/moderation/SuspendedNotice';
import { OwnVotes } from '../features/record/OwnVotes';
import { ReceiptLine } from '../features/record/ReceiptLine';
import { AnswersToJudge } from '../features/story/AnswersToJudge';
import { SentList } from '../features/story/SentList';
import { graphql } from '../graphql/generated';
import type { MineQuery } from '../graphql/generated/graphql';
import { paths } from '../paths';
import { Button, ButtonLink } from '../ui/Button';
import { Chip } from '../ui/Chip';
import { DateText } from '../ui/DateText';
import { formatNumber, plural } from '../ui/numbers';
import { PageBody } from '../ui/PageBody';
import { PageHeader, SectionHead } from '../ui/PageHeader';
import { QueryState } from '../ui/QueryState';
import { useSignInHere } from '../ui/SignInFirst';
import { EmptyState } from '../ui/states';

const MineDocument = graphql(`
  query Mine {
    mine {
      sent {
        createdAt
        ...SentItem
      }
      changedSinceVote {
        id
        statement
        consultation {
          id
          title
        }
        myVote {
          choice
        }
      }
      answersToJudge {
        ...AnswerToJudge
      }
      reports {
        id
        ...OwnReport
      }
      moderated {
        id
        ...OwnAct
        ...LoggedAct
      }
      voted {
        votes
        consultation {
          id
          title
          proposalCount
          votesUntil
          viewerMay
        }
      }
    }
  }
`);

type Mine = NonNullable<MineQuery['mine']>;

export default function MinePage() {
  const viewer = useViewer();
  const signIn = useSignInHere();
  const { data, error, refetch } = useQuery(MineDocument, { skip: !viewer });
  const mine = data?.mine;
  return (
    <PageBody
      aside={mine && viewer ? <Aside mine={mine} viewer={viewer} onSaved={refetch} /> : undefined}
    >
      <PageHeader title="Mine">
        <p>What you sent, what happened to it, and what waits for you.</p>
      </PageHeader>
      {viewer === null && (
        <EmptyState
          title="Sign in to see what happened to what you sent"
          action={<ButtonLink to={signIn}>Sign in</ButtonLink>}
        >
          Everything that is public can be read without signing in.
        </EmptyState>
      )}
      {viewer !== null && !mine && (
        <QueryState what="what you sent" error={error} onRetry={() => void refetch()} lines={8} />
      )}
      {mine && (
        <>
          <SuspendedNotice />
          <ModeratedOfMine acts={mine.moderated} />
          <AnswersToJudge answers={mine.answersToJudge} />
          <ChangedSinceVote mine={mine} />
          <Sent mine={mine} />
          <OwnVotes />
          <OwnReports reports={mine.reports} />
        </>
      )}
    </PageBody>
  );
}

const voted = { agree: 'You agreed', disagree: 'You disagreed', pass: 'You passed' };

function ChangedSinceVote({ mine: { changedSinceVote } }: { mine: Mine }) {
  if (changedSinceVote.length === 0) return null;
  return (
    <section aria-labelledby="changed" className="mb-12">
      <SectionHead id="changed" first title="Changed since you voted" />
      <p className="-mt-2 mb-3 text-small text-ink-2">
        Your vote stands, marked as a vote on the earlier words, until you keep or change it.
      </p>
      <ul className="border-t-2 border-ink">
        {changedSinceVote.map(({ id, statement, consultation, myVote }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-rule py-4"
          >
            <div className="min-w-[14rem] flex-1">
              <p className="font-[650]">{statement}</p>
              <p className="text-small text-ink-2">
                {myVote?.choice && `${voted[myVote.choice]} with the earlier words. `}
                {consultation.title}
              </p>
            </div>
            <ButtonLink to={paths.proposal(id)} variant="line" size="small">
              Keep or change my vote<span className="sr-only">: {statement}</span>
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sent({ mine: { sent } }: { mine: Mine }) {
  return (
    <section aria-labelledby="sent">
      <SectionHead
        id="sent"
        first
        title="What I sent"
        more={<Link to={paths.count()}>Nothing is lost: the public count</Link>}
      />
      {sent.length === 0 ? (
        <EmptyState
          title="You have not sent anything yet"
          action={<ButtonLink to={paths.discuss()}>See what is being discussed</ButtonLink>}
        >
          A proposal, a comment or evidence that you send stands here, with everything that happens
          to it.
        </EmptyState>
      ) : (
        <SentList
          items={sent}
          below={(id, title) => <ReceiptLine contributionId={id} title={title} />}
        />
      )}
    </section>
  );
}

interface AsideProps {
  mine: Mine;
  viewer: Viewer;
  onSaved: () => Promise<unknown>;
}

function Aside({ mine: { voted: progress }, viewer, onSaved }: AsideProps) {
  const [isChanging, setChanging] = useState(false);
  const names = INTERESTS.filter(({ key }) => viewer.interests.includes(key));
  return (
    <>
      <section aria-labelledby="how-far">
        <h2 id="how-far">How far I got</h2>
        {progress.length === 0 ? (
          <p className="mt-2 text-small">
            You have not voted yet. <Link to={paths.consultations()}>Choose a consultation</Link>:
            three minutes are ten statements.
          </p>
        ) : (
          <ul className="mt-2 border-t border-rule">
            {progress.map((one) => (
              <Progress key={one.consultation.id} progress={one} />
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="interests">
        <h2 id="interests">My interests</h2>
        {isChanging ? (
          <div className="mt-3">
            <InterestsPanel onClose={() => setChanging(false)} onSaved={() => void onSaved()} />
          </div>
        ) : (
          <>
            <p className="my-2 flex flex-wrap gap-2">
              {names.map(({ key, name }) => (
                <Chip key={key}>{name}</Chip>
              ))}
              {names.length === 0 && (
                <span className="text-small">You have not chosen any yet.</span>
              )}
            </p>
            <Button variant="line" size="small" onClick={() => setChanging(true)}>
              {names.length === 0 ? 'Choose what I care about' : 'Change my interests'}
            </Button>
          </>
        )}
      </section>
    </>
  );
}

function Progress({ progress: { votes, consultation } }: { progress: Mine['voted'][number] }) {
  const { id, title, proposalCount, votesUntil, viewerMay } = consultation;
  const isLeft = viewerMay.includes('vote') && votes < proposalCount;
  return (
    <li className="border-b border-rule py-3 text-small">
      <Link to={paths.consultation(id)} className="font-[650]">
        {title}
      </Link>
      <p className="mt-0.5 text-ink-2 tabular-nums">
        {formatNumber(votes)} of {plural(proposalCount, 'statement')}
        {isLeft && (
          <>
            , open until <DateText iso={votesUntil} style="short" />
          </>
        )}
      </p>
      {isLeft && (
        <Link to={paths.vote(id)} className="inline-flex min-h-11 items-center">
          Go on voting<span className="sr-only"> in {title}</span>
        </Link>
      )}
      {viewerMay.includes('prioritise') && (
        <Link to={paths.priorities(id)} className="flex min-h-11 items-center">
          What matters most to me<span className="sr-only"> in {title}</span>
        </Link>
      )}
    </li>
  );
}
