import { fromBase64, isSame, toBase64 } from './bytes.js';
import { type Finding, found, wrong } from './finding.js';
import { emptyRoot, HASH_BYTES } from './merkle/hashes.js';
import type { TreeHead } from './merkle/verify.js';
import { parseNote, type SignedBy, type Signer, signedBy, signNote, writeNote } from './note.js';
import type { NoteKey } from './note-key.js';
import { hasControl, isWellFormed } from './text.js';

/** What a record was at a size: C2SP tlog-checkpoint. */
export interface Checkpoint extends TreeHead {
  /** The record's own name, the same in all its checkpoints: that of its key, such as `example.org/record`. */
  origin: string;
  /** Further lines, which say nothing of the tree. This project writes one, `previous` and a size. */
  extensions?: readonly string[];
}

/** The keys by which a reader judges a checkpoint, known from elsewhere. */
export interface KnownKeys {
  /** The record's own: one, or several while it changes its key. Their name is the record's. */
  record: readonly NoteKey[];
  witnesses?: readonly NoteKey[];
  /** How many of the witnesses must have signed as well; none where it is not given. */
  witnessesNeeded?: number;
}

/** A checkpoint that the record has signed, and the witnesses that have. */
export interface OpenedCheckpoint extends Checkpoint {
  witnesses: SignedBy[];
}

/**
 * The text of a checkpoint, to be signed. Throws RangeError for one that `parseCheckpoint` would not read:
 * an origin or extension that is empty or more than a line, a size that is none, a root not of 32 bytes.
 */
export function checkpointText({ origin, size, root, extensions = [] }: Checkpoint): string {
  const lines = [origin, String(size), toBase64(root), ...extensions];
  const text = lines.map((line) => `${line}\n`).join('');
  const read = parseCheckpoint(text);
  if (!read.ok) throw new RangeError(read.problem);
  if (read.value.extensions?.length !== extensions.length) {
    throw new RangeError('A line of the checkpoint holds a newline.');
  }
  return text;
}

/** Reads the text of a checkpoint, strictly: one way to write each. Sizes end at 2^53 - 1. */
export function parseCheckpoint(text: string): Finding<Checkpoint> {
  if (!isWellFormed(text) || hasControl(text)) {
    return wrong('The checkpoint holds what is no printed character.');
  }
  if (!text.endsWith('\n')) return wrong('The checkpoint does not end with a newline.');
  const [origin = '', size = '', base64 = '', ...extensions] = text.slice(0, -1).split('\n');
  if (origin === '') return wrong('The checkpoint names no record.');
  if (!/^(?:0|[1-9]\d*)$/.test(size)) return wrong('The checkpoint’s size is no whole number.');
  if (!Number.isSafeInteger(Number(size))) return wrong('The checkpoint’s size is too great.');
  const root = fromBase64(base64);
  if (root?.length !== HASH_BYTES) return wrong('The checkpoint’s root is no hash in Base64.');
  if (size === '0' && !isSame(root, emptyRoot())) {
    return wrong('The checkpoint’s root is not the one of nothing.');
  }
  if (extensions.includes('')) return wrong('The checkpoint holds an empty line.');
  return found({ origin, size: Number(size), root, extensions });
}

/**
 * A checkpoint as it is published: a note signed by the record's key, whose name must be the origin.
 * Witnesses add theirs with `cosignNote` and `writeNote`, without a change of format. Throws RangeError
 * where the checkpoint or the key is malformed.
 */
export async function signCheckpoint(checkpoint: Checkpoint, signer: Signer): Promise<string> {
  if (signer.name !== checkpoint.origin) {
    throw new RangeError(`The key of ${signer.name} does not sign for ${checkpoint.origin}.`);
  }
  const text = checkpointText(checkpoint);
  return writeNote({ text, signatures: [await signNote(text, signer)] });
}

/**
 * What a published checkpoint says, once it is shown to come from the record: signed by one of the
 * record's keys, under its name, and by as many witnesses as are needed. Otherwise what is wrong.
 */
export async function openCheckpoint(
  note: string,
  { record, witnesses = [], witnessesNeeded = 0 }: KnownKeys,
): Promise<Finding<OpenedCheckpoint>> {
  const parsed = parseNote(note);
  if (!parsed.ok) return parsed;
  const checkpoint = parseCheckpoint(parsed.value.text);
  if (!checkpoint.ok) return checkpoint;
  const { origin } = checkpoint.value;
  const own = record.filter(({ name }) => name === origin);
  if (own.length === 0) return wrong(`The checkpoint is of ${origin}, and no key of it is known.`);
  const signers = await signedBy(parsed.value, [...own, ...witnesses]);
  if (!signers.ok) return signers;
  if (!signers.value.some(({ key }) => own.includes(key))) {
    return wrong('No known key of the record has signed the checkpoint.');
  }
  const seen = signers.value.filter(({ key }) => witnesses.includes(key));
  if (seen.length < witnessesNeeded) {
    return wrong(`Of ${witnessesNeeded} witnesses needed, ${seen.length} have signed.`);
  }
  return found({ ...checkpoint.value, witnesses: seen });
}
