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
  /** Which of them each ballot is; −1 for an empty one. */
  kindOf: Int32Array;
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
  const lists: { list: Uint32Array; ballot: number }[] = [];
  for (let ballot = 0; ballot + 1 < starts.length; ballot++) {
    const list = proposal.slice(starts[ballot], starts[ballot + 1]).sort();
    if (list.length > 0) lists.push({ list, ballot });
  }
  lists.sort((a, b) => compareLists(a.list, b.list));
  const kept: Uint32Array[] = [];
  const times: number[] = [];
  const kindOf = new Int32Array(starts.length - 1).fill(-1);
  for (const { list, ballot } of lists) {
    const before = kept[kept.length - 1];
    if (before && compareLists(before, list) === 0) times.push((times.pop() as number) + 1);
    else {
      kept.push(list);
      times.push(1);
    }
    kindOf[ballot] = kept.length - 1;
  }
  const from = new Uint32Array(kept.length + 1);
  kept.forEach((list, b) => {
    from[b + 1] = (from[b] as number) + list.length;
  });
  const on = new Uint32Array(from[kept.length] as number);
  kept.forEach((list, b) => {
    on.set(list, from[b]);
  });
  return { ballots: { starts: from, proposal: on }, times: Uint32Array.from(times), kindOf };
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

/** What placing ballots anew among `ranked` rests on. */
function placing(ballots: Ballots, number: Uint32Array, ranked: Uint32Array) {
  checkBallots(ballots, number);
  // By number, so that ties among them go to the earlier.
  const byNumber = ranked.slice().sort((a, b) => (number[a] as number) - (number[b] as number));
  const placeOf = new Int32Array(number.length).fill(-1);
  byNumber.forEach((p, place) => {
    placeOf[p] = place;
  });
  const { ballots: different, times, kindOf } = distinct(onlyAmong(ballots, placeOf));
  const voters = votersOf(different, ranked.length);
  const own = new Float64Array(ranked.length);
  return {
    times,
    kindOf,
    choices: different.proposal.length,
    /** The rank of each of `ranked` with so many of each kind of ballot. */
    ranksWith: (weight: Uint32Array) => {
      weighted(voters, weight, own);
      return Float64Array.from(ranked, (p) => own[placeOf[p] as number] as number);
    },
  };
}

/** `priorities@1` with the ballots drawn anew, among `ranked`; null without ballots. */
export function drawnPriorities(
  { ballots, number }: RankingInput,
  ranked: Uint32Array,
  { seed, recounts: most }: { seed: string; recounts: number },
): Table | null {
  if (!ballots) return null;
  const { times, choices, ranksWith } = placing(ballots, number, ranked);
  const recounts = bounded(most, choices * 4);
  const draw = poissons();
  const ranks = new Float64Array(recounts * ranked.length);
  for (let r = 0; r < recounts; r++) {
    const random = seeded(`${seed}/recount/${r}`);
    ranks.set(ranksWith(times.map((count) => draw(count, random)())), r * ranked.length);
  }
  return { ranks, recounts };
}

/** CLPs times choices on different ballots, above which none is left out: a few seconds on one core. */
export const MOST_PLACED_ANEW = 50_000_000;

/**
 * Least and greatest rank of each of `ranked` under `priorities@1` without the ballots of any one CLP, or
 * with all; `own` are its ranks with all. Null where it is not known who cast them from where, or where
 * that is too much work.
 */
export function prioritiesWithout(
  { ballots, number }: RankingInput,
  ranked: Uint32Array,
  own: Uint32Array,
  most = MOST_PLACED_ANEW,
) {
  const { clp } = ballots ?? {};
  if (!ballots || !clp) return null;
  const { times, kindOf, choices, ranksWith } = placing(ballots, number, ranked);
  const kindsOf = new Map<number, number[]>();
  kindOf.forEach((kind, ballot) => {
    const from = clp[ballot] as number;
    if (kind < 0 || from < 0) return;
    const kinds = kindsOf.get(from);
    if (kinds) kinds.push(kind);
    else kindsOf.set(from, [kind]);
  });
  if (kindsOf.size * choices > most) return null;
  const best = Uint32Array.from(ranked, (p) => own[p] as number);
  const worst = best.slice();
  for (const kinds of kindsOf.values()) {
    const weight = times.slice();
    for (const kind of kinds) weight[kind] = (weight[kind] as number) - 1;
    ranksWith(weight).forEach((rank, place) => {
      best[place] = Math.min(best[place] as number, rank);
      worst[place] = Math.max(worst[place] as number, rank);
    });
  }
  return { best, worst };
}
