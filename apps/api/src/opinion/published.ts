import { type Counts, type GroupCounts, publishedGroups } from '@clarion/deliberation';
import type { ResultRow } from './opinion-result.queries.js';

/** The groups of a result as everybody may see them. */
export interface Published {
  /** Of everybody, by the result's statements. */
  whole: Counts;
  /** By statement and group; a hidden cell counts nobody. */
  counts: GroupCounts;
  /** 1 for each cell that is shown. */
  shown: Uint8Array;
}

/**
 * What may be shown of a result. Beside the whole of the same moment, not of this one: who votes later
 * must not bring to light what was hidden.
 */
export function publishedOf(
  result: Pick<
    ResultRow,
    'k' | 'agree' | 'disagree' | 'pass' | 'allAgree' | 'allDisagree' | 'allPass'
  >,
): Published {
  const whole = {
    agree: Uint32Array.from(result.allAgree),
    disagree: Uint32Array.from(result.allDisagree),
    pass: Uint32Array.from(result.allPass),
  };
  const counts = {
    groups: result.k,
    agree: Uint32Array.from(result.agree),
    disagree: Uint32Array.from(result.disagree),
    pass: Uint32Array.from(result.pass),
  };
  return { whole, ...publishedGroups(counts, whole) };
}
