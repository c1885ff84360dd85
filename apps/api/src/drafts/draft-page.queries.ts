import type { EntityManager } from 'typeorm';
import { type DraftRow, FIELDS, FROM, READER, type Reader } from './draft.queries.js';
import { type ItemRow, itemsJson } from './source-item.queries.js';

/** A draft, and all of others that a page of it shows. */
export interface DraftPageRow extends DraftRow {
  items: ItemRow[];
}

/** Ids of the consultation of `d`, of what its version `v` cites, and of the proposals that this is about. */
const SHOWN = `SELECT array_agg(DISTINCT shown.id) AS ids FROM (SELECT d.consultation_id AS id
    UNION ALL
    SELECT cited.id FROM paragraph_source s LEFT JOIN comment sc ON sc.id = s.comment_id
      LEFT JOIN decision sd ON sd.id = s.decision_id
      CROSS JOIN LATERAL (VALUES (s.proposal_id), (s.comment_id), (s.evidence_id), (s.decision_id),
        (sc.proposal_id), (sd.proposal_id)) AS cited(id)
    WHERE s.draft_id = d.id AND s.version = v.number AND cited.id IS NOT NULL) AS shown`;

/** One draft with what its page shows of others, in one statement; null when there is nothing the reader may see. */
export async function page(
  db: EntityManager,
  reader: Reader,
  id: string,
  version: number | null,
): Promise<DraftPageRow | null> {
  const [row] = await db.query<DraftPageRow[]>(
    `SELECT ${FIELDS}, ${itemsJson('shown.ids', '$1::uuid')} AS items
     ${FROM} CROSS JOIN LATERAL (${SHOWN} OFFSET 0) AS shown WHERE d.id = $5`,
    [...READER(reader), version, id],
  );
  return row ?? null;
}
