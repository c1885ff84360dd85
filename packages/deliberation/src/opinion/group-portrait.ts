import type { Counts } from '../ranking-input.js';
import { type GroupCounts, statementsOf } from './group-counts.js';
import {
  againstHalf,
  type Representativeness,
  representativeness,
  Z_90,
} from './representativeness.js';

/** A statement that marks a group, or that all share. */
export interface MarkedStatement {
  /** Its index. */
  statement: number;
  /** Which side they are on. */
  side: 'agree' | 'disagree';
  /** How many of the `votes` are on that side, and that share with one vote added to each side. */
  count: number;
  votes: number;
  share: number;
  /** What it was ordered by. */
  weight: number;
}

/** A statement on which groups stand apart. */
export interface DividingStatement {
  statement: number;
  /** The groups that lean most towards it and most against it. */
  towards: number;
  against: number;
  /** Between their leans, in [0, 1]: 1 where all of one agree and all of the other disagree. */
  gap: number;
}

/** Statements shown of a group, and on each side of what all share. */
export const MOST_SHOWN = 5;

const at = (column: ArrayLike<number>, index: number): number => column[index] as number;

/** Greatest weight first, then the earlier statement. */
const byWeight = (a: MarkedStatement, b: MarkedStatement) =>
  b.weight - a.weight || a.statement - b.statement;

function marked(
  counts: GroupCounts,
  tests: Representativeness,
  statement: number,
  group: number,
  side: MarkedStatement['side'],
): MarkedStatement {
  const i = statement * counts.groups + group;
  const votes = at(counts.agree, i) + at(counts.disagree, i) + at(counts.pass, i);
  const { pa, pd, pat, pdt, ra, rd, rat, rdt } = tests;
  return side === 'agree'
    ? {
        statement,
        side,
        count: at(counts.agree, i),
        votes,
        share: at(pa, i),
        weight: at(ra, i) * at(rat, i) * at(pa, i) * at(pat, i),
      }
    : {
        statement,
        side,
        count: at(counts.disagree, i),
        votes,
        share: at(pd, i),
        weight: at(rd, i) * at(rdt, i) * at(pd, i) * at(pdt, i),
      };
}

/**
 * The statement that a group agrees with best: of those it agrees with more than others do the one of
 * greatest weight, or where there is none the one with the greatest share times its test.
 */
function bestAgreed(
  counts: GroupCounts,
  tests: Representativeness,
  group: number,
  statements: readonly number[],
): MarkedStatement | null {
  const { pa, pat, ra } = tests;
  const agreed = statements.filter((s) => {
    const i = s * counts.groups + group;
    return at(pat, i) > Z_90 || (at(ra, i) > 1 && at(pa, i) > 0.5);
  });
  const own = agreed
    .filter((s) => at(ra, s * counts.groups + group) > 1)
    .map((s) => marked(counts, tests, s, group, 'agree'));
  if (own.length > 0) return own.sort(byWeight)[0] ?? null;
  const plain = (s: number) =>
    at(pa, s * counts.groups + group) * at(pat, s * counts.groups + group);
  const [first] = agreed.sort((a, b) => plain(b) - plain(a) || a - b);
  return first === undefined ? null : marked(counts, tests, first, group, 'agree');
}

function portrait(
  counts: GroupCounts,
  tests: Representativeness,
  group: number,
  statements: readonly number[],
): MarkedStatement[] {
  const index = (s: number) => s * counts.groups + group;
  const { pat, pdt, rat, rdt } = tests;
  const voted = statements.filter(
    (s) => at(counts.agree, index(s)) + at(counts.disagree, index(s)) > 0,
  );
  const sideOf = (s: number) => (at(rat, index(s)) > at(rdt, index(s)) ? 'agree' : 'disagree');
  const marking = voted
    .filter((s) => {
      const agrees = at(rat, index(s)) > Z_90 && at(pat, index(s)) > Z_90;
      return agrees || (at(rdt, index(s)) > Z_90 && at(pdt, index(s)) > Z_90);
    })
    .map((s) => marked(counts, tests, s, group, sideOf(s)))
    .sort(byWeight);
  const best = bestAgreed(counts, tests, group, voted);
  if (marking.length === 0) {
    if (best) return [best];
    const test = (s: number) => Math.max(at(rat, index(s)), at(rdt, index(s)));
    const [first] = voted.sort((a, b) => test(b) - test(a) || a - b);
    return first === undefined ? [] : [marked(counts, tests, first, group, sideOf(first))];
  }
  const others = marking.filter(({ statement }) => statement !== best?.statement);
  const shown = [...(best ? [best] : []), ...others].slice(0, MOST_SHOWN);
  return [
    ...shown.filter(({ side }) => side === 'agree'),
    ...shown.filter(({ side }) => side === 'disagree'),
  ];
}

function statementsIn(statements: number, leftOut?: Uint8Array): number[] {
  return Array.from({ length: statements }, (_, s) => s).filter((s) => !leftOut?.[s]);
}

/**
 * What marks each group: up to five statements it agrees or disagrees with by both tests, the best agreed
 * one first, agrees before disagrees; at least one where the group voted at all. Statements marked in
 * `leftOut` are not looked at.
 */
export function groupPortraits(counts: GroupCounts, leftOut?: Uint8Array): MarkedStatement[][] {
  const tests = representativeness(counts);
  const statements = statementsIn(statementsOf(counts), leftOut);
  return Array.from({ length: counts.groups }, (_, group) =>
    portrait(counts, tests, group, statements),
  );
}

/**
 * What all share: over everybody, up to five statements a side whose share is above a half by the test,
 * by share times test; agreed ones first.
 */
export function sharedByAll(
  { agree, disagree, pass }: Counts,
  leftOut?: Uint8Array,
): MarkedStatement[] {
  const side = (name: MarkedStatement['side'], of: Uint32Array) =>
    statementsIn(agree.length, leftOut)
      .flatMap((statement) => {
        const count = at(of, statement);
        const votes = at(agree, statement) + at(disagree, statement) + at(pass, statement);
        const share = (count + 1) / (votes + 2);
        const test = againstHalf(count, votes);
        if (share <= 0.5 || test <= Z_90) return [];
        return [{ statement, side: name, count, votes, share, weight: share * test }];
      })
      .sort(byWeight)
      .slice(0, MOST_SHOWN);
  return [...side('agree', agree), ...side('disagree', disagree)];
}

/**
 * What divides most: statements by the gap between the two groups that lean most apart, a group's lean
 * being its smoothed share of agrees less that of disagrees, halved so that the gap lies in [0, 1]. Only
 * where one of the two agrees and the other disagrees. Own definition.
 */
export function dividingMost(
  counts: GroupCounts,
  leftOut?: Uint8Array,
  most: number = MOST_SHOWN,
): DividingStatement[] {
  const { groups } = counts;
  const { pa, pd } = representativeness(counts);
  return statementsIn(statementsOf(counts), leftOut)
    .map((statement) => {
      const lean = (g: number) => at(pa, statement * groups + g) - at(pd, statement * groups + g);
      let towards = 0;
      let against = 0;
      for (let g = 1; g < groups; g++) {
        if (lean(g) > lean(towards)) towards = g;
        if (lean(g) < lean(against)) against = g;
      }
      const divides = lean(towards) > 0 && lean(against) < 0;
      return {
        statement,
        towards,
        against,
        gap: divides ? (lean(towards) - lean(against)) / 2 : 0,
      };
    })
    .filter(({ gap }) => gap > 0)
    .sort((a, b) => b.gap - a.gap || a.statement - b.statement)
    .slice(0, most);
}
