import { votersOf } from '../src/lens/priorities.js';
import { weighted } from '../src/range-priorities.js';
import { ballotsOf } from './ballots.js';

/** Ballots with one or two of some proposals on them: how many chose each pair of `PAIRS`, and each alone. */
export interface Cast {
  pairs: number[];
  alone: number[];
}

/** Every pair of so many proposals. */
export const pairsOf = (proposals: number): [number, number][] =>
  Array.from({ length: proposals }, (_, p) => p).flatMap((p) =>
    Array.from({ length: proposals - p - 1 }, (_, at): [number, number] => [p, p + 1 + at]),
  );

/** What is told of them: how many there are, how many chose each, and the order. */
export interface Told {
  ballots: number;
  chosen: number[];
  order: string;
}

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

/** Places ballots that are counted by kind, each kind once; those proposed earlier come first among equals. */
export function placing(proposals: number) {
  const pairs = pairsOf(proposals);
  const kinds = [...pairs, ...Array.from({ length: proposals }, (_, p) => [p])];
  const voters = votersOf(ballotsOf(kinds), proposals);
  const ranks = new Float64Array(proposals);
  return ({ pairs: both, alone }: Cast): string => {
    weighted(voters, Uint32Array.from([...both, ...alone]), ranks);
    return ranks.join();
  };
}

export function toldOf(cast: Cast, order: string): Told {
  const pairs = pairsOf(cast.alone.length);
  const chosen = cast.alone.map(
    (alone, p) => alone + total(cast.pairs.filter((_, at) => pairs[at]?.includes(p))),
  );
  return { ballots: total(cast.pairs) + total(cast.alone), chosen, order };
}

/**
 * Every way in which so many ballots may have been cast that this many chose each proposal: the pairs are as
 * many as there are more choices than ballots, and who chose a proposal beside is alone.
 */
function* thatFit({ ballots, chosen }: Told): Generator<Cast> {
  const pairs = pairsOf(chosen.length);
  const both = pairs.map(() => 0);
  const alone = [...chosen];
  function* from(at: number, left: number): Generator<Cast> {
    const [p, q] = pairs[at] ?? [0, 0];
    const most = Math.min(left, alone[p] as number, alone[q] as number);
    const isLast = at === pairs.length - 1;
    if (isLast && most < left) return;
    for (let count = isLast ? left : 0; count <= most; count++) {
      both[at] = count;
      alone[p] = (alone[p] as number) - count;
      alone[q] = (alone[q] as number) - count;
      if (isLast) yield { pairs: both, alone };
      else yield* from(at + 1, left - count);
      alone[p] = alone[p] + count;
      alone[q] = alone[q] + count;
    }
  }
  yield* from(0, total(chosen) - ballots);
}

/** How many values are possible of each pair, by the counts alone and with the order, until `enough` are of each that is asked for. */
export function valuesOf(
  told: Told,
  place: (cast: Cast) => string,
  asked: readonly number[],
  enough: number,
): { byCounts: number[]; byOrder: number[] } {
  const byCounts = asked.map(() => new Set<number>());
  const byOrder = asked.map(() => new Set<number>());
  const note = (values: readonly Set<number>[], cast: Cast) => {
    for (const [at, pair] of asked.entries()) values[at]?.add(cast.pairs[pair] as number);
  };
  for (const cast of thatFit(told)) {
    note(byCounts, cast);
    const isNew = asked.some((pair, at) => {
      const found = byOrder[at] as Set<number>;
      return found.size < enough && !found.has(cast.pairs[pair] as number);
    });
    // A way that says nothing new need not be placed.
    if (!isNew || place(cast) !== told.order) continue;
    note(byOrder, cast);
    if (byOrder.every((found) => found.size >= enough)) break;
  }
  return { byCounts: byCounts.map(({ size }) => size), byOrder: byOrder.map(({ size }) => size) };
}
