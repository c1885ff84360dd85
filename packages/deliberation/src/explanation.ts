import { groupsOf, regionCountOf } from './lens/measure.js';
import { wilsonLower, wilsonUpper } from './lens/support.js';
import type { RankRange } from './range.js';
import { rangeAt } from './range-words.js';
import type { Ranking } from './ranking.js';
import type { RankingInput } from './ranking-input.js';
import { ballotsArePublished, type Rules } from './rules.js';

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
  /** How a group (0 is A) voted on it; one step for each whose counts are published. */
  | { kind: 'group'; group: number; agree: number; votes: number; share: number }
  /** The geometric mean over all `groups` and the product that orders; `hidden` of them count one half. */
  | { kind: 'common_ground'; groups: number; mean: number; product: number; hidden: number }
  /**
   * On how many ballots it is, and where it was placed; null if nobody chose it. The load its voters bore then,
   * only where the ballots are published: from exact loads follows how few chose two proposals together.
   */
  | {
      kind: 'priorities';
      chosen: number;
      ballots: number;
      load: number | null;
      place: number | null;
    }
  /** Below the line: what it needs, and its `place` among the `waiting`. */
  | { kind: 'not_ranked'; votesNeeded: number; clpsNeeded: number; place: number; waiting: number }
  /** What it beat and what beat it: `rank` of the neighbour, the gap in score (null for `priorities@1`, where
   * no score orders), and for `support@1` the agrees that would close the gap (null beyond `MOST_VOTES`,
   * or for another lens). */
  | { kind: 'behind'; rank: number; gap: number | null; votesToClose: number | null }
  | { kind: 'ahead'; rank: number; gap: number | null }
  | { kind: 'tied'; rank: number; others: number }
  | { kind: 'alone' }
  /** How sure we are. */
  | { kind: 'turnout'; votes: number; clps: number; quorumVotes: number; quorumClps: number }
  | { kind: 'interval'; low: number; high: number }
  | { kind: 'carried'; regionsCarried: number; regionCount: number }
  /** Where it would stand if any one CLP were left out (null where that is not counted), and in 95 of 100
   * seeded recounts. */
  | { kind: 'range'; best: number | null; worst: number | null; low: number; high: number };

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
  rules: Pick<Rules, 'quorumVotes' | 'quorumClps' | 'clpFloorForBreadth' | 'officialLens'>;
}

const at = (column: ArrayLike<number>, index: number): number => column[index] as number;

function breadthStep({ index, ranking, input, rules }: Standing): WhyStep {
  const { breadth } = ranking;
  return {
    kind: 'breadth',
    regionsCarried: breadth ? at(breadth.regionsCarried, index) : 0,
    regionCount: regionCountOf(input),
    clpsCarried: breadth ? at(breadth.clpsCarried, index) : 0,
    clpsCounted: breadth ? at(breadth.clpsCounted, index) : 0,
    floor: rules.clpFloorForBreadth,
    score: at(ranking.score, index),
  };
}

/** A step for each group whose counts are there, and what they come to. */
function commonGroundSteps({ index, ranking, input }: Standing): WhyStep[] {
  const { groups, agree, disagree, pass } = groupsOf(input);
  const steps: WhyStep[] = [];
  for (let group = 0; group < groups; group++) {
    const cell = index * groups + group;
    const votes = at(agree, cell) + at(disagree, cell) + at(pass, cell);
    if (votes === 0) continue;
    const agrees = at(agree, cell);
    steps.push({ kind: 'group', group, agree: agrees, votes, share: agrees / votes });
  }
  const mean = at(ranking.score, index);
  const product = ranking.consensus ? at(ranking.consensus.product, index) : 0;
  const hidden = groups - steps.length;
  return [...steps, { kind: 'common_ground', groups, mean, product, hidden }];
}

