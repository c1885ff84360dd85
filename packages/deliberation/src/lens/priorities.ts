import { exactLoads, type LoadTerms } from './exact-loads.js';

/**
 * Priority ballots, one after the other: ballot b chose `proposal[starts[b]] … proposal[starts[b + 1] - 1]`,
 * in any order, each at most once.
 */
export interface Ballots {
  starts: Uint32Array;
  proposal: Uint32Array;
}

/** The order under `priorities@1`. Columns are by proposal index, `order` is by position. */
export interface Priorities {
  /** How many ballots there are, empty ones included. */
  ballots: number;
  /** Indices of proposals, best first; those that nobody chose come last. */
  order: Uint32Array;
  /** Ballots that chose each. */
  chosen: Uint32Array;
  /** The load of each one's voters when it was placed, to double precision; infinite if nobody chose it. */
  load: Float64Array;
  /** 1 where the tie-breaker placed it, before another of exactly the same load. */
  tied: Uint8Array;
}

/** How the order is made total, in a sentence. */
export const PRIORITIES_TIE_BREAKER =
  'Among proposals that would burden their voters exactly alike, the one chosen on more ballots comes first, then the one proposed earlier; those that nobody chose come last, the earlier first.';

/** Half the distance between 1 and the next number, with room for the rounding of the bounds themselves. */
const ROUNDING = 1.2e-16;

/** What is known of a proposal's load: never less than `low`, and more once its voters bear more. */
interface Bid extends LoadTerms {
  low: number;
  high: number;
}

/** Throws RangeError for ballots that are not as `Ballots` says, or equal numbers. */
export function checkBallots({ starts, proposal }: Ballots, number: Uint32Array): void {
  if (starts.length === 0 || starts[0] !== 0 || starts[starts.length - 1] !== proposal.length) {
    throw new RangeError('The ballots do not cover their proposals.');
  }
  if (new Set(number).size !== number.length) {
    throw new RangeError('Two proposals have the same number.');
  }
  const latest = new Uint32Array(number.length);
  for (let b = 0; b + 1 < starts.length; b++) {
    const to = starts[b + 1] as number;
    if (to < (starts[b] as number)) throw new RangeError('The ballots are not in order.');
    for (let i = starts[b] as number; i < to; i++) {
      const p = proposal[i] as number;
      if (p >= number.length) throw new RangeError(`Ballot ${b} names no proposal.`);
      if (latest[p] === b + 1) throw new RangeError(`Ballot ${b} names a proposal twice.`);
      latest[p] = b + 1;
    }
  }
}

/** The ballots that chose each proposal: `ballot[starts[p]] … ballot[starts[p + 1] - 1]`. */
export function votersOf({ starts, proposal }: Ballots, proposals: number) {
  const from = new Uint32Array(proposals + 1);
  for (const p of proposal) from[p + 1] = (from[p + 1] as number) + 1;
  for (let p = 0; p < proposals; p++) from[p + 1] = (from[p + 1] as number) + (from[p] as number);
  const next = from.slice();
  const ballot = new Uint32Array(proposal.length);
  for (let b = 0; b + 1 < starts.length; b++) {
    for (let i = starts[b] as number; i < (starts[b + 1] as number); i++) {
      const p = proposal[i] as number;
      ballot[next[p] as number] = b;
      next[p] = (next[p] as number) + 1;
    }
  }
  return { starts: from, ballot };
}

/** Loads so far: how each came about, its value, and a bound of the value's relative error. */
interface Loads {
  chain: LoadTerms[];
  value: number[];
  error: number[];
  /** Their indices by how they came about, so that equal ones made alike are one. */
  known: Map<string, number>;
}

const sameTerms = (a: LoadTerms, b: LoadTerms): boolean =>
  a.approvals === b.approvals &&
  a.loads.length === b.loads.length &&
  a.loads.every((load, i) => load === b.loads[i] && a.counts[i] === b.counts[i]);

/** The value of a load and the bound of its relative error: a sum of positive numbers, divided once. */
function worth({ approvals, loads: on, counts }: LoadTerms, { value, error }: Loads) {
  let sum = 1;
  let worst = 0;
  on.forEach((load, i) => {
    sum += (counts[i] as number) * (value[load] as number);
    worst = Math.max(worst, error[load] as number);
  });
  return { value: sum / approvals, error: worst + (on.length * 2 + 3) * ROUNDING };
}

/** The index of a load, a new one where it came about as none before. */
function remember(terms: LoadTerms, loads: Loads): number {
  const key = `${terms.approvals}:${terms.loads.join()}:${terms.counts.join()}`;
  const before = loads.known.get(key);
  if (before !== undefined) return before;
  const { value, error } = worth(terms, loads);
  loads.known.set(key, loads.chain.length);
  loads.value.push(value);
  loads.error.push(error);
  return (
    loads.chain.push({ approvals: terms.approvals, loads: terms.loads, counts: terms.counts }) - 1
  );
}

/**
 * What a proposal would burden its voters with, were it placed now. `last` is each ballot's load or −1;
 * `tally` has a place for every load, and is of zeros before and after.
 */
