import { type BallotKinds, ballotKinds, everyNth } from './ballot-kinds.js';
import { heap } from './heap.js';
import { type Ballots, checkBallots, votersOf } from './lens/priorities.js';
import { onlyAmong } from './lens/priorities-among.js';
import { poissons } from './poisson.js';
import { bounded, type Table } from './range-recounts.js';
import type { RankingInput } from './ranking-input.js';
import { seeded } from './seed.js';

interface Drawing {
  seed: string;
  recounts: number;
  /** For tests. */
  mostDrawn?: number;
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
  const kinds = ballotKinds(onlyAmong(ballots, placeOf), ranked.length);
  /** The rank of each of `ranked` by some kinds of ballot, with so many of each. */
  const ranksBy = (some: BallotKinds) => {
    const voters = votersOf(some.ballots, ranked.length);
    const own = new Float64Array(ranked.length);
    return (weight: Uint32Array) => {
      weighted(voters, weight, own);
      return Float64Array.from(ranked, (p) => own[placeOf[p] as number] as number);
    };
  };
  return { kinds, choices: kinds.ballots.proposal.length, ranksBy };
}

/** Choices on different ballots above which recounts are drawn from samples of them. */
export const MOST_DRAWN = 100_000;

/**
 * `priorities@1` with the ballots drawn anew, among `ranked`, whose ranks are `own`; null without ballots.
 * Very many different ballots are dealt out to samples, and each recount draws from one of these, each
 * ballot as often as it stands for; what moves in a sample moves in the whole order: A. Kleiner et al., "A
 * scalable bootstrap for massive data", J. R. Stat. Soc. B 76 (2014).
 */
export function drawnPriorities(
  { ballots, number }: RankingInput,
  ranked: Uint32Array,
  own: Uint32Array,
  { seed, recounts: most, mostDrawn = MOST_DRAWN }: Drawing,
): Table | null {
  if (!ballots) return null;
  const { kinds, choices, ranksBy } = placing(ballots, number, ranked);
  const samples = Math.max(1, Math.ceil(choices / mostDrawn));
  const recounts = bounded(most, (choices / samples) * 4);
  const draw = poissons();
  const ranks = new Float64Array(recounts * ranked.length);
  for (let sample = 0; sample < samples; sample++) {
    const some = samples > 1 ? everyNth(kinds, samples, sample) : kinds;
    const ranksWith = ranksBy(some);
    const unmoved = samples > 1 ? ranksWith(some.times) : null;
    for (let r = sample; r < recounts; r += samples) {
      const random = seeded(`${seed}/recount/${r}`);
      const drawn = ranksWith(some.times.map((count) => draw(count, random)()));
      if (unmoved) moveFrom(drawn, unmoved, ranked, own);
      ranks.set(drawn, r * ranked.length);
    }
  }
  return { ranks, recounts };
}

/** Puts the ranks in a recount of a sample where they would be if the whole order moved as the sample's does. */
function moveFrom(
  drawn: Float64Array,
  unmoved: Float64Array,
  ranked: Uint32Array,
  own: Uint32Array,
): void {
  ranked.forEach((p, place) => {
    const moved = (drawn[place] as number) - (unmoved[place] as number);
    drawn[place] = Math.min(ranked.length, Math.max(1, (own[p] as number) + moved));
  });
}
