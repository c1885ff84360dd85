import type { Ballots } from '@clarion/deliberation';
import { MalformedFile } from '../malformed-file.js';
import { byUnits } from './area-names.js';
import { faultAt, headerEnd, NEWLINE, wholeAt } from './plain-rows.js';

export const BALLOTS_FILE = 'priority-ballots.csv';
const HEADER = 'ballot\n';
const SPACE = 0x20;

/** The ballots with only the proposals that `isKept` says; those with nothing left are none. */
export function ballotsOver(
  { starts, proposal }: Ballots,
  isKept: (proposal: number) => boolean,
): Ballots {
  const from = [0];
  const kept: number[] = [];
  for (let ballot = 0; ballot + 1 < starts.length; ballot += 1) {
    const before = kept.length;
    for (const p of proposal.subarray(starts[ballot], starts[ballot + 1])) {
      if (isKept(p)) kept.push(p);
    }
    if (kept.length > before) from.push(kept.length);
  }
  return { starts: Uint32Array.from(from), proposal: Uint32Array.from(kept) };
}

/** On how many ballots each proposal is. */
export function chosenOf(ballots: Ballots | null, proposals: number): Uint32Array {
  const chosen = new Uint32Array(proposals);
  for (const p of ballots?.proposal ?? []) chosen[p] = (chosen[p] ?? 0) + 1;
  return chosen;
}

/** One line a ballot: the numbers it chose, least first; the lines sorted, so that their order says nothing. */
export function ballotLines(
  { starts, proposal }: Ballots,
  proposals: readonly { number: number }[],
): string[] {
  const lines: string[] = [];
  for (let ballot = 0; ballot + 1 < starts.length; ballot += 1) {
    const chosen = proposal.subarray(starts[ballot], starts[ballot + 1]);
    const numbers = Array.from(chosen, (p) => proposals[p]?.number ?? 0);
    lines.push(`${numbers.sort((a, b) => a - b).join(' ')}\n`);
  }
  return [HEADER, ...lines.sort(byUnits)];
}

/** The ballots, over places in the list of proposals. Throws MalformedFile, naming the line. */
export function readBallots(bytes: Uint8Array, placeOf: ReadonlyMap<number, number>): Ballots {
  const starts = [0];
  const chosen: number[] = [];
  const latest = new Uint32Array(placeOf.size);
  let at = headerEnd(BALLOTS_FILE, bytes, HEADER);
  for (let line = 2; at < bytes.length; line += 1) {
    const from = at;
    const end = bytes.indexOf(NEWLINE, from);
    if (end < 0) throw new MalformedFile(BALLOTS_FILE, line, 'the file is cut short in this line.');
    while (at <= end) {
      const space = bytes.indexOf(SPACE, at);
      const to = space < 0 || space > end ? end : space;
      const place = placeOf.get(wholeAt(bytes, at, to)) ?? -1;
      if (place < 0 || latest[place] === line) {
        const rule = 'a ballot is the numbers of different proposals, joined by a space';
        throw faultAt({ file: BALLOTS_FILE, line }, bytes, from, rule);
      }
      latest[place] = line;
      chosen.push(place);
      at = to + 1;
    }
    starts.push(chosen.length);
  }
  return { starts: Uint32Array.from(starts), proposal: Uint32Array.from(chosen) };
}
