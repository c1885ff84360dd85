import type { Counts, GroupCounts } from '@clarion/deliberation';
import { COMMA, faultAt, headerEnd, holds, wholeAt } from './plain-rows.js';

export const VOTES_FILE = 'votes.csv';
export const VOTES_HEADER = 'proposal,group,region,choice\n';

/** What the rows of votes.csv come to; proposals by place in the list of ranked ones. */
export interface VoteCounts {
  votes: number;
  counts: Counts;
  /** Only the rows that name a group. */
  groups: GroupCounts;
  /** Only the rows that name a region, by the region's name. */
  regions: ReadonlyMap<string, Counts>;
}

export interface VoteScan {
  /** Where each proposal stands, by its number. */
  placeOf: ReadonlyMap<number, number>;
  groups: number;
  /** How many regions there may be. */
  regions: number;
  /** Told now and then how many bytes have been read. */
  onBytes?: (bytes: number) => void;
}

const LETTER_A = 0x41;
/** Bytes between two words of progress. */
const STRIDE = 1 << 20;

const CHOICE_BYTES = (['agree', 'disagree', 'pass'] as const).map((choice) => ({
  choice,
  bytes: new TextEncoder().encode(`${choice}\n`),
}));

/** Columns of counts, all 0. */
export function noCounts(size: number): Counts {
  return {
    agree: new Uint32Array(size),
    disagree: new Uint32Array(size),
    pass: new Uint32Array(size),
  };
}

const bump = (column: Uint32Array, at: number) => {
  column[at] = (column[at] ?? 0) + 1;
};

/**
 * Counts votes.csv without a general reader of CSV: it is ours, has a million rows, and no quotes. Throws
 * MalformedFile, naming the line, for anything else than what `voteLines` writes.
 */
export function scanVotes(bytes: Uint8Array, scan: VoteScan): VoteCounts {
  const proposals = scan.placeOf.size;
  const counts = noCounts(proposals);
  const groups: GroupCounts = { groups: scan.groups, ...noCounts(proposals * scan.groups) };
  const regions = new Map<string, Counts>();
  const regionAt = regionsIn(bytes, regions, proposals, scan.regions);
  let at = headerEnd(VOTES_FILE, bytes, VOTES_HEADER);
  const fault = (from: number, line: number, rule: string) =>
    faultAt({ file: VOTES_FILE, line }, bytes, from, rule);
  let next = at + STRIDE;
  let line = 2;
  for (; at < bytes.length; line += 1) {
    const numberEnd = bytes.indexOf(COMMA, at);
    const place = scan.placeOf.get(wholeAt(bytes, at, numberEnd)) ?? -1;
    if (place < 0) throw fault(at, line, 'the row names no proposal of proposals.csv');
    const isGrouped = bytes[numberEnd + 1] !== COMMA;
    const group = isGrouped ? (bytes[numberEnd + 1] ?? 0) - LETTER_A : -1;
    const from = numberEnd + (isGrouped ? 3 : 2);
    if (group >= scan.groups || (isGrouped && (group < 0 || bytes[from - 1] !== COMMA))) {
      throw fault(at, line, `the group must be empty or one of the ${scan.groups} letters`);
    }
    const to = bytes.indexOf(COMMA, from);
    const said = CHOICE_BYTES.find((known) => holds(bytes, to + 1, known.bytes));
    const region = to < from ? null : regionAt(from, to);
    if (!said || region === undefined) {
      throw fault(at, line, 'a row is a proposal, a group, a region and a choice');
    }
    const { choice } = said;
    bump(counts[choice], place);
    if (group >= 0) bump(groups[choice], place * scan.groups + group);
    if (region) bump(region[choice], place);
    at = to + 1 + said.bytes.length;
    if (at >= next) {
      scan.onBytes?.(at);
      next = at + STRIDE;
    }
  }
  scan.onBytes?.(bytes.length);
  return { votes: line - 2, counts, groups, regions };
}

/**
 * The counts of the region whose name stands between two places; null for no name, undefined for one too
 * many. Rows of a region follow one another, so the last one is looked at first.
 */
function regionsIn(
  bytes: Uint8Array,
  regions: Map<string, Counts>,
  proposals: number,
  most: number,
): (from: number, to: number) => Counts | null | undefined {
  let last: { from: number; length: number; counts: Counts } | null = null;
  const isLast = (from: number, length: number) => {
    if (last?.length !== length) return false;
    for (let i = 0; i < length; i += 1) if (bytes[last.from + i] !== bytes[from + i]) return false;
    return true;
  };
  return (from, to) => {
    if (from === to) return null;
    if (last && isLast(from, to - from)) return last.counts;
    const name = textIn(bytes.subarray(from, to));
    if (name === null || name.includes('\n')) return undefined;
    const counts = regions.get(name) ?? noCounts(proposals);
    regions.set(name, counts);
    if (regions.size > most) return undefined;
    last = { from, length: to - from, counts };
    return counts;
  };
}

function textIn(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
