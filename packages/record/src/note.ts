import { fromBase64, isSame, joined, toBase64 } from './bytes.js';
import { type Finding, found, wrong } from './finding.js';
import { ID_BYTES, isKeyName, keyId, type NoteKey } from './note-key.js';
import { publicKeyOf, SIGNATURE_BYTES, sign, verify } from './signature.js';
import { hasControl, isWellFormed, utf8 } from './text.js';

/** A line below a note: who is said to have signed, and what. */
export interface NoteSignature {
  name: string;
  /** 4 bytes; see `keyId`. */
  id: Uint8Array;
  /** 64 bytes of Ed25519; before them the time in a cosignature; with other keys whatever they make. */
  signature: Uint8Array;
}

/** A note of C2SP signed-note: a text that ends with a newline, and the signatures below it. */
export interface Note {
  text: string;
  signatures: readonly NoteSignature[];
}

/** Who signs: the name of a key and its secret half, 32 bytes. */
export interface Signer {
  name: string;
  secret: Uint8Array;
}

/** A known key that has signed; of a witness also when, in seconds since 1970. */
export interface SignedBy {
  key: NoteKey;
  time: number | null;
}

/** Signatures that a note may have: more than a reader must accept (16), few enough to check. */
const MOST_SIGNATURES = 100;

/** Characters of a note; longer ones are refused before anything is made of them. */
const MOST_CHARACTERS = 1_000_000;

const TIME_BYTES = 8;

/**
 * Reads a note as C2SP signed-note has it, strictly: what is malformed is refused with a word of what is
 * wrong. Says nothing of whether the signatures are good; see `signedBy`. Bytes of a file have to be
 * decoded as UTF-8 with `fatal` and `ignoreBOM`.
 */
export function parseNote(note: string): Finding<Note> {
  if (note.length > MOST_CHARACTERS) return wrong('The note is too long.');
  if (!isWellFormed(note)) return wrong('The note holds what is no character.');
  if (hasControl(note)) return wrong('The note holds a control character.');
  if (!note.endsWith('\n')) return wrong('The note does not end with a newline.');
  const end = note.lastIndexOf('\n\n');
  if (end < 0) return wrong('The note has no empty line between text and signatures.');
  const lines = note
    .slice(end + 2)
    .split('\n')
    .slice(0, -1);
  if (lines.length === 0) return wrong('The note has no signature.');
  if (lines.length > MOST_SIGNATURES) {
    return wrong(`The note has more than ${MOST_SIGNATURES} signatures.`);
  }
  const signatures: NoteSignature[] = [];
  for (const [at, line] of lines.entries()) {
    const read = parseSignature(line);
    if (!read.ok) return wrong(`Signature ${at + 1} of the note: ${read.problem}`);
    signatures.push(read.value);
  }
  return found({ text: note.slice(0, end + 1), signatures });
}

function parseSignature(line: string): Finding<NoteSignature> {
  if (!line.startsWith('— ')) return wrong('the line does not start with a dash and a space.');
  const [name = '', base64, ...rest] = line.slice(2).split(' ');
  if (base64 === undefined || rest.length > 0) return wrong('it is not a name and a signature.');
  if (!isKeyName(name)) return wrong('the name is empty or holds what a name may not.');
  const bytes = fromBase64(base64);
  if (!bytes) return wrong('it is not in Base64.');
  if (bytes.length <= ID_BYTES) return wrong('it is too short.');
  return found({ name, id: bytes.slice(0, ID_BYTES), signature: bytes.slice(ID_BYTES) });
}

/**
 * A note as it is kept and sent. Throws RangeError for one that `parseNote` would not read back as it
 * is: such as a text without a newline at its end, or a name with a space.
 */
export function writeNote({ text, signatures }: Note): string {
  const lines = signatures.map(
    ({ name, id, signature }) => `— ${name} ${toBase64(joined(id, signature))}\n`,
  );
  const note = `${text}\n${lines.join('')}`;
  const read = text.endsWith('\n')
    ? parseNote(note)
    : wrong('The text does not end with a newline.');
  if (!read.ok) throw new RangeError(read.problem);
  const isAsMeant =
    read.value.text === text &&
    read.value.signatures.every(({ name, id }, at) => {
      const meant = signatures[at];
      return meant?.name === name && isSame(meant.id, id);
    });
  if (!isAsMeant) throw new RangeError('The note would be read as another.');
  return note;
}

/** The signature of a key over a text, Ed25519 as signed-note has it. Throws RangeError for a bad name or key. */
export async function signNote(text: string, { name, secret }: Signer): Promise<NoteSignature> {
  const publicKey = await publicKeyOf(secret);
  const signature = await sign(utf8(text), secret);
  return { name, id: await keyId({ name, use: 'note', publicKey }), signature };
}

/**
 * The signature of a witness under a checkpoint's text (C2SP tlog-cosignature/v1): that at this time, in
 * whole seconds since 1970, it was the greatest consistent one the witness had seen of the record.
 * Throws RangeError for a bad time, name or key.
 */
export async function cosignNote(
  text: string,
  { name, secret }: Signer,
  time: number,
): Promise<NoteSignature> {
  if (!Number.isSafeInteger(time) || time < 0) throw new RangeError(`${time} is no time.`);
  const publicKey = await publicKeyOf(secret);
  const signed = await sign(cosigned(text, time), secret);
  const stamp = new Uint8Array(TIME_BYTES);
  new DataView(stamp.buffer).setBigUint64(0, BigInt(time));
  const id = await keyId({ name, use: 'cosignature', publicKey });
  return { name, id, signature: joined(stamp, signed) };
}

function cosigned(text: string, time: number | bigint): Uint8Array {
  return utf8(`cosignature/v1\ntime ${time}\n${text}`);
}

/**
 * Which of the known keys have signed a note. Signatures of unknown keys are passed over, also where
 * only the name or only the id is known; one of a known key that does not fit spoils the whole note.
 * Empty where no known key has signed: such a note says nothing.
 */
export async function signedBy(
  { text, signatures }: Note,
  known: readonly NoteKey[],
): Promise<Finding<SignedBy[]>> {
  const signers = new Map<NoteKey, SignedBy>();
  const keys = await Promise.all(known.map(async (key) => ({ key, id: await keyId(key) })));
  for (const { name, id, signature } of signatures) {
    const by = keys.find((one) => one.key.name === name && isSame(one.id, id));
    if (!by) continue;
    const { key } = by;
    const signed = await signedWith(text, signature, key);
    if (!signed) return wrong(`The signature of ${name} does not fit the text.`);
    signers.set(key, signed);
  }
  return found([...signers.values()]);
}

async function signedWith(
  text: string,
  signature: Uint8Array,
  key: NoteKey,
): Promise<SignedBy | null> {
  if (key.use === 'note') {
    return (await verify(utf8(text), signature, key.publicKey)) ? { key, time: null } : null;
  }
  if (signature.length !== TIME_BYTES + SIGNATURE_BYTES) return null;
  const time = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0);
  if (time > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  const isGood = await verify(cosigned(text, time), signature.subarray(TIME_BYTES), key.publicKey);
  return isGood ? { key, time: Number(time) } : null;
}
