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

function fits({ told, hasVotes }: Known, agree: number, disagree: number, enough: number): boolean {
  const votes = agree + disagree;
  if (hasVotes && votes === 0) return false;
  if (told === 'fewer') return votes < enough;
  if (told === null) return true;
  return votes >= enough && agree > disagree === (told === 'carried');
}

/**
 * For each hidden cell the least and the most that agree, and that disagree, over every table of whole
 * numbers that has these sums and fits what is known: the whole linear system, solved exactly. Nobody passes.
 * A set of pairs (agree, disagree) is a bit set, and adding two cells is shifting one by each of the other.
 */
export function feasible(cells: readonly Known[], sum: Tally, enough: number) {
  const width = 2 * (sum.disagree + 1);
  const bit = (a: number, d: number) => 1n << BigInt(a * width + d);
  let grid = 0n;
  for (let a = 0; a <= sum.agree; a++) for (let d = 0; d <= sum.disagree; d++) grid |= bit(a, d);
  const pairs = cells.map((cell) => {
    const found: { a: number; d: number }[] = [];
    for (let a = 0; a <= sum.agree; a++) {
      for (let d = 0; d <= sum.disagree; d++) if (fits(cell, a, d, enough)) found.push({ a, d });
    }
    return found;
  });
  return cells.map((_, index) => {
    let others = 1n;
    pairs.forEach((own, other) => {
      if (other === index) return;
      let next = 0n;
      for (const { a, d } of own) next |= others << BigInt(a * width + d);
      others = next & grid;
    });
    const own = (pairs[index] ?? []).filter(
      ({ a, d }) => (others & bit(sum.agree - a, sum.disagree - d)) !== 0n,
    );
    const range = (of: (pair: { a: number; d: number }) => number) => ({
      least: own.reduce((least, pair) => Math.min(least, of(pair)), Number.POSITIVE_INFINITY),
      most: own.reduce((most, pair) => Math.max(most, of(pair)), Number.NEGATIVE_INFINITY),
    });
    return { agree: range(({ a }) => a), disagree: range(({ d }) => d) };
  });
}
