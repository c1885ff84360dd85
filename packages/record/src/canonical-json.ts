import { isWellFormed } from './text.js';

/**
 * The one way to write a value as JSON, so that it always hashes alike: RFC 8785, "JSON Canonicalization
 * Scheme". No spaces; names in the order of their UTF-16 units; numbers and texts as ECMAScript writes
 * them. Throws TypeError for what JSON cannot say: undefined, numbers that are not finite, half a
 * surrogate pair, and objects that are more than names and values, such as a Date.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`JSON has no number ${value}.`);
    return JSON.stringify(value);
  }
  if (typeof value === 'string') return textOf(value);
  // Not `map`, which passes over holes.
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`;
  if (typeof value === 'object' && isPlain(value)) {
    const members = Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => `${textOf(name)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  throw new TypeError(`JSON cannot say ${describe(value)}.`);
}

function textOf(text: string): string {
  if (!isWellFormed(text)) throw new TypeError('A text holds half of a surrogate pair.');
  return JSON.stringify(text);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function describe(value: unknown): string {
  return typeof value === 'object' && value !== null
    ? `a ${value.constructor.name}`
    : `a value that is ${typeof value}`;
}
