/**
 * Numbers of paragraphs, after the practice of United Kingdom statutes: a number once published never
 * changes and is never used again. What comes in after 14 is 14A, 14B, …; between 14 and 14A it is
 * 14ZA; between 14A and 14B it is 14AA; before 1 it is A1. At the end the whole numbers go on.
 */

/** A number taken apart: base 0 stands for what comes before 1 and is written A1, B1, ZA1. */
interface Parts {
  base: number;
  letters: string;
}

const BEFORE_FIRST: Parts = { base: 0, letters: '' };
const SHAPE = /^(?:([A-Z]+)1|(\d+)([A-Z]*))$/;
const LAST_LETTER = 'Y';

function parse(number: string): Parts {
  const parts = SHAPE.exec(number);
  if (!parts) throw new RangeError(`"${number}" is not the number of a paragraph`);
  const [, before, base, letters] = parts;
  return before ? { base: 0, letters: before } : { base: Number(base), letters: letters ?? '' };
}

const write = ({ base, letters }: Parts) => (base === 0 ? `${letters}1` : `${base}${letters}`);

/** Letters as steps: each is A to Y with the Zs before it, and every Z puts it one step earlier. */
function steps(letters: string): string[] {
  return letters.match(/Z*[A-Y]|Z+$/g) ?? [];
}

function compareStep(a: string, b: string): number {
  const zs = (step: string) => step.length - step.replace(/^Z+/, '').length;
  return zs(b) - zs(a) || (a < b ? -1 : a > b ? 1 : 0);
}

function compareParts(a: Parts, b: Parts): number {
  if (a.base !== b.base) return a.base - b.base;
  const [left, right] = [steps(a.letters), steps(b.letters)];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const gap = compareStep(left[i] as string, right[i] as string);
    if (gap !== 0) return gap;
  }
  return left.length - right.length;
}

/** The order in which numbers are read: A1, 1, 2, 2ZA, 2A, 2AA, 2B, 3. Throws RangeError for what is no number. */
export function compareNumbers(a: string, b: string): number {
  return compareParts(parse(a), parse(b));
}

/** The number beside: 14 → 14A, 14A → 14B; null after Y. */
function sibling({ base, letters }: Parts): Parts | null {
  if (letters === '') return { base, letters: 'A' };
  const last = letters.slice(-1);
  if (last >= LAST_LETTER) return null;
  return { base, letters: letters.slice(0, -1) + String.fromCharCode(last.charCodeAt(0) + 1) };
}

/** Candidates after a number, nearest practice first: siblings as far as they go, then one level down. */
function* after(left: Parts): Generator<Parts> {
  for (let next = sibling(left); next; next = sibling(next)) yield next;
  // Down a level, with ever more Zs before the letter for when something stands there already.
  for (let zs = left.letters === '' ? 1 : 0; ; zs++) {
    for (let code = 65; code <= LAST_LETTER.charCodeAt(0); code++) {
      yield {
        base: left.base,
        letters: left.letters + 'Z'.repeat(zs) + String.fromCharCode(code),
      };
    }
  }
}

function between(left: Parts, right: Parts, used: ReadonlySet<string>): Parts {
  for (const candidate of after(left)) {
    if (used.has(write(candidate)) || compareParts(candidate, right) >= 0) continue;
    return candidate;
  }
  throw new RangeError('There is no number between these paragraphs.');
}

/**
 * Numbers for the paragraphs of a version, in their order. `previous` holds the number of every
 * paragraph ever published in this document, by its stable id, those since deleted too: they keep
 * their numbers, also when moved, and nobody else gets them. Returns one number for each id, all
 * different. Throws RangeError for a previous number it cannot read or an id that comes twice.
 */
export function numberParagraphs(
  previous: ReadonlyMap<string, string>,
  ids: readonly string[],
): string[] {
  if (new Set(ids).size !== ids.length) throw new RangeError('A paragraph comes twice.');
  const used = new Set(previous.values());
  let highest = 0;
  for (const number of used) highest = Math.max(highest, parse(number).base);
  // The nearest following number that was given already, for each place.
  const following: (Parts | null)[] = Array.from(ids, () => null);
  let next: Parts | null = null;
  for (let i = ids.length - 1; i >= 0; i--) {
    following[i] = next;
    const kept = previous.get(ids[i] as string);
    if (kept !== undefined) next = parse(kept);
  }
  let left = BEFORE_FIRST;
  return ids.map((id, i) => {
    const kept = previous.get(id);
    if (kept !== undefined) {
      left = parse(kept);
      return kept;
    }
    left = newNumber(left, following[i] as Parts | null);
    return write(left);
  });

  function newNumber(before: Parts, right: Parts | null): Parts {
    let made: Parts;
    if (right === null) {
      highest += 1;
      made = { base: highest, letters: '' };
    } else {
      // A paragraph that was moved up may stand before a smaller number: then only what is before counts.
      const end = compareParts(before, right) < 0 ? right : { base: before.base + 1, letters: '' };
      made = between(before, end, used);
    }
    used.add(write(made));
    return made;
  }
}
