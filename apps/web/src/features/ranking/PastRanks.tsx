import { type PastRank, sayHistory } from './history';

interface Props {
  /** Its places in the rounds before, oldest first. */
  past: readonly PastRank[];
  rank: number | null;
}

/** What became of a place over the rounds, in a sentence and as a small line that rises and falls. */
export function PastRanks({ past, rank }: Props) {
  const said = sayHistory(past, rank);
  if (!said) return null;
  const hasMoved = past.some((one) => one.rank !== rank);
  return (
    <p className="flex flex-wrap items-center gap-x-2.5 gap-y-0.5 desk:gap-x-3 text-small text-ink-2">
      {said}
      {hasMoved && <Line ranks={[...past.map((one) => one.rank), rank]} />}
    </p>
  );
}

/** In pixels of the drawing: the width of the rule above it, so that the two stand in one column. */
const WIDTH = 112;
const HEIGHT = 24;
const EDGE = 8;

/** The best place at the top; a round without a place is a ring at the foot. */
function Line({ ranks }: { ranks: readonly (number | null)[] }) {
  const places = ranks.filter((rank) => rank !== null);
  const [best, worst] = [Math.min(...places), Math.max(...places)];
  const foot = HEIGHT - 5;
  const points = ranks.map((rank, at) => ({
    x: EDGE + (at / (ranks.length - 1)) * (WIDTH - 2 * EDGE),
    y:
      rank === null ? foot : worst === best ? 5 : 5 + ((rank - best) / (worst - best)) * (foot - 5),
    isRanked: rank !== null,
  }));
  const last = points.length - 1;
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
      className="h-6 w-28 flex-none desk:order-first"
    >
      <path
        d={`M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`}
        fill="none"
        stroke="var(--edge)"
        strokeWidth="2"
        strokeLinejoin="round"
      />
      {points.map(({ x, y, isRanked }, at) => (
        <circle
          key={x}
          cx={x}
          cy={y}
          r={at === last ? 5 : 3.5}
          fill={!isRanked ? 'var(--cloth)' : at === last ? 'var(--claret)' : 'var(--ink-2)'}
          stroke={isRanked ? 'var(--cloth)' : 'var(--edge)'}
          strokeWidth="2"
        />
      ))}
    </svg>
  );
}
