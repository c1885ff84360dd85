import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { takeBackup } from '../../src/backup/backup.service.js';
import { dataSource } from '../../src/database/data-source.js';
import type { Stage } from './stage.js';

/** A database of its own, with nothing in it, beside that of the stage. */
export async function newDatabase(stage: Stage): Promise<DataSource & { url: string }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client({ connectionString: stage.clarion.environment.databaseUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  const url = new URL(stage.clarion.environment.databaseUrl);
  url.pathname = `/${name}`;
  const database = dataSource({ url: url.href, pool: 3, statementTimeout: 0 });
  await database.initialize();
  return Object.assign(database, { url: url.href });
}

export const newFile = () => join(mkdtempSync(join(tmpdir(), 'clarion-backup-')), 'backup.tar');

/** A backup of a database; where it is. */
export async function backupOf(
  url: string,
  unsafe: { withoutSnapshot?: boolean } = {},
): Promise<string> {
  const file = newFile();
  await takeBackup(url, file, { progress: () => undefined, unsafe });
  return file;
}

/** What a database is made of: its columns, keys, checks, references, indexes, triggers and functions. */
export async function shapeOf(database: DataSource): Promise<string[]> {
  const rows: { line: string }[] = await database.query(`
    SELECT format('%s.%s %s %s %s', a.attrelid::regclass, a.attname, format_type(a.atttypid, a.atttypmod),
        a.attnotnull, pg_get_expr(d.adbin, d.adrelid)) AS line
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
    UNION ALL SELECT format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
      FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT format('%s %s', pg_get_triggerdef(oid), tgenabled) FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT pg_get_functiondef(p.oid) FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
    ORDER BY 1`);
  return rows.map(({ line }) => line);
}

/** Every row of every table, as a hash of each table. */
export async function contentOf(database: DataSource): Promise<Record<string, string>> {
  const tables: { name: string }[] = await database.query(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  const content: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await database.query(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') AS said
       FROM "${name}" t`,
    );
    content[name] = row.said;
  }
  return content;
}
