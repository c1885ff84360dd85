import {
  parseCheckpoint,
  parseNote,
  rootOf,
  signCheckpoint,
  toHex,
  treeAt,
  writeKey,
} from '@clarion/record';
import type { EntityManager } from 'typeorm';
import { keyToSignWith } from '../keyring/key-to-sign-with.js';
import type { Keyring } from '../keyring/keyring.js';
import * as checkpoints from './checkpoint.queries.js';
import { sizeOf, subtreesIn } from './tree.queries.js';

/** What the record is called in its checkpoints: by the host that people know it by, and for ever. */
export const recordName = (publicUrl: string): string =>
  `${URL.canParse(publicUrl) ? new URL(publicUrl).host : 'localhost'}/record`;

function headOf({ note }: checkpoints.CheckpointRow) {
  const parsed = parseNote(note);
  const head = parsed.ok ? parseCheckpoint(parsed.value.text) : parsed;
  if (!head.ok) throw new Error(`the latest checkpoint cannot be read: ${head.problem}`);
  return head.value;
}

/**
 * Signs what the record is now, where it has grown since the last time, and keeps that. Never signs a
 * second history: the entries under the last checkpoint have to be what it was signed over.
 */
export async function makeCheckpoint(
  db: EntityManager,
  { keys, name, at }: { keys: Keyring; name: string; at: Date },
): Promise<checkpoints.CheckpointRow | null> {
  const before = await checkpoints.latest(db);
  const size = await sizeOf(db);
  if (size === 0 || size === before?.size) return before;
  const read = subtreesIn(db);
  const earlier = before && headOf(before);
  if (earlier) {
    if (size < earlier.size)
      throw new Error('entries that a checkpoint was signed over are missing');
    const root = await rootOf(await treeAt(earlier.size, read));
    if (toHex(root) !== toHex(earlier.root)) {
      throw new Error('the record is not what its latest checkpoint was signed over');
    }
  }
  const key = await keyToSignWith(db, keys);
  // A record keeps the name it began with, whatever address it moves to.
  const origin = earlier?.origin ?? name;
  const root = await rootOf(await treeAt(size, read));
  const note = await signCheckpoint({ origin, size, root }, { name: origin, secret: key.secret });
  const line = await writeKey({ name: origin, use: 'note', publicKey: key.publicKey });
  await checkpoints.keep(db, { size, at, note, key: line });
  return checkpoints.ofSize(db, size);
}
