import { fromHex, type KeptEntry, type Opening } from '@clarion/record';
import type { EntityManager } from 'typeorm';
import { ENTRY, type EntryRow, entryOf } from '../record/public-act.js';
import { RECORD_TEXTS } from './texts.js';

/** An entry with what opens its commitments. */
export interface OpenedRow extends EntryRow {
  /** By name; without a text where the tables no longer hold one. */
  openings: Record<string, { salt: string; text: string | null }>;
}

/** The entries after a number, in their order, with their texts as the tables hold them. */
export function openedAfter(db: EntityManager, after: number, limit: number): Promise<OpenedRow[]> {
  return db.query(
    `SELECT ${ENTRY}, coalesce((SELECT json_object_agg(s.field,
         json_build_object('salt', encode(s.salt, 'hex'), 'text', t.text))
       FROM record_salt s LEFT JOIN (${RECORD_TEXTS}) t ON t.field = s.field
       WHERE s.number = r.number), '{}') AS openings
     FROM record_entry r WHERE r.number > $1 ORDER BY r.number LIMIT $2`,
    [after, limit],
  );
}

/** An entry with the texts that are there, to be checked. */
export function keptEntry(row: OpenedRow): KeptEntry {
  const texts: Record<string, Opening> = {};
  for (const [field, { salt, text }] of Object.entries(row.openings)) {
    if (text !== null) texts[field] = { text, salt: fromHex(salt) ?? new Uint8Array() };
  }
  return { entry: entryOf(row), hash: row.hash, texts };
}
