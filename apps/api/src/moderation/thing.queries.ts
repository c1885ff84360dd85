import type { BodyKind, ContributionStatus, ModeratedKind } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { byId } from '../graphql/loader.js';

/** A contribution, as far as moderating it asks. Its words are not here. */
export interface ThingRow {
  id: string;
  kind: ModeratedKind;
  consultationId: string;
  convenedBy: { id: string; kind: BodyKind };
  /** Itself for a proposal. */
  proposalId: string | null;
  parentId: string | null;
  status: ContributionStatus;
  /** Of a proposal: its thread takes no comments. */
  isLocked: boolean;
  authorId: string | null;
  /** The body it was sent for. */
  bodyId: string | null;
  /** Who wrote what it replies to, or argues about. */
  answersId: string | null;
  /** Whether the person asked about reported it. */
  hasReported: boolean;
}

const THINGS = `
  SELECT p.id, 'proposal' AS kind, p.consultation_id, p.id AS proposal_id, NULL::uuid AS parent_id,
    p.status, p.is_locked, p.author_id, p.on_behalf_of_id AS body_id, NULL::uuid AS answers_id
  FROM proposal p WHERE p.id = ANY($1)
  UNION ALL SELECT c.id, 'comment', c.consultation_id, c.proposal_id, c.parent_id, c.status, false,
    c.author_id, NULL, coalesce(parent.author_id, p.author_id)
  FROM comment c JOIN proposal p ON p.id = c.proposal_id
    LEFT JOIN comment parent ON parent.id = c.parent_id WHERE c.id = ANY($1)
  UNION ALL SELECT e.id, 'evidence', e.consultation_id, e.proposal_id, NULL, e.status, false,
    e.officer_id, e.body_id, p.author_id
  FROM evidence e LEFT JOIN proposal p ON p.id = e.proposal_id WHERE e.id = ANY($1)`;

/** Contributions of every kind by id, with how the viewer stands to each. */
export async function byIds(
  db: EntityManager,
  ids: readonly string[],
  viewerId: string | null,
): Promise<Map<string, ThingRow>> {
  return byId(
    await db.query<ThingRow[]>(
      `SELECT t.id, t.kind, t.consultation_id AS "consultationId",
         json_build_object('id', b.id, 'kind', b.kind) AS "convenedBy",
         t.proposal_id AS "proposalId", t.parent_id AS "parentId", t.status,
         t.is_locked AS "isLocked", t.author_id AS "authorId", t.body_id AS "bodyId",
         t.answers_id AS "answersId", EXISTS (SELECT FROM report r
           WHERE r.about_id = t.id AND r.reporter_id = $2::uuid) AS "hasReported"
       FROM (${THINGS}) t JOIN consultation k ON k.id = t.consultation_id
         JOIN body b ON b.id = k.convened_by_id`,
      [ids, viewerId],
    ),
  );
}

/** The row itself under lock; for its proposal ask `proposals.lock` first. */
export async function lock(
  tx: EntityManager,
  { kind, id }: Pick<ThingRow, 'kind' | 'id'>,
): Promise<void> {
  await tx.query(`SELECT FROM ${kind} WHERE id = $1 FOR NO KEY UPDATE`, [id]);
}

/** Whether whoever wrote it was erased: then it is hidden or taken back, and becomes nothing else. */
const isErased = (kind: ModeratedKind) => `EXISTS (SELECT FROM member
  WHERE member.id = ${kind === 'evidence' ? 'officer_id' : 'author_id'} AND erased_at IS NOT NULL)`;

/** Sets what became of a contribution. A merger names what it goes on in; hiding leaves that as it was. */
export async function setStatus(
  tx: EntityManager,
  { kind, id }: Pick<ThingRow, 'kind' | 'id'>,
  status: ContributionStatus,
  mergedIntoId?: string | null,
): Promise<void> {
  const isMerger = kind === 'proposal' && mergedIntoId !== undefined;
  await tx.query(
    `UPDATE ${kind} SET
       status = CASE WHEN $2 <> 'hidden' AND ${isErased(kind)} THEN 'withdrawn' ELSE $2 END
       ${isMerger ? `, merged_into_id = CASE WHEN NOT ${isErased(kind)} THEN $3::uuid END` : ''}
     WHERE id = $1`,
    [id, status, ...(isMerger ? [mergedIntoId] : [])],
  );
}

export async function setLocked(tx: EntityManager, id: string, isLocked: boolean): Promise<void> {
  await tx.query('UPDATE proposal SET is_locked = $2 WHERE id = $1', [id, isLocked]);
}

/** Keeps somebody from writing until a moment, or no longer. Waits for what they are writing just now. */
export async function setSuspended(
  tx: EntityManager,
  memberId: string,
  until: Date | null,
): Promise<void> {
  await tx.query('UPDATE member SET suspended_until = $2 WHERE id = $1', [memberId, until]);
}
