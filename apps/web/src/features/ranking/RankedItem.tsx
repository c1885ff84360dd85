import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import type { RankedItemFragment as Shown } from '../../graphql/generated/graphql';
import { paths } from '../../paths';
import { classes } from '../../ui/classes';
import { listOf, ordinal, plural } from '../../ui/numbers';
import { roundsBefore } from './history';
import { LensBars } from './LensBars';
import { PastRanks } from './PastRanks';
import { RangeRule } from './RangeRule';
import { WhyHere } from './WhyHere';

const RankedItemFragment = graphql(`
  fragment RankedItem on RankedProposal {
    rank
    isTied
    votesNeeded
    clpsNeeded
    chosen
    tally {
      agree
      disagree
      pass
    }
    groups {
      letter
      tally {
        agree
        disagree
        pass
      }
    }
    range {
      best
      worst
      low
      high
      sentence
    }
    history {
      round
      rank
    }
    why {
      title
      text
    }
    whySteps {
      kind
      numbers {
        name
        value
      }
    }
    proposal {
      id
      statement
    }
  }
`);

/** The order that an item stands in. */
export interface OrderOf {
  consultationId: string;
  lens: string;
  /** None: as it stands now. */
  round: number | null;
  rankedCount: number;
  ballotCount: number;
  /** Whether its data can be recounted. */
  canRecount: boolean;
}

interface Props {
  item: FragmentType<typeof RankedItemFragment>;
  order: OrderOf;
  /** The answers of bodies, where there are any. */
  answers?: ReactNode;
}

/** "3rd", "3rd, equal". */
function sayRank({ rank, isTied }: { rank: number; isTied: boolean }): string {
  return isTied ? `${ordinal(rank)}, equal` : ordinal(rank);
}

/** A proposal in the order: its place in big figures, how firm it is, what the lens counts, and why it is here. */
export function RankedItem({ item, order, answers }: Props) {
  const shown = getFragmentData(RankedItemFragment, item);
  const { rank, isTied, proposal } = shown;
  const { consultationId, round } = order;
  return (
    <li className="grid grid-cols-[2.75rem_minmax(0,1fr)] gap-x-2 border-b border-rule py-6 desk:grid-cols-[4.5rem_minmax(0,1fr)] desk:gap-x-3">
      <span
        aria-hidden="true"
        className={classes(
          'font-head text-[2.125rem] leading-[0.95] font-bold tracking-[-0.03em] desk:text-[2.75rem]',
          rank !== null && rank <= 3 ? 'text-claret' : 'text-ink',
        )}
      >
        {rank ?? '–'}
      </span>
      <div className="space-y-3">
        <div className="space-y-1.5">
          <h3 className="max-w-[34.6em] text-[1.25rem] leading-snug [text-wrap:pretty] desk:text-[1.375rem]">
            {rank !== null && <span className="sr-only">{sayRank({ rank, isTied })}: </span>}
            <Link to={paths.proposal(proposal.id)} className="text-ink">
              {proposal.statement}
            </Link>
          </h3>
          {rank !== null && <HowFirm shown={shown} rank={rank} of={order.rankedCount} />}
          <PastRanks past={roundsBefore(shown.history, round)} rank={rank} />
        </div>
        {rank === null && <Needs shown={shown} />}
        <LensBars lens={order.lens} item={shown} ballotCount={order.ballotCount} />
        {answers}
        {shown.why.length > 0 && (
          <WhyHere
            item={shown}
            recount={
              round !== null && order.canRecount
                ? paths.rounds(consultationId, { recount: round, proposal: proposal.id })
                : null
            }
          />
        )}
      </div>
    </li>
  );
}

/** "3rd, between 2nd and 5th", with the same as a rule; where there is no range, whether others share it. */
function HowFirm({ shown, rank, of }: { shown: Shown; rank: number; of: number }) {
  const { range, isTied } = shown;
  if (!range) {
    return isTied ? (
      <p aria-hidden="true" className="text-small text-ink-2">
        {sayRank({ rank, isTied })}
      </p>
    ) : null;
  }
  return (
    <p className="flex flex-wrap items-center gap-x-2.5 gap-y-0.5 text-small text-ink-2 desk:gap-x-3">
      {range.sentence}
      {isTied && '; others share this place'}
      <RangeRule
        rank={rank}
        from={Math.min(rank, range.low, range.best ?? rank)}
        to={Math.max(rank, range.high, range.worst ?? rank)}
        of={of}
      />
    </p>
  );
}

/** "About 40 more votes before this can be ranked. Vote on it now." */
function Needs({ shown: { votesNeeded, clpsNeeded, proposal } }: { shown: Shown }) {
  const missing = [
    ...(votesNeeded > 0 ? [`about ${plural(votesNeeded, 'more vote')}`] : []),
    ...(clpsNeeded > 0 ? [`votes from ${plural(clpsNeeded, 'more CLP')}`] : []),
  ];
  const said = listOf(missing);
  return (
    <p className="text-small text-ink-2">
      {said.charAt(0).toUpperCase() + said.slice(1)} before this can be ranked.{' '}
      <Link to={paths.proposal(proposal.id)} className="inline-flex min-h-11 items-center">
        Vote on it now<span className="sr-only">: {proposal.statement}</span>
      </Link>
    </p>
  );
}
