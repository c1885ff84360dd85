import type { EntityManager } from 'typeorm';
import type { Challenge } from './challenge.entity.js';

type Kept = Pick<
  Challenge,
  'hash' | 'purpose' | 'browserHash' | 'memberId' | 'details' | 'expiresAt'
>;

export async function keep(db: EntityManager, challenge: Kept): Promise<void> {
  await db.insert('challenge', challenge);
}

/** Deleting is taking: of two requests that bring the same, one has it. */
export async function take(
  db: EntityManager,
  ask: Pick<Challenge, 'hash' | 'purpose' | 'browserHash' | 'memberId'> & { now: Date },
): Promise<Record<string, string> | null> {
  const [[taken]] = await db.query<[Pick<Challenge, 'details'>[], number]>(
    `DELETE FROM challenge WHERE hash = $1 AND purpose = $2 AND browser_hash = $3
       AND member_id IS NOT DISTINCT FROM $4::uuid AND expires_at > $5
     RETURNING details`,
    [ask.hash, ask.purpose, ask.browserHash, ask.memberId, ask.now],
  );
  return taken?.details ?? null;
}

export async function clearExpired(db: EntityManager, now: Date): Promise<void> {
  await db.query('DELETE FROM challenge WHERE expires_at <= $1', [now]);
}
