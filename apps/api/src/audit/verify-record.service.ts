import {
  append,
  EMPTY_TREE,
  fromHex,
  type KeptEntry,
  opens,
  toHex,
  verifyChain,
} from '@clarion/record';
import type { EntityManager } from 'typeorm';
import type { Keyring } from '../keyring/keyring.js';
import { entryOf } from '../record/public-act.js';
import { recountTallies } from '../voting/tally.queries.js';
import { disagreements, QUESTIONS, type Question } from './agreement.queries.js';
import { wrongRoots } from './batch-roots.js';
import { openCheckpoints } from './checkpoints-hold.js';
import * as entries from './entry.queries.js';
import { wrongFiles } from './round-files.js';
import { wrongNumbers } from './round-numbers.js';

/** Everything that is checked; each may be left out, which its tests do. */
export const CHECKS = [
  'chain',
  'commitments',
  'subtrees',
  'checkpoints',
  ...(Object.keys(QUESTIONS) as Question[]),
  'roots',
  'files',
  'numbers',
  'tallies',
] as const;
export type Check = (typeof CHECKS)[number];

/** Something that is not as it was entered. */
export interface RecordFault {
  check: Check;
  /** In words, with the number of the entry or the id of the thing. */
  problem: string;
}

export interface VerifyOptions {
  keys: Keyring;
  without?: readonly Check[];
  onProgress?: (done: number, total: number) => void;
}

/** What is read from files and lists, which no statement reads. */
const BY_FILE = { roots: wrongRoots, files: wrongFiles, numbers: wrongNumbers };

/** Entries read at once. */
const PAGE = 1000;

async function* pages(db: EntityManager): AsyncGenerator<entries.OpenedRow[]> {
  for (let last = 0; ; ) {
    const rows = await entries.openedAfter(db, last, PAGE);
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    last = rows.at(-1)?.number ?? last;
  }
}

/** What the texts in the tables are to the commitments of the record. */
class Openings {
  private readonly faults: { number: number; problem: string }[] = [];
  private readonly erased = new Set<number>();
  private readonly unopened: { row: entries.OpenedRow; field: string }[] = [];

  async take(row: entries.OpenedRow): Promise<void> {
    if (row.kind === 'erased' && row.aboutKind === 'record') {
      const { entries: numbers } = row.data as { entries?: number[] };
      for (const number of numbers ?? []) this.erased.add(number);
    }
    const say = (problem: string) => this.faults.push({ number: row.number, problem });
    const { texts = {} } = entries.keptEntry(row);
    for (const [field, commitment] of Object.entries(row.commitments)) {
      const opening = texts[field];
      if (!opening) this.unopened.push({ row, field });
      else if (!(await opens(fromHex(commitment) ?? new Uint8Array(), opening))) {
        say(`Its text “${field}” is not the one that was committed to.`);
      }
    }
    for (const field of Object.keys(row.openings)) {
      if (!Object.hasOwn(row.commitments, field)) {
        say(`Nothing was committed to for its text “${field}”.`);
      }
    }
  }

  /** Once all is read: commitments that nothing opens any more count, unless somebody said that they were erased. */
  end(): { number: number; problem: string }[] {
    for (const { row, field } of this.unopened) {
      if (this.erased.has(row.number)) continue;
      const problem = `Its text “${field}” is gone, and the record does not say that it was erased.`;
      this.faults.push({ number: row.number, problem });
    }
    return this.faults;
  }
}

const ofEntry = (check: Check, number: number, problem: string): RecordFault => ({
  check,
  problem: `Entry ${number}: ${problem}`,
});

/** The chain, the texts that its commitments open, and what was signed over it. */
async function checkEntries(
  db: EntityManager,
  options: VerifyOptions,
  does: (check: Check) => boolean,
) {
  const { keys, onProgress } = options;
  const faults: RecordFault[] = [];
  const { heads, problems } = await openCheckpoints(db, keys);
  if (does('checkpoints')) {
    for (const { size, problem } of problems) {
      faults.push({ check: 'checkpoints', problem: `Checkpoint over ${size}: ${problem}` });
    }
  }
  const openings = new Openings();
  const hashes: string[] = [];
  const [{ total }] = await db.query<[{ total: number }]>(
    'SELECT count(*)::int AS total FROM record_entry',
  );
  async function* taken(): AsyncGenerator<KeptEntry> {
    for await (const rows of pages(db)) {
      for (const row of rows) {
        if (does('commitments')) await openings.take(row);
        hashes.push(row.hash);
        yield { entry: entryOf(row), hash: row.hash };
      }
      onProgress?.(hashes.length, total);
    }
  }
  const chain = await verifyChain(taken(), does('checkpoints') ? heads : []);
  if (!chain.ok) {
    // A whole chain, and another one than was signed.
    const check = chain.problem.includes('checkpoint') ? 'checkpoints' : 'chain';
    if (does(check)) faults.push(ofEntry(check, chain.number, chain.problem));
  }
  if (does('commitments')) {
    faults.push(
      ...openings.end().map(({ number, problem }) => ofEntry('commitments', number, problem)),
    );
  }
  return { faults, hashes, isWhole: chain.ok };
}

/** The subtrees that are kept for proofs, against those that the entries make. */
async function checkSubtrees(db: EntityManager, hashes: readonly string[]): Promise<RecordFault[]> {
  const rows = await db.query<{ place: string; hash: string }[]>(
    `SELECT level || ' ' || index AS place, encode(hash, 'hex') AS hash FROM record_subtree`,
  );
  const kept = new Map(rows.map(({ place, hash }) => [place, hash]));
  const wrong = (place: string): RecordFault => ({
    check: 'subtrees',
    problem: `The subtree at level and index ${place} is not the one over its entries.`,
  });
  let tree = EMPTY_TREE;
  for (const hash of hashes) {
    const grown = await append(tree, fromHex(hash) ?? new Uint8Array());
    tree = grown.tree;
    for (const { level, index, hash: made } of grown.completed) {
      if (level === 0) continue;
      const place = `${level} ${index}`;
      if (kept.get(place) !== toHex(made)) return [wrong(place)];
      kept.delete(place);
    }
  }
  const [extra] = kept.keys();
  return extra === undefined ? [] : [wrong(extra)];
}

/**
 * Checks that the record is whole, and that record and tables say the same. Reads only. The chain names
 * its first broken entry; of every other check all faults are told.
 */
export async function verifyRecord(
  db: EntityManager,
  options: VerifyOptions,
): Promise<RecordFault[]> {
  const { without = [] } = options;
  const does = (check: Check) => !without.includes(check);
  const { faults, hashes, isWhole } = await checkEntries(db, options, does);
  // Of a broken chain the tree is another in any case.
  if (does('subtrees') && isWhole) faults.push(...(await checkSubtrees(db, hashes)));
  for (const question of Object.keys(QUESTIONS) as Question[]) {
    if (!does(question)) continue;
    for (const { id, problem } of await disagreements(db, question)) {
      faults.push({ check: question, problem: `${id}: ${problem}` });
    }
  }
  for (const [check, find] of Object.entries(BY_FILE) as [
    keyof typeof BY_FILE,
    typeof wrongFiles,
  ][]) {
    if (!does(check)) continue;
    for (const { id, problem } of await find(db)) {
      faults.push({ check, problem: `${id}: ${problem}` });
    }
  }
  if (does('tallies')) {
    const differences = await recountTallies(db);
    faults.push(
      ...differences.map(({ what, proposalId, consultationId }) => ({
        check: 'tallies' as const,
        problem: `${proposalId ?? consultationId}: ${what} is not what the votes say`,
      })),
    );
  }
  return faults;
}
