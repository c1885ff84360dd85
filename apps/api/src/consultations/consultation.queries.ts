import type { Phase, Rules, TemplateName } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { bodyJson } from '../bodies/body.json.js';
import type { BodyRow } from '../bodies/body.queries.js';
import type { Bring } from '../graphql/bring.js';
import { byId } from '../graphql/loader.js';
import type { MemberRow } from '../roll/member.queries.js';

export interface ConsultationRow {
  id: string;
  title: string;
  question: string;
  paper: string;
  questions: string[];
  template: TemplateName;
  rules: Rules;
  rulesFrozenAt: Date | null;
  phase: Phase;
  createdAt: Date;
  openedAt: Date | null;
  votesUntil: Date;
  answersBy: string;
  source: string | null;
  convenedById: string;
  createdById: string | null;
  commissions: BodyRow[];
  /** Where the row's statement brought it. */
  history?: PhaseChangeRow[];
}

export const FIELDS = `c.id, c.title, c.question, c.paper, c.questions, c.template, c.rules,
  c.rules_frozen_at AS "rulesFrozenAt", c.phase, c.created_at AS "createdAt",
  c.opened_at AS "openedAt", c.votes_until AS "votesUntil", c.answers_by AS "answersBy",
  c.source, c.convened_by_id AS "convenedById", c.created_by_id AS "createdById",
  coalesce((SELECT json_agg(${bodyJson('b')} ORDER BY cc.position, b.id)
    FROM consultation_commission cc JOIN body b ON b.id = cc.body_id
    WHERE cc.consultation_id = c.id), '[]') AS commissions`;

/**
 * Where a consultation stands in the list: what one can act on first, then what is being answered,
 * then what is over. Within the first two what closes next comes first, in the last what ended last.
 */
const STAND = `CASE c.phase WHEN 'open' THEN 0 WHEN 'prioritising' THEN 0 WHEN 'reviewing' THEN 1
  WHEN 'preparing' THEN 2 ELSE 3 END`;
const NEARNESS = `CASE WHEN c.phase IN ('reported','withdrawn') THEN -extract(epoch FROM c.votes_until)
  ELSE extract(epoch FROM c.votes_until) END`;

export interface Filter {
  commissionId: string | null;
  phase: Phase | null;
  text: string | null;
  /** Interests that a consultation's commissions must meet; null for all. */
  interests: readonly string[] | null;
  /** Consultations in preparation are seen by officers of these bodies only. */
  preparingFor: string[];
  /** Interests that put a consultation first. */
  mine: readonly string[];
}

/** Where a consultation stands in a list. */
export interface ListedRow {
  id: string;
  forMe: number;
  stand: number;
  nearness: number;
  total: number;
}

const WHERE = `($1::uuid IS NULL OR EXISTS (SELECT FROM consultation_commission x
      WHERE x.consultation_id = c.id AND x.body_id = $1))
    AND ($2::text IS NULL OR c.phase = $2)
    AND ($3::text IS NULL OR c.words
        @@ websearch_to_tsquery('english', fold($3)) OR strpos(fold(c.title), fold($3)) > 0)
    AND ($4::text[] IS NULL OR EXISTS (SELECT FROM consultation_commission x
      JOIN body b ON b.id = x.body_id WHERE x.consultation_id = c.id AND b.interest = ANY($4)))
    AND (c.opened_at IS NOT NULL OR EXISTS (SELECT FROM consultation_commission x
      WHERE x.consultation_id = c.id AND x.body_id = ANY($5::uuid[])))`;

/** The ids of a page of the list, one row beyond the size asked for. Cursor: for me, stand, nearness, id. */
export function page(
  db: EntityManager,
  filter: Filter,
  size: number,
  after: (string | number)[] | null,
): Promise<ListedRow[]> {
  const [forMe = null, stand = null, nearness = null, id = null] = after ?? [];
  return db.query(
    `WITH listed AS (
       SELECT c.id, ${STAND} AS stand, (${NEARNESS})::float8 AS nearness,
         CASE WHEN c.phase IN ('open','prioritising') AND EXISTS (SELECT FROM consultation_commission x
           JOIN body b ON b.id = x.body_id WHERE x.consultation_id = c.id AND b.interest = ANY($6))
         THEN 0 ELSE 1 END AS "forMe", count(*) OVER ()::int AS total
       FROM consultation c WHERE ${WHERE}
     )
     SELECT l.id, l."forMe", l.stand, l.nearness, l.total FROM listed l
     WHERE $7::int IS NULL OR (l."forMe", l.stand, l.nearness, l.id) > ($7, $8::int, $9::float8, $10::uuid)
     ORDER BY l."forMe", l.stand, l.nearness, l.id
     LIMIT ${size + 1}`,
    [
      filter.commissionId,
      filter.phase,
      filter.text,
      filter.interests,
      filter.preparingFor,
      filter.mine,
      forMe,
      stand,
      nearness,
      id,
    ],
  );
}

