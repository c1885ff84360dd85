import { HIDDEN_NAME } from '@clarion/deliberation';
import { fromHex, type KeptEntry, type Opening } from '@clarion/record';
import type { EntityManager } from 'typeorm';
import { ENTRY, type EntryRow, entryOf } from '../record/public-act.js';
import { ALL_TEXTS, SHOWN_TEXTS } from './texts.js';

/** An entry with what opens its commitments. */
export interface OpenedRow extends EntryRow {
  /** By name; without a text where the tables no longer hold one. */
  openings: Record<string, { salt: string; text: string | null }>;
}

const openedWith = (texts: string) => `SELECT ${ENTRY}, coalesce((SELECT json_object_agg(s.field,
    json_build_object('salt', encode(s.salt, 'hex'), 'text', t.text))
  FROM record_salt s LEFT JOIN (${texts}) t ON t.field = s.field
  WHERE s.number = r.number), '{}') AS openings
  FROM record_entry r`;

/** The entries after a number, in their order, with their texts as the tables hold them. */
export function openedAfter(db: EntityManager, after: number, limit: number): Promise<OpenedRow[]> {
  return db.query(`${openedWith(ALL_TEXTS)} WHERE r.number > $1 ORDER BY r.number LIMIT $2`, [
    after,
    limit,
  ]);
}

/** The entry that says a member sent something. */
export async function sentBy(
  db: EntityManager,
  contributionId: string,
  memberId: string,
): Promise<OpenedRow | null> {
  const [row] = await db.query<OpenedRow[]>(
    `${openedWith(SHOWN_TEXTS)} WHERE r.about_id = $1 AND r.kind = 'sent' AND r.actor_id = $2
     ORDER BY r.number LIMIT 1`,
    [contributionId, memberId],
  );
  return row ?? null;
}

/** The entries from one number to another, as they were hashed. */
export function between(db: EntityManager, from: number, to: number): Promise<EntryRow[]> {
  return db.query(
    `SELECT ${ENTRY} FROM record_entry r WHERE r.number BETWEEN $1 AND $2 ORDER BY r.number`,
    [from, to],
  );
}

/** An entry with the texts that are there, to be checked. */
export function keptEntry(row: OpenedRow): KeptEntry {
  const texts: Record<string, Opening> = {};
  for (const [field, { salt, text }] of Object.entries(row.openings)) {
    if (text !== null) texts[field] = { text, salt: fromHex(salt) ?? new Uint8Array() };
  }
  return { entry: entryOf(row), hash: row.hash, texts };
}

export interface EntryFilter {
  aboutKind: string | null;
  kind: string | null;
  consultationId: string | null;
  aboutId: string | null;
  from: string | null;
  to: string | null;
}

/** An entry as a page shows it, with names as they are today. */
export interface ListedEntry extends EntryRow {
  personName: string | null;
  bodyName: string | null;
  /** Of a consultation that was opened: before that its title is for its officers. */
  consultationTitle: string | null;
  /** The proposal that a comment or evidence is about. */
  proposalId: string | null;
  total: number;
}

/** The entries before a number, the latest first, one beyond the size asked for. */
export function page(
  db: EntityManager,
  filter: EntryFilter,
  size: number,
  before: number | null,
): Promise<ListedEntry[]> {
  return db.query(
    `WITH found AS (
       SELECT number, count(*) OVER ()::int AS total FROM record_entry
       WHERE ($1::text IS NULL OR about_kind = $1) AND ($2::text IS NULL OR kind = $2)
         AND ($3::uuid IS NULL OR consultation_id = $3) AND ($4::uuid IS NULL OR about_id = $4)
         AND ($5::date IS NULL OR at >= $5::date::timestamp AT TIME ZONE 'Europe/London')
         AND ($6::date IS NULL OR at < ($6::date + 1)::timestamp AT TIME ZONE 'Europe/London')
     ), shown AS (
       SELECT number, total FROM found WHERE $7::bigint IS NULL OR number < $7
       ORDER BY number DESC LIMIT $8
     )
     SELECT ${ENTRY}, shown.total, 
       CASE WHEN r.actor_id IN (proposal.author_id, comment.author_id, evidence.officer_id)
           AND 'hidden' IN (proposal.status, comment.status, evidence.status)
         THEN '${HIDDEN_NAME}' ELSE actor.display_name END AS "personName", body.name AS "bodyName",
       c.title AS "consultationTitle", coalesce(comment.proposal_id, evidence.proposal_id) AS "proposalId"
     FROM shown JOIN record_entry r ON r.number = shown.number
       LEFT JOIN member actor ON actor.id = r.actor_id
       LEFT JOIN body ON body.id = r.body_id
       LEFT JOIN consultation c ON c.id = r.consultation_id AND c.opened_at IS NOT NULL
       LEFT JOIN proposal ON r.about_kind = 'proposal' AND proposal.id = r.about_id
       LEFT JOIN comment ON r.about_kind = 'comment' AND comment.id = r.about_id
       LEFT JOIN evidence ON r.about_kind = 'evidence' AND evidence.id = r.about_id
     ORDER BY r.number DESC`,
    [
      filter.aboutKind,
      filter.kind,
      filter.consultationId,
      filter.aboutId,
      filter.from,
      filter.to,
      before,
      size + 1,
    ],
  );
}
