import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { PlainError } from '../plain-error.js';
import { type BackupWriter, beginBackup } from './backup-writer.js';
import {
  FORMAT,
  MANIFEST,
  type Manifest,
  type Progress,
  partOf,
  rowsOf,
  type TableOf,
} from './manifest.js';
import { countingRows } from './rows.js';
import * as catalogue from './tables.queries.js';

/** Bytes that leave gzip at once. */
const CHUNK = 256 * 1024;

/** The tables that are kept, held as they are: whoever would change their columns waits. */
async function holdTables(db: pg.Client, withoutSnapshot: boolean) {
  const found = await catalogue.tables(db);
  if (!found.some(({ name }) => name === catalogue.MIGRATIONS)) {
    throw new PlainError('There is no Clarion in this database.');
  }
  // What was changed before the snapshot is seen in it, so the locks come first.
  const isolation = withoutSnapshot ? 'READ COMMITTED' : 'REPEATABLE READ';
  await db.query(`BEGIN ISOLATION LEVEL ${isolation} READ ONLY`);
  await catalogue.fixFormats(db);
  const names = found.map(({ name }) => catalogue.quoted(name));
  await db.query(`LOCK TABLE ${names.join(', ')} IN ACCESS SHARE MODE`);
  const held = await catalogue.tables(db);
  if (JSON.stringify(held) !== JSON.stringify(found)) {
    throw new PlainError('The tables are being changed just now. Try again in a minute.');
  }
  return held.filter(({ name }) => name !== catalogue.MIGRATIONS);
}

async function describe(db: pg.Client, withoutSnapshot: boolean): Promise<Manifest> {
  const held = await holdTables(db, withoutSnapshot);
  const leftOut = held.filter(({ isKept }) => !isKept).map(({ name }) => name);
  const tables: TableOf[] = [];
  for (const { name, columns } of held.filter(({ isKept }) => isKept)) {
    tables.push({ name, columns, rows: await catalogue.countRows(db, name) });
  }
  const { rows } = await db.query<{ at: Date; version: string }>(
    `SELECT now() AS at, current_setting('server_version') AS version`,
  );
  return {
    format: 'clarion-backup',
    version: FORMAT,
    takenAt: rows[0]?.at.toISOString() ?? '',
    postgres: rows[0]?.version ?? '',
    migrations: await catalogue.migrationsRun(db),
    tables,
    leftOut,
    sequences: await catalogue.sequences(db),
    record: await catalogue.recordHead(db),
  };
}

/** Copies one table, as much at a time as fits a buffer. */
async function copyTable(
  db: pg.Client,
  table: TableOf,
  file: BackupWriter,
  hear: (rows: number) => void,
): Promise<void> {
  const copy = db.query(copyTo(`${catalogue.copyOf(table)} TO STDOUT`));
  await pipeline(
    copy,
    (source: AsyncIterable<Buffer>) => countingRows(source, hear),
    createGzip({ chunkSize: CHUNK }),
    (compressed: AsyncIterable<Buffer>) => file.add(partOf(table.name), compressed),
  );
  if (copy.rowCount !== table.rows) {
    throw new Error(`${table.name}: ${copy.rowCount} rows were copied of ${table.rows}`);
  }
}

async function copyAll(
  db: pg.Client,
  manifest: Manifest,
  file: BackupWriter,
  progress: Progress,
): Promise<void> {
  const total = rowsOf(manifest);
  let done = 0;
  progress(0, total);
  for (const table of manifest.tables) {
    await copyTable(db, table, file, (rows) => {
      done += rows;
      progress(done, total);
    });
  }
}

export interface BackupOptions {
  progress: Progress;
  /** Only for the test that shows what the snapshot is for: every table is copied as it is when its turn comes. */
  unsafe?: { withoutSnapshot?: boolean };
}

/**
 * Writes everything that the database holds into one file, as it was at one moment: a snapshot, which
 * nobody who votes meanwhile waits for. Keys are not in the database, so they are not in it either.
 */
export async function takeBackup(
  url: string,
  path: string,
  { progress, unsafe }: BackupOptions,
): Promise<{ manifest: Manifest; size: number }> {
  const db = new pg.Client({ connectionString: url, application_name: 'clarion backup' });
  db.on('error', () => undefined);
  await db.connect();
  try {
    const manifest = await describe(db, unsafe?.withoutSnapshot ?? false);
    const file = await beginBackup(path, new Date(manifest.takenAt));
    try {
      await file.add(MANIFEST, [Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)]);
      await copyAll(db, manifest, file, progress);
      return { manifest, size: await file.finish() };
    } catch (fault) {
      await file.abandon();
      throw fault;
    }
  } finally {
    await db.end();
  }
}
