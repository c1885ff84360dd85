import { JOBS } from '../jobs/queue.js';
import { type Connection, quoted } from './tables.queries.js';

/** Something that is taken away while rows are loaded, and how it is made again exactly as it was. */
export interface SetAside {
  remove: string;
  make: string;
}

/** References between tables: made again at the end, they check every row, and no order of tables matters. */
const REFERENCES = `
  SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS remove,
    format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname,
      pg_get_constraintdef(oid)) AS make
  FROM pg_constraint
  WHERE contype = 'f' AND connamespace = current_schema()::regnamespace
  ORDER BY conrelid::regclass::text, conname`;

/** Indexes that no key is made of: building one at the end is faster than keeping it row by row. */
const INDEXES = `
  SELECT format('DROP INDEX %s', i.indexrelid::regclass) AS remove,
    pg_get_indexdef(i.indexrelid) AS make
  FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
  WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
    AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)
    AND NOT EXISTS (SELECT FROM pg_depend d
      WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
  ORDER BY i.indexrelid::regclass::text`;

/** Takes references and indexes away. What is answered makes them again, indexes first. */
export async function setAside(db: Connection): Promise<SetAside[]> {
  const references = (await db.query<SetAside>(REFERENCES)).rows;
  const indexes = (await db.query<SetAside>(INDEXES)).rows;
  for (const { remove } of [...references, ...indexes]) await db.query(remove);
  return [...indexes, ...references];
}

/** Triggers guard what people do; rows that were guarded once go in as they are. */
export async function setTriggers(
  db: Connection,
  tables: readonly string[],
  state: 'ENABLE' | 'DISABLE',
): Promise<void> {
  for (const table of tables) await db.query(`ALTER TABLE ${quoted(table)} ${state} TRIGGER USER`);
}

/** Whether a server runs on this database: its jobs stay connected. */
export async function isServed(db: Connection): Promise<boolean> {
  const { rows } = await db.query<{ isServed: boolean }>(
    `SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()
       AND application_name = $1) AS "isServed"`,
    [JOBS],
  );
  return rows[0]?.isServed ?? false;
}