export async function byIds(
  db: EntityManager,
  ids: readonly string[],
): Promise<Map<string, ConsultationRow>> {
  return byId(
    await db.query<ConsultationRow[]>(`SELECT ${FIELDS} FROM consultation c WHERE c.id = ANY($1)`, [
      ids,
    ]),
  );
}

/** A consultation as JSON, brought along by a row that lies in it; with columns of its own. */
export const consultationJson = (id: string, columns: string): string =>
  `(SELECT to_json(lies) FROM (SELECT ${FIELDS}${columns} FROM consultation c WHERE c.id = ${id}) AS lies)`;

/** JSON has no moments: makes them again. */
export const fromJson = (row: ConsultationRow): ConsultationRow => ({
  ...row,
  rulesFrozenAt: row.rulesFrozenAt && new Date(row.rulesFrozenAt),
  createdAt: new Date(row.createdAt),
  openedAt: row.openedAt && new Date(row.openedAt),
  votesUntil: new Date(row.votesUntil),
});

/** A consultation asked for, with the pseudonym of whoever asks in it. */
export interface AskedConsultation {
  id: string;
  pseudonym: Buffer | null;
}

/** The same with columns that are brought along. */
export async function withColumns(
  db: EntityManager,
  asked: readonly AskedConsultation[],
  columns: string,
): Promise<Map<string, ConsultationRow>> {
  return byId(
    await db.query<ConsultationRow[]>(
      `SELECT ${FIELDS}${columns}
       FROM unnest($1::uuid[], $2::bytea[]) AS asked(id, pseudonym) JOIN consultation c ON c.id = asked.id`,
      [asked.map(({ id }) => id), asked.map(({ pseudonym }) => pseudonym)],
    ),
  );
}

/**
 * Who waits here is let in by turns. The row's own lock is not fair: while people vote without a pause,
 * each joins those who hold it together, and a change of phase never comes to hold it alone.
 */
const TURN = { SHARE: 'pg_advisory_xact_lock_shared', UPDATE: 'pg_advisory_xact_lock' };

/** Waits for its turn at the consultation `$1`, in the statement that then locks its row as `c`. */
export const turnOf = (strength: 'SHARE' | 'UPDATE') =>
  `WITH turn AS MATERIALIZED (SELECT ${TURN[strength]}(74660, hashtext($1::uuid::text)))`;

/** The row under the lock that a change of phase takes alone and every act takes together. */
export async function lock(
  tx: EntityManager,
  id: string,
  strength: 'SHARE' | 'UPDATE',
): Promise<ConsultationRow | null> {
  const [row] = await tx.query<ConsultationRow[]>(
    `${turnOf(strength)}
     SELECT ${FIELDS} FROM turn, consultation c WHERE c.id = $1 FOR ${strength} OF c`,
    [id],
  );
  return row ?? null;
}

export interface PhaseChangeRow {
  consultationId: string;
  from: Phase | null;
  to: Phase;
  at: string;
  by: MemberRow | null;
  body: BodyRow | null;
  reason: string | null;
}

const CHANGE = `json_build_object('consultationId', e.about_id, 'from', e.data->>'from',
  'to', e.data->>'to', 'at', e.at, 'body', (SELECT ${bodyJson('x')} FROM body x WHERE x.id = e.body_id),
  'by', (SELECT json_build_object('id', m.id, 'displayName', m.display_name, 'clpId', m.clp_id)
    FROM member m WHERE m.id = e.actor_id),
  'reason', (SELECT s.text FROM record_salt s WHERE s.number = e.number AND s.field = 'reason'))`;
const CHANGES = `FROM record_entry e WHERE e.kind = 'phase_set' AND e.about_id`;

/** Who set which phase when, from the record, first to last. */
export async function history(
  db: EntityManager,
  ids: readonly string[],
): Promise<PhaseChangeRow[]> {
  const rows = await db.query<{ change: PhaseChangeRow }[]>(
    `SELECT ${CHANGE} AS change ${CHANGES} = ANY($1) ORDER BY e.number`,
    [ids],
  );
  return rows.map(({ change }) => change);
}

/** The same, brought along by the consultation's row. */
export const HISTORY: Bring = {
  field: 'history',
  column: `coalesce((SELECT json_agg(${CHANGE} ORDER BY e.number) ${CHANGES} = c.id), '[]') AS history`,
};

/** What of consultations changes while people look, with columns of later features; only of those that were published. */
export async function published(
  db: EntityManager,
  ids: readonly string[],
  columns: string,
): Promise<Map<string, Pick<ConsultationRow, 'id' | 'phase' | 'votesUntil'>>> {
  return byId(
    await db.query<Pick<ConsultationRow, 'id' | 'phase' | 'votesUntil'>[]>(
      `SELECT c.id, c.phase, c.votes_until AS "votesUntil"${columns}
       FROM consultation c WHERE c.id = ANY($1) AND c.opened_at IS NOT NULL`,
      [ids],
    ),
  );
}
