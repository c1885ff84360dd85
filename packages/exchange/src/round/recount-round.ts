import {
  LENS_IDS,
  type LensId,
  rangeIsTold,
  rank,
  rankRange,
  refuseLens,
} from '@clarion/deliberation';
import { checkCommitments } from './check-commitments.js';
import { checkHashes, checkPresence, checkSignature } from './check-files.js';
import { checkTables } from './check-tables.js';
import { checkWords } from './check-words.js';
import { MANIFEST_FILE, type Manifest, readManifest, VOUCHING } from './manifest.js';
import { type LensRecount, rankingFile, rankingFileOf, readOrder } from './ranking-file.js';
import { fileIn, type RoundTables, readTables } from './read-tables.js';
import {
  type Difference,
  failed,
  firstDifference,
  notChecked,
  passed,
  type RoundCheck,
  unreadable,
} from './recount-check.js';
import type { RoundFiles } from './round-input.js';
import { checkLenses, lensFactsOf } from './round-lenses.js';
import { WORDS_FILE } from './words-file.js';

export interface RecountProgress {
  /** What is being done, in words. */
  what: string;
  /** Bytes of the file at hand. */
  done: number;
  total: number;
}

export interface RecountOptions {
  /** Only this lens; all that the bundle has where it is left out. */
  lens?: LensId;
  /** The fingerprint of the key that should have signed, known from elsewhere. */
  key?: string;
  onProgress?: (progress: RecountProgress) => void;
}

export interface RoundReport {
  /** Whether all that could be checked was found as it should be. */
  identical: boolean;
  checks: RoundCheck[];
  firstDifference: Difference | null;
  /** Null where they could not be read. */
  manifest: Manifest | null;
  tables: RoundTables | null;
  /** The orders as recounted here; where a lens cannot be recounted, as published. */
  rankings: LensRecount[];
}

/**
 * Recounts a bundle from nothing but its own files: hashes and signature, every count, and every order
 * that they allow, byte for byte. What cannot be checked is said, and never counted as checked.
 */
export async function recountRound(
  files: RoundFiles,
  { lens, key, onProgress }: RecountOptions = {},
): Promise<RoundReport> {
  const checks: RoundCheck[] = [];
  const report = (found: Partial<RoundReport> = {}): RoundReport => ({
    identical: checks.every(({ ok }) => ok !== false),
    checks,
    firstDifference: worstOf(checks),
    manifest: null,
    tables: null,
    rankings: [],
    ...found,
  });
  let manifest: Manifest;
  try {
    manifest = readManifest(fileIn(files, MANIFEST_FILE));
    checks.push(passed('manifest', 'manifest.json is that of a round.'));
    checks.push(...(await checkSignature(files, manifest, key)));
  } catch (error) {
    checks.push(unreadable('manifest', error));
    return report();
  }
  checks.push(checkPresence(files, manifest.files, [...VOUCHING, WORDS_FILE]));
  checks.push(await checkHashes(files, manifest.files));
  checks.push(checkLenses(manifest));
  let tables: RoundTables;
  try {
    const total = files.get('votes.csv')?.length ?? 0;
    tables = readTables(files, manifest.counts, (file, done) =>
      onProgress?.({ what: `Reading ${file}`, done, total }),
    );
  } catch (error) {
    checks.push(unreadable('tables', error));
    return report({ manifest });
  }
  checks.push(...checkTables(tables, manifest));
  checks.push(await wordsCheck(files, tables));
  onProgress?.({ what: 'Checking openings', done: 0, total: 1 });
  checks.push(...(await checkCommitments(files, manifest, tables)));
  const rankings: LensRecount[] = [];
  for (const id of lens ? [lens] : LENS_IDS) {
    onProgress?.({ what: `Recounting ${id}`, done: 0, total: 1 });
    const { check, recount } = recountLens(id, files, manifest, tables);
    checks.push(check);
    if (recount) rankings.push(recount);
    onProgress?.({ what: `Recounting ${id}`, done: 1, total: 1 });
  }
  return report({ manifest, tables, rankings });
}

const wordsCheck = (files: RoundFiles, { proposals }: RoundTables) =>
  checkWords(files, proposals).catch((error: unknown) => unreadable('words', error));

/** Who signed and what is there comes first; then the line that is wrong; then what only a hash tells. */
function worstOf(checks: readonly RoundCheck[]): Difference | null {
  const wrong = checks.filter(({ ok }) => ok === false);
  const first =
    wrong.find(({ name }) => ['manifest', 'signature', 'key', 'files'].includes(name)) ??
    wrong.find(({ difference }) => difference?.line !== null) ??
    wrong[0];
  return first?.difference ?? null;
}

interface LensResult {
  check: RoundCheck;
  recount: LensRecount | null;
}

function recountLens(
  lens: LensId,
  files: RoundFiles,
  manifest: Manifest,
  tables: RoundTables,
): LensResult {
  const file = rankingFileOf(lens);
  const refusal = refuseLens(lens, lensFactsOf(manifest));
  const bytes = files.get(file);
  if (refusal) {
    if (!bytes)
      return { check: notChecked(lens, `not published: ${refusal.message}`), recount: null };
    const says = 'an order that the rules do not allow';
    const check = failed(lens, { file, line: null, says, should: `nothing: ${refusal.message}` });
    return { check, recount: null };
  }
  try {
    const order = readOrder(lens, fileIn(files, file), tables.input.number, manifest.rules);
    const recount = recountFrom(lens, order, manifest, tables);
    const should = rankingFile(recount, manifest.rules);
    const difference = firstDifference(file, fileIn(files, file), should);
    if (difference) return { check: failed(lens, difference), recount };
    return { check: lensCheck(lens, tables), recount };
  } catch (error) {
    return { check: unreadable(lens, error), recount: null };
  }
}

function recountFrom(
  lens: LensId,
  order: Uint32Array,
  manifest: Manifest,
  tables: RoundTables,
): LensRecount {
  const isGiven = lens === 'priorities@1' && !tables.ballots;
  const tied = new Uint8Array(order.length);
  const load = new Float64Array(order.length).fill(Number.POSITIVE_INFINITY);
  const { chosen } = tables;
  const priorities = { ballots: manifest.counts.ballots, order, chosen, load, tied };
  const input = { ...tables.input, ...(isGiven ? { priorities } : {}) };
  const ranking = rank(lens, input, manifest.rules);
  const options = {
    seed: manifest.seed,
    clpFloorForBreadth: manifest.rules.clpFloorForBreadth,
  };
  const range = rangeIsTold(lens, manifest.rules) ? rankRange(input, ranking, options) : null;
  return { lens, input, ranking, range };
}

function lensCheck(lens: LensId, tables: RoundTables): RoundCheck {
  switch (lens) {
    case 'support@1':
      return passed(lens, 'recomputed from votes.csv, and its range from clps.csv.');
    case 'common-ground@1':
      return passed(
        lens,
        'recomputed from votes.csv and the groups on its rows, and its range from clps.csv; who is in a group is as published.',
      );
    case 'breadth@1':
      return passed(lens, 'recomputed from areas.csv, and its range from clps.csv.');
    case 'priorities@1':
      return tables.ballots
        ? passed(lens, 'recomputed from priority-ballots.csv.')
        : notChecked(
            lens,
            'not recomputed; the ballots are for scrutineers. Ranks and reasons follow from the order and the counts as published.',
          );
  }
}
