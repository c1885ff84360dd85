import { type Ballots, checkBallots, type Priorities, priorities } from './priorities.js';

/** The ballots with nothing on them but what has a place: `placeOf[p]` is the new index of p, or −1. */
export function onlyAmong({ starts, proposal }: Ballots, placeOf: Int32Array): Ballots {
  const kept = new Uint32Array(proposal.length);
  const from = new Uint32Array(starts.length);
  let size = 0;
  for (let b = 0; b + 1 < starts.length; b++) {
    for (let i = starts[b] as number; i < (starts[b + 1] as number); i++) {
      const place = placeOf[proposal[i] as number] as number;
      if (place < 0) continue;
      kept[size] = place;
      size += 1;
    }
    from[b + 1] = size;
  }
  return { starts: from, proposal: kept.slice(0, size) };
}

/**
 * `priorities@1` among some of the proposals, those above the quorum line: what ballots chose beside them
 * has no weight. In the answer's order the others come last, the earlier first, with an infinite load;
 * `chosen` counts them too. Throws RangeError as `priorities` does.
 */
export function prioritiesAmong(
  ballots: Ballots,
  number: Uint32Array,
  among: Uint32Array,
): Priorities {
  checkBallots(ballots, number);
  const placeOf = new Int32Array(number.length).fill(-1);
  among.forEach((p, place) => {
    placeOf[p] = place;
  });
  const found = priorities(
    onlyAmong(ballots, placeOf),
    among.map((p) => number[p] as number),
  );
  const others = Uint32Array.from(number, (_, p) => p)
    .filter((p) => (placeOf[p] as number) < 0)
    .sort((a, b) => (number[a] as number) - (number[b] as number));
  const chosen = new Uint32Array(number.length);
  for (const p of ballots.proposal) chosen[p] = (chosen[p] as number) + 1;
  const load = new Float64Array(number.length).fill(Number.POSITIVE_INFINITY);
  const tied = new Uint8Array(number.length);
  among.forEach((p, place) => {
    load[p] = found.load[place] as number;
    tied[p] = found.tied[place] as number;
  });
  const order = new Uint32Array(number.length);
  order.set(found.order.map((place) => among[place] as number));
  order.set(others, among.length);
  return { ballots: found.ballots, order, chosen, load, tied };
}
