import { MalformedFile } from '../malformed-file.js';
import { NEWLINE } from './plain-rows.js';

/** Where a bundle says something else than it should. */
export interface Difference {
  file: string;
  /** Counted from 1; null where it is in no one line. */
  line: number | null;
  says: string;
  should: string;
}

export interface RoundCheck {
  name: string;
  /** Null for what this bundle, or this machine, does not allow to be checked; never counted as checked. */
  ok: boolean | null;
  /** What was found, in a sentence. */
  says: string;
  difference: Difference | null;
}

export const passed = (name: string, says: string): RoundCheck => ({
  name,
  ok: true,
  says,
  difference: null,
});

export const notChecked = (name: string, says: string): RoundCheck => ({
  name,
  ok: null,
  says,
  difference: null,
});

/** "votes.csv, line 7: it says …; it should say …" */
export function sayDifference({ file, line, says, should }: Difference): string {
  return `${file}${line === null ? '' : `, line ${line}`}: it says ${says}; it should say ${should}.`;
}

export const failed = (name: string, difference: Difference): RoundCheck => ({
  name,
  ok: false,
  says: sayDifference(difference),
  difference,
});

/** A file that cannot be read, as a check that failed. Throws again what is no such fault. */
export function unreadable(name: string, error: unknown): RoundCheck {
  if (!(error instanceof MalformedFile)) throw error;
  const { file, line, fault } = error;
  return {
    name,
    ok: false,
    says: error.message,
    difference: { file, line, says: fault, should: 'what a round says there' },
  };
}

/** Bytes of a long line that are shown before and after the place at which it differs. */
const BEFORE = 60;
const AFTER = 160;

/** The line around a place, cut to what can be read at once. */
function lineAt(bytes: Uint8Array, at: number): string {
  const start = at === 0 ? 0 : bytes.lastIndexOf(NEWLINE, at - 1) + 1;
  if (start >= bytes.length) return 'nothing more';
  const newline = bytes.indexOf(NEWLINE, at);
  const end = newline < 0 ? bytes.length : newline;
  const from = Math.max(start, at - BEFORE);
  const to = Math.min(end, at + AFTER);
  const text = new TextDecoder().decode(bytes.subarray(from, to));
  return `“${from > start ? '…' : ''}${text}${to < end ? '…' : ''}”`;
}

/** The first place at which a file differs from what it should be; null where they are the same bytes. */
export function firstDifference(
  file: string,
  says: Uint8Array,
  should: Uint8Array,
): Difference | null {
  let at = 0;
  let line = 1;
  while (at < says.length && says[at] === should[at]) {
    if (says[at] === NEWLINE) line += 1;
    at += 1;
  }
  if (at === says.length && at === should.length) return null;
  return { file, line, says: lineAt(says, at), should: lineAt(should, at) };
}