function bidOf(voters: Uint32Array, last: Int32Array, loads: Loads, tally: Uint32Array): Bid {
  const on: number[] = [];
  for (let i = 0; i < voters.length; i++) {
    const load = last[voters[i] as number] as number;
    if (load < 0) continue;
    if (tally[load] === 0) on.push(load);
    tally[load] = (tally[load] as number) + 1;
  }
  on.sort((a, b) => a - b);
  const counts = on.map((load) => tally[load] as number);
  for (const load of on) tally[load] = 0;
  const terms = { approvals: voters.length, loads: on, counts };
  const { value, error } = worth(terms, loads);
  return { ...terms, low: value * (1 - error), high: value * (1 + error) };
}

/** The one with the least lower bound among those left, whether that is from this round or an old one. */
function leastOf(left: readonly number[], low: Float64Array): number {
  let least = left[0] as number;
  for (const p of left) if ((low[p] as number) < (low[least] as number)) least = p;
  return least;
}

/** Which of those left comes next, and whether by the tie-breaker. `bid` works one out for this round. */
function nextOf(
  left: readonly number[],
  low: Float64Array,
  bid: (p: number) => Bid,
  compare: (a: Bid, b: Bid) => number,
  before: (a: number, b: number) => number,
): { best: number; isTied: boolean } {
  let best = leastOf(left, low);
  // Until the least of all bounds is of this round: all others are then known to be no less.
  for (;;) {
    bid(best);
    const least = leastOf(left, low);
    if (least === best) break;
    best = least;
  }
  let isTied = false;
  for (const p of left) {
    if (p === best || (low[p] as number) > bid(best).high) continue;
    const gap = compare(bid(p), bid(best));
    isTied = gap === 0 || (gap > 0 && isTied);
    if (gap < 0 || (gap === 0 && before(p, best) < 0)) best = p;
  }
  return { best, isTied };
}

/**
 * `priorities@1`: sequential Phragmén. Each placing costs 1, shared by those who chose the proposal so
 * that they end with equal loads; the next is always the one that leaves its voters with the least. So a
 * fifth of the voters who choose alike have a fifth of the top of the list, however long it is read. E.
 * Phragmén (1894); M. Brill, R. Freeman, S. Janson and M. Lackner, "Phragmén's voting methods and
 * justified representation", AAAI 2017; as a ranking: P. Skowron et al., "Proportional rankings", IJCAI
 * 2017.
 *
 * Exact: floating point decides where its error bound leaves no doubt, and whole fractions where it does.
 * A load only grows, so an old one is a lower bound and few are worked out anew. Ties by
 * `PRIORITIES_TIE_BREAKER`; neither the order of ballots nor of proposals matters. Throws RangeError for
 * ballots that are not as `Ballots` says, or equal numbers.
 */
export function priorities(ballots: Ballots, number: Uint32Array): Priorities {
  checkBallots(ballots, number);
  const proposals = number.length;
  const { starts, ballot } = votersOf(ballots, proposals);
  const voters = (p: number) => ballot.subarray(starts[p], starts[p + 1]);
  const chosen = Uint32Array.from(number, (_, p) => voters(p).length);
  const earlier = (a: number, b: number) => (number[a] as number) - (number[b] as number);
  const before = (a: number, b: number) =>
    (chosen[b] as number) - (chosen[a] as number) || earlier(a, b);
  const all = Array.from(number, (_, p) => p);
  let left = all.filter((p) => chosen[p] !== 0).sort(before);
  const loads: Loads = { chain: [], value: [], error: [], known: new Map() };
  const compareExactly = exactLoads(loads.chain);
  const compare = (a: Bid, b: Bid): number => {
    if (a.high < b.low) return -1;
    if (a.low > b.high) return 1;
    return sameTerms(a, b) ? 0 : compareExactly(a, b);
  };
  const last = new Int32Array(ballots.starts.length - 1).fill(-1);
  const low = Float64Array.from(chosen, (count) => (1 / count) * (1 - 4 * ROUNDING));
  const bids = new Map<number, Bid>();
  const tally = new Uint32Array(proposals);
  const bid = (p: number): Bid => {
    const known = bids.get(p);
    if (known) return known;
    const fresh = bidOf(voters(p), last, loads, tally);
    low[p] = fresh.low;
    bids.set(p, fresh);
    return fresh;
  };
  const placed: number[] = [];
  const load = new Float64Array(proposals).fill(Number.POSITIVE_INFINITY);
  const tied = new Uint8Array(proposals);
  while (left.length > 0) {
    bids.clear();
    const { best, isTied } = nextOf(left, low, bid, compare, before);
    const index = remember(bid(best), loads);
    for (const b of voters(best)) last[b] = index;
    load[best] = loads.value[index] as number;
    tied[best] = isTied ? 1 : 0;
    placed.push(best);
    left = left.filter((p) => p !== best);
  }
  const unchosen = all.filter((p) => chosen[p] === 0).sort(earlier);
  const order = Uint32Array.from([...placed, ...unchosen]);
  return { ballots: last.length, order, chosen, load, tied };
}
