import type { ReadSubtrees } from '@clarion/record';
import type { EntityManager } from 'typeorm';

/** Looks up the hashes of complete subtrees; those of one entry are the entries' own. */
export const subtreesIn =
  (db: EntityManager): ReadSubtrees =>
  async (places) => {
    const rows = await db.query<{ hash: Buffer | null }[]>(
      `SELECT CASE WHEN place.level = 0
         THEN (SELECT e.hash FROM record_entry e WHERE e.number = place.index + 1)
         ELSE (SELECT s.hash FROM record_subtree s
           WHERE s.level = place.level AND s.index = place.index) END AS hash
       FROM unnest($1::int[], $2::bigint[]) WITH ORDINALITY AS place(level, index, nth)
       ORDER BY place.nth`,
      [places.map(({ level }) => level), places.map(({ index }) => index)],
    );
    return rows.flatMap(({ hash }) => hash ?? []);
  };

/** How many entries the record has. */
export async function sizeOf(db: EntityManager): Promise<number> {
  const [row] = await db.query<[{ size: number }]>(
    'SELECT coalesce(max(number), 0)::float8 AS size FROM record_entry',
  );
  return row.size;
}
