import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of packages/record/vectors; where each comes from is said in its README. */
export function vectors<T>(name: string): T {
  return JSON.parse(readFileSync(join(process.cwd(), 'vectors', name), 'utf8')) as T;
}

export const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));
export const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The same bytes but for one bit, counted from 0. */
export function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const changed = bytes.slice();
  changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return changed;
}
