import type { DataSource } from 'typeorm';
import { PlainError } from '../plain-error.js';

/** The oldest Postgres that the statements here are written for. */
const OLDEST = 150000;
const EXTENSIONS = ['pgcrypto', 'unaccent', 'pg_trgm'];

/** Brings a database to today's tables. Two instances starting together take turns. Returns the names of what ran. */
export async function migrate(database: DataSource): Promise<string[]> {
  const [version] = await database.query<[{ number: string; name: string }]>(
    `SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS name`,
  );
  if (Number(version.number) < OLDEST) {
    throw new PlainError(`Clarion needs Postgres 15 or newer; this one is ${version.name}.`);
  }
  const lock = database.createQueryRunner();
  await lock.query('SELECT pg_advisory_lock(74656)');
  try {
    for (const extension of EXTENSIONS) {
      await lock.query(`CREATE EXTENSION IF NOT EXISTS ${extension}`);
    }
    const ran = await database.runMigrations({ transaction: 'each' });
    return ran.map((migration) => migration.name);
  } finally {
    await lock.query('SELECT pg_advisory_unlock(74656)');
    await lock.release();
  }
}
