import type { ReadSubtrees, SubtreePlace } from '@clarion/record';
import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';

/** The hashes of complete subtrees, in the order of their places; those of one entry are the entries' own. */
async function hashesAt(
  db: EntityManager,
  places: readonly SubtreePlace[],
): Promise<(Buffer | null)[]> {
  const rows = await db.query<{ hash: Buffer | null }[]>(
    `SELECT CASE WHEN place.level = 0
       THEN (SELECT e.hash FROM record_entry e WHERE e.number = place.index + 1)
       ELSE (SELECT s.hash FROM record_subtree s
         WHERE s.level = place.level AND s.index = place.index) END AS hash
     FROM unnest($1::int[], $2::bigint[]) WITH ORDINALITY AS place(level, index, nth)
     ORDER BY place.nth`,
    [places.map(({ level }) => level), places.map(({ index }) => index)],
  );
  return rows.map(({ hash }) => hash);
}

const present = (hashes: readonly (Buffer | null)[]) => hashes.flatMap((hash) => hash ?? []);

/** Looks them up. */
export const subtreesIn =
  (db: EntityManager): ReadSubtrees =>
  async (places) =>
    present(await hashesAt(db, places));

/** The same for many proofs that are made at once, in one statement: they share most of their subtrees. */
export function subtreesTogether(db: EntityManager): ReadSubtrees {
  const loader = new DataLoader<SubtreePlace, Buffer | null, string>(
    (places) => hashesAt(db, places),
    { cacheKeyFn: ({ level, index }) => `${level} ${index}` },
  );
  return async (places) => present(await Promise.all(places.map((place) => loader.load(place))));
}

/** How many entries the record has. */
export async function sizeOf(db: EntityManager): Promise<number> {
  const [row] = await db.query<[{ size: number }]>(
    'SELECT coalesce(max(number), 0)::float8 AS size FROM record_entry',
  );
  return row.size;
}
