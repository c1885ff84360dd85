import type { EntityManager } from 'typeorm';
import type { OpinionResult } from './opinion-result.entity.js';

/** What is kept of a result, without its relations. */
export type ResultRow = Omit<OpinionResult, 'consultation'>;

const COLUMNS = {
  consultationId: 'consultation_id',
  foundAt: 'found_at',
  voteCount: 'vote_count',
  voterCount: 'voter_count',
  k: 'k',
  silhouette: 'silhouette',
  seed: 'seed',
  proposalIds: 'proposal_ids',
  leftOut: 'left_out',
  centre: 'centre',
  first: 'first',
  second: 'second',
  allAgree: 'all_agree',
  allDisagree: 'all_disagree',
  allPass: 'all_pass',
  agree: 'agree',
  disagree: 'disagree',
  pass: 'pass',
  sizes: 'sizes',
  centres: 'centres',
  shapes: 'shapes',
} as const satisfies Record<keyof ResultRow, string>;

const NAMES = Object.keys(COLUMNS) as (keyof ResultRow)[];

/** The columns of a result `o`, named as in `ResultRow`. */
export const RESULT = NAMES.map((name) => `o.${COLUMNS[name]} AS "${name}"`).join(', ');

/** The last good result of a consultation. */
export async function find(db: EntityManager, consultationId: string): Promise<ResultRow | null> {
  const [row] = await db.query<ResultRow[]>(
    `SELECT ${RESULT} FROM opinion_result o WHERE o.consultation_id = $1`,
    [consultationId],
  );
  return row ?? null;
}

/** The directions along which people differ, by statement. */
export interface Axes {
  proposalIds: string[];
  centre: Float64Array;
  first: Float64Array;
  second: Float64Array;
}

/** The axes of these consultations, where any were found. */
export async function axes(db: EntityManager, ids: readonly string[]): Promise<Map<string, Axes>> {
  const rows = await db.query<
    (Pick<ResultRow, 'proposalIds' | 'centre' | 'first' | 'second'> & { id: string })[]
  >(
    `SELECT consultation_id AS id, proposal_ids AS "proposalIds", centre, first, second
     FROM opinion_result WHERE consultation_id = ANY($1)`,
    [ids],
  );
  return new Map(
    rows.map(({ id, proposalIds, centre, first, second }) => [
      id,
      {
        proposalIds,
        centre: Float64Array.from(centre),
        first: Float64Array.from(first),
        second: Float64Array.from(second),
      },
    ]),
  );
}

/** Keeps a result in place of the one before. */
export async function keep(tx: EntityManager, result: ResultRow): Promise<void> {
  const columns = Object.values(COLUMNS);
  await tx.query(
    `INSERT INTO opinion_result (${columns.join(', ')})
     VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')})
     ON CONFLICT (consultation_id) DO UPDATE SET
       ${columns.map((column) => `${column} = EXCLUDED.${column}`).join(', ')}`,
    NAMES.map((name) => (name === 'shapes' ? JSON.stringify(result.shapes) : result[name])),
  );
}

/** People moved in one statement: a hundredth of a second, for which whoever of them votes waits. */
const BATCH = 1_000;

/** Somebody whose group is another than before; −1 for none. */
export interface Moved {
  pseudonym: Buffer;
  group: number;
}

/**
 * Writes the groups of voters who changed theirs, for the next time to begin with. Whoever votes just now is left
 * as they are, so that neither waits for the other: the next time finds them again.
 */
export async function move(
  db: EntityManager,
  consultationId: string,
  moved: readonly Moved[],
): Promise<void> {
  for (let from = 0; from < moved.length; from += BATCH) {
    const batch = moved.slice(from, from + BATCH);
    await db.query(
      `UPDATE voter SET opinion_group = nullif(free."group", -1)
       FROM (SELECT v.pseudonym, given."group"
         FROM unnest($2::bytea[], $3::smallint[]) AS given(pseudonym, "group")
           JOIN voter v ON v.consultation_id = $1 AND v.pseudonym = given.pseudonym
         FOR NO KEY UPDATE OF v SKIP LOCKED) AS free
       WHERE voter.consultation_id = $1 AND voter.pseudonym = free.pseudonym`,
      [consultationId, batch.map(({ pseudonym }) => pseudonym), batch.map(({ group }) => group)],
    );
  }
}
