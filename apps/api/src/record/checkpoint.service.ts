import {
  parseCheckpoint,
  parseNote,
  type ReadSubtrees,
  rootOf,
  signCheckpoint,
  type TreeHead,
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

function headOf({ note }: { note: string }) {
  const parsed = parseNote(note);
  const head = parsed.ok ? parseCheckpoint(parsed.value.text) : parsed;
  if (!head.ok) throw new Error(`the latest checkpoint cannot be read: ${head.problem}`);
  return head.value;
}

/** Each names the size of the one before it, which its signature covers: none can be taken out unseen. */
const PREVIOUS = 'previous ';
/** And when it was signed, by the clock here. */
const AT = 'at ';

function extensionOf(note: string, name: string): string | null {
  const parsed = parseNote(note);
  const head = parsed.ok ? parseCheckpoint(parsed.value.text) : parsed;
  const lines = head.ok ? (head.value.extensions ?? []) : [];
  return lines.find((each) => each.startsWith(name))?.slice(name.length) ?? null;
}

/** Over how many entries the checkpoint before a note was; 0 where there was none. */
export const previousSize = (note: string): number => Number(extensionOf(note, PREVIOUS) ?? 0);

/** When a note was signed, as it says itself; null for those of before they did. */
export const signedAt = (note: string): string | null => extensionOf(note, AT);

/** Throws where the record does not go on from what was signed earlier. */
async function refuseOther(earlier: TreeHead, size: number, read: ReadSubtrees): Promise<void> {
  if (size < earlier.size) throw new Error('entries that a checkpoint was signed over are missing');
  const root = await rootOf(await treeAt(earlier.size, read));
  if (toHex(root) !== toHex(earlier.root)) {
    throw new Error('the record is not what its latest checkpoint was signed over');
  }
}

/**
 * Signs what the record is now, where it has grown since the last time, and keeps that. Never signs a
 * second history: the entries under the last checkpoint, of the database and of the keyring, which a
 * database that was put back does not know, have to be what it was signed over.
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
  const signed = keys.lastSigned();
  for (const head of [earlier, signed && headOf(signed)]) {
    if (head) await refuseOther(head, size, read);
  }
  const key = await keyToSignWith(db, keys);
  // A record keeps the name it began with, whatever address it moves to.
  const origin = earlier?.origin ?? name;
  const moment = `${AT}${at.toISOString()}`;
  const extensions = earlier ? [`${PREVIOUS}${earlier.size}`, moment] : [moment];
  const head = { origin, size, root: await rootOf(await treeAt(size, read)), extensions };
  const note = await signCheckpoint(head, { name: origin, secret: key.secret });
  const line = await writeKey({ name: origin, use: 'note', publicKey: key.publicKey });
  await checkpoints.keep(db, { size, at, note, key: line });
  const kept = await checkpoints.ofSize(db, size);
  if (kept) keys.keepSigned({ size: kept.size, note: kept.note, key: kept.key });
  return kept;
}
