import { type GroupCounts, statementsOf } from '../opinion/group-counts.js';
import type { RankingInput } from '../ranking-input.js';
import { type Breadth, breadthScore } from './breadth.js';
import { type Consensus, commonGround } from './common-ground.js';
import type { LensId } from './lenses.js';
import type { Priorities } from './priorities.js';
import { prioritiesAmong } from './priorities-among.js';
import { wilsonLower } from './support.js';

/** What a lens measured, by proposal index. */
export interface Measured {
  /** What orders, greatest first; equal only where the lens cannot tell two proposals apart. */
  key: Float64Array;
  /** What is shown of it, in [0, 1]. */
  score: Float64Array;
  consensus: Consensus | null;
  priorities: Priorities | null;
}

/** How many regions there are, those without votes included. */
export function regionCountOf({ geography, regionCount }: RankingInput): number {
  return geography?.regionCount ?? regionCount ?? 0;
}

/** The counts by opinion group; everybody is one group where none are given. Throws RangeError for other proposals. */
export function groupsOf({ groups, counts, number }: RankingInput): GroupCounts {
  if (!groups) return { groups: 1, ...counts };
  if (statementsOf(groups) !== number.length) {
    throw new RangeError('The counts by group are of other proposals.');
  }
  return groups;
}

function support({ counts: { agree, disagree } }: RankingInput): Float64Array {
  return Float64Array.from(agree, (count, p) => wilsonLower(count, disagree[p] as number));
}

function breadthScores(input: RankingInput, breadth: Breadth | null): Float64Array {
  const regions = regionCountOf(input);
  return Float64Array.from(input.number, (_, p) =>
    breadth
      ? breadthScore(
          breadth.regionsCarried[p] as number,
          regions,
          breadth.clpsCarried[p] as number,
          breadth.clpsCounted[p] as number,
        )
      : 0,
  );
}

/** Priorities as given, or as the ballots place those above the line. */
function placed({ ballots, priorities, number }: RankingInput, above: Uint32Array): Priorities {
  if (!priorities) {
    const none = { starts: new Uint32Array(1), proposal: new Uint32Array(0) };
    return prioritiesAmong(ballots ?? none, number, above);
  }
  const { order, chosen, load, tied } = priorities;
  const isOfThese =
    [order, chosen, load, tied].every(({ length }) => length === number.length) &&
    new Set(order).size === number.length &&
    order.every((p) => p < number.length);
  if (!isOfThese) throw new RangeError('The priorities are of other proposals.');
  return priorities;
}

/** The later a proposal was placed the less; 0 for all that nobody chose. */
function placeKeys({ order, chosen }: Priorities): Float64Array {
  const key = new Float64Array(order.length);
  order.forEach((p, position) => {
    if (chosen[p] !== 0) key[p] = order.length - position;
  });
  return key;
}

/**
 * What a lens measures of every proposal. `above` are the indices of those above the quorum line, among
 * which priorities are placed; `breadth` is null where it is not known. Throws RangeError for counts by
 * group, ballots or priorities that are of other proposals.
 */
export function measure(
  lens: LensId,
  input: RankingInput,
  breadth: Breadth | null,
  above: Uint32Array,
): Measured {
  const plain = (key: Float64Array) => ({ key, score: key, consensus: null, priorities: null });
  if (lens === 'support@1') return plain(support(input));
  if (lens === 'breadth@1') return plain(breadthScores(input, breadth));
  if (lens === 'common-ground@1') {
    const consensus = commonGround(groupsOf(input));
    return { key: consensus.product, score: consensus.mean, consensus, priorities: null };
  }
  const priorities = placed(input, above);
  const { ballots, chosen } = priorities;
  const score = Float64Array.from(chosen, (count) => (ballots === 0 ? 0 : count / ballots));
  return { key: placeKeys(priorities), score, consensus: null, priorities };
}
