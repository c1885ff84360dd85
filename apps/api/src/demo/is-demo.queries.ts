import type { EntityManager } from 'typeorm';

/** Whether this database holds the demonstration: on a real server nobody of it is there to sign in as. */
export async function isDemoDatabase(db: EntityManager): Promise<boolean> {
  const [row] = await db.query<[{ isDemo: boolean }]>(
    'SELECT EXISTS (SELECT FROM demo_person) AS "isDemo"',
  );
  return row.isDemo;
}

/** Whether anybody is on the roll but these, or a roll was ever imported. */
export async function holdsOthers(
  db: EntityManager,
  memberIds: readonly string[],
): Promise<boolean> {
  const [row] = await db.query<[{ holds: boolean }]>(
    `SELECT EXISTS (SELECT FROM member WHERE NOT id = ANY($1))
       OR EXISTS (SELECT FROM record_entry WHERE kind = 'roll_imported') AS holds`,
    [memberIds],
  );
  return row.holds;
}
