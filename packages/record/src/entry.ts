import { canonicalJson } from './canonical-json.js';
import { type Finding, found, wrong } from './finding.js';
import { leafHash } from './merkle/hashes.js';
import { utf8 } from './text.js';

/** What stands for the entry before the first: 64 zeros. */
export const NO_ENTRY = '0'.repeat(64);

/** An entry of the record. Hashes are of 32 bytes, in 64 lower-case hexadecimal digits. */
export interface Entry {
  /** Gapless, from 1. */
  number: number;
  /** The hash of the entry before; `NO_ENTRY` in the first. */
  previous: string;
  /** The public act: anything that JSON can say. No personal text. */
  act: unknown;
  /** By name, what each personal text of the act was committed to (see `commit`). */
  commitments: Readonly<Record<string, string>>;
}

const HASH = /^[0-9a-f]{64}$/;
const MEMBERS = ['act', 'commitments', 'number', 'previous'];

/**
 * An entry in the one way it is written and hashed: canonical JSON (RFC 8785) of exactly its four
 * members, in UTF-8. Throws RangeError where a number or hash is none, TypeError where JSON cannot say
 * the act.
 */
export function entryBytes(entry: Entry): Uint8Array {
  const problem = problemOf(entry);
  if (problem !== null) throw new RangeError(problem);
  const { act, commitments, number, previous } = entry;
  return utf8(canonicalJson({ act, commitments, number, previous }));
}

/**
 * The hash of an entry, 32 bytes: that of a leaf of the Merkle tree (RFC 9162, section 2.1.1), so that
 * one hash links the chain and stands in the tree. Anyone makes it again with
 * `(printf '\0'; printf %s "$entry") | sha256sum`. Throws as `entryBytes` does.
 */
export async function entryHash(entry: Entry): Promise<Uint8Array> {
  return leafHash(entryBytes(entry));
}

/**
 * Reads what `entryBytes` wrote, as text. Anything else that says the same (spaces, another order of
 * names, a name twice, a further member) is refused: it would have another hash.
 */
export function readEntry(text: string): Finding<Entry> {
  let value: unknown;
  try {
    value = JSON.parse(text);
    if (canonicalJson(value) !== text) return wrong('It is not written in canonical JSON.');
  } catch {
    return wrong('It is no JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return wrong('It is no entry.');
  }
  if (Object.keys(value).join() !== MEMBERS.join()) {
    return wrong(
      'An entry has an act, commitments, a number and a previous hash, and nothing else.',
    );
  }
  const entry = value as Entry;
  const problem = problemOf(entry);
  return problem === null ? found(entry) : wrong(problem);
}

function problemOf({ number, previous, commitments }: Entry): string | null {
  if (!Number.isSafeInteger(number) || number < 1) return 'Its number is no whole number from 1.';
  if (!isHash(previous)) return 'Its previous hash is not of 64 hexadecimal digits.';
  if (typeof commitments !== 'object' || commitments === null || Array.isArray(commitments)) {
    return 'Its commitments are not given by name.';
  }
  const odd = Object.entries(commitments).find(([, commitment]) => !isHash(commitment));
  return odd ? `Its commitment “${odd[0]}” is not of 64 hexadecimal digits.` : null;
}

function isHash(value: unknown): value is string {
  return typeof value === 'string' && HASH.test(value);
}
