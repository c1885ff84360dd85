import { phaseAllows } from '@clarion/deliberation';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import type { Choice } from '../../graphql/generated/graphql';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { Choices } from '../../ui/Choices';
import { Notice } from '../../ui/Notice';
import { SectionHead } from '../../ui/PageHeader';
import { Skeleton } from '../../ui/states';
import { VoteBar } from '../../ui/VoteBar';
import { useTallyNews } from './useTallyNews';
import { useVote, VoteStateFragment } from './useVote';

const WordDiff = lazy(() => import('../../ui/WordDiff'));

const VoteHereFragment = graphql(`
  fragment VoteHere on Proposal {
    id
    version
    statement
    status
    isMine
    viewerMay
    ...VoteState
    versions {
      version
      statement
      reason
    }
    consultation {
      id
      phase
      votesUntil
      rules {
        votesMayChange
      }
    }
  }
`);

interface Props {
  proposal: FragmentType<typeof VoteHereFragment>;
  /** Why the viewer may not vote here, in words; a way to sign in for nobody. */
  refusedBecause: ReactNode;
}

const said: Record<Choice, string> = {
  agree: 'You agree.',
  disagree: 'You disagree.',
  pass: 'You passed.',
};

/** Agree, disagree or pass on the page of the proposal itself, and how others voted. */
export function VoteHere({ proposal, refusedBecause }: Props) {
  const one = getFragmentData(VoteHereFragment, proposal);
  const { tally, tallyHidden, myVote } = getFragmentData(VoteStateFragment, one);
  const { vote, fault, pending } = useVote();
  const [isChanging, setChanging] = useState(false);
  const choice = myVote?.choice ?? null;
  useTallyNews(one.id, tallyHidden || !phaseAllows(one.consultation.phase, 'vote'));
  const mayVote = one.viewerMay.includes('vote');
  const { votesMayChange } = one.consultation.rules;
  const isEarlier = Boolean(choice && myVote?.isOnEarlierVersion);
  const answer = async (next: Choice | null) => {
    if (pending || (next === choice && !isEarlier)) return;
    if (!(await vote(one.id, next))) return;
    setChanging(false);
    announce(next ? `Counted. ${said[next]}` : 'Your vote was taken back.');
  };
  const showsChoices = mayVote && (!choice || votesMayChange) && (!isEarlier || isChanging);
  return (
    <section aria-labelledby="vote">
      <SectionHead id="vote" title="Do you agree?" />
      {mayVote && choice && isEarlier && !isChanging && (
        <Changed
          choice={choice}
          before={one.versions.find(({ version }) => version === myVote?.version)?.statement}
          after={one.statement}
          reason={one.versions.find(({ version }) => version === one.version)?.reason}
          mayChange={votesMayChange}
          onKeep={() => answer(choice)}
          onChange={() => setChanging(true)}
        />
      )}
      {showsChoices && (
        <Choices compact chosen={choice} onChoose={answer} legend="Do you agree with it?" />
      )}
      {!mayVote && refusedBecause}
      {fault && (
        <div className="mt-3">
          <Notice tone="error" live title={fault} />
        </div>
      )}
      {choice && !(isEarlier && mayVote) && (
        <p className="mt-2 flex flex-wrap items-center gap-x-2 text-small text-ink-2">
          <span>
            {said[choice]}
            {isEarlier && ' You said so to earlier words.'} Nobody else can see that.
            {mayVote && !votesMayChange && ' Votes cannot be changed in this consultation.'}
          </span>
          {mayVote && votesMayChange && (
            <Button
              variant="bare"
              size="small"
              icon="undo"
              className="-ml-2.5"
              onClick={() => answer(null)}
            >
              Take my vote back
            </Button>
          )}
        </p>
      )}
      <div className="mt-5">
        <VoteBar counts={tally} hiddenBecause={hiddenWhy(tallyHidden, mayVote)} />
      </div>
    </section>
  );
}

function hiddenWhy(isHidden: boolean, mayVote: boolean): string | undefined {
  if (!isHidden || mayVote) return undefined;
  return 'How people voted is shown to those who have voted, and to everybody when voting ends.';
}

interface ChangedProps {
  choice: Choice;
  before: string | undefined;
  after: string;
  reason: string | null | undefined;
  mayChange: boolean;
  onKeep: () => void;
  onChange: () => void;
}

/** The words changed after they voted: what changed, and keep or change. */
function Changed({ choice, before, after, reason, mayChange, onKeep, onChange }: ChangedProps) {
  return (
    <Notice tone="warning" title="The words changed since you voted">
      {before && before !== after ? (
        <Suspense fallback={<Skeleton lines={2} />}>
          <WordDiff before={before} after={after} />
        </Suspense>
      ) : (
        <p>The statement is the same; the case for it was changed.</p>
      )}
      {reason && <p>The author’s reason: {reason}</p>}
      <p>{said[choice]} Your vote counts for the earlier words until you say so again.</p>
      <div className="flex flex-wrap gap-3 pt-1">
        <Button size="small" onClick={onKeep}>
          Keep: {choice}
        </Button>
        {mayChange && (
          <Button size="small" variant="line" onClick={onChange}>
            Change my vote
          </Button>
        )}
      </div>
    </Notice>
  );
}
