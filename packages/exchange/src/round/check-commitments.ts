import {
  batchIn,
  commitBallot,
  fromHex,
  leafHashes,
  readKey,
  rootOf,
  subtreesOver,
  toBase64,
  toHex,
  treeAt,
  verifyReceipt,
} from '@clarion/record';
import { counted, some } from '../sentence.js';
import {
  BATCHES_FILE,
  COMMITMENTS_FILE,
  OPENINGS_FILE,
  UNOPENED_FILE,
} from './commitment-files.js';
import { KEY_FILE, type Manifest } from './manifest.js';
import {
  type FateRow,
  type ListedBatch,
  type OpeningRow,
  readBatches,
  readFates,
  readOpenings,
  readUnopened,
} from './read-commitments.js';
import { fileIn, PROPOSALS_FILE, type RoundTables } from './read-tables.js';
import { failed, notChecked, passed, type RoundCheck, unreadable } from './recount-check.js';
import type { RoundFiles } from './round-input.js';

/** Openings hashed at a time. */
const AT_ONCE = 1_000;

/** What a bundle says of the commitments of its votes, against the record and against its own counts. */
export async function checkCommitments(
  files: RoundFiles,
  manifest: Manifest,
  tables: RoundTables,
): Promise<RoundCheck[]> {
  if (!files.has(BATCHES_FILE)) {
    return [notChecked('openings', 'No vote of this round was committed to when it was cast.')];
  }
  if (!files.has(OPENINGS_FILE)) {
    return [notChecked('openings', 'More votes than a bundle opens: only the batches are named.')];
  }
  try {
    const fates = new Map<string, FateRow>();
    const twice = fill(fates, files);
    if (twice) return [twice];
    return [
      await checkBatches(files, manifest, fates),
      await checkOpenings(files, manifest, tables, fates),
      checkFates(fates),
      checkOpenedCounts(files, tables),
    ];
  } catch (error) {
    return [unreadable('openings', error)];
  }
}

function fill(fates: Map<string, FateRow>, files: RoundFiles): RoundCheck | null {
  for (const row of readFates(files)) {
    const earlier = fates.get(row.commitment);
    if (earlier) {
      const says = `the commitment of line ${earlier.line} again`;
      const place = { file: COMMITMENTS_FILE, line: row.line };
      return failed('commitments', { ...place, says, should: 'each commitment once' });
    }
    fates.set(row.commitment, row);
  }
  return null;
}

/** Every batch is the one that an entry of the record fixed, under the key of this round. */
async function checkBatches(
  files: RoundFiles,
  manifest: Manifest,
  fates: ReadonlyMap<string, FateRow>,
): Promise<RoundCheck> {
  const { batches, key } = readBatches(files);
  const known = await readKey(key);
  const own = new TextDecoder().decode(fileIn(files, KEY_FILE)).trim();
  if (!known.ok || toBase64(known.value.publicKey) !== own) {
    const should = 'the key in key.txt';
    return failed('batches', { file: BATCHES_FILE, line: null, says: 'another key', should });
  }
  const members = new Map<number, string[]>(batches.map(({ batch }) => [batch, []]));
  for (const { batch, commitment, line } of fates.values()) {
    const list = members.get(batch);
    if (!list) {
      const says = `batch ${batch}`;
      const should = `a batch of ${BATCHES_FILE}`;
      return failed('batches', { file: COMMITMENTS_FILE, line, says, should });
    }
    list.push(commitment);
  }
  for (const batch of batches) {
    const list = (members.get(batch.batch) ?? []).sort();
    const problem = await wrongWith(batch, list, manifest, async (receipt) =>
      verifyReceipt(receipt, { record: [known.value] }),
    );
    if (!problem) continue;
    const says = `of batch ${batch.batch} what does not hold: ${problem}`;
    const should = 'what entered the record';
    return failed('batches', { file: BATCHES_FILE, line: null, says, should });
  }
  const all = counted(fates.size, 'commitment');
  return passed(
    'batches',
    `${all} in ${counted(batches.length, 'batch', 'batches')} are those that entered the record, by receipts under this key.`,
  );
}

async function wrongWith(
  { batch, entry, count, root, receipt }: ListedBatch,
  commitments: readonly string[],
  { consultation }: Manifest,
  verify: (receipt: string) => ReturnType<typeof verifyReceipt>,
): Promise<string | null> {
  if (commitments.length !== count) {
    return `${COMMITMENTS_FILE} has ${commitments.length} commitments of it, not ${count}.`;
  }
  const leaves = await leafHashes(commitments.map(bytes));
  const found = toHex(await rootOf(await treeAt(count, await subtreesOver(leaves))));
  if (found !== root) return 'its root is not that of its commitments.';
  const checked = await verify(receipt);
  if (!checked.ok) return checked.problem;
  if (!checked.value.entry || checked.value.entry.number !== entry) {
    return `the receipt is not for entry ${entry}.`;
  }
  const fixed = batchIn(checked.value.entry);
  const isIt =
    fixed !== null &&
    fixed.consultation === consultation.id &&
    fixed.batch === batch &&
    fixed.count === count &&
    toHex(fixed.root) === root;
  return isIt ? null : `entry ${entry} of the record says something else.`;
}

