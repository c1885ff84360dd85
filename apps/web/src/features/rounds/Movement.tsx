import { Link } from 'react-router';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import type { RankMoveFragment as Move } from '../../graphql/generated/graphql';
import { paths } from '../../paths';
import { Icon } from '../../ui/Icon';
import { ordinal } from '../../ui/numbers';

const RankMoveFragment = graphql(`
  fragment RankMove on RankMove {
    from
    to
    proposal {
      id
      statement
    }
  }
`);

/** Moves that are told; the order itself has them all. */
const TOLD = 5;

interface Props {
  moves: readonly FragmentType<typeof RankMoveFragment>[];
  round: number;
  /** How many it ranks. */
  rankedCount: number;
}

/** What moved most against the round before. */
export function Movement({ moves, round, rankedCount }: Props) {
  if (round === 1) return null;
  // Below the quorum line counts as just below the last that is ranked.
  const below = rankedCount + 1;
  const told = moves
    .map((move) => getFragmentData(RankMoveFragment, move))
    .sort((a, b) => distance(b, below) - distance(a, below) || (a.to ?? below) - (b.to ?? below))
    .slice(0, TOLD);
  if (told.length === 0) {
    return <p className="text-small text-ink-2">Nothing moved since round {round - 1}.</p>;
  }
  return (
    <div>
      <h3 className="mb-2 text-h4">What moved most since round {round - 1}</h3>
      <ul className="space-y-2">
        {told.map((move) => (
          <li key={move.proposal.id} className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-2">
            <Icon
              name="chevron"
              className={isUp(move) ? 'mt-1 -rotate-90 text-agree' : 'mt-1 rotate-90 text-disagree'}
            />
            <span>
              <Link to={paths.proposal(move.proposal.id)} className="text-ink">
                {move.proposal.statement}
              </Link>
              <span className="block text-small text-ink-2">{sayMove(move)}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Places moved. */
function distance({ from, to }: Move, below: number): number {
  return Math.abs((from ?? below) - (to ?? below));
}

function isUp({ from, to }: Move): boolean {
  return (to ?? Number.POSITIVE_INFINITY) < (from ?? Number.POSITIVE_INFINITY);
}

function sayMove({ from, to }: Move): string {
  if (from === null) return to === null ? 'Not ranked' : `New in the order, at ${ordinal(to)}`;
  if (to === null) return `Was ${ordinal(from)}, now not ranked`;
  return `${isUp({ from, to } as Move) ? 'Up' : 'Down'} from ${ordinal(from)} to ${ordinal(to)}`;
}
