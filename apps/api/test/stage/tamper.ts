import type { QueryRunner } from 'typeorm';
import type { Check } from '../../src/audit/verify-record.service.js';

/** A change by somebody who may change everything in the database, and knows no key. */
export interface Tamper {
  what: string;
  /** Whose business it is to find it: the first that would. */
  by: Check;
  /** Changes one row or some, by a seed; the number of rows that it changed. */
  change: (db: QueryRunner, seed: number) => Promise<number>;
}

/** One row of a table, by the seed. */
export const one = (table: string, seed: number, where = 'true') =>
  `ctid = (SELECT ctid FROM ${table} WHERE ${where} ORDER BY md5(ctid::text || '${seed}') LIMIT 1)`;

export async function run(db: QueryRunner, sql: string, values: unknown[] = []): Promise<number> {
  const result = await db.manager.query<[unknown, number] | unknown[]>(sql, values);
  return typeof result[1] === 'number' ? result[1] : result.length;
}

/** Sets a column of one row to something else. */
export const set = (
  table: string,
  column: string,
  value: string,
  by: Check,
  where = 'true',
): Tamper => ({
  what: `${table}.${column}${where === 'true' ? '' : ` where ${where}`} = ${value}`,
  by,
  change: (db, seed) =>
    run(
      db,
      `UPDATE ${table} SET ${column} = ${value} WHERE ${one(table, seed, `(${where}) AND ${column} IS DISTINCT FROM ${value}`)}`,
    ),
});

export const remove = (table: string, by: Check, where = 'true'): Tamper => ({
  what: `a row of ${table} deleted${where === 'true' ? '' : ` where ${where}`}`,
  by,
  change: (db, seed) => run(db, `DELETE FROM ${table} WHERE ${one(table, seed, where)}`),
});

export const added = (text: string) => `${text} || ' Not!'`;
export const flipped = (bytes: string) => `sha256(${bytes})`;