const bytes = (hex: string) => fromHex(hex) ?? new Uint8Array();

/** Every opening is of a commitment that is said to be opened, and each of these is opened once. */
async function checkOpenings(
  files: RoundFiles,
  { consultation }: Manifest,
  { proposals }: RoundTables,
  fates: ReadonlyMap<string, FateRow>,
): Promise<RoundCheck> {
  const idOf = new Map(proposals.map(({ number, id }) => [number, id]));
  const seen = new Set<string>();
  const commitmentOf = async (row: OpeningRow) => {
    const { proposal, choice, random, previous } = row;
    const opening = {
      consultation: consultation.id,
      proposal: idOf.get(proposal) ?? '',
      choice,
      random: bytes(random),
      previous: previous === '' ? null : bytes(previous),
    };
    return { row, commitment: toHex(await commitBallot(opening)) };
  };
  for (const rows of chunks(readOpenings(files))) {
    for (const { row, commitment } of await Promise.all(rows.map(commitmentOf))) {
      const place = { file: OPENINGS_FILE, line: row.line };
      if (fates.get(commitment)?.fate !== 'opened') {
        const says = `a vote to ${row.choice} on proposal ${row.proposal} that nobody committed to`;
        const should = `what opens a commitment of ${COMMITMENTS_FILE}`;
        return failed('openings', { ...place, says, should });
      }
      if (seen.has(commitment)) {
        const says = 'an opening for the second time';
        return failed('openings', { ...place, says, should: 'each opening once' });
      }
      seen.add(commitment);
    }
  }
  const unseen = [...fates.values()].find(
    ({ fate, commitment }) => fate === 'opened' && !seen.has(commitment),
  );
  if (unseen) {
    const says = 'that a commitment was opened';
    const should = `it opened in ${OPENINGS_FILE}`;
    return failed('openings', { file: COMMITMENTS_FILE, line: unseen.line, says, should });
  }
  return passed('openings', `${counted(seen.size, 'vote')} are as they were committed to.`);
}

function* chunks<T>(rows: Iterable<T>): Generator<T[]> {
  let chunk: T[] = [];
  for (const row of rows) {
    chunk.push(row);
    if (chunk.length < AT_ONCE) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

function checkFates(fates: ReadonlyMap<string, FateRow>): RoundCheck {
  const rows = [...fates.values()];
  const missing = rows.find(({ fate }) => fate === 'missing');
  if (missing) {
    const says = 'that a vote in the record is missing';
    const should = 'what became of it';
    return failed('fates', { file: COMMITMENTS_FILE, line: missing.line, says, should });
  }
  const of = (name: FateRow['fate']) => some(rows.filter(({ fate }) => fate === name).length);
  return passed(
    'fates',
    `Every commitment has a fate: ${of('opened')} opened, ${of('hidden')} not opened, as they were changed or are fewer than ten, ${of('superseded')} replaced or taken back, ${of('void')} on proposals that are not ranked.`,
  );
}

/** Openings come to the counts, less what is said not to be opened. */
function checkOpenedCounts(files: RoundFiles, tables: RoundTables): RoundCheck {
  const { proposals, stated } = tables;
  const unopened = new Map(Array.from(readUnopened(files), (row) => [row.proposal, row.votes]));
  const openings = new Map<string, number>();
  for (const { proposal, choice } of readOpenings(files)) {
    const key = `${proposal} ${choice}`;
    openings.set(key, (openings.get(key) ?? 0) + 1);
  }
  for (const [place, { number, line }] of proposals.entries()) {
    let closed = 0;
    for (const choice of ['agree', 'disagree', 'pass'] as const) {
      const opened = openings.get(`${number} ${choice}`) ?? 0;
      const says = `${choice} ${stated[choice][place]} for proposal ${number}`;
      closed += (stated[choice][place] ?? 0) - opened;
      if (opened > (stated[choice][place] ?? 0)) {
        const should = `at least ${opened}, as many as were opened`;
        return failed('opened', { file: PROPOSALS_FILE, line, says, should });
      }
    }
    const said = unopened.get(number) ?? 0;
    if (closed !== said) {
      const says = `that ${said} votes on proposal ${number} are not opened`;
      const should = `${closed}: the votes counted less those in ${OPENINGS_FILE}`;
      return failed('opened', { file: UNOPENED_FILE, line: null, says, should });
    }
  }
  return passed('opened', `With what ${UNOPENED_FILE} names, the openings give every count.`);
}
