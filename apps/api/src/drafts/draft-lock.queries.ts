import type { EntityManager } from 'typeorm';
import { bodyJson } from '../bodies/body.json.js';
import type { BodyRow } from '../bodies/body.queries.js';
import type { DraftVersion } from './draft.entity.js';

export interface LockedDraft {
  id: string;
  consultationId: string;
  bodyId: string;
  body: BodyRow;
  createdById: string;
  isAdopted: boolean;
  versions: {
    number: number;
    status: DraftVersion['status'];
    revision: number;
    title: string;
    summary: string;
    note: string;
    publishedById: string | null;
  }[];
}

/**
 * The draft under lock, for whoever is about to write in it. Read by a statement of its own: one that
 * waits for the lock would read the revision as it was before the wait, and overwrite what was saved.
 */
export async function lock(tx: EntityManager, id: string): Promise<LockedDraft | null> {
  await tx.query('SELECT FROM draft WHERE id = $1 FOR NO KEY UPDATE', [id]);
  const [row] = await tx.query<LockedDraft[]>(
    `SELECT d.id, d.consultation_id AS "consultationId", d.body_id AS "bodyId",
       ${bodyJson('b')} AS body, d.created_by_id AS "createdById",
       EXISTS (SELECT FROM adoption a WHERE a.draft_id = d.id) AS "isAdopted",
       (SELECT json_agg(json_build_object('number', v.number, 'status', v.status,
           'revision', v.revision, 'title', v.title, 'summary', v.summary, 'note', v.note,
           'publishedById', v.published_by_id) ORDER BY v.number)
         FROM draft_version v WHERE v.draft_id = d.id) AS versions
     FROM draft d JOIN body b ON b.id = d.body_id WHERE d.id = $1`,
    [id],
  );
  return row ?? null;
}

/** Whether a version was begun by this person, as the record says. */
export async function isBegunBy(
  db: EntityManager,
  id: string,
  version: number,
  memberId: string,
): Promise<boolean> {
  const rows = await db.query<unknown[]>(
    `SELECT FROM record_entry WHERE about_id = $1 AND kind = 'draft_begun' AND actor_id = $3
       AND (data->>'version')::int = $2`,
    [id, version, memberId],
  );
  return rows.length > 0;
}

/** The consultation of a draft; what must be locked before the draft itself. */
export async function consultationOf(db: EntityManager, id: string): Promise<string | null> {
  const [row] = await db.query<{ consultationId: string }[]>(
    'SELECT consultation_id AS "consultationId" FROM draft WHERE id = $1',
    [id],
  );
  return row?.consultationId ?? null;
}

/** Who began a draft, so that an id that is taken is told from one that is not seen. */
export async function authorOf(
  db: EntityManager,
  id: string,
): Promise<{ createdById: string } | null> {
  const [row] = await db.query<{ createdById: string }[]>(
    'SELECT created_by_id AS "createdById" FROM draft WHERE id = $1',
    [id],
  );
  return row ?? null;
}
