import type { EntityManager } from 'typeorm';

/** Whether this database holds the demonstration: on a real server nobody of it is there to sign in as. */
export async function isDemoDatabase(db: EntityManager): Promise<boolean> {
  const [row] = await db.query<[{ isDemo: boolean }]>(
    'SELECT EXISTS (SELECT FROM demo_person) AS "isDemo"',
  );
  return row.isDemo;
}
