import type { Place } from '../cell.js';
import { MalformedFile, shown } from '../malformed-file.js';

export const COMMA = 0x2c;
export const NEWLINE = 0x0a;
const ZERO = 0x30;

/** Where the rows begin, after a header that must be there to the letter. */
export function headerEnd(file: string, bytes: Uint8Array, header: string): number {
  const wanted = new TextEncoder().encode(header);
  if (!holds(bytes, 0, wanted)) {
    throw new MalformedFile(file, 1, `the header must be ${header.trim()}.`);
  }
  return wanted.length;
}

/** A whole number without a sign or needless zeros; −1 for anything else. */
export function wholeAt(bytes: Uint8Array, from: number, to: number): number {
  if (to <= from || to - from > 9 || (bytes[from] === ZERO && to - from > 1)) return -1;
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = (bytes[at] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Whether bytes stand at a place. */
export function holds(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let i = 0; i < wanted.length; i += 1) if (bytes[at + i] !== wanted[i]) return false;
  return true;
}

/** The row that begins at a place cannot be read, because of a rule. */
export function faultAt(
  { file, line }: Place,
  bytes: Uint8Array,
  at: number,
  rule: string,
): MalformedFile {
  const end = bytes.indexOf(NEWLINE, at);
  const row = new TextDecoder().decode(bytes.subarray(at, end < 0 ? bytes.length : end));
  return new MalformedFile(file, line, `${shown(row)} cannot be read: ${rule}.`);
}
