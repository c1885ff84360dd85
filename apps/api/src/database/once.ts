import { type Refusal, refusal, type Thing } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';

/** Everything that is made under a client-made id, and what it is called when the id is taken. */
const MADE = {
  consultation: 'consultation',
  proposal: 'proposal',
  comment: 'comment',
  evidence: 'evidence',
  evidence_contest: 'evidence',
  round: 'round',
  decision: 'decision',
  draft: 'draft',
  office: 'office',
  contact_change: 'contact_change',
  report: 'report',
  moderation_act: 'moderation_act',
  appeal: 'appeal',
} as const satisfies Record<string, Thing>;
type Made = keyof typeof MADE;

/** Whether something of another kind has this id. */
const isTakenBut = (made: Made) =>
  `SELECT ${Object.keys(MADE)
    .filter((other) => other !== made)
    .map((other) => `EXISTS (SELECT FROM ${other} WHERE id = $1)`)
    .join(' OR ')} AS "isTaken"`;

/**
 * Makes whoever creates something under this client-made id wait for whoever is creating it already:
 * a request that is sent twice at once finds what the first made. Held to the end of the transaction.
 * Refuses the id of anything else, which a story or a citation would take one for the other.
 */
export async function once(tx: EntityManager, made: Made, id: string): Promise<Refusal | null> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1::uuid::text, 74658))', [id]);
  // A statement of its own: one that waits for the lock would look at what was there before the wait.
  const [row] = await tx.query<[{ isTaken: boolean }]>(isTakenBut(made), [id]);
  return row.isTaken ? refusal('already_exists', { what: MADE[made] }) : null;
}