function prioritiesStep({ position, index, ranking, rules }: Standing): WhyStep {
  const { priorities } = ranking;
  const chosen = priorities ? at(priorities.chosen, index) : 0;
  const load = priorities ? at(priorities.load, index) : Number.POSITIVE_INFINITY;
  return {
    kind: 'priorities',
    chosen,
    ballots: priorities?.ballots ?? 0,
    load: ballotsArePublished(rules) && Number.isFinite(load) ? load : null,
    place: chosen > 0 && position < ranking.above ? position + 1 : null,
  };
}

function putHere(standing: Standing): WhyStep[] {
  const { lens } = standing.ranking;
  if (lens === 'breadth@1') return [breadthStep(standing)];
  if (lens === 'common-ground@1') return commonGroundSteps(standing);
  if (lens === 'priorities@1') return [prioritiesStep(standing)];
  return [supportStep(standing)];
}

function supportStep({ index, ranking, input }: Standing): WhyStep {
  const { agree, disagree, pass } = input.counts;
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

/** By how much one stands before a later one; null where no score orders. */
function gapOf({ score, priorities }: Ranking, before: number, after: number): number | null {
  return priorities ? null : at(score, before) - at(score, after);
}

function neighbours({ position, index, ranking, input }: Standing): WhyStep[] {
  const { order, score, rank, above } = ranking;
  const own = at(rank, index);
  let first = position;
  while (first > 0 && at(rank, at(order, first - 1)) === own) first--;
  let last = position;
  while (last + 1 < above && at(rank, at(order, last + 1)) === own) last++;
  const steps: WhyStep[] = [];
  if (last > first) steps.push({ kind: 'tied', rank: own, others: last - first });
  if (last + 1 < above) {
    const next = at(order, last + 1);
    steps.push({ kind: 'ahead', rank: at(rank, next), gap: gapOf(ranking, index, next) });
  }
  if (first > 0) {
    const better = at(order, first - 1);
    const { agree, disagree } = input.counts;
    const votesToClose =
      ranking.lens === 'support@1'
        ? agreesToReach(at(agree, index), at(disagree, index), at(score, better))
        : null;
    const gap = gapOf(ranking, better, index);
    steps.push({ kind: 'behind', rank: at(rank, better), gap, votesToClose });
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
  const regionCount = regionCountOf(input);
  if (breadth && regionCount > 0 && ranking.lens !== 'breadth@1') {
    steps.push({
      kind: 'carried',
      regionsCarried: at(breadth.regionsCarried, index),
      regionCount,
    });
  }
  return steps;
}

/**
 * Why the proposal at a position of the order (from 0) is there, as steps with their numbers: what put
 * it there, what it beat and what beat it, how sure we are. `input` and `rules` are those that were
 * ranked; `range`, where it is at hand, is of the same ranking. Linear in the length of a tie. Throws
 * RangeError for a position outside the order.
 */
export function explain(
  position: number,
  ranking: Ranking,
  input: RankingInput,
  rules: Standing['rules'],
  range?: RankRange | null,
): WhyStep[] {
  const index = ranking.order[position];
  if (index === undefined) throw new RangeError(`There is no position ${position} in this order.`);
  const standing: Standing = { position, index, ranking, input, rules };
  if (position < ranking.above) {
    const row = range ? rangeAt(range, index) : null;
    return [
      ...putHere(standing),
      ...neighbours(standing),
      ...howSure(standing),
      ...(row ? [{ kind: 'range' as const, ...row }] : []),
    ];
  }
  return [
    {
      kind: 'not_ranked',
      votesNeeded: at(ranking.votesNeeded, index),
      clpsNeeded: at(ranking.clpsNeeded, index),
      place: position - ranking.above + 1,
      waiting: ranking.order.length - ranking.above,
    },
    ...putHere(standing),
    ...howSure(standing),
  ];
}

/** The numbers of a step with their names, for whoever reads data. */
export function numbersOf(step: WhyStep): { name: string; value: number }[] {
  return Object.entries(step).flatMap(([name, value]) =>
    typeof value === 'number' ? [{ name, value }] : [],
  );
}
