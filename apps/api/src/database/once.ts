import type { EntityManager } from 'typeorm';

/**
 * Makes whoever creates something under this client-made id wait for whoever is creating it already:
 * a request that is sent twice at once finds what the first made. Held to the end of the transaction.
 */
export async function once(tx: EntityManager, id: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1::uuid::text, 74658))', [id]);
}
