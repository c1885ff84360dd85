/** Longer than any party's; a number is what one person is known by, not a text. */
const MOST = 40;
const SHAPE = /^[\p{L}\p{N}][\p{L}\p{N}./_-]*$/u;

/**
 * A membership number as it is kept: without blanks, in capitals, so that "l 1000001" and "L1000001"
 * are one person. Null for what is no number.
 */
export function membershipNumber(given: string): string | null {
  const number = given.replace(/\s+/gu, '').normalize('NFKC').toUpperCase();
  return number.length <= MOST && SHAPE.test(number) ? number : null;
}
