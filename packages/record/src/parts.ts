import { joined } from './bytes.js';

/**
 * Parts as one run of bytes: before each its length in bytes, as four bytes, the greatest first. The
 * parts can be read back, so two lists of parts never have the same bytes, whatever moves from the end
 * of one to the start of the next. The first says what it is for, so that bytes made for one purpose
 * are never those of another. Throws RangeError for a part of 4 GiB or more.
 */
export function lengthPrefixed(parts: readonly Uint8Array[]): Uint8Array {
  return joined(...parts.flatMap((part) => [lengthOf(part), part]));
}

function lengthOf(part: Uint8Array): Uint8Array {
  if (part.length >= 2 ** 32) throw new RangeError('A part has 4 GiB or more.');
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, part.length);
  return length;
}
