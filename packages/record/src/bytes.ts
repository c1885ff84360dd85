/** Bytes as lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Bytes in Base64 with padding (RFC 4648, section 4). */
export function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** The bytes of a text in Base64, white space around it aside; null where it is none. */
export function fromBase64(text: string): Uint8Array | null {
  const trimmed = text.trim();
  // `atob` takes less than the standard allows, such as missing padding.
  if (trimmed.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(trimmed)) return null;
  return Uint8Array.from(atob(trimmed), (unit) => unit.charCodeAt(0));
}
