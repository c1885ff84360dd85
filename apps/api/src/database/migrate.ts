import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { PlainError } from '../plain-error.js';

/** The oldest Postgres that the statements here are written for. */
const OLDEST = 150000;
const EXTENSIONS = ['pgcrypto', 'unaccent', 'pg_trgm'];

/** Whoever changes tables holds this advisory lock. */
const LOCK = 74656;

async function refuseOldPostgres(database: DataSource): Promise<void> {
  const [version] = await database.query<[{ number: string; name: string }]>(
    `SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS name`,
  );
  if (Number(version.number) < OLDEST) {
    throw new PlainError(`Clarion needs Postgres 15 or newer; this one is ${version.name}.`);
  }
}

/** Brings a database to today's tables. Two instances starting together take turns. Returns the names of what ran. */
export async function migrate(database: DataSource): Promise<string[]> {
  await refuseOldPostgres(database);
  const lock = database.createQueryRunner();
  await lock.query(`SELECT pg_advisory_lock(${LOCK})`);
  try {
    for (const extension of EXTENSIONS) {
      await lock.query(`CREATE EXTENSION IF NOT EXISTS ${extension}`);
    }
    const ran = await database.runMigrations({ transaction: 'each' });
    return ran.map((migration) => migration.name);
  } finally {
    await lock.query(`SELECT pg_advisory_unlock(${LOCK})`);
    await lock.release();
  }
}

/** Takes the tables of a database for a transaction: a server that starts meanwhile waits for its end. */
export async function takeTables(database: DataSource, tx: QueryRunner): Promise<void> {
  await refuseOldPostgres(database);
  await tx.query(`SELECT pg_advisory_xact_lock(${LOCK})`);
}

/** Runs migrations in a transaction: those named, or all that have not run. */
export async function migrateIn(
  database: DataSource,
  tx: QueryRunner,
  names?: readonly string[],
): Promise<void> {
  for (const extension of EXTENSIONS) {
    await tx.query(`CREATE EXTENSION IF NOT EXISTS ${extension}`);
  }
  const executor = new MigrationExecutor(database, tx);
  for (const migration of await executor.getPendingMigrations()) {
    if (!names || names.includes(migration.name)) await executor.executeMigration(migration);
  }
}

/** Takes down every table in a transaction, newest first, those of the migrations too. */
export async function takeDown(database: DataSource, tx: QueryRunner): Promise<void> {
  const ran = await new MigrationExecutor(database, tx).getExecutedMigrations();
  const names = new Set(ran.map(({ name }) => name));
  for (const migration of [...database.migrations].reverse()) {
    if (names.has(migration.name ?? '')) await migration.down(tx);
  }
  await tx.query('DROP TABLE IF EXISTS migration');
}
