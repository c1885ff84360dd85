import { heap } from './heap.js';
import { type Ballots, checkBallots, votersOf } from './lens/priorities.js';
import { onlyAmong } from './lens/priorities-among.js';
import { poissons } from './poisson.js';
import { bounded, type Table } from './range-recounts.js';
import type { RankingInput } from './ranking-input.js';
import { seeded } from './seed.js';

/** Different ballots in a fixed order, and how often each was cast. Proposals are by place in their own order. */
interface Distinct {
  ballots: Ballots;
  times: Uint32Array;
}

/** How two lists of numbers compare: by the first that differs, the shorter first. */
function compareLists(a: Uint32Array, b: Uint32Array): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    if (a[i] !== b[i]) return (a[i] as number) - (b[i] as number);
  }
  return a.length - b.length;
}

/** Ballots by what is on them, so that it does not matter in which order they come. */
function distinct({ starts, proposal }: Ballots): Distinct {
  const lists: Uint32Array[] = [];
  for (let b = 0; b + 1 < starts.length; b++) {
    const list = proposal.slice(starts[b], starts[b + 1]).sort();
    if (list.length > 0) lists.push(list);
  }
  lists.sort(compareLists);
  const kept: Uint32Array[] = [];
  const times: number[] = [];
  for (const list of lists) {
    const before = kept[kept.length - 1];
    if (before && compareLists(before, list) === 0) times.push((times.pop() as number) + 1);
    else {
      kept.push(list);
      times.push(1);
    }
  }
  const from = new Uint32Array(kept.length + 1);
  kept.forEach((list, b) => {
    from[b + 1] = (from[b] as number) + list.length;
  });
  const on = new Uint32Array(from[kept.length] as number);
  kept.forEach((list, b) => {
    on.set(list, from[b]);
  });
  return { ballots: { starts: from, proposal: on }, times: Uint32Array.from(times) };
}

/** Loads that differ by less count as equal: they come from sums of rounded numbers. */
const ALIKE = 1 + 1e-12;

/**
 * Sequential Phragmén with a weight on every ballot, in floating point: exact ties may go by rounding, the
 * same on every machine. `ranks` gets the place of each, those that nobody chose sharing the last. A load
 * only grows, so an old one is a lower bound.
 */
export function weighted(
  voters: ReturnType<typeof votersOf>,
  weight: Uint32Array,
  ranks: Float64Array,
): void {
  const { starts, ballot } = voters;
  const load = new Float64Array(weight.length);
  const chosen = new Float64Array(ranks.length);
  const queue = heap(ranks.length);
  for (let p = 0; p < ranks.length; p++) {
    for (let i = starts[p] as number; i < (starts[p + 1] as number); i++) {
      chosen[p] = (chosen[p] as number) + (weight[ballot[i] as number] as number);
    }
    if ((chosen[p] as number) > 0) queue.push(p, 1 / (chosen[p] as number));
  }
  const bid = (p: number): number => {
    let sum = 1;
    for (let i = starts[p] as number; i < (starts[p + 1] as number); i++) {
      const b = ballot[i] as number;
      sum += (weight[b] as number) * (load[b] as number);
    }
    return sum / (chosen[p] as number);
  };
  let placed = 0;
  ranks.fill(0);
  while (queue.size() > 0) {
    // All that may be the least, worked out for this round.
    const bids: { p: number; load: number }[] = [];
    let least = Number.POSITIVE_INFINITY;
    while (queue.size() > 0 && queue.least() <= least * ALIKE) {
      const p = queue.pop();
      const fresh = bid(p);
      bids.push({ p, load: fresh });
      least = Math.min(least, fresh);
    }
    const [first] = bids
      .filter((one) => one.load <= least * ALIKE)
      .sort((a, b) => (chosen[b.p] as number) - (chosen[a.p] as number) || a.p - b.p);
    if (!first) break;
    for (const { p, load: low } of bids) if (p !== first.p) queue.push(p, low);
    for (let i = starts[first.p] as number; i < (starts[first.p + 1] as number); i++) {
      load[ballot[i] as number] = first.load;
    }
    placed += 1;
    ranks[first.p] = placed;
  }
  for (let p = 0; p < ranks.length; p++) if (ranks[p] === 0) ranks[p] = placed + 1;
}

/** `priorities@1` with the ballots drawn anew, among `ranked`; null without ballots. */
export function drawnPriorities(
  { ballots, number }: RankingInput,
  ranked: Uint32Array,
  { seed, recounts: most }: { seed: string; recounts: number },
): Table | null {
  if (!ballots) return null;
  checkBallots(ballots, number);
  const size = ranked.length;
  // By number, so that ties among them go to the earlier.
  const byNumber = ranked.slice().sort((a, b) => (number[a] as number) - (number[b] as number));
  const placeOf = new Int32Array(number.length).fill(-1);
  byNumber.forEach((p, place) => {
    placeOf[p] = place;
  });
  const { ballots: different, times } = distinct(onlyAmong(ballots, placeOf));
  const voters = votersOf(different, size);
  const recounts = bounded(most, different.proposal.length * 4);
  const draw = poissons();
  const ranks = new Float64Array(recounts * size);
  const own = new Float64Array(size);
  for (let r = 0; r < recounts; r++) {
    const random = seeded(`${seed}/recount/${r}`);
    const weight = times.map((count) => draw(count, random)());
    weighted(voters, weight, own);
    ranked.forEach((p, place) => {
      ranks[r * size + place] = own[placeOf[p] as number] as number;
    });
  }
  return { ranks, recounts };
}
