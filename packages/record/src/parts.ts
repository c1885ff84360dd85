/** Bytes of a length. */
const LENGTH = 4;

/**
 * Parts as one run of bytes: before each its length in bytes, as four bytes, the greatest first. The
 * parts can be read back, so two lists of parts never have the same bytes, whatever moves from the end
 * of one to the start of the next. The first says what it is for, so that bytes made for one purpose
 * are never those of another. Throws RangeError for a part of 4 GiB or more.
 */
export function lengthPrefixed(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + LENGTH + part.length, 0));
  const view = new DataView(all.buffer);
  let at = 0;
  for (const part of parts) {
    if (part.length >= 2 ** 32) throw new RangeError('A part has 4 GiB or more.');
    view.setUint32(at, part.length);
    all.set(part, at + LENGTH);
    at += LENGTH + part.length;
  }
  return all;
}
