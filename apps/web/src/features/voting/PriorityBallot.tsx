import { useFragment } from '@apollo/client/react';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useConnection } from '../../graphql/connection';
import { graphql } from '../../graphql/generated';
import { announce } from '../../ui/announce';
import { Notice } from '../../ui/Notice';
import { listOf } from '../../ui/numbers';
import { toast } from '../../ui/toast';
import { BallotState } from './BallotState';
import { forgetBallot, keepBallot, useKeptBallot } from './ballotQueue';
import { ChosenCount } from './ChosenCount';
import { ChosenList } from './ChosenList';
import { type Chosen, choose, letGo } from './choosing';

const CastBallotFragment = graphql(`
  fragment CastBallot on Consultation {
    id
    priorityBallot {
      size
      isCast
      ballotsCast
      proposals {
        id
        statement
      }
      dropped {
        id
        statement
      }
    }
  }
`);

interface Props {
  consultation: { id: string; title: string; votesUntil: string };
  memberId: string;
  votesMayChange: boolean;
  /** What becomes of it, below the list of what is chosen. */
  after: ReactNode;
  /** The list to choose from. */
  children: (from: {
    chosen: readonly Chosen[];
    isFull: boolean;
    onPress?: (item: Chosen, button: HTMLElement) => void;
  }) => ReactNode;
}

/**
 * What matters most to somebody: the list of it, and beside it what can be chosen. A change is kept in
 * this browser and sent at once; where a vote is final it waits for a press.
 */
export function PriorityBallot(props: Props) {
  const { consultation, memberId, votesMayChange, after, children } = props;
  const { id, title, votesUntil } = consultation;
  const { data, complete } = useFragment({
    fragment: CastBallotFragment,
    fragmentName: 'CastBallot',
    from: { __typename: 'Consultation', id },
  });
  const kept = useKeptBallot(memberId, id);
  const isOnline = useConnection() === 'fine';
  const hold = useSteadyView();
  if (!complete) return null;

  const ballot = data.priorityBallot;
  const { size } = ballot;
  const chosen: readonly Chosen[] = kept?.chosen ?? ballot.proposals;
  const isFinal = !votesMayChange && ballot.isCast;
  const isFull = chosen.length >= size;
  const save = (next: readonly Chosen[], state: 'draft' | 'waiting') =>
    keepBallot(memberId, {
      consultationId: id,
      title,
      chosen: next.map(({ id: each, statement }) => ({ id: each, statement })),
      at: Date.now(),
      state,
      refusal: null,
    });
  const change = (next: readonly Chosen[]) => {
    if (next !== chosen) save(next, votesMayChange ? 'waiting' : 'draft');
  };
  const press = (item: Chosen, button: HTMLElement) => {
    hold(button);
    const isOn = chosen.some((one) => one.id === item.id);
    if (!isOn && isFull) {
      toast(`You have chosen ${size}, which is the most. Remove one to choose another.`);
      return;
    }
    const next = isOn ? letGo(chosen, item.id) : choose(chosen, item, size);
    announce(`${isOn ? 'Removed' : 'Chosen'}. ${next.length} of ${size} chosen.`);
    change(next);
  };
  return (
    <div className="grid items-start gap-x-12 gap-y-8 desk:grid-cols-[minmax(0,25rem)_minmax(0,1fr)]">
      <section
        aria-labelledby="your-choice"
        className="slip max-desk:py-5! desk:sticky desk:top-6 desk:max-h-[calc(100dvh-3rem)] desk:overflow-y-auto desk:p-6!"
      >
        <h2 id="your-choice" tabIndex={-1} className="mb-2 scroll-mt-6 text-h3">
          Your choice
        </h2>
        <ChosenCount count={chosen.length} size={size} />
        <div className="mt-3 space-y-4">
          <BallotState
            kept={kept}
            isCast={ballot.isCast}
            isFinal={isFinal}
            isOnline={isOnline}
            votesUntil={votesUntil}
            onCast={() => save(chosen, 'waiting')}
            onForget={() => forgetBallot(memberId, id)}
            onTakeOff={(item) => change(letGo(chosen, item.id))}
          />
          {ballot.dropped.length > 0 && !kept && <Dropped dropped={ballot.dropped} />}
          {chosen.length === 0 && (
            <p className="text-ink-2">Nothing chosen yet. What you choose stands here.</p>
          )}
          <ChosenList chosen={chosen} onChange={isFinal ? undefined : change} />
          {after}
        </div>
      </section>
      {children({ chosen, isFull, onPress: isFinal ? undefined : press })}
    </div>
  );
}

function Dropped({ dropped }: { dropped: readonly Chosen[] }) {
  const names = listOf(dropped.map(({ statement }) => `“${statement}”`));
  return (
    <Notice tone="warning" title="One less: it was taken back">
      <p className="text-small">
        You chose {names}, and {dropped.length === 1 ? 'it was' : 'they were'} taken back by who
        wrote {dropped.length === 1 ? 'it, so it counts' : 'them, so they count'} no more. You can
        choose another.
      </p>
    </Notice>
  );
}

/**
 * On a phone the list of what is chosen grows above the button that was pressed: the page scrolls along,
 * so that the thumb is still on it.
 */
function useSteadyView(): (pressed: HTMLElement) => void {
  const held = useRef<{ pressed: HTMLElement; top: number } | null>(null);
  useLayoutEffect(() => {
    if (!held.current) return;
    const { pressed, top } = held.current;
    held.current = null;
    const by = pressed.getBoundingClientRect().top - top;
    if (by !== 0) window.scrollBy({ top: by, behavior: 'instant' });
  });
  return (pressed) => {
    held.current = { pressed, top: pressed.getBoundingClientRect().top };
  };
}
