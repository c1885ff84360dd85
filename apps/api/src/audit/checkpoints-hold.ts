import {
  type KnownKeys,
  keyFingerprint,
  type OpenedCheckpoint,
  openCheckpoint,
  readKey,
} from '@clarion/record';
import type { EntityManager } from 'typeorm';
import type { Keyring } from '../keyring/keyring.js';
import * as checkpoints from '../record/checkpoint.queries.js';
import { previousSize, signedAt } from '../record/checkpoint.service.js';

/** Rows read at once. */
const PAGE = 1000;

/** Checkpoints that are signed by keys this Clarion is known by, and what is wrong with the rest. */
export interface OpenedCheckpoints {
  heads: OpenedCheckpoint[];
  problems: { size: number; problem: string }[];
}

/** Fingerprints of keys that the record's own settings named, and of the one at hand. */
async function knownFingerprints(db: EntityManager, keys: Keyring): Promise<Set<string>> {
  const rows = await db.query<{ key: string | null }[]>(
    `SELECT DISTINCT data->>'signingKey' AS key FROM record_entry
     WHERE kind = 'configured' AND about_kind = 'configuration'`,
  );
  const own = keys.signing()?.fingerprint;
  return new Set([...rows.flatMap(({ key }) => key ?? []), ...(own ? [own] : [])]);
}

async function keyOf(line: string, known: ReadonlySet<string>): Promise<KnownKeys | null> {
  const read = await readKey(line);
  if (!read.ok || !known.has(await keyFingerprint(read.value.publicKey))) return null;
  return { record: [read.value] };
}

/** Opens every checkpoint that is kept, and the last one that the keyring remembers having signed. */
export async function openCheckpoints(
  db: EntityManager,
  keys: Keyring,
): Promise<OpenedCheckpoints> {
  const known = await knownFingerprints(db, keys);
  const found: OpenedCheckpoints = { heads: [], problems: [] };
  const add = async ({ size, note, key }: { size: number; note: string; key: string }) => {
    const by = await keyOf(key, known);
    const opened = by && (await openCheckpoint(note, by));
    if (!opened) {
      found.problems.push({ size, problem: 'It is signed with a key that nobody knows.' });
    } else if (!opened.ok) found.problems.push({ size, problem: opened.problem });
    else if (opened.value.size !== size) {
      found.problems.push({ size, problem: `It was signed over ${opened.value.size} entries.` });
    } else found.heads.push(opened.value);
  };
  let last = 0;
  for (;;) {
    const rows = await checkpoints.after(db, last, PAGE);
    for (const row of rows) {
      await add(row);
      const at = signedAt(row.note);
      if (at !== null && at !== row.at.toISOString()) {
        found.problems.push({ size: row.size, problem: `It was signed at ${at}.` });
      }
      const before = previousSize(row.note);
      if (before !== last) {
        found.problems.push({
          size: row.size,
          problem: `The one before it was over ${before} entries, and is not kept.`,
        });
      }
      last = row.size;
    }
    if (rows.length < PAGE) break;
  }
  const signed = keys.lastSigned();
  if (signed && signed.size > last) {
    const problem = 'It was signed here, and is not kept.';
    found.problems.push({ size: signed.size, problem });
  }
  if (signed) await add(signed);
  return found;
}
