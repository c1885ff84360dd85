/** Elements that mean themselves without quotes. */
const PLAIN = /^[\w:.+-]+$/;

const quoted = (text: string) => `"${text.replace(/[\\"]/g, '\\$&')}"`;

/** An element as it stands in an array; null for what is left to pg. */
function elementText(value: unknown): string | null {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') {
    return PLAIN.test(value) && value.toLowerCase() !== 'null' ? value : quoted(value);
  }
  return Buffer.isBuffer(value) ? `\\\\x${value.toString('hex')}` : null;
}

/**
 * An array as Postgres reads it; null for one of anything but texts, bytes, numbers and truths. pg makes the
 * same text a letter at a time, and a set of votes has some dozen arrays: it was a tenth of all memory that a
 * vote took.
 * https://www.postgresql.org/docs/17/arrays.html#ARRAYS-IO
 */
export function arrayText(values: readonly unknown[]): string | null {
  const elements: string[] = [];
  for (const value of values) {
    const text = elementText(value);
    if (text === null) return null;
    elements.push(text);
  }
  return `{${elements.join(',')}}`;
}
