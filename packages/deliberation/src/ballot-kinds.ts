import type { Ballots } from './lens/priorities.js';

/** Different ballots in a fixed order, and how often each was cast. */
export interface BallotKinds {
  ballots: Ballots;
  times: Uint32Array;
}

/** What is on each ballot, least first. */
function eachSorted({ starts, proposal }: Ballots): Uint32Array {
  const sorted = proposal.slice();
  for (let b = 0; b + 1 < starts.length; b++) {
    const from = starts[b] as number;
    for (let i = from + 1; i < (starts[b + 1] as number); i++) {
      const p = sorted[i] as number;
      let at = i;
      for (; at > from && (sorted[at - 1] as number) > p; at--) {
        sorted[at] = sorted[at - 1] as number;
      }
      sorted[at] = p;
    }
  }
  return sorted;
}

/** The ballots with anything on them. */
function filled(starts: Uint32Array): Uint32Array {
  const found = new Uint32Array(starts.length);
  let size = 0;
  for (let b = 0; b + 1 < starts.length; b++) {
    if (starts[b] === starts[b + 1]) continue;
    found[size] = b;
    size += 1;
  }
  return found.slice(0, size);
}

/** Puts ballots in the order of what is at one place of each, nothing first; those alike keep theirs. */
function byPlace(
  order: Uint32Array,
  { starts, proposal }: Ballots,
  place: number,
  proposals: number,
): Uint32Array {
  const keys = new Uint32Array(order.length);
  const next = new Uint32Array(proposals + 2);
  for (let i = 0; i < order.length; i++) {
    const b = order[i] as number;
    const at = (starts[b] as number) + place;
    const key = at < (starts[b + 1] as number) ? (proposal[at] as number) + 1 : 0;
    keys[i] = key;
    next[key + 1] = (next[key + 1] as number) + 1;
  }
  for (let key = 1; key < next.length; key++) {
    next[key] = (next[key] as number) + (next[key - 1] as number);
  }
  const into = new Uint32Array(order.length);
  for (let i = 0; i < order.length; i++) {
    const key = keys[i] as number;
    const to = next[key] as number;
    into[to] = order[i] as number;
    next[key] = to + 1;
  }
  return into;
}

/** The ballots with anything on them by what that is: by the first that differs, the shorter first. */
function inOrder(ballots: Ballots, proposals: number): Uint32Array {
  const { starts } = ballots;
  let longest = 0;
  for (let b = 0; b + 1 < starts.length; b++) {
    longest = Math.max(longest, (starts[b + 1] as number) - (starts[b] as number));
  }
  let order = filled(starts);
  // From the last place to the first.
  for (let place = longest - 1; place >= 0; place--) {
    order = byPlace(order, ballots, place, proposals);
  }
  return order;
}

/**
 * Ballots by what is on them, so that it does not matter in which order they come; `kindOf` says which each
 * is, −1 for an empty one.
 */
export function ballotKinds(
  given: Ballots,
  proposals: number,
): BallotKinds & { kindOf: Int32Array } {
  const { starts } = given;
  const proposal = eachSorted(given);
  const order = inOrder({ starts, proposal }, proposals);
  const kindOf = new Int32Array(starts.length - 1).fill(-1);
  const times = new Uint32Array(order.length);
  const from = new Uint32Array(order.length + 1);
  const on = new Uint32Array(proposal.length);
  let kinds = 0;
  let size = 0;
  for (let i = 0; i < order.length; i++) {
    const b = order[i] as number;
    const list = starts[b] as number;
    const length = (starts[b + 1] as number) - list;
    const before = kinds > 0 ? (from[kinds - 1] as number) : 0;
    let same = kinds > 0 && size - before === length ? 0 : -1;
    while (same >= 0 && same < length) {
      same = on[before + same] === proposal[list + same] ? same + 1 : -1;
    }
    if (same < 0) {
      for (let at = 0; at < length; at++) on[size + at] = proposal[list + at] as number;
      size += length;
      kinds += 1;
      from[kinds] = size;
    }
    times[kinds - 1] = (times[kinds - 1] as number) + 1;
    kindOf[b] = kinds - 1;
  }
  return {
    ballots: { starts: from.slice(0, kinds + 1), proposal: on.slice(0, size) },
    times: times.slice(0, kinds),
    kindOf,
  };
}

/** Every `fold`-th kind from `first` on, which stands for as many. */
export function everyNth(
  { ballots, times }: BallotKinds,
  fold: number,
  first: number,
): BallotKinds {
  const { starts, proposal } = ballots;
  const size = Math.max(0, Math.ceil((times.length - first) / fold));
  const from = new Uint32Array(size + 1);
  const own = new Uint32Array(size);
  for (let at = 0; at < size; at++) {
    const kind = first + at * fold;
    from[at + 1] = (from[at] as number) + (starts[kind + 1] as number) - (starts[kind] as number);
    own[at] = (times[kind] as number) * fold;
  }
  const on = new Uint32Array(from[size] as number);
  for (let at = 0; at < size; at++) {
    const shift = (starts[first + at * fold] as number) - (from[at] as number);
    for (let i = from[at] as number; i < (from[at + 1] as number); i++) {
      on[i] = proposal[i + shift] as number;
    }
  }
  return { ballots: { starts: from, proposal: on }, times: own };
}
