import type { EntityManager } from 'typeorm';
import { unlessHidden } from '../contributions/hidden.js';
import type { Labelled } from './source-label.js';

export interface CitableRow extends Labelled {
  id: string;
  excerpt: string;
}

const READABLE = `IN ('published','merged','not_taken_forward')`;
const AT_MOST = { proposal: 20, evidence: 10, decision: 10, comment: 10 };

/** Words as the search reads them, or as they are being typed ($2: null for everything). */
const matches = (vector: string, text: string) => `($2::text IS NULL
  OR ${vector} @@ websearch_to_tsquery('english'::regconfig, fold($2))
  OR strpos(fold(${text}), fold($2)) > 0)`;

const PROPOSALS = `SELECT 1 AS part, 'proposal' AS kind, p.id, p.statement AS excerpt,
    coalesce(a.display_name, p.author_name) AS name, NULL AS "bodyKind", rc.rank,
    NULL AS outcome, NULL AS "decidedOn",
    coalesce(rc.rank, 1000000)::float8 AS sort, p.number::float8 AS "then"
  FROM proposal p LEFT JOIN member a ON a.id = p.author_id
    LEFT JOIN round_count rc ON rc.proposal_id = p.id AND rc.round_id =
      (SELECT r.id FROM round r WHERE r.consultation_id = $1 ORDER BY r.number DESC LIMIT 1)
  WHERE p.consultation_id = $1 AND p.status ${READABLE}
    AND ${matches('p.words', 'p.statement')}`;

const EVIDENCE = `SELECT 2, 'evidence', e.id, e.claim, b.name, b.kind, NULL::int, NULL, NULL,
    -extract(epoch FROM e.created_at)::float8, 0
  FROM evidence e JOIN body b ON b.id = e.body_id
  WHERE e.consultation_id = $1 AND e.status ${READABLE}
    AND ${matches('e.words', `e.claim || ' ' || b.name`)}`;

const DECISIONS = `SELECT 3, 'decision', x.id, ${unlessHidden('p', 'p.statement')}, b.name, b.kind, NULL::int, x.outcome,
    to_char(x.decided_at AT TIME ZONE 'Europe/London', 'YYYY-MM-DD'),
    -extract(epoch FROM x.decided_at)::float8, 0
  FROM decision x JOIN proposal p ON p.id = x.proposal_id JOIN body b ON b.id = x.body_id
  WHERE x.consultation_id = $1 AND x.superseded_by_id IS NULL AND (p.status <> 'hidden' OR $2 IS NULL)
    AND ${matches('p.words', `p.statement || ' ' || x.reason`)}`;

const COMMENTS = `SELECT 4, 'comment', c.id, left(c.body, 200), coalesce(a.display_name, c.author_name),
    NULL, NULL::int, NULL, NULL, -c.good_points::float8, -extract(epoch FROM c.created_at)::float8
  FROM comment c LEFT JOIN member a ON a.id = c.author_id
  WHERE c.consultation_id = $1 AND c.status ${READABLE}
    AND ${matches('c.words', 'c.body')}`;

const firstOf = (select: string, part: number, limit: number) =>
  `(SELECT * FROM (${select}) AS x${part}(part, kind, id, excerpt, name, "bodyKind", rank, outcome,
    "decidedOn", sort, "then") ORDER BY sort, "then", id LIMIT ${limit})`;

/**
 * What a drafter may cite from a consultation: proposals by rank in the latest round and then by
 * number, the newest evidence, the newest answers, the comments with most good points.
 */
export function citable(
  db: EntityManager,
  consultationId: string,
  text: string | null,
): Promise<CitableRow[]> {
  return db.query(
    `SELECT kind, id, excerpt, name, "bodyKind", rank, outcome, "decidedOn" FROM (
       ${[
         firstOf(PROPOSALS, 1, AT_MOST.proposal),
         firstOf(EVIDENCE, 2, AT_MOST.evidence),
         firstOf(DECISIONS, 3, AT_MOST.decision),
         firstOf(COMMENTS, 4, AT_MOST.comment),
       ].join(' UNION ALL ')}
     ) found ORDER BY part, sort, "then", id`,
    [consultationId, text],
  );
}
