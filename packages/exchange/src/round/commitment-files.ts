import { isRanked } from '@clarion/deliberation';
import { canonicalJson, toHex } from '@clarion/record';
import { opened, type SaidBefore } from './openable.js';
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

const HASH = 32;
const SIGNS = { '1': 'agree', '0': 'pass', '-1': 'disagree' } as const;

interface Candidate {
  commitment: string;
  isChange: boolean;
  proposal: number;
  line: string;
}

/** By proposal: what could be opened, and how many are counted, wait, and have no commitment. */
interface Sorted {
  fates: Map<string, string>;
  candidates: Candidate[][];
  total: Uint32Array;
  waiting: Uint32Array;
}

const at = (bytes: Uint8Array, place: number) =>
  toHex(bytes.subarray(place * HASH, (place + 1) * HASH));

const file = (header: string, lines: readonly string[]) =>
  new TextEncoder().encode([header, ...lines].map((line) => `${line}\n`).join(''));

/** The hexadecimal commitments of a batch. */
export const commitmentsOf = ({ commitments }: Pick<RoundBatch, 'commitments'>): string[] =>
  Array.from({ length: commitments.length / HASH }, (_, place) => at(commitments, place));

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
  const size = commitments.batches.reduce((sum, each) => sum + each.commitments.length / HASH, 0);
  if (size > most) return files;
  const sorted = sortOut(input, commitments);
  const { fates, candidates, total, waiting } = sorted;
  const openings: string[] = [];
  const openedOn = candidates.map((each, proposal) => {
    const counted = total[proposal] ?? 0;
    const without = counted - each.length - (waiting[proposal] ?? 0);
    const open = opened(each, counted, saidOn(input, proposal, without));
    for (const { commitment } of each) fates.set(commitment, 'hidden,fewer_than_ten');
    for (const { commitment } of open) fates.set(commitment, 'opened,');
    openings.push(...open.map(({ line }) => line).sort());
    return open.length;
  });
  return files
    .set(OPENINGS_FILE, file(OPENINGS_HEADER, openings))
    .set(UNOPENED_FILE, file(UNOPENED_HEADER, unopenedLines(input, sorted, openedOn)))
    .set(COMMITMENTS_FILE, file(COMMITMENTS_HEADER, fateLines(commitments, fates)));
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
  const listed = batches.map(({ batch, entry, root, receipt, commitments }) => ({
    batch,
    entry,
    count: commitments.length / HASH,
    root,
    receipt,
  }));
  return new TextEncoder().encode(canonicalJson({ batches: listed, key }));
}

function sortOut(input: RoundInput, commitments: RoundCommitments): Sorted {
  const { votes, proposals } = input;
  const inRecord = new Set(commitments.batches.flatMap(commitmentsOf));
  const fates = new Map<string, string>();
  const candidates = proposals.map((): Candidate[] => []);
  const total = new Uint32Array(proposals.length);
  const waiting = new Uint32Array(proposals.length);
  for (const p of votes.statement) total[p] = (total[p] ?? 0) + 1;
  commitments.vote.forEach((vote, place) => {
    const commitment = at(commitments.commitment, place);
    const p = votes.statement[vote] ?? 0;
    const proposal = proposals[p];
    if (!proposal) throw new RangeError('A vote is on no proposal of the round.');
    if (!inRecord.has(commitment)) {
      waiting[p] = (waiting[p] ?? 0) + 1;
    } else if (!fates.has(commitment)) {
      // Two who drew alike on purpose have one commitment, which is opened once.
      fates.set(commitment, `void,${proposal.status}`);
      if (!isRanked(proposal.status)) return;
      const previous = at(commitments.previous, place).replace(/^0{64}$/, '');
      const choice = SIGNS[`${(votes.choice[vote] ?? 0) as -1 | 0 | 1}`];
      const line = `${proposal.number},${choice},${at(commitments.random, place)},${previous}`;
      candidates[p]?.push({ commitment, isChange: previous !== '', proposal: p, line });
    }
  });
  return { fates, candidates, total, waiting };
}

function unopenedLines(
  { proposals }: RoundInput,
  { candidates, total, waiting }: Sorted,
  openedOn: readonly number[],
): string[] {
  return proposals.flatMap(({ number, status }, p) => {
    const few = (candidates[p]?.length ?? 0) - (openedOn[p] ?? 0);
    const wait = waiting[p] ?? 0;
    const without = (total[p] ?? 0) - (openedOn[p] ?? 0) - few - wait;
    if (!isRanked(status) || few + wait + without === 0) return [];
    return [`${number},${few},${wait},${without}`];
  });
}

/** Each commitment of each batch; one that nothing is known of is said to be missing. */
function fateLines(
  { batches, superseded }: RoundCommitments,
  fates: ReadonlyMap<string, string>,
): string[] {
  return batches.flatMap((each) =>
    commitmentsOf(each).map((commitment) => {
      const reason = superseded.get(commitment);
      const fate = fates.get(commitment) ?? (reason ? `superseded,${reason}` : 'missing,');
      return `${each.batch},${commitment},${fate}`;
    }),
  );
}
