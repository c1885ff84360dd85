import { type Ballots, ballotsArePublished, FLOOR, type Rules } from '@clarion/deliberation';
import { MalformedFile } from '../malformed-file.js';
import { byUnits } from './area-names.js';
import { faultAt, headerEnd, NEWLINE, wholeAt } from './plain-rows.js';

export const BALLOTS_FILE = 'priority-ballots.csv';
const HEADER = 'ballot\n';
const SPACE = 0x20;

/** Whether a bundle has the ballots: where they decide the order of the round, which takes ten. */
export const hasBallots = (rules: Pick<Rules, 'officialLens'>, ballots: number): boolean =>
  ballotsArePublished(rules) && ballots >= FLOOR;

/** The ballots with only the proposals that `isKept` says; those with nothing left are none. */
export function ballotsOver(
  { starts, proposal }: Ballots,
  isKept: (proposal: number) => boolean,
): Ballots {
  const from = new Uint32Array(starts.length);
  const kept = new Uint32Array(proposal.length);
  let ballots = 0;
  let size = 0;
  for (let ballot = 0; ballot + 1 < starts.length; ballot += 1) {
    const before = size;
    for (let i = starts[ballot] ?? 0; i < (starts[ballot + 1] ?? 0); i += 1) {
      const p = proposal[i] ?? 0;
      if (!isKept(p)) continue;
      kept[size] = p;
      size += 1;
    }
    if (size === before) continue;
    ballots += 1;
    from[ballots] = size;
  }
  return {
    starts: from.slice(0, ballots + 1),
    proposal: kept.slice(0, size),
  };
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

/** Lines and what could be on them, so that there is room for both. */
function roomFor(bytes: Uint8Array, from: number): { lines: number; choices: number } {
  const room = { lines: 0, choices: 0 };
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === NEWLINE) room.lines += 1;
    if (byte === NEWLINE || byte === SPACE) room.choices += 1;
  }
  return room;
}

/** The ballots, over places in the list of proposals. Throws MalformedFile, naming the line. */
export function readBallots(bytes: Uint8Array, placeOf: ReadonlyMap<number, number>): Ballots {
  let at = headerEnd(BALLOTS_FILE, bytes, HEADER);
  const room = roomFor(bytes, at);
  const starts = new Uint32Array(room.lines + 1);
  const chosen = new Uint32Array(room.choices);
  const latest = new Uint32Array(placeOf.size);
  let size = 0;
  for (let line = 2; at < bytes.length; line += 1) {
    const from = at;
    const end = bytes.indexOf(NEWLINE, from);
    if (end < 0) {
      throw new MalformedFile(BALLOTS_FILE, line, 'the file is cut short in this line.');
    }
    while (at <= end) {
      let to = at;
      while (to < end && bytes[to] !== SPACE) to += 1;
      const place = placeOf.get(wholeAt(bytes, at, to)) ?? -1;
      if (place < 0 || latest[place] === line) {
        const rule = 'a ballot is the numbers of different proposals, joined by a space';
        throw faultAt({ file: BALLOTS_FILE, line }, bytes, from, rule);
      }
      latest[place] = line;
      chosen[size] = place;
      size += 1;
      at = to + 1;
    }
    at = end + 1;
    starts[line - 1] = size;
  }
  return { starts, proposal: chosen.slice(0, size) };
}
