import type { EntityManager } from 'typeorm';

/** Days that a page may stay open while the site goes on. */
const DAYS = 90;

/** Keeps the documents of the pages that are served now, and lets go of those that nobody can have open. */
export async function keep(
  db: EntityManager,
  documents: Readonly<Record<string, string>>,
): Promise<void> {
  await db.query(
    `INSERT INTO trusted_document (hash, text, built_at)
     SELECT hash, text, now() FROM unnest($1::text[], $2::text[]) AS built(hash, text) ORDER BY hash
     ON CONFLICT (hash) DO UPDATE SET built_at = excluded.built_at`,
    [Object.keys(documents), Object.values(documents)],
  );
  await db.query(`DELETE FROM trusted_document WHERE built_at < now() - $1 * interval '1 day'`, [
    DAYS,
  ]);
}

export async function find(db: EntityManager, hash: string): Promise<string | null> {
  const [row] = await db.query<{ text: string }[]>(
    'SELECT text FROM trusted_document WHERE hash = $1',
    [hash],
  );
  return row?.text ?? null;
}
