import type { EntityManager } from 'typeorm';

/** A paragraph as it is written, in its place. */
export interface WrittenParagraph {
  id: string;
  position: number;
  number: string;
  heading: string | null;
  text: string;
  ownReason: string | null;
}

/** A citation as it is written; exactly one of the four ids is there. */
export interface WrittenSource {
  id: string;
  paragraphId: string;
  position: number;
  proposalId: string | null;
  commentId: string | null;
  evidenceId: string | null;
  decisionId: string | null;
  note: string | null;
}

/** Puts paragraphs and sources in the place of all that a working version held. */
export async function replace(
  tx: EntityManager,
  draftId: string,
  version: number,
  paragraphs: readonly WrittenParagraph[],
  sources: readonly WrittenSource[],
): Promise<void> {
  await tx.query('DELETE FROM paragraph WHERE draft_id = $1 AND version = $2', [draftId, version]);
  await tx.query(
    `INSERT INTO paragraph (draft_id, version, id, position, number, heading, text, own_reason)
     SELECT $1, $2, x.id, x.position, x.number, x.heading, x.text, x."ownReason"
     FROM jsonb_to_recordset($3::jsonb) AS x(id uuid, position int, number text, heading text,
       text text, "ownReason" text)`,
    [draftId, version, JSON.stringify(paragraphs)],
  );
  await tx.query(
    `INSERT INTO paragraph_source (draft_id, version, paragraph_id, id, position,
       proposal_id, comment_id, evidence_id, decision_id, note)
     SELECT $1, $2, x."paragraphId", x.id, x.position, x."proposalId", x."commentId",
       x."evidenceId", x."decisionId", x.note
     FROM jsonb_to_recordset($3::jsonb) AS x(id uuid, "paragraphId" uuid, position int,
       "proposalId" uuid, "commentId" uuid, "evidenceId" uuid, "decisionId" uuid, note text)`,
    [draftId, version, JSON.stringify(sources)],
  );
}

/** Whether a working version holds exactly these paragraphs and sources. */
export async function holds(
  tx: EntityManager,
  draftId: string,
  version: number,
  paragraphs: readonly Omit<WrittenParagraph, 'number'>[],
  sources: readonly WrittenSource[],
): Promise<boolean> {
  const [row] = await tx.query<[{ holds: boolean }]>(
    `WITH given_paragraphs AS (
       SELECT x.id, x.position, x.heading, x.text, x."ownReason"
       FROM jsonb_to_recordset($3::jsonb) AS x(id uuid, position int, heading text, text text,
         "ownReason" text)
     ), kept_paragraphs AS (
       SELECT id, position, heading, text, own_reason FROM paragraph
       WHERE draft_id = $1 AND version = $2
     ), given_sources AS (
       SELECT x."paragraphId", x.id, x.position, x."proposalId", x."commentId", x."evidenceId",
         x."decisionId", x.note
       FROM jsonb_to_recordset($4::jsonb) AS x(id uuid, "paragraphId" uuid, position int,
         "proposalId" uuid, "commentId" uuid, "evidenceId" uuid, "decisionId" uuid, note text)
     ), kept_sources AS (
       SELECT paragraph_id, id, position, proposal_id, comment_id, evidence_id, decision_id, note
       FROM paragraph_source WHERE draft_id = $1 AND version = $2
     )
     SELECT NOT EXISTS (TABLE given_paragraphs EXCEPT TABLE kept_paragraphs)
       AND NOT EXISTS (TABLE kept_paragraphs EXCEPT TABLE given_paragraphs)
       AND NOT EXISTS (TABLE given_sources EXCEPT TABLE kept_sources)
       AND NOT EXISTS (TABLE kept_sources EXCEPT TABLE given_sources) AS holds`,
    [draftId, version, JSON.stringify(paragraphs), JSON.stringify(sources)],
  );
  return row.holds;
}

/** Copies the paragraphs of one version, with their sources, into another. */
export async function copy(
  tx: EntityManager,
  draftId: string,
  from: number,
  to: number,
): Promise<void> {
  await tx.query(
    `INSERT INTO paragraph (draft_id, version, id, position, number, heading, text, own_reason)
     SELECT draft_id, $3, id, position, number, heading, text, own_reason
     FROM paragraph WHERE draft_id = $1 AND version = $2`,
    [draftId, from, to],
  );
  await tx.query(
    `INSERT INTO paragraph_source (draft_id, version, paragraph_id, id, position,
       proposal_id, comment_id, evidence_id, decision_id, note)
     SELECT draft_id, $3, paragraph_id, id, position, proposal_id, comment_id, evidence_id,
       decision_id, note
     FROM paragraph_source WHERE draft_id = $1 AND version = $2`,
    [draftId, from, to],
  );
}

/** The number of every paragraph that was ever published in a draft, by its id. */
export async function publishedNumbers(
  db: EntityManager,
  draftId: string,
): Promise<Map<string, string>> {
  const rows = await db.query<{ id: string; number: string }[]>(
    `SELECT DISTINCT ON (g.id) g.id, g.number FROM paragraph g
       JOIN draft_version v ON v.draft_id = g.draft_id AND v.number = g.version
     WHERE g.draft_id = $1 AND v.status <> 'working'
     ORDER BY g.id, g.version DESC`,
    [draftId],
  );
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** Of these ids those that may be cited from a consultation, by what they are the id of. */
export async function citableIds(
  db: EntityManager,
  consultationId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await db.query<{ key: string }[]>(
    `SELECT 'proposalId ' || id AS key FROM proposal
       WHERE consultation_id = $1 AND id = ANY($2) AND status NOT IN ('waiting', 'hidden')
     UNION ALL SELECT 'commentId ' || id FROM comment
       WHERE consultation_id = $1 AND id = ANY($2) AND status NOT IN ('waiting', 'hidden')
     UNION ALL SELECT 'evidenceId ' || id FROM evidence
       WHERE consultation_id = $1 AND id = ANY($2) AND status NOT IN ('waiting', 'hidden')
     UNION ALL SELECT 'decisionId ' || id FROM decision WHERE consultation_id = $1 AND id = ANY($2)`,
    [consultationId, ids],
  );
  return new Set(rows.map((row) => row.key));
}
