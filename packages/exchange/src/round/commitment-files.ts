import { isRanked } from '@clarion/deliberation';
import { canonicalJson, toHex } from '@clarion/record';
import { joined, textFile } from '../text-file.js';
import { type CommitmentPlaces, commitmentPlaces, HASH } from './commitment-places.js';
import { type Openable, opened, type SaidBefore } from './openable.js';
import type { RoundBatch, RoundCommitments, RoundInput } from './round-input.js';

export const BATCHES_FILE = 'batches.json';
export const COMMITMENTS_FILE = 'commitments.csv';
export const COMMITMENTS_HEADER = 'batch,commitment,fate,reason';
export const OPENINGS_FILE = 'openings.csv';
export const OPENINGS_HEADER = 'proposal,choice,random,previous';
export const UNOPENED_FILE = 'unopened.csv';
export const UNOPENED_HEADER = 'proposal,fewer_than_ten,waiting,without';

/** Commitments beyond which a bundle has the batches alone: openings take 140 bytes each. */
export const MOST_OPENED = 1_000_000;

const SIGNS = { '1': 'agree', '0': 'pass', '-1': 'disagree' } as const;

/** By proposal: which votes could be opened, by their place among the committed, and how many are counted and wait. */
interface Sorted {
  places: CommitmentPlaces;
  /** By place in the batches: what became of it; nothing where that is not known. */
  fates: (string | undefined)[];
  candidates: number[][];
  total: Uint32Array;
  waiting: Uint32Array;
}

/** A vote that could be opened. */
interface Candidate extends Openable {
  place: number;
}

const at = (bytes: Uint8Array, place: number) =>
  toHex(bytes.subarray(place * HASH, (place + 1) * HASH));

const isEmpty = (bytes: Uint8Array, place: number) =>
  bytes.subarray(place * HASH, (place + 1) * HASH).every((byte) => byte === 0);

/**
 * What a round says of the commitments of its votes: the batches they entered the record in, what became
 * of each, and what opens those that may be opened. Nothing where no vote was ever committed to.
 */
export function commitmentFiles(
  input: RoundInput,
  most: number = MOST_OPENED,
): Map<string, Uint8Array> {
  const { commitments } = input;
  if (!commitments) return new Map();
  const files = new Map([[BATCHES_FILE, batchesFile(commitments)]]);
  if (!opensVotes(commitments.batches, most)) return files;
  const sorted = sortOut(input, commitments);
  // As bytes, proposal by proposal: the lines of all together are too many for a heap.
  const openings = [textFile([`${OPENINGS_HEADER}\n`])];
  const openedOn = sorted.candidates.map((_, proposal) => {
    const lines = openingLines(input, commitments, sorted, proposal);
    openings.push(textFile(lines));
    return lines.length;
  });
  return files
    .set(OPENINGS_FILE, joined(openings))
    .set(UNOPENED_FILE, textFile(unopenedLines(input, sorted, openedOn)))
    .set(COMMITMENTS_FILE, textFile(fateLines(commitments, sorted)));
}

/** Whether a bundle opens votes: not where more are committed to than fit one; then batches need not say to what. */
const opensVotes = (batches: readonly RoundBatch[], most: number): boolean =>
  batches.reduce((sum, { count }) => sum + count, 0) <= most &&
  batches.every(({ count, commitments }) => commitments.length === count * HASH);

