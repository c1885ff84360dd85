import {
  groupsShown,
  type PlainShape,
  sizesShown,
  type Tally,
  toldGroups,
  toldShapes,
  toldSizes,
} from '@clarion/deliberation';
import type { GroupsTold } from '@clarion/exchange/round';
import type { EntityManager } from 'typeorm';
import type { VoteMatrix } from '../voting/vote-matrix.queries.js';
import type { Found } from './found.js';
import type { ResultRow } from './opinion-result.queries.js';
import * as toldBreakdowns from './told-breakdown.queries.js';

/** What is told of groups, in the columns of a result: hidden cells count nobody. */
export interface ToldColumns {
  columns: Pick<ResultRow, 'agree' | 'disagree' | 'pass' | 'allAgree' | 'allDisagree' | 'allPass'>;
  sizes: (number | null)[];
  shapes: (PlainShape | null)[];
}

const at = ({ agree, disagree, pass }: Found['all'], index: number): Tally => ({
  agree: agree[index] ?? 0,
  disagree: disagree[index] ?? 0,
  pass: pass[index] ?? 0,
});

/** What is told of these groups after what rounds and earlier findings told; of another number of groups it is the first. */
function renew(
  { proposals, pseudonyms }: VoteMatrix,
  found: Found,
  before: GroupsTold | null,
): GroupsTold {
  const { k } = found;
  const told = before?.k === k ? before : null;
  const entries = proposals.map(({ number }, index) => {
    const cells = Array.from({ length: k }, (_, group) => at(found.counts, index * k + group));
    const now = { cells, whole: at(found.all, index) };
    return [number, toldGroups(now, told?.proposals[number] ?? null)] as const;
  });
  return {
    k,
    sizes: toldSizes(found.sizes, pseudonyms.length, told?.sizes ?? null),
    proposals: Object.fromEntries(entries),
  };
}

/** Beside the whole of the moment when a statement was told last: who votes later brings nothing hidden to light. */
function columnsOf(
  { proposals }: VoteMatrix,
  { k, sizes, proposals: told }: GroupsTold,
): Omit<ToldColumns, 'shapes'> {
  const all = proposals.map(({ number }) => told[number]);
  const cells = all.flatMap((each) => (each ? groupsShown(each) : Array<null>(k).fill(null)));
  const of = (list: readonly (Tally | null | undefined)[], choice: keyof Tally) =>
    list.map((tally) => tally?.[choice] ?? 0);
  const wholes = all.map((each) => each?.whole);
  return {
    columns: {
      agree: of(cells, 'agree'),
      disagree: of(cells, 'disagree'),
      pass: of(cells, 'pass'),
      allAgree: of(wholes, 'agree'),
      allDisagree: of(wholes, 'disagree'),
      allPass: of(wholes, 'pass'),
    },
    sizes: sizes ? sizesShown(sizes) : [],
  };
}

/** Tells what may be told of groups that were found, and keeps it for whatever is told next. */
export async function tellGroups(
  tx: EntityManager,
  consultationId: string,
  matrix: VoteMatrix,
  found: Found,
  last: Pick<ResultRow, 'k' | 'shapes'> | null,
): Promise<ToldColumns> {
  const before = await toldBreakdowns.take(tx, consultationId);
  const groups = renew(matrix, found, before?.groups ?? null);
  // Fewer than two groups are none: rounds do not tell of them.
  const kept = groups.k >= 2 ? groups : (before?.groups ?? null);
  await toldBreakdowns.keep(tx, consultationId, { groups: kept, areas: before?.areas ?? {} });
  const isSame = before?.groups?.k === groups.k;
  const shapes = groups.sizes
    ? toldShapes(found.shapes, groups.sizes, {
        sizes: (isSame && before.groups?.sizes) || null,
        shapes: last?.k === groups.k ? last.shapes : [],
      })
    : [];
  return { ...columnsOf(matrix, groups), shapes };
}
