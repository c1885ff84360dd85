import { fromBase64, keyFingerprint, sha256Hex, verify } from '@clarion/record';
import { counted } from '../sentence.js';
import {
  KEY_FILE,
  type ListedFile,
  MANIFEST_FILE,
  type Manifest,
  SIGNATURE_FILE,
  VOUCHING,
} from './manifest.js';
import { fileIn } from './read-tables.js';
import { failed, notChecked, passed, type RoundCheck } from './recount-check.js';
import type { RoundFiles } from './round-input.js';

/** The bytes in a file of one line of Base64, as `writeRound` writes it; none where it is no such file. */
function base64In(files: RoundFiles, name: string): Uint8Array {
  const text = new TextDecoder().decode(fileIn(files, name));
  return (text.endsWith('\n') ? fromBase64(text.slice(0, -1)) : null) ?? new Uint8Array();
}

/** Whose the manifest is: the signature over it, and the key, which may be known from elsewhere. */
export async function checkSignature(
  files: RoundFiles,
  manifest: Manifest,
  knownKey: string | undefined,
): Promise<RoundCheck[]> {
  const key = base64In(files, KEY_FILE);
  const fingerprint = await keyFingerprint(key);
  const wanted = knownKey?.trim().toLowerCase().replaceAll(':', '');
  const checks = [await signatureCheck(files, key)];
  if (fingerprint !== manifest.key) {
    const says = `a key with the fingerprint ${fingerprint}`;
    const should = `the key ${manifest.key}, which the manifest names`;
    checks.push(failed('key', { file: KEY_FILE, line: null, says, should }));
  } else if (wanted === undefined) {
    const says = `Compare the key’s fingerprint with one you know from elsewhere: ${fingerprint}`;
    checks.push(notChecked('key', says));
  } else if (wanted === fingerprint) {
    checks.push(passed('key', `The key is the one you named: ${fingerprint}`));
  } else {
    const says = `a key with the fingerprint ${fingerprint}`;
    const should = `the key ${wanted}, which you named`;
    checks.push(failed('key', { file: KEY_FILE, line: null, says, should }));
  }
  return checks;
}

async function signatureCheck(files: RoundFiles, key: Uint8Array): Promise<RoundCheck> {
  const signature = base64In(files, SIGNATURE_FILE);
  try {
    if (await verify(fileIn(files, MANIFEST_FILE), signature, key)) {
      return passed('signature', 'The signature over manifest.json is by the key in key.txt.');
    }
  } catch {
    return notChecked('signature', 'Ed25519 signatures cannot be checked on this machine.');
  }
  return failed('signature', {
    file: MANIFEST_FILE,
    line: null,
    says: 'something that the key in key.txt did not sign as it stands in manifest.sig',
    should: 'what was signed',
  });
}

/** Every listed file is there, and none beside. `unlisted` are the names that no list has. */
export function checkPresence(
  files: RoundFiles,
  listed: readonly ListedFile[],
  unlisted: readonly string[] = VOUCHING,
): RoundCheck {
  const names = new Set([...listed.map(({ name }) => name), ...unlisted]);
  const missing = [...names].find((name) => !files.has(name));
  if (missing !== undefined) {
    const should = 'what the manifest lists';
    return failed('files', { file: missing, line: null, says: 'nothing: it is missing', should });
  }
  const added = [...files.keys()].find((name) => !names.has(name));
  if (added !== undefined) {
    const says = 'something, and the manifest does not list it';
    return failed('files', { file: added, line: null, says, should: 'nothing: it was added' });
  }
  return passed('files', `All ${counted(names.size, 'file')} are there, and no other.`);
}

/** What is hashed of a file: its bytes, after those of a salt where there is one. */
export function hashedAfter(salt: Uint8Array | undefined, bytes: Uint8Array): Uint8Array {
  if (!salt) return bytes;
  const both = new Uint8Array(salt.length + bytes.length);
  both.set(salt);
  both.set(bytes, salt.length);
  return both;
}

/** The hash of every listed file that is there, after the salt where these are sealed. */
export async function checkHashes(
  files: RoundFiles,
  listed: readonly ListedFile[],
  salt?: Uint8Array,
): Promise<RoundCheck> {
  for (const { name, sha256 } of listed) {
    const bytes = files.get(name);
    if (!bytes) continue;
    const found = await sha256Hex(hashedAfter(salt, bytes));
    if (found !== sha256) {
      const says = `something with the SHA-256 ${found}`;
      const should = `what has the SHA-256 ${sha256}, as in manifest.json`;
      return failed('hashes', { file: name, line: null, says, should });
    }
  }
  return passed('hashes', `${counted(listed.length, 'file')} have the SHA-256 in the manifest.`);
}
