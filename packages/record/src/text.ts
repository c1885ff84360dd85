/** Half of a surrogate pair without the other: no character, and not to be had in UTF-8. */
const LONE_SURROGATE = /\p{Surrogate}/u;

const encoder = new TextEncoder();

/** Whether a text is of characters only, so that UTF-8 can say it and give it back. */
export function isWellFormed(text: string): boolean {
  return !LONE_SURROGATE.test(text);
}

/**
 * A text in UTF-8 (RFC 3629). Throws TypeError for half of a surrogate pair, in whose place TextEncoder
 * would put U+FFFD: two texts would have the same bytes.
 */
export function utf8(text: string): Uint8Array {
  if (!isWellFormed(text)) throw new TypeError('A text holds half of a surrogate pair.');
  return encoder.encode(text);
}

/** Whether a text holds a control character of ASCII other than a newline, which C2SP notes may not. */
export function hasControl(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x20 && unit !== 0x0a) return true;
  }
  return false;
}
