import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareParagraphs } from '../src/paragraph-change.js';
import { compareNumbers, numberParagraphs } from '../src/paragraph-number.js';

/** Numbers a new order after the one before it was published. */
function numbered(...orders: string[][]): string[] {
  const published = new Map<string, string>();
  let numbers: string[] = [];
  for (const ids of orders) {
    numbers = numberParagraphs(published, ids);
    ids.forEach((id, place) => {
      published.set(id, numbers[place] as string);
    });
  }
  return numbers;
}

describe('numbers of paragraphs', () => {
  test('A first version counts from 1', () => {
    expect(numbered(['a', 'b', 'c'])).toEqual(['1', '2', '3']);
  });

  test('What comes in after 2 is 2A and 2B, and 3 stays 3', () => {
    expect(numbered(['a', 'b', 'c'], ['a', 'b', 'x', 'y', 'c'])).toEqual([
      '1',
      '2',
      '2A',
      '2B',
      '3',
    ]);
  });

  test('Later ones find their place between those: 2ZA before 2A, 2AA after it', () => {
    const first = ['a', 'b', 'c'];
    const second = ['a', 'b', 'x', 'y', 'c'];
    expect(numbered(first, second, ['a', 'b', 'p', 'x', 'q', 'y', 'r', 'c'])).toEqual([
      '1',
      '2',
      '2ZA',
      '2A',
      '2AA',
      '2B',
      '2C',
      '3',
    ]);
  });

  test('Before the first they are A1 and B1; at the end the whole numbers go on', () => {
    expect(numbered(['a'], ['x', 'y', 'a', 'z'])).toEqual(['A1', 'B1', '1', '2']);
    expect(numbered(['a'], ['x', 'a'], ['w', 'x', 'v', 'a'])).toEqual(['ZA1', 'A1', 'B1', '1']);
  });

  test('A deleted number is never used again, and a paragraph that returns has its own', () => {
    expect(numbered(['a', 'b', 'c'], ['a', 'b'], ['a', 'b', 'x'])).toEqual(['1', '2', '4']);
    expect(numbered(['a', 'b'], ['a', 'x', 'b'], ['a', 'b'], ['a', 'y', 'b'])).toEqual([
      '1',
      '1B',
      '2',
    ]);
    expect(numbered(['a', 'b', 'c'], ['a', 'c'], ['a', 'b', 'c'])).toEqual(['1', '2', '3']);
  });

  test('A paragraph that moves takes its number along', () => {
    expect(numbered(['a', 'b', 'c'], ['c', 'a', 'b'])).toEqual(['3', '1', '2']);
    expect(numbered(['a', 'b', 'c'], ['c', 'x', 'a', 'b'])).toEqual(['3', '3A', '1', '2']);
  });

  test('After the twenty-fifth letter it goes one level down', () => {
    const many = Array.from({ length: 27 }, (_, index) => `n${index}`);
    const numbers = numbered(['a', 'b'], ['a', ...many, 'b']);
    expect(numbers.slice(24, 28)).toEqual(['1X', '1Y', '1YA', '1YB']);
  });

  test('They are read in this order', () => {
    const inOrder = [
      'ZA1',
      'A1',
      'AA1',
      'B1',
      '1',
      '2',
      '2ZZA',
      '2ZA',
      '2A',
      '2AZA',
      '2AA',
      '2B',
      '3',
      '10',
    ];
    expect([...inOrder].reverse().sort(compareNumbers)).toEqual(inOrder);
  });

  test('Through any editing numbers are unique and kept, and without moves they rise', () => {
    const edits = fc.array(
      fc.array(fc.record({ at: fc.nat(40), remove: fc.boolean() }), { maxLength: 8 }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(fc.nat(6), edits, (size, versions) => {
        let ids = Array.from({ length: size }, (_, index) => `first ${index}`);
        const published = new Map<string, string>();
        versions.forEach((changes, version) => {
          changes.forEach(({ at, remove }, change) => {
            const place = ids.length > 0 ? at % (ids.length + 1) : 0;
            ids = remove
              ? ids.filter((_, i) => i !== place)
              : ids.toSpliced(place, 0, `v${version} ${change}`);
          });
          const numbers = numberParagraphs(published, ids);
          numbers.forEach((number, place) => {
            const id = ids[place] as string;
            if (published.has(id)) expect(number).toBe(published.get(id));
            published.set(id, number);
            if (place > 0)
              expect(compareNumbers(numbers[place - 1] as string, number)).toBeLessThan(0);
          });
          expect(new Set(published.values()).size).toBe(published.size);
        });
      }),
    );
  });

  test('An id that comes twice, or a number nobody can read, is a fault', () => {
    expect(() => numberParagraphs(new Map(), ['a', 'a'])).toThrow('comes twice');
    expect(() => numberParagraphs(new Map([['a', 'fourteen']]), ['a'])).toThrow('"fourteen"');
  });
});

describe('two versions compared', () => {
  const text = (id: string, words = id) => ({ id, heading: null, text: words });
  const said = (before: string[], after: string[]) =>
    compareParagraphs(
      before.map((id) => text(id)),
      after.map((id) => text(id.toLowerCase(), id)),
    ).map(
      ({ kind, moved, before: earlier, after: later }) =>
        `${(later ?? earlier)?.id} ${kind}${moved ? ' moved' : ''}`,
    );

  test('Added, removed, changed and the same, in the order of the later version', () => {
    expect(said(['a', 'b', 'c', 'd'], ['a', 'x', 'C', 'd'])).toEqual([
      'a same',
      'b removed',
      'x added',
      'c changed',
      'd same',
    ]);
  });

  test('One paragraph that moved is the only one that moved', () => {
    expect(said(['a', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'])).toEqual([
      'd same moved',
      'a same',
      'b same',
      'c same',
    ]);
  });

  test('Every paragraph of both versions is told once', () => {
    const ids = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { maxLength: 10 });
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        const changes = compareParagraphs(
          before.map((id) => text(id)),
          after.map((id) => text(id)),
        );
        expect(changes.flatMap((change) => (change.after ? [change.after.id] : []))).toEqual(after);
        expect(
          changes.flatMap((change) => (change.before ? [change.before.id] : [])).sort(),
        ).toEqual([...before].sort());
        for (const change of changes) {
          expect(change.kind === 'added').toBe(change.before === null);
          expect(change.kind === 'removed').toBe(change.after === null);
        }
      }),
    );
  });
});
