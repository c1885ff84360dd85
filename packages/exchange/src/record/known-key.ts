import { type Finding, keyFingerprint, type NoteKey, readKey } from '@clarion/record';

/**
 * The key to check a receipt with. `carried` is the receipt's own, a vkey; `wanted` is the record's as it is
 * known from elsewhere, the same or its fingerprint. Otherwise what is wrong, in words.
 */
export async function knownKey(
  carried: string | null,
  wanted: string | undefined,
): Promise<Finding<{ key: NoteKey; fingerprint: string }>> {
  const line = wanted?.includes('+') ? wanted : carried;
  if (line === null) {
    return { ok: false, problem: 'It does not carry a key. Give the record’s with --key.' };
  }
  const read = await readKey(line.trim());
  if (!read.ok) return { ok: false, problem: `The key cannot be read. ${read.problem}` };
  const fingerprint = await keyFingerprint(read.value.publicKey);
  if (wanted && !wanted.includes('+') && wanted.toLowerCase() !== fingerprint) {
    return { ok: false, problem: `It is signed with another key: ${fingerprint}` };
  }
  return { ok: true, value: { key: read.value, fingerprint } };
}
