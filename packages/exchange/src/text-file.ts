/** Characters that are put into bytes at once: a text of a whole large file would be too long. */
const AT_ONCE = 1 << 20;

/** Lines, each with its own end, as the UTF-8 bytes of one file. */
export function textFile(lines: Iterable<string>): Uint8Array {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let held: string[] = [];
  let length = 0;
  const flush = () => {
    pieces.push(encoder.encode(held.join('')));
    held = [];
    length = 0;
  };
  for (const line of lines) {
    held.push(line);
    length += line.length;
    if (length >= AT_ONCE) flush();
  }
  flush();
  return joined(pieces);
}

export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
