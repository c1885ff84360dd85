import type { Manifest, TableOf } from './manifest.js';

/** Whatever runs SQL: a connection of pg's. */
export interface Connection {
  query: <Row>(sql: string, parameters?: unknown[]) => Promise<{ rows: Row[] }>;
}

/** Where the names of migrations that ran are kept; restored by running them. */
export const MIGRATIONS = 'migration';

/**
 * Tables that no backup holds: what opens a door for a while, or counts at one. Restored, a session that
 * was ended since would be open again.
 */
const LEFT_OUT: readonly string[] = ['session', 'sign_in_link', 'sign_in_attempt', 'challenge'];

/** A name as SQL quotes it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Every table of this schema but those of extensions. Unlogged ones Postgres itself does not keep. */
const TABLES = `
  SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns,
    c.relpersistence = 'p' AND c.relname <> ALL($1::text[]) AS "isKept"
  FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    AND a.attgenerated = ''
  WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
    AND NOT EXISTS (SELECT FROM pg_depend d
      WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
  GROUP BY c.oid ORDER BY c.relname COLLATE "C"`;

export interface TableHere extends Pick<TableOf, 'name' | 'columns'> {
  /** Whether its rows are in a backup. */
  isKept: boolean;
}

export async function tables(db: Connection): Promise<TableHere[]> {
  return (await db.query<TableHere>(TABLES, [LEFT_OUT])).rows;
}

export async function countRows(db: Connection, table: string): Promise<number> {
  const { rows } = await db.query<{ rows: string }>(
    `SELECT count(*) AS rows FROM ${quoted(table)}`,
  );
  return Number(rows[0]?.rows);
}

/** The names of the migrations that ran, in that order; none where there is no Clarion. */
export async function migrationsRun(db: Connection): Promise<string[]> {
  const { rows } = await db.query<{ there: string | null }>('SELECT to_regclass($1) AS there', [
    MIGRATIONS,
  ]);
  if (!rows[0]?.there) return [];
  const ran = await db.query<{ name: string }>(`SELECT name FROM ${MIGRATIONS} ORDER BY id`);
  return ran.rows.map(({ name }) => name);
}

/** The last entry of the record; none where there is no entry. Older records have no hashes. */
export async function recordHead(db: Connection): Promise<Manifest['record']> {
  const { rows } = await db.query<{ number: string; hash: string | null }>(
    `SELECT r.number::text AS number, to_jsonb(r)->>'hash' AS hash
     FROM record_entry r ORDER BY r.number DESC LIMIT 1`,
  );
  return rows[0] ?? null;
}

/** Where each sequence is, but the one that numbers migrations. */
export async function sequences(db: Connection): Promise<Manifest['sequences']> {
  const named = await db.query<{ name: string }>(
    `SELECT s.relname AS name FROM pg_class s
     WHERE s.relnamespace = current_schema()::regnamespace AND s.relkind = 'S'
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass
         AND d.objid = s.oid AND d.refobjid = to_regclass('${MIGRATIONS}'))
     ORDER BY s.relname COLLATE "C"`,
  );
  const found: Manifest['sequences'] = [];
  for (const { name } of named.rows) {
    const { rows } = await db.query<{ last: string; isCalled: boolean }>(
      `SELECT last_value::text AS last, is_called AS "isCalled" FROM ${quoted(name)}`,
    );
    found.push({ name, ...(rows[0] as { last: string; isCalled: boolean }) });
  }
  return found;
}

/** The same text for the same value, whatever the settings of the server, the database or the user. */
export async function fixFormats(db: Connection): Promise<void> {
  await db.query(`SET LOCAL client_encoding = 'UTF8'; SET LOCAL datestyle = 'ISO, YMD';
    SET LOCAL intervalstyle = 'postgres'; SET LOCAL timezone = 'UTC';
    SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1;
    SET LOCAL statement_timeout = 0`);
}

/** How COPY is asked for a table: its columns by name, so that their order does not matter. */
export const copyOf = ({ name, columns }: Pick<TableOf, 'name' | 'columns'>): string =>
  `COPY ${quoted(name)} (${columns.map(quoted).join(', ')})`;
