import type { ContributionStatus } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { bodyJson } from '../bodies/body.json.js';
import type { BodyRow } from '../bodies/body.queries.js';
import type { Bring } from '../graphql/bring.js';
import { byId, gather } from '../graphql/loader.js';
import type { MemberRow } from '../roll/member.queries.js';
import type { Confidence } from './evidence.entity.js';
import { nameUnlessHidden, unlessHidden } from './hidden.js';

export interface EvidenceRow {
  __typename: 'Evidence';
  id: string;
  consultationId: string;
  proposalId: string | null;
  bodyId: string;
  body: BodyRow;
  officerId: string;
  officer: MemberRow;
  authorName: string;
  claim: string;
  detail: string;
  confidence: Confidence;
  confidenceReason: string;
  costFlag: boolean;
  legalFlag: boolean;
  declaredInterest: string;
  mandate: string;
  sources: { title: string; url: string | null }[];
  contests: { id: string; body: BodyRow; text: string; createdAt: string }[];
  considered: { body: BodyRow; sentence: string; at: string } | null;
  status: ContributionStatus;
  statusReason: string | null;
  createdAt: Date;
}

export const EVIDENCE = `'Evidence' AS "__typename", e.id, e.consultation_id AS "consultationId",
  e.proposal_id AS "proposalId", e.body_id AS "bodyId", ${bodyJson('giver')} AS body,
  e.officer_id AS "officerId",
  json_build_object('id', officer.id, 'displayName', ${nameUnlessHidden('e', 'officer.display_name')},
      'clpId', officer.clp_id)
    AS officer,
  ${nameUnlessHidden('e', 'e.author_name')} AS "authorName", ${unlessHidden('e', 'e.claim')} AS claim,
  ${unlessHidden('e', 'e.detail', `''`)} AS detail, e.confidence,
  ${unlessHidden('e', 'e.confidence_reason', `''`)} AS "confidenceReason", e.cost_flag AS "costFlag", e.legal_flag AS "legalFlag",
  ${unlessHidden('e', 'e.declared_interest', `''`)} AS "declaredInterest",
  ${unlessHidden('e', 'e.mandate', `''`)} AS mandate, ${unlessHidden('e', 'e.sources', `'[]'`)} AS sources,
  coalesce((SELECT json_agg(json_build_object('id', x.id, 'body', ${bodyJson('objector')},
      'text', x.text, 'createdAt', x.created_at) ORDER BY x.created_at, x.id)
    FROM evidence_contest x JOIN body objector ON objector.id = x.body_id
    WHERE x.evidence_id = e.id), '[]') AS contests,
  CASE WHEN e.considered_at IS NULL THEN NULL ELSE json_build_object(
    'body', ${bodyJson('considerer')}, 'sentence', e.considered_sentence, 'at', e.considered_at) END
    AS considered,
  e.status, e.status_reason AS "statusReason", e.created_at AS "createdAt"`;
export const FROM = `FROM evidence e JOIN body giver ON giver.id = e.body_id
  JOIN member officer ON officer.id = e.officer_id
  LEFT JOIN body considerer ON considerer.id = e.considered_by_id`;

export async function byIds(
  db: EntityManager,
  ids: readonly string[],
): Promise<Map<string, EvidenceRow>> {
  return byId(
    await db.query<EvidenceRow[]>(`SELECT ${EVIDENCE} ${FROM} WHERE e.id = ANY($1)`, [ids]),
  );
}

/** Evidence on these proposals, oldest first. */
export async function ofProposals(
  db: EntityManager,
  ids: readonly string[],
): Promise<Map<string, EvidenceRow[]>> {
  const rows = await db.query<EvidenceRow[]>(
    `SELECT ${EVIDENCE} ${FROM} WHERE e.proposal_id = ANY($1) AND e.status <> 'waiting'
     ORDER BY e.created_at, e.id`,
    [ids],
  );
  return gather(rows, (row) => row.proposalId ?? '');
}

/** Evidence in these consultations, newest first. */
export async function ofConsultations(
  db: EntityManager,
  ids: readonly string[],
): Promise<Map<string, EvidenceRow[]>> {
  const rows = await db.query<EvidenceRow[]>(
    `SELECT ${EVIDENCE} ${FROM} WHERE e.consultation_id = ANY($1) AND e.status <> 'waiting'
     ORDER BY e.created_at DESC, e.id DESC`,
    [ids],
  );
  return gather(rows, (row) => row.consultationId);
}

/** How many pieces of evidence stand on these proposals. */
export async function countsOfProposals(
  db: EntityManager,
  ids: readonly string[],
): Promise<Map<string, { id: string; evidence: number }>> {
  return byId(
    await db.query<{ id: string; evidence: number }[]>(
      `SELECT proposal_id AS id, count(*)::int AS evidence FROM evidence
       WHERE proposal_id = ANY($1) AND status <> 'waiting' GROUP BY proposal_id`,
      [ids],
    ),
  );
}

export interface Givers {
  id: string;
  evidence: number;
  from: BodyRow[];
}

/** The pieces of each body; those who gave them by name, five of them in full. */
const GIVERS = `sum(pieces)::int AS evidence,
  coalesce(json_agg(body ORDER BY name, body_id) FILTER (WHERE place <= 5), '[]') AS "from"`;
const given = (where: string) => `(
  SELECT e.consultation_id, e.body_id, b.name, count(*) AS pieces, ${bodyJson('b')}::jsonb AS body,
    row_number() OVER (PARTITION BY e.consultation_id ORDER BY b.name, b.id) AS place
  FROM evidence e JOIN body b ON b.id = e.body_id WHERE ${where} AND e.status <> 'waiting'
  GROUP BY e.consultation_id, e.body_id, b.id) given`;

/** How much evidence a consultation has, and from whom, brought along by its row. */
export const EVIDENCE_GIVERS: readonly Bring[] = ['evidenceCount', 'evidenceFrom'].map((field) => ({
  field,
  column: `(SELECT to_json(gave) FROM (SELECT ${GIVERS} FROM ${given('e.consultation_id = c.id')}) gave) AS givers`,
}));

/** How many pieces of evidence stand in these consultations, and who gave them: five bodies at most, by name. */
export async function givers(
  db: EntityManager,
  ids: readonly string[],
): Promise<Map<string, Givers>> {
  return byId(
    await db.query<Givers[]>(
      `SELECT consultation_id AS id, ${GIVERS}
       FROM ${given('e.consultation_id = ANY($1)')} GROUP BY consultation_id`,
      [ids],
    ),
  );
}

/**
 * The evidence under lock, for whoever is about to change it. Read by a statement of its own: one that
 * waits for the lock would read the objections as they were before the wait.
 */
export async function lock(tx: EntityManager, id: string): Promise<EvidenceRow | null> {
  await tx.query('SELECT FROM evidence WHERE id = $1 FOR NO KEY UPDATE', [id]);
  return (await byIds(tx, [id])).get(id) ?? null;
}

/** Whose objection has this id, and to what. */
export async function contest(
  tx: EntityManager,
  id: string,
): Promise<{ evidenceId: string; officerId: string } | null> {
  const [row] = await tx.query<{ evidenceId: string; officerId: string }[]>(
    `SELECT evidence_id AS "evidenceId", officer_id AS "officerId" FROM evidence_contest WHERE id = $1`,
    [id],
  );
  return row ?? null;
}
