import {
  checkHashes,
  checkPresence,
  checkSignature,
  checkWords,
  MANIFEST_FILE,
  type RoundCheck,
  readManifest,
  readProposals,
  SALT_FILE,
  sayDifference,
  unzipRound,
  WORDS_FILE,
  wordsFile,
} from '@clarion/exchange/round';
import { sha256Hex } from '@clarion/record';
import type { EntityManager } from 'typeorm';
import * as words from '../ranking/round-words.queries.js';
import type { Disagreement } from './agreement.queries.js';

interface KeptFiles {
  id: string;
  manifestSha256: string;
  /** Fingerprint of the key. */
  signedWith: string;
  bundle: Buffer | null;
  matrix: Buffer | null;
}

/** Rounds at once: each may be some megabytes. */
const FILES = `SELECT r.id, r.manifest_sha256 AS "manifestSha256", r.signed_with AS "signedWith",
    b.zip AS bundle, m.zip AS matrix
  FROM round r LEFT JOIN round_bundle b ON b.round_id = r.id LEFT JOIN round_matrix m ON m.round_id = r.id
  WHERE r.manifest IS NOT NULL AND ($1::uuid IS NULL OR r.id > $1) ORDER BY r.id LIMIT 1`;

type KeptWords = Awaited<ReturnType<typeof words.keptIn>>;

/** The words are those that were signed, what is hidden too; those that went have a reason to be gone. */
async function wordsOf(
  published: ReadonlyMap<string, Uint8Array>,
  kept: KeptWords,
): Promise<RoundCheck | string> {
  const lost = kept.find(({ gone, isTakenAway }) => gone !== null && !isTakenAway);
  if (lost) return `has lost the words of proposal ${lost.number}`;
  const files = new Map([...published, [WORDS_FILE, wordsFile(kept)]]);
  return checkWords(files, readProposals(published));
}

async function problemsOf(
  { manifestSha256, signedWith, bundle, matrix }: KeptFiles,
  kept: KeptWords,
): Promise<string[]> {
  if (!bundle || !matrix) return ['has lost its files'];
  try {
    const published = unzipRound(bundle);
    const sealed = unzipRound(matrix, 'matrix.zip');
    const bytes = published.get(MANIFEST_FILE) ?? new Uint8Array();
    if ((await sha256Hex(bytes)) !== manifestSha256) {
      return ['has another manifest in its files than in the record'];
    }
    const manifest = readManifest(bytes);
    // What no list names, such as the manifest itself, is the same in both.
    const listed = new Set(manifest.sealed.map(({ name }) => name));
    for (const [name, copy] of sealed) {
      const original = published.get(name);
      const isSame = original && Buffer.from(copy).equals(original);
      if (!listed.has(name) && !isSame) return [`has another ${name} for scrutineers than for all`];
    }
    const said = await wordsOf(published, kept);
    if (typeof said === 'string') return [said];
    const checks: RoundCheck[] = [
      said,
      ...(await checkSignature(published, manifest, signedWith)),
      checkPresence(published, manifest.files),
      await checkHashes(published, manifest.files),
      checkPresence(sealed, manifest.sealed),
      await checkHashes(sealed, manifest.sealed, sealed.get(SALT_FILE)),
    ];
    return checks.flatMap(({ ok, difference }) =>
      ok === false ? [difference ? sayDifference(difference) : 'has another file'] : [],
    );
  } catch (fault) {
    return [fault instanceof Error ? fault.message : 'cannot be read'];
  }
}

/** Rounds whose files are not the ones that their manifests, and so the record, name. */
export async function wrongFiles(db: EntityManager): Promise<Disagreement[]> {
  const found: Disagreement[] = [];
  for (let last: string | null = null; ; ) {
    const [kept]: KeptFiles[] = await db.query(FILES, [last]);
    if (!kept) return found;
    last = kept.id;
    const problems = await problemsOf(kept, await words.keptIn(db, kept.id));
    found.push(...problems.map((problem) => ({ id: kept.id, problem: `round: ${problem}` })));
  }
}
