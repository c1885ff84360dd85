const DIGITS = new TextEncoder().encode('0123456789abcdef');
const text = new TextDecoder();

/** Bytes as lower-case hexadecimal. Digit by digit, for a round writes millions of hashes. */
export function toHex(bytes: Uint8Array): string {
  const digits = new Uint8Array(bytes.length * 2);
  bytes.forEach((byte, at) => {
    digits[at * 2] = DIGITS[byte >> 4] as number;
    digits[at * 2 + 1] = DIGITS[byte & 15] as number;
  });
  return text.decode(digits);
}

/** The bytes of an even number of lower-case hexadecimal digits; null for any other text. */
export function fromHex(text: string): Uint8Array | null {
  if (!/^(?:[0-9a-f]{2})*$/.test(text)) return null;
  return Uint8Array.from({ length: text.length / 2 }, (_, at) =>
    Number.parseInt(text.slice(2 * at, 2 * at + 2), 16),
  );
}

/** One after another. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Whether two are the same bytes. Not in constant time: for what is public anyway. */
export function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

/** Bytes in Base64 with padding (RFC 4648, section 4). */
export function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/**
 * The bytes of a text in Base64; null where it is not exactly what `toBase64` writes. Padding that is
 * missing, bits that say nothing and white space, which `atob` lets pass, would be a second way to write
 * the same.
 */
export function fromBase64(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return null;
  const bytes = Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0));
  return toBase64(bytes) === text ? bytes : null;
}
