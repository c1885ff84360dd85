import { type Tally, votesOf } from '../src/tally.js';

/** What an attacker knows of a cell that is hidden. */
export interface Known {
  /** Published: it has voters enough for breadth, and whether more agree; or that it has fewer. Null for people of no area, of whom nothing is. */
  told: 'carried' | 'not carried' | 'fewer' | null;
  /** Whether it is published that anybody is there: how many areas have votes, that is. */
  hasVotes: boolean;
}

export function knownOf(tally: Tally, enough: number): Known {
  const votes = votesOf(tally);
  const carries = tally.agree > tally.disagree ? 'carried' : 'not carried';
  return { told: votes >= enough ? carries : 'fewer', hasVotes: votes > 0 };
}

function fits(
  { told, hasVotes }: Known,
  { agree, disagree, pass }: Tally,
  enough: number,
): boolean {
  const votes = agree + disagree + pass;
  if (hasVotes && votes === 0) return false;
  if (told === 'fewer') return votes < enough;
  if (told === null) return true;
  return votes >= enough && agree > disagree === (told === 'carried');
}

/** Every count up to a sum. */
function* upTo(sum: Tally): Generator<Tally> {
  for (let agree = 0; agree <= sum.agree; agree++) {
    for (let disagree = 0; disagree <= sum.disagree; disagree++) {
      for (let pass = 0; pass <= sum.pass; pass++) yield { agree, disagree, pass };
    }
  }
}

/**
 * For each hidden cell the least and the most of each choice, over every table of whole numbers that has
 * these sums and fits what is known: the whole linear system, solved exactly. A set of counts is a bit set,
 * and adding two cells is shifting one by each of the other.
 */
export function feasible(cells: readonly Known[], sum: Tally, enough: number) {
  const pages = 2 * sum.pass + 1;
  const width = pages * (2 * sum.disagree + 1);
  const at = ({ agree, disagree, pass }: Tally) => agree * width + disagree * pages + pass;
  let grid = 0n;
  for (const counts of upTo(sum)) grid |= 1n << BigInt(at(counts));
  const all = [...upTo(sum)];
  const options = cells.map((cell) => all.filter((counts) => fits(cell, counts, enough)));
  const plus = (set: bigint, cell: number) => {
    let next = 0n;
    for (const counts of options[cell] ?? []) next |= set << BigInt(at(counts));
    return next & grid;
  };
  return cells.map((_, index) => {
    let others = 1n;
    for (const other of cells.keys()) if (other !== index) others = plus(others, other);
    const own = (options[index] ?? []).filter((counts) => {
      const left = at(sum) - at(counts);
      return (others & (1n << BigInt(left))) !== 0n;
    });
    const range = (choice: keyof Tally) => ({
      least: own.reduce((least, counts) => Math.min(least, counts[choice]), 1 / 0),
      most: own.reduce((most, counts) => Math.max(most, counts[choice]), -1 / 0),
    });
    return { agree: range('agree'), disagree: range('disagree'), pass: range('pass') };
  });
}
