import { FEWEST_SECRET_BALLOTS, isRanked } from '@clarion/deliberation';
import { keyFingerprint, sha256Hex, toBase64, toHex } from '@clarion/record';
import { hashedAfter } from './check-files.js';
import { commitmentFiles } from './commitment-files.js';
import { computeRound, onlyRanked } from './compute-round.js';
import {
  FORMAT,
  FORMAT_VERSION,
  KEY_FILE,
  type ListedFile,
  MANIFEST_FILE,
  type Manifest,
  manifestBytes,
  SIGNATURE_FILE,
} from './manifest.js';
import { README_FILE, readmeOf } from './readme.js';
import type { RoundInput, RoundKey, WordsRow, WrittenRound } from './round-input.js';
import { lensesOf } from './round-lenses.js';
import { MOST_CELLS, SALT_FILE, sealedFiles } from './sealed-files.js';
import { commitmentTo, WORDS_FILE, withSalts, wordsFile } from './words-file.js';

/**
 * Writes a round as `computeRound` has it, with what explains it and what vouches for it: the hash of every
 * file in a signed manifest. With more cells of people × proposals than `mostCells`, the scrutineers' folder
 * has no participants-votes.csv. Throws RangeError as `computeRound` does.
 */
export async function writeRound(
  given: RoundInput,
  key: RoundKey,
  mostCells: number = MOST_CELLS,
): Promise<WrittenRound> {
  const { input, words } = await fixWords(onlyRanked(given), key.wordsSeed);
  const { files, counts, groupSizes, rankings, groups, told } = computeRound(input);
  for (const [name, bytes] of commitmentFiles(input)) files.set(name, bytes);
  const fingerprint = await keyFingerprint(key.publicKey);
  const salt = new TextEncoder().encode(`${toHex(key.salt)}\n`);
  const sealed = sealedFiles(input, groups, mostCells).set(SALT_FILE, salt);
  const { consultation, round, rules, rollSize } = input;
  const { fewestSecretBallots = FEWEST_SECRET_BALLOTS } = input;
  const unhashed: Manifest = {
    format: FORMAT,
    version: FORMAT_VERSION,
    consultation: { id: consultation.id, title: consultation.title },
    round: { id: round.id, number: round.number, publishedAt: round.publishedAt },
    lenses: lensesOf({ rules, ...counts, fewestSecretBallots }),
    fewestSecretBallots,
    rules,
    rollSize,
    counts,
    groupSizes,
    seed: round.id,
    key: fingerprint,
    files: [],
    sealed: [],
  };
  files.set(README_FILE, new TextEncoder().encode(readmeOf(unhashed, files)));
  const manifest = { ...unhashed, files: await listed(files), sealed: await listed(sealed, salt) };
  const bytes = manifestBytes(manifest);
  const vouching: [string, Uint8Array][] = [
    [MANIFEST_FILE, bytes],
    [SIGNATURE_FILE, base64File(await key.sign(bytes))],
    [KEY_FILE, base64File(key.publicKey)],
  ];
  return {
    files: new Map([...files, ...vouching, [WORDS_FILE, wordsFile(words)]]),
    words,
    // The signed list of hashes goes with what it vouches for.
    sealed: new Map([...sealed, ...vouching]),
    manifest,
    manifestSha256: await sha256Hex(bytes),
    rankings,
    groups,
    told,
  };
}

/** The words of what is ranked with their salts, and the input with what commits to them. */
async function fixWords(
  input: RoundInput,
  seed: Uint8Array,
): Promise<{ input: RoundInput; words: WordsRow[] }> {
  const words = await withSalts(
    input.proposals.filter(({ status }) => isRanked(status)),
    seed,
  );
  const fixed = new Map(
    await Promise.all(words.map(async (row) => [row.number, await commitmentTo(row)] as const)),
  );
  const proposals = input.proposals.map((proposal) => {
    const commitment = fixed.get(proposal.number);
    return commitment === undefined ? proposal : { ...proposal, commitment };
  });
  return { input: { ...input, proposals }, words };
}

const base64File = (bytes: Uint8Array) => new TextEncoder().encode(`${toBase64(bytes)}\n`);

async function listed(
  files: ReadonlyMap<string, Uint8Array>,
  salt?: Uint8Array,
): Promise<ListedFile[]> {
  const entries: ListedFile[] = [];
  // One after the other: a file is copied to be hashed, and some have hundreds of megabytes.
  for (const [name, bytes] of files) {
    const sha256 = await sha256Hex(hashedAfter(salt, bytes));
    entries.push({ name, bytes: bytes.length, sha256 });
  }
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}
