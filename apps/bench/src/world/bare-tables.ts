import type pg from 'pg';

/** Indexes and references of the tables, as statements that make them again. */
const MADE_AGAIN = `
  SELECT t.relname AS "table", c.conname AS name, 'reference' AS kind,
    format('ALTER TABLE %I ADD CONSTRAINT %I %s', t.relname, c.conname, pg_get_constraintdef(c.oid)) AS made
  FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
  WHERE c.contype = 'f' AND t.relname = ANY($1)
  UNION ALL
  SELECT tablename, indexname, 'index', indexdef FROM pg_indexes
  WHERE schemaname = current_schema() AND tablename = ANY($1)
    AND indexname NOT IN (SELECT conname FROM pg_constraint WHERE contype IN ('p', 'u', 'x'))
  UNION ALL
  SELECT t.relname, c.conname, 'key',
    format('ALTER TABLE %I ADD CONSTRAINT %I %s', t.relname, c.conname, pg_get_constraintdef(c.oid))
  FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
  WHERE c.contype = 'p' AND t.relname = ANY($1)
    AND NOT EXISTS (SELECT FROM pg_constraint r WHERE r.contype = 'f' AND r.conindid = c.conindid
      AND r.conrelid <> ALL(SELECT oid FROM pg_class WHERE relname = ANY($1)))
  ORDER BY 1, 2`;

interface Part {
  table: string;
  name: string;
  kind: 'reference' | 'index' | 'key';
  made: string;
}

const ORDER: readonly Part['kind'][] = ['reference', 'index', 'key'];

/**
 * Does the work while the tables have no indexes and no references, and makes them again after: a row then
 * costs its writing alone, and sorting once is far cheaper than placing each. Keys that other tables refer to
 * stay. What it leaves is as it was, or the references would not hold.
 */
export async function withBareTables(
  db: pg.Client,
  tables: readonly string[],
  work: () => Promise<void>,
  say: (line: string) => void,
): Promise<void> {
  const { rows: parts } = await db.query<Part>(MADE_AGAIN, [tables]);
  for (const kind of ORDER) {
    for (const { table, name } of parts.filter((part) => part.kind === kind)) {
      await db.query(
        kind === 'index'
          ? `DROP INDEX "${name}"`
          : `ALTER TABLE "${table}" DROP CONSTRAINT "${name}"`,
      );
    }
  }
  await work();
  await db.query(`SET maintenance_work_mem = '1GB'`);
  for (const kind of [...ORDER].reverse()) {
    for (const { name, made } of parts.filter((part) => part.kind === kind)) {
      say(`  ${kind} ${name} …`);
      await db.query(made);
    }
  }
}
