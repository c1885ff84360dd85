import { describe, expect, test } from '@jest/globals';
import { FaultOfAll, inSets } from '../src/database/in-sets.js';

/** A doing of sets whose ends the test sets, and what it was given. */
function slow(answer: (asked: string) => string = (asked) => asked.toUpperCase()) {
  const sets: string[][] = [];
  const ends: (() => void)[] = [];
  return {
    sets,
    end: async () => {
      ends.shift()?.();
      await new Promise(setImmediate);
    },
    run: async (set: readonly string[]) => {
      sets.push([...set]);
      await new Promise<void>((resolve) => ends.push(resolve));
      return set.map(answer);
    },
  };
}
const eachItsOwn = { most: 3, key: (asked: string) => asked };

describe('What is asked at the same time', () => {
  test('goes alone and at once where nothing is under way, and else as one set when that has ended', async () => {
    const { run, sets, end } = slow();
    const ask = inSets(run, eachItsOwn);
    const asked = [ask('asha')];
    expect(sets).toEqual([['asha']]);
    asked.push(ask('tom'), ask('ruth'));
    expect(sets).toHaveLength(1);
    await end();
    expect(sets).toEqual([['asha'], ['tom', 'ruth']]);
    await end();
    expect(await Promise.all(asked)).toEqual(['ASHA', 'TOM', 'RUTH']);
  });

  test('goes as several sets where it is more than one holds, in its order', async () => {
    const { run, sets, end } = slow();
    const ask = inSets(run, eachItsOwn);
    const asked = ['asha', 'tom', 'ruth', 'ewan', 'kofi', 'joan'].map(ask);
    for (let each = 0; each < 3; each += 1) await end();
    await Promise.all(asked);
    expect(sets).toEqual([['asha'], ['tom', 'ruth', 'ewan'], ['kofi', 'joan']]);
  });

  test('by one person goes one after the other, and lets others by', async () => {
    const { run, sets, end } = slow();
    const ask = inSets(run, { most: 3, key: (asked) => asked.split(' ')[0] ?? '' });
    const asked = ['ruth', 'asha agrees', 'asha disagrees', 'tom', 'asha passes'].map(ask);
    for (let each = 0; each < 4; each += 1) await end();
    await Promise.all(asked);
    expect(sets).toEqual([['ruth'], ['asha agrees', 'tom'], ['asha disagrees'], ['asha passes']]);
  });

  test('goes together whoever asks, where it only reads', async () => {
    const { run, sets, end } = slow();
    const ask = inSets(run, { most: 3 });
    const asked = ['ruth', 'asha', 'asha', 'tom', 'asha'].map(ask);
    for (let each = 0; each < 3; each += 1) await end();
    await Promise.all(asked);
    expect(sets).toEqual([['ruth'], ['asha', 'asha', 'tom'], ['asha']]);
  });
});

describe('A fault', () => {
  const told = (asked: readonly Promise<string>[]) =>
    Promise.all(asked.map((each) => each.catch((fault: Error) => `no: ${fault.message}`)));

  test('of one of a set is its own: each is tried alone', async () => {
    const tried: string[][] = [];
    const ask = inSets(async (set: readonly string[]) => {
      tried.push([...set]);
      await new Promise(setImmediate);
      if (set.includes('faulty')) throw new Error('it broke');
      return set.map((each) => each.toUpperCase());
    }, eachItsOwn);
    const answers = await told(['asha', 'tom', 'faulty', 'ruth'].map(ask));
    expect(answers).toEqual(['ASHA', 'TOM', 'no: it broke', 'RUTH']);
    expect(tried).toEqual([['asha'], ['tom', 'faulty', 'ruth'], ['tom'], ['faulty'], ['ruth']]);
    expect(await ask('ewan')).toBe('EWAN');
  });

  test('of what all wait for is told to all, and nobody is tried alone', async () => {
    let sets = 0;
    const ask = inSets(async (set: readonly string[]) => {
      sets += 1;
      await new Promise(setImmediate);
      if (set.length > 1) throw new FaultOfAll(new Error('locked'));
      return set;
    }, eachItsOwn);
    expect(await told(['asha', 'tom', 'ruth'].map(ask))).toEqual([
      'asha',
      'no: locked',
      'no: locked',
    ]);
    expect(sets).toBe(2);
  });
});
