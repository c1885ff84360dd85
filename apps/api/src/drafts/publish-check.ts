import {
  type DraftParagraph,
  orderingLens,
  type PublishCheck,
  publishCheck,
  type RankedItem,
} from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import type { ConsultationRow } from '../consultations/consultation.queries.js';
import { isFinal } from '../decisions/answers.js';
import { besideLive } from '../ranking/beside.js';
import { order } from '../ranking/order.js';
import * as ranking from '../ranking/ranking.queries.js';
import * as drafts from './draft.queries.js';

/** A paragraph as far as the rules ask. */
export const asAsked = (paragraph: drafts.ParagraphRow): DraftParagraph => ({
  ...paragraph,
  sourceCount: paragraph.sources.length,
});

type Answerable = Pick<ConsultationRow, 'id' | 'rules' | 'phase'>;

/** The order that is answered: the last word once votes have closed, before that the latest round. */
async function rankedOf(
  db: EntityManager,
  { id, rules, phase }: Answerable,
): Promise<RankedItem[]> {
  if (!isFinal(phase)) {
    const inRound = await drafts.rankedInRound(db, id);
    return inRound.map((row) => ({ ...row, statement: '' }));
  }
  const counted = await ranking.counted(db, [id], '');
  const beside = besideLive(counted);
  return order(counted, orderingLens(rules, beside), rules, beside).rows.flatMap(({ row, rank }) =>
    rank === null ? [] : [{ id: row.id, rank, statement: '' }],
  );
}

/** What stands between a working version and publishing it. */
export async function checkOf(
  db: EntityManager,
  consultation: Answerable,
  paragraphs: readonly drafts.ParagraphRow[],
): Promise<PublishCheck> {
  const ranked = await rankedOf(db, consultation);
  const decided = await drafts.decidedIds(db, consultation.id);
  return publishCheck(paragraphs.map(asAsked), ranked, decided, consultation.rules.topN);
}
