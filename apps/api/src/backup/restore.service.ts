import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { DataSource, QueryRunner } from 'typeorm';
import { migrateIn, takeDown, takeTables } from '../database/migrate.js';
import { PlainError } from '../plain-error.js';
import { openPart, type Part, type ReadBackup, readBackup } from './backup-reader.js';
import { type Manifest, type Progress, partOf, rowsOf, type TableOf } from './manifest.js';
import * as aside from './restore.queries.js';
import { countingRows } from './rows.js';
import * as catalogue from './tables.queries.js';

/** Tables that a Clarion in which nobody has done anything may have rows in. */
const OF_ITS_OWN = [catalogue.MIGRATIONS, 'job_run'];

export interface RestoreOptions {
  progress: Progress;
  /** Only for the test that shows what the sums are for: what is in the file is not compared with them. */
  unsafe?: { unverified?: boolean };
}

/** Refuses a database in which there is anything, and takes down the tables of an empty Clarion. */
async function makeRoom(database: DataSource, tx: QueryRunner, db: pg.PoolClient): Promise<void> {
  const tables = await catalogue.tables(db);
  if (tables.length === 0) return;
  if (await aside.isServed(db)) {
    throw new PlainError('A Clarion runs on this database. Stop it first. Nothing was restored.');
  }
  const ran = await catalogue.migrationsRun(db);
  const known = new Set(database.migrations.map(({ name }) => name));
  if (ran.length === 0 || ran.some((name) => !known.has(name))) {
    throw new PlainError(
      `This database is not empty: it holds tables that are not this Clarion's (${tables[0]?.name}). Nothing was restored. Name an empty one.`,
    );
  }
  for (const { name, isKept } of tables) {
    if (!isKept || OF_ITS_OWN.includes(name)) continue;
    if ((await catalogue.countRows(db, name)) === 0) continue;
    throw new PlainError(
      `This database is not empty: there are rows in ${name}. Nothing was restored, and nothing in it was changed. Name an empty one.`,
    );
  }
  await takeDown(database, tx);
}

function refuseNewer(database: DataSource, { path, manifest }: ReadBackup): void {
  const known = new Set(database.migrations.map(({ name }) => name));
  const unknown = manifest.migrations.find((name) => !known.has(name));
  if (unknown) {
    throw new PlainError(
      `${path} was made by a newer Clarion (this one does not know ${unknown}). Restore it with that one.`,
    );
  }
}

/** What flows through, while its hash is taken; at the end it must be the one that was read before. */
async function* same(source: AsyncIterable<Buffer>, part: Part) {
  const hash = createHash('sha256');
  for await (const chunk of source) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest('hex') !== part.sha256) {
    throw new PlainError(`${part.name} changed while it was restored. Nothing was restored.`);
  }
}

async function load(
  db: pg.PoolClient,
  backup: ReadBackup,
  table: TableOf,
  hear: (rows: number) => void,
): Promise<void> {
  const part = backup.parts.get(partOf(table.name)) as Part;
  const copy = db.query(copyFrom(`${catalogue.copyOf(table)} FROM STDIN`));
  await pipeline(
    openPart(backup, part),
    (source: AsyncIterable<Buffer>) => same(source, part),
    createGunzip(),
    (source: AsyncIterable<Buffer>) => countingRows(source, hear),
    copy,
  );
  if (copy.rowCount !== table.rows) {
    throw new PlainError(
      `${table.name}: ${copy.rowCount} rows were read of ${table.rows}. Nothing was restored.`,
    );
  }
}

async function loadAll(db: pg.PoolClient, backup: ReadBackup, progress: Progress): Promise<void> {
  const { tables, sequences } = backup.manifest;
  const names = tables.map(({ name }) => name);
  const total = rowsOf(backup.manifest);
  let done = 0;
  progress(0, total);
  const made = await aside.setAside(db);
  await aside.setTriggers(db, names, 'DISABLE');
  // A migration may have brought rows of its own; those of the backup take their place.
  await db.query(`TRUNCATE ${names.map(catalogue.quoted).join(', ')}`);
  for (const table of tables) {
    await load(db, backup, table, (rows) => {
      done += rows;
      progress(done, total);
    });
  }
  for (const { make } of made) await db.query(make);
  await aside.setTriggers(db, names, 'ENABLE');
  for (const { name, last, isCalled } of sequences) {
    await db.query('SELECT setval($1::regclass, $2, $3)', [catalogue.quoted(name), last, isCalled]);
  }
  const head = await catalogue.recordHead(db);
  if (JSON.stringify(head) !== JSON.stringify(backup.manifest.record)) {
    throw new Error('the record does not end as the backup says');
  }
}

/**
 * Brings a backup into an empty database, in one transaction: tables as they were then, rows, and from
 * there to today's tables. The file is read to its end and checked before anything is written.
 */
export async function restoreBackup(
  database: DataSource,
  path: string,
  { progress, unsafe }: RestoreOptions,
): Promise<Manifest> {
  const backup = await readBackup(path, unsafe);
  refuseNewer(database, backup);
  const tx = database.createQueryRunner();
  const db = (await tx.connect()) as pg.PoolClient;
  // Rows are streamed over it, and nothing can be sent ahead behind those.
  Object.assign(db, { pipeline: false });
  await tx.startTransaction();
  try {
    await takeTables(database, tx);
    await catalogue.fixFormats(db);
    await makeRoom(database, tx, db);
    await migrateIn(database, tx, backup.manifest.migrations);
    await loadAll(db, backup, progress);
    await migrateIn(database, tx);
    await tx.commitTransaction();
  } catch (fault) {
    await tx.rollbackTransaction();
    throw fault;
  } finally {
    Object.assign(db, { pipeline: true });
    await tx.release();
  }
  await database.query('ANALYZE');
  return backup.manifest;
}
