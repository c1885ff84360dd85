import {
  type DraftParagraph,
  type PublishCheck,
  publishCheck,
  type RankedItem,
} from '@clarion/deliberation';
import type { Context } from '../accounts/context.js';
import type { ConsultationRow } from '../consultations/consultation.queries.js';
import { isFinal } from '../decisions/answers.js';
import type { Orders } from '../ranking/orders.js';
import type * as drafts from './draft.queries.js';
import * as checks from './publish-check.queries.js';

/** A paragraph as far as the rules ask. */
export const asAsked = (paragraph: drafts.ParagraphRow): DraftParagraph => ({
  ...paragraph,
  sourceCount: paragraph.sources.length,
});

type Answerable = Pick<ConsultationRow, 'id' | 'rules' | 'phase'>;

/** The order that is answered: the last word once votes have closed, before that the latest round. */
async function rankedOf(
  context: Context,
  orders: Orders,
  { id: consultationId, rules, phase }: Answerable,
): Promise<RankedItem[]> {
  if (!isFinal(phase)) {
    const inRound = await checks.rankedInRound(context.db, consultationId);
    return inRound.map((row) => ({ ...row, statement: '' }));
  }
  const order = await orders.thatCounts({ consultationId, round: null, rules }, context);
  return (order?.ordered.rows ?? []).flatMap(({ row, rank }) =>
    rank === null ? [] : [{ id: row.id, rank, statement: '' }],
  );
}

/** What stands between a working version and publishing it. */
export async function checkOf(
  context: Context,
  orders: Orders,
  consultation: Answerable,
  paragraphs: readonly drafts.ParagraphRow[],
): Promise<PublishCheck> {
  const ranked = await rankedOf(context, orders, consultation);
  const decided = await checks.decidedIds(context.db, consultation.id);
  return publishCheck(paragraphs.map(asAsked), ranked, decided, consultation.rules.topN);
}
