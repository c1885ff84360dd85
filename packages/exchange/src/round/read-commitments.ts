import { CHOICES } from '@clarion/deliberation';
import { MalformedFile } from '../malformed-file.js';
import {
  BATCHES_FILE,
  COMMITMENTS_FILE,
  COMMITMENTS_HEADER,
  OPENINGS_FILE,
  OPENINGS_HEADER,
  UNOPENED_FILE,
  UNOPENED_HEADER,
} from './commitment-files.js';
import { fileIn } from './read-tables.js';
import type { RoundFiles, Unopened } from './round-input.js';
import { textOf } from './round-table.js';

const HASH = /^[0-9a-f]{64}$/;
const WHOLE = /^(0|[1-9]\d{0,8})$/;
const FATES = ['opened', 'hidden', 'superseded', 'void', 'missing'] as const;

export interface ListedBatch {
  batch: number;
  entry: number;
  count: number;
  root: string;
  receipt: string;
}

export interface FateRow {
  line: number;
  batch: number;
  commitment: string;
  fate: (typeof FATES)[number];
  reason: string;
}

export interface OpeningRow {
  line: number;
  /** The number of the proposal. */
  proposal: number;
  choice: string;
  random: string;
  /** Empty for the first on a proposal. */
  previous: string;
}

export interface UnopenedRow extends Unopened {
  line: number;
  proposal: number;
}

/** Rows of a table of ours that has neither quotes nor commas in its cells. */
function* rowsOf(files: RoundFiles, name: string, header: string) {
  const text = textOf(name, fileIn(files, name));
  if (!text.startsWith(`${header}\n`)) {
    throw new MalformedFile(name, 1, `the header must be ${header}.`);
  }
  const width = header.split(',').length;
  let line = 2;
  for (let from = header.length + 1; from < text.length; line += 1) {
    const end = text.indexOf('\n', from);
    const cells = text.slice(from, end < 0 ? text.length : end).split(',');
    if (end < 0 || cells.length !== width) {
      throw new MalformedFile(name, line, `a row has ${width} cells and ends with a line feed.`);
    }
    yield { line, cells };
    from = end + 1;
  }
}

const faultIn = (name: string, line: number) =>
  new MalformedFile(name, line, 'the row is not what a round says there.');

/** Reads batches.json. Throws MalformedFile. */
export function readBatches(files: RoundFiles): { batches: ListedBatch[]; key: string } {
  const fault = () => new MalformedFile(BATCHES_FILE, null, 'this is no list of batches.');
  let value: unknown;
  try {
    value = JSON.parse(textOf(BATCHES_FILE, fileIn(files, BATCHES_FILE)));
  } catch {
    throw fault();
  }
  const { batches, key } = (value ?? {}) as { batches?: unknown; key?: unknown };
  if (typeof key !== 'string' || !Array.isArray(batches) || !batches.every(isBatch)) throw fault();
  return { batches, key };
}

function isBatch(value: unknown): value is ListedBatch {
  if (typeof value !== 'object' || value === null) return false;
  const { batch, entry, count, root, receipt } = value as Partial<ListedBatch>;
  return (
    [batch, entry, count].every((each) => Number.isSafeInteger(each) && Number(each) > 0) &&
    typeof root === 'string' &&
    HASH.test(root) &&
    typeof receipt === 'string'
  );
}

export function* readFates(files: RoundFiles): Generator<FateRow> {
  for (const { line, cells } of rowsOf(files, COMMITMENTS_FILE, COMMITMENTS_HEADER)) {
    const [batch = '', commitment = '', said = '', reason = ''] = cells;
    const fate = FATES.find((each) => each === said);
    if (!fate || !WHOLE.test(batch) || !HASH.test(commitment)) {
      throw faultIn(COMMITMENTS_FILE, line);
    }
    yield { line, batch: Number(batch), commitment, fate, reason };
  }
}

export function* readOpenings(files: RoundFiles): Generator<OpeningRow> {
  for (const { line, cells } of rowsOf(files, OPENINGS_FILE, OPENINGS_HEADER)) {
    const [proposal = '', choice = '', random = '', previous = ''] = cells;
    const isRead =
      WHOLE.test(proposal) &&
      CHOICES.some((each) => each === choice) &&
      HASH.test(random) &&
      (previous === '' || HASH.test(previous));
    if (!isRead) throw faultIn(OPENINGS_FILE, line);
    yield { line, proposal: Number(proposal), choice, random, previous };
  }
}

export function* readUnopened(files: RoundFiles): Generator<UnopenedRow> {
  for (const { line, cells } of rowsOf(files, UNOPENED_FILE, UNOPENED_HEADER)) {
    if (!cells.every((each) => WHOLE.test(each))) throw faultIn(UNOPENED_FILE, line);
    const [proposal = 0, few = 0, waiting = 0, without = 0] = cells.map(Number);
    yield { line, proposal, votes: few + waiting + without, waiting, without };
  }
}
