import { wilsonLower, wilsonUpper } from './lens/support.js';
import type { Ranking, RankingInput } from './ranking.js';
import type { Rules } from './rules.js';

/** A step in the answer to "why is this here?", with the numbers it rests on. Shares and gaps are in [0, 1]. */
export type WhyStep =
  /** What put it here: `agree` of the `chose` who chose, `cautious` being the lower bound that orders. */
  | { kind: 'support'; agree: number; chose: number; share: number; cautious: number }
  | { kind: 'nobody_chose'; passed: number }
  | {
      kind: 'breadth';
      regionsCarried: number;
      regionCount: number;
      clpsCarried: number;
      clpsCounted: number;
      floor: number;
      score: number;
    }
  /** Below the line: what it needs, and its `place` among the `waiting`. */
  | { kind: 'not_ranked'; votesNeeded: number; clpsNeeded: number; place: number; waiting: number }
  /** What it beat and what beat it: `rank` of the neighbour, the gap in score, and for `support@1` the
   * agrees that would close the gap (null beyond `MOST_VOTES`, or for another lens). */
  | { kind: 'behind'; rank: number; gap: number; votesToClose: number | null }
  | { kind: 'ahead'; rank: number; gap: number }
  | { kind: 'tied'; rank: number; others: number }
  | { kind: 'alone' }
  /** How sure we are. */
  | { kind: 'turnout'; votes: number; clps: number; quorumVotes: number; quorumClps: number }
  | { kind: 'interval'; low: number; high: number }
  | { kind: 'carried'; regionsCarried: number; regionCount: number }
  /** Where it would stand if any one CLP were left out, and in 95 of 100 seeded recounts. */
  | { kind: 'range'; best: number; worst: number; low: number; high: number };

/** Votes beyond which a gap is not counted out. */
export const MOST_VOTES = 10_000_000;

/**
 * The fewest further agrees by which `support@1` of a proposal reaches a score, by bisection (the score
 * grows with every agree); 0 when it has it, null when more than `MOST_VOTES` were needed.
 */
export function agreesToReach(agree: number, disagree: number, score: number): number | null {
  const reaches = (more: number) => wilsonLower(agree + more, disagree) >= score;
  if (reaches(0)) return 0;
  if (!reaches(MOST_VOTES)) return null;
  let low = 0;
  let high = 1;
  while (!reaches(high)) {
    low = high;
    high = Math.min(MOST_VOTES, high * 2);
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (reaches(middle)) high = middle;
    else low = middle;
  }
  return high;
}

interface Standing {
  position: number;
  index: number;
  ranking: Ranking;
  input: RankingInput;
  rules: Pick<Rules, 'quorumVotes' | 'quorumClps' | 'clpFloorForBreadth'>;
}

const at = (column: ArrayLike<number>, index: number): number => column[index] as number;

function putHere({ index, ranking, input, rules }: Standing): WhyStep {
  const { agree, disagree, pass } = input.counts;
  if (ranking.lens === 'breadth@1') {
    const { breadth } = ranking;
    return {
      kind: 'breadth',
      regionsCarried: breadth ? at(breadth.regionsCarried, index) : 0,
      regionCount: input.geography?.regionCount ?? 0,
      clpsCarried: breadth ? at(breadth.clpsCarried, index) : 0,
      clpsCounted: breadth ? at(breadth.clpsCounted, index) : 0,
      floor: rules.clpFloorForBreadth,
      score: at(ranking.score, index),
    };
  }
  const chose = at(agree, index) + at(disagree, index);
  if (chose === 0) return { kind: 'nobody_chose', passed: at(pass, index) };
  return {
    kind: 'support',
    agree: at(agree, index),
    chose,
    share: at(agree, index) / chose,
    cautious: at(ranking.score, index),
  };
}

function neighbours({ position, index, ranking, input }: Standing): WhyStep[] {
  const { order, score, rank, above } = ranking;
  const own = at(score, index);
  let first = position;
  while (first > 0 && at(score, at(order, first - 1)) === own) first--;
  let last = position;
  while (last + 1 < above && at(score, at(order, last + 1)) === own) last++;
  const steps: WhyStep[] = [];
  if (last > first) steps.push({ kind: 'tied', rank: at(rank, index), others: last - first });
  if (last + 1 < above) {
    const next = at(order, last + 1);
    steps.push({ kind: 'ahead', rank: at(rank, next), gap: own - at(score, next) });
  }
  if (first > 0) {
    const better = at(order, first - 1);
    const target = at(score, better);
    const { agree, disagree } = input.counts;
    const votesToClose =
      ranking.lens === 'support@1'
        ? agreesToReach(at(agree, index), at(disagree, index), target)
        : null;
    steps.push({ kind: 'behind', rank: at(rank, better), gap: target - own, votesToClose });
  }
  return steps.length > 0 ? steps : [{ kind: 'alone' }];
}

function howSure({ index, ranking, input, rules }: Standing): WhyStep[] {
  const { agree, disagree, pass } = input.counts;
  const { quorumVotes, quorumClps } = rules;
  const votes = at(agree, index) + at(disagree, index) + at(pass, index);
  const clps = at(ranking.clps, index);
  const steps: WhyStep[] = [{ kind: 'turnout', votes, clps, quorumVotes, quorumClps }];
  const { breadth } = ranking;
  if (at(agree, index) + at(disagree, index) > 0) {
    const low = wilsonLower(at(agree, index), at(disagree, index));
    steps.push({ kind: 'interval', low, high: wilsonUpper(at(agree, index), at(disagree, index)) });
  }
  if (breadth && input.geography && ranking.lens !== 'breadth@1') {
    steps.push({
      kind: 'carried',
      regionsCarried: at(breadth.regionsCarried, index),
      regionCount: input.geography.regionCount,
    });
  }
  return steps;
}

/**
 * Why the proposal at a position of the order (from 0) is there, as steps with their numbers: what put
 * it there, what it beat and what beat it, how sure we are. `input` and `rules` are those that were
 * ranked. Linear in the length of a tie. Throws RangeError for a position outside the order.
 */
export function explain(
  position: number,
  ranking: Ranking,
  input: RankingInput,
  rules: Standing['rules'],
): WhyStep[] {
  const index = ranking.order[position];
  if (index === undefined) throw new RangeError(`There is no position ${position} in this order.`);
  const standing: Standing = { position, index, ranking, input, rules };
  if (position < ranking.above) {
    return [putHere(standing), ...neighbours(standing), ...howSure(standing)];
  }
  return [
    {
      kind: 'not_ranked',
      votesNeeded: at(ranking.votesNeeded, index),
      clpsNeeded: at(ranking.clpsNeeded, index),
      place: position - ranking.above + 1,
      waiting: ranking.order.length - ranking.above,
    },
    putHere(standing),
    ...howSure(standing),
  ];
}

/** The numbers of a step with their names, for whoever reads data. */
export function numbersOf(step: WhyStep): { name: string; value: number }[] {
  return Object.entries(step).flatMap(([name, value]) =>
    typeof value === 'number' ? [{ name, value }] : [],
  );
}
