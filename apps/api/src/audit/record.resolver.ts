import { RECORD_ACTS, sayRecordAct } from '@clarion/deliberation';
import { canonicalJson } from '@clarion/record';
import { Args, Context as Ctx, Query, Resolver } from '@nestjs/graphql';
import type { Context } from '../accounts/context.js';
import type { QueryReceiptArgs, QueryRecordEntriesArgs } from '../graphql/generated.js';
import { keysOf, pageOf, pageSize, withTotal } from '../graphql/page.js';
import * as checkpoints from '../record/checkpoint.queries.js';
import { entryOf } from '../record/public-act.js';
import { sizeOf } from '../record/tree.queries.js';
import * as entries from './entry.queries.js';
import { receiptOf } from './receipt.service.js';

const ACTS = Object.entries(RECORD_ACTS).flatMap(([aboutKind, acts]) =>
  Object.entries(acts).map(([kind, says]) => ({ aboutKind, kind, says })),
);

/** The page of what an entry is about; none for what has no page, or none for everybody. */
function linkOf(entry: entries.ListedEntry): string | null {
  const { aboutId, consultationId, proposalId, consultationTitle } = entry;
  if (consultationTitle === null) return null;
  switch (entry.aboutKind) {
    case 'consultation':
      return `/consultations/${aboutId}`;
    case 'proposal':
      return `/proposals/${aboutId}`;
    case 'comment':
      return `/proposals/${proposalId}?comment=${aboutId}`;
    case 'evidence':
      return proposalId ? `/proposals/${proposalId}` : `/consultations/${consultationId}/evidence`;
    case 'draft':
      return entry.kind === 'draft_begun' ? null : `/drafts/${aboutId}`;
    default:
      return null;
  }
}

const shown = (row: entries.ListedEntry) => ({
  ...row,
  says: sayRecordAct(row.aboutKind, row.kind) ?? row.kind,
  link: linkOf(row),
  json: canonicalJson(entryOf(row)),
});

@Resolver()
export class RecordResolver {
  @Query()
  async record(@Ctx() { db }: Context) {
    const [size, checkpoint] = [await sizeOf(db), await checkpoints.latest(db)];
    return { size, checkpoint, acts: ACTS };
  }

  @Query()
  async recordEntries(
    @Args() { filter, first, after }: QueryRecordEntriesArgs,
    @Ctx() { db }: Context,
  ) {
    const size = pageSize(first);
    const asked: entries.EntryFilter = {
      aboutKind: filter?.aboutKind ?? null,
      kind: filter?.kind ?? null,
      consultationId: filter?.consultationId ?? null,
      aboutId: filter?.aboutId ?? null,
      from: filter?.from ?? null,
      to: filter?.to ?? null,
    };
    const read = (limit: number, keys: ReturnType<typeof keysOf>) =>
      entries.page(db, asked, limit, keys === null ? null : Number(keys[0]));
    const { rows, total } = await withTotal(read, size, keysOf(after, 1));
    return pageOf(rows.map(shown), size, total, ({ number }) => [number]);
  }

  @Query()
  receipt(@Args() { contributionId }: QueryReceiptArgs, @Ctx() { db, viewer }: Context) {
    return viewer && receiptOf(db, contributionId, viewer.id);
  }
}
