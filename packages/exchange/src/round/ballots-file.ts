import { type Ballots, ballotsArePublished, FLOOR, type Rules } from '@clarion/deliberation';
import { MalformedFile } from '../malformed-file.js';
import { byUnits } from './area-names.js';
import { COMMA, faultAt, headerEnd, NEWLINE, wholeAt } from './plain-rows.js';

export const BALLOTS_FILE = 'priority-ballots.csv';
const HEADER = 'ballot\n';
/** As scrutineers have it: with the CLP of whoever cast a ballot. */
const SEALED_HEADER = 'ballot,clp\n';
const SPACE = 0x20;

/** Whether a bundle has the ballots: where they decide the order of the round, which takes ten. */
export const hasBallots = (rules: Pick<Rules, 'officialLens'>, ballots: number): boolean =>
  ballotsArePublished(rules) && ballots >= FLOOR;

/** The ballots with only the proposals that `isKept` says; those with nothing left are none. */
export function ballotsOver(
  { starts, proposal, clp }: Required<Ballots>,
  isKept: (proposal: number) => boolean,
): Required<Ballots> {
  const from = [0];
  const kept: number[] = [];
  const clps: number[] = [];
  for (let ballot = 0; ballot + 1 < starts.length; ballot += 1) {
    const before = kept.length;
    for (const p of proposal.subarray(starts[ballot], starts[ballot + 1])) {
      if (isKept(p)) kept.push(p);
    }
    if (kept.length === before) continue;
    from.push(kept.length);
    clps.push(clp[ballot] ?? -1);
  }
  return {
    starts: Uint32Array.from(from),
    proposal: Uint32Array.from(kept),
    clp: Int32Array.from(clps),
  };
}

/** On how many ballots each proposal is. */
export function chosenOf(ballots: Ballots | null, proposals: number): Uint32Array {
  const chosen = new Uint32Array(proposals);
  for (const p of ballots?.proposal ?? []) chosen[p] = (chosen[p] ?? 0) + 1;
  return chosen;
}

/**
 * One line a ballot: the numbers it chose, least first; the lines sorted, so that their order says nothing.
 * With `clpNames`, for scrutineers alone, each has the CLP where it was cast.
 */
export function ballotLines(
  { starts, proposal, clp }: Ballots,
  proposals: readonly { number: number }[],
  clpNames?: readonly string[],
): string[] {
  const lines: string[] = [];
  for (let ballot = 0; ballot + 1 < starts.length; ballot += 1) {
    const chosen = proposal.subarray(starts[ballot], starts[ballot + 1]);
    const numbers = Array.from(chosen, (p) => proposals[p]?.number ?? 0);
    const place = clpNames ? `,${clpNames[clp?.[ballot] ?? -1] ?? ''}` : '';
    lines.push(`${numbers.sort((a, b) => a - b).join(' ')}${place}\n`);
  }
  return [clpNames ? SEALED_HEADER : HEADER, ...lines.sort(byUnits)];
}

/**
 * The ballots, over places in the list of proposals; as scrutineers have them where `clpNamed` gives each
 * name of a CLP its index. Throws MalformedFile, naming the line.
 */
export function readBallots(
  bytes: Uint8Array,
  placeOf: ReadonlyMap<number, number>,
  clpNamed?: (name: string) => number,
): Required<Ballots> {
  const starts = [0];
  const chosen: number[] = [];
  const latest = new Uint32Array(placeOf.size);
  const clps: number[] = [];
  let at = headerEnd(BALLOTS_FILE, bytes, clpNamed ? SEALED_HEADER : HEADER);
  for (let line = 2; at < bytes.length; line += 1) {
    const from = at;
    const stop = bytes.indexOf(NEWLINE, from);
    if (stop < 0) {
      throw new MalformedFile(BALLOTS_FILE, line, 'the file is cut short in this line.');
    }
    const comma = clpNamed ? bytes.indexOf(COMMA, from) : -1;
    const end = comma < 0 || comma > stop ? stop : comma;
    const name = new TextDecoder().decode(bytes.subarray(Math.min(end + 1, stop), stop));
    clps.push(name === '' ? -1 : (clpNamed?.(name) ?? -1));
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
    at = stop + 1;
    starts.push(chosen.length);
  }
  return {
    starts: Uint32Array.from(starts),
    proposal: Uint32Array.from(chosen),
    clp: Int32Array.from(clps),
  };
}
