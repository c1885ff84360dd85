import type { Ballots } from '../src/lens/priorities.js';

/** Priority ballots as columns, from lists of proposals' indices. */
export function ballotsOf(lists: readonly (readonly number[])[]): Ballots {
  const starts = new Uint32Array(lists.length + 1);
  lists.forEach((list, b) => {
    starts[b + 1] = (starts[b] as number) + list.length;
  });
  return { starts, proposal: Uint32Array.from(lists.flat()) };
}
