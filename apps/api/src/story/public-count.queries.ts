import type { EntityManager } from 'typeorm';

export type CountedKind = 'proposal' | 'comment' | 'evidence';

export interface CountedRow {
  kind: CountedKind;
  /** How often the record says that one was sent. */
  received: number;
  /** What the tables hold, by status. */
  byStatus: Record<string, number>;
}

const held = (table: CountedKind) =>
  `SELECT '${table}' AS kind, status, count(*)::int AS count FROM ${table}
   WHERE $1::uuid IS NULL OR consultation_id = $1 GROUP BY status`;

/**
 * What was received, from the record, beside what is here, from the tables: two independent sources,
 * so that a difference shows. Of everything, or of one consultation.
 */
export function counts(db: EntityManager, consultationId: string | null): Promise<CountedRow[]> {
  return db.query(
    `WITH received AS (
       SELECT about_kind AS kind, count(*)::int AS count FROM record_entry
       WHERE kind = 'sent' AND about_kind IN ('proposal','comment','evidence')
         AND ($1::uuid IS NULL OR consultation_id = $1)
       GROUP BY about_kind
     ), held AS (${(['proposal', 'comment', 'evidence'] as const).map(held).join(' UNION ALL ')})
     SELECT each.kind,
       coalesce((SELECT count FROM received r WHERE r.kind = each.kind), 0) AS received,
       coalesce((SELECT json_object_agg(h.status, h.count) FROM held h WHERE h.kind = each.kind), '{}')
         AS "byStatus"
     FROM unnest('{proposal,comment,evidence}'::text[]) WITH ORDINALITY AS each(kind, place)
     ORDER BY each.place`,
    [consultationId],
  );
}
