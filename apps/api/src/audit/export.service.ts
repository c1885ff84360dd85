import type { RecordToExport } from '@clarion/exchange/record';
import { entryBytes } from '@clarion/record';
import type { EntityManager } from 'typeorm';
import * as checkpoints from '../record/checkpoint.queries.js';
import { entryOf } from '../record/public-act.js';
import * as entries from './entry.queries.js';

/** Rows read at once. */
const PAGE = 1000;

async function* entriesTo(
  db: EntityManager,
  size: number,
  onProgress: (done: number, total: number) => void,
): AsyncGenerator<{ line: string; hash: string }[]> {
  const decoder = new TextDecoder();
  for (let from = 1; from <= size; from += PAGE) {
    const rows = await entries.between(db, from, Math.min(size, from + PAGE - 1));
    yield rows.map((row) => ({
      line: decoder.decode(entryBytes(entryOf(row))),
      hash: row.hash,
    }));
    onProgress(Math.min(size, from + PAGE - 1), size);
  }
}

async function* checkpointsTo(db: EntityManager, size: number): AsyncGenerator<string[]> {
  for (let last = 0; last < size; ) {
    const rows = await checkpoints.after(db, last, PAGE);
    yield rows.flatMap((row) => (row.size <= size ? [row.note] : []));
    last = rows.at(-1)?.size ?? size;
  }
}

/**
 * The record up to its latest checkpoint, to be written as files; none before the first. It only grows, so
 * what is read page by page is of one moment.
 */
export async function recordToExport(
  db: EntityManager,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<{ name: string; size: number; record: RecordToExport } | null> {
  const latest = await checkpoints.latest(db);
  if (!latest) return null;
  return {
    name: `clarion-record-${latest.size}`,
    size: latest.size,
    record: {
      entries: () => entriesTo(db, latest.size, onProgress),
      checkpoints: checkpointsTo(db, latest.size),
      checkpoint: latest.note,
      keys: await checkpoints.keys(db),
    },
  };
}
