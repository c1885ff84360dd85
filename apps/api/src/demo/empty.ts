import type { DataSource } from 'typeorm';
import { migrate } from '../database/migrate.js';
import { PlainError } from '../plain-error.js';

/** Removes every table and makes them anew. Refuses a database whose roll is not the demonstration's. */
export async function emptyDatabase(database: DataSource): Promise<void> {
  const [roll] = await database.query<[{ members: number; demo: number }]>(
    `SELECT (SELECT count(*)::int FROM member) AS members,
       (SELECT count(*)::int FROM demo_person) AS demo`,
  );
  if (roll.members > 0 && roll.demo === 0) {
    throw new PlainError('This database holds a real roll. It is not emptied for a demonstration.');
  }
  for (const _ of database.migrations) await database.undoLastMigration();
  await migrate(database);
}