/** What opens the votes on a proposal that may be opened; tells what becomes of each that is in the record. */
function openingLines(
  input: RoundInput,
  commitments: RoundCommitments,
  { places, fates, candidates, total, waiting }: Sorted,
  proposal: number,
): string[] {
  const { commitment, previous, random, vote } = commitments;
  const each = (candidates[proposal] ?? []).map(
    (place): Candidate => ({
      place,
      commitment: at(commitment, place),
      isChange: !isEmpty(previous, place),
    }),
  );
  const counted = total[proposal] ?? 0;
  const without = counted - each.length - (waiting[proposal] ?? 0);
  const open = opened(each, counted, saidOn(input, proposal, without));
  const say = (fate: string) => (one: Candidate) => {
    fates[places.placeOf(commitment, one.place * HASH)] = fate;
  };
  each.forEach(say('hidden,fewer_than_ten'));
  open.forEach(say('opened,'));
  const number = input.proposals[proposal]?.number;
  const lines = open.map(({ place, isChange }) => {
    const sign = `${(input.votes.choice[vote[place] ?? 0] ?? 0) as -1 | 0 | 1}` as const;
    const before = isChange ? at(previous, place) : '';
    return `${number},${SIGNS[sign]},${at(random, place)},${before}\n`;
  });
  return lines.sort();
}

/** What earlier rounds said of the votes on a proposal, on which so many have no commitment now. */
function saidOn({ commitments, proposals }: RoundInput, at: number, without: number): SaidBefore {
  const { before } = commitments ?? {};
  const last = before?.last.get(proposals[at]?.number ?? -1);
  return {
    opened: before?.opened ?? new Set(),
    closed: before?.closed ?? new Set(),
    unopened: last?.votes ?? 0,
    without: Math.min(last?.without ?? 0, without),
    waiting: last?.waiting ?? 0,
  };
}

function batchesFile({ batches, key }: RoundCommitments): Uint8Array {
  const listed = batches.map(({ batch, entry, count, root, receipt }) => ({
    batch,
    entry,
    count,
    root,
    receipt,
  }));
  return new TextEncoder().encode(canonicalJson({ batches: listed, key }));
}

function sortOut(input: RoundInput, commitments: RoundCommitments): Sorted {
  const { votes, proposals } = input;
  const places = commitmentPlaces(commitments.batches);
  const fates = new Array<string | undefined>(places.count).fill(undefined);
  const voids = proposals.map(({ status }) => `void,${status}`);
  const candidates = proposals.map((): number[] => []);
  const total = new Uint32Array(proposals.length);
  const waiting = new Uint32Array(proposals.length);
  for (const p of votes.statement) total[p] = (total[p] ?? 0) + 1;
  commitments.vote.forEach((vote, place) => {
    const p = votes.statement[vote] ?? 0;
    const proposal = proposals[p];
    if (!proposal) throw new RangeError('A vote is on no proposal of the round.');
    const found = places.placeOf(commitments.commitment, place * HASH);
    if (found < 0) {
      waiting[p] = (waiting[p] ?? 0) + 1;
    } else if (fates[found] === undefined) {
      // Two who drew alike on purpose have one commitment, which is opened once.
      fates[found] = voids[p];
      if (isRanked(proposal.status)) candidates[p]?.push(place);
    }
  });
  return { places, fates, candidates, total, waiting };
}

function* unopenedLines(
  { proposals }: RoundInput,
  { candidates, total, waiting }: Sorted,
  openedOn: readonly number[],
): Generator<string> {
  yield `${UNOPENED_HEADER}\n`;
  for (const [p, { number, status }] of proposals.entries()) {
    const few = (candidates[p]?.length ?? 0) - (openedOn[p] ?? 0);
    const wait = waiting[p] ?? 0;
    const without = (total[p] ?? 0) - (openedOn[p] ?? 0) - few - wait;
    if (!isRanked(status) || few + wait + without === 0) continue;
    yield `${number},${few},${wait},${without}\n`;
  }
}

/** Each commitment of each batch; one that nothing is known of is said to be missing. */
function* fateLines(
  { batches, superseded }: RoundCommitments,
  { places, fates }: Sorted,
): Generator<string> {
  yield `${COMMITMENTS_HEADER}\n`;
  for (const { batch, count, commitments } of batches) {
    for (let place = 0; place < count; place += 1) {
      const commitment = at(commitments, place);
      const reason = superseded.get(commitment);
      const known = fates[places.placeOf(commitments, place * HASH)];
      yield `${batch},${commitment},${known ?? (reason ? `superseded,${reason}` : 'missing,')}\n`;
    }
  }
}
