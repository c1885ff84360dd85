import type { EntityManager } from 'typeorm';
import { SignInLink } from '../accounts/sign-in-link.entity.js';

/** Keeps a link in place of the one somebody had. */
export async function keep(tx: EntityManager, link: Omit<SignInLink, 'member'>): Promise<void> {
  await tx.delete(SignInLink, { memberId: link.memberId });
  await tx.insert(SignInLink, link);
}

/** Takes a link that still works away, and tells whose it was. */
export async function take(
  tx: EntityManager,
  tokenHash: Buffer,
  now: Date,
): Promise<string | null> {
  const [rows] = await tx.query<[{ memberId: string }[], number]>(
    `DELETE FROM sign_in_link WHERE token_hash = $1 AND expires_at > $2
     RETURNING member_id AS "memberId"`,
    [tokenHash, now],
  );
  return rows[0]?.memberId ?? null;
}
