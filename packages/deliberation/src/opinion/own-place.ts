import type { Components } from './components.js';
import { fewestVotes } from './votes.js';

/** Somebody's own votes: `choice` is 1 for agree, −1 for disagree, 0 for pass, each on another statement. */
export interface OwnVotes {
  statement: ArrayLike<number>;
  choice: ArrayLike<number>;
}

/** One's own place on the map; shown to nobody else. */
export interface OwnPlace {
  x: number;
  y: number;
  /** The group whose centre is nearest, from 0 (letter A), the first among equals; null before one has votes enough. */
  group: number | null;
  /** Votes still needed to be in a group; 0 with enough. */
  votesNeeded: number;
}

type Axes = Pick<Components, 'centre' | 'first' | 'second'>;

/**
 * How far a statement moves whoever disagrees with it, by index: the length of (−1 − centre) times both
 * components times √(number of statements); what `polisPriority` calls its pull.
 */
export function pulls({ centre, first, second }: Axes): Float64Array {
  const scale = Math.sqrt(centre.length);
  return centre.map((mean, s) => {
    const x = (-1 - mean) * (first[s] as number) * scale;
    const y = (-1 - mean) * (second[s] as number) * scale;
    return Math.sqrt(x * x + y * y);
  });
}

/**
 * Where somebody stands among the groups, from their own votes and the components found last, so that
 * nobody's place need be kept: the same place as `opinionGroups` gives for the same votes. `centres` are
 * of the groups, by letter (`groupCentres`); `leftOut` is the mask the components were found with. Votes
 * on statements that came later have no weight. Throws RangeError for a mask of another length.
 */
export function placeAmong(
  own: OwnVotes,
  { centre, first, second }: Axes,
  centres: readonly { x: number; y: number }[],
  leftOut: Uint8Array = new Uint8Array(centre.length),
): OwnPlace {
  const statements = centre.length;
  if (leftOut.length !== statements) throw new RangeError('The mask is not one entry a statement.');
  const out = leftOut.reduce((sum, mark) => (mark === 0 ? sum : sum + 1), 0);
  let cast = 0;
  let [alongX, alongY] = [0, 0];
  for (let i = 0; i < own.statement.length; i++) {
    const s = own.statement[i] as number;
    if (s >= statements || leftOut[s] !== 0) continue;
    const value = (own.choice[i] as number) - (centre[s] as number);
    alongX += value * (first[s] as number);
    alongY += value * (second[s] as number);
    cast += 1;
  }
  const votesNeeded = Math.max(0, fewestVotes(statements, out) - cast);
  const scale = cast === 0 ? 0 : Math.sqrt(statements / (cast + out));
  const x = Math.fround(alongX * scale);
  const y = Math.fround(alongY * scale);
  return { x, y, group: votesNeeded > 0 ? null : nearest(x, y, centres), votesNeeded };
}

function nearest(x: number, y: number, centres: readonly { x: number; y: number }[]) {
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  centres.forEach((centre, g) => {
    const squared = (centre.x - x) * (centre.x - x) + (centre.y - y) * (centre.y - y);
    if (squared < least) {
      least = squared;
      best = g;
    }
  });
  return best;
}
