import type { EntityManager } from 'typeorm';
import type { Section } from './sections.js';

/** Whose data is read: by id, and by their pseudonym in each consultation whose key still exists. */
export interface Whose {
  memberId: string;
  consultations: readonly string[];
  pseudonyms: readonly Buffer[];
}

/** Rows read at once: however much somebody wrote, no more of it is in memory. */
const PAGE = 500;

export async function consultationIds(db: EntityManager): Promise<string[]> {
  const rows = await db.query<{ id: string }[]>('SELECT id FROM consultation ORDER BY id');
  return rows.map(({ id }) => id);
}

/** The rows of a section in the order of their keys, a page at a time. */
export async function* pages(
  db: EntityManager,
  { sql, by }: Section,
  { memberId, consultations, pseudonyms }: Whose,
): AsyncGenerator<unknown[]> {
  const whose = by === 'member' ? [memberId] : [consultations, pseudonyms];
  const after = `$${whose.length + 1}::text`;
  for (let last: string | null = null; ; ) {
    const rows: { key: string; row: unknown }[] = await db.query(
      `SELECT key, row FROM (${sql}) held WHERE ${after} IS NULL OR key > ${after}
       ORDER BY key LIMIT ${PAGE}`,
      [...whose, last],
    );
    if (rows.length > 0) yield rows.map(({ row }) => row);
    if (rows.length < PAGE) return;
    last = rows.at(-1)?.key ?? null;
  }
}
