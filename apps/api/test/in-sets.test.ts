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

/** The rest of this turn, and what it sets off. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('What is asked at the same time', () => {
  test('goes as one set at the end of the turn, and what comes meanwhile when that has ended', async () => {
    const { run, sets, end } = slow();
    const ask = inSets(run, eachItsOwn);
    const asked = [ask('asha')];
    // As when a vote’s doors let by one who was read from the socket with it.
    await Promise.resolve();
    asked.push(ask('tom'));
    expect(sets).toEqual([]);
    await turn();
    expect(sets).toEqual([['asha', 'tom']]);
    asked.push(ask('ruth'), ask('ewan'));
    await turn();
    expect(sets).toHaveLength(1);
    await end();
    expect(sets).toEqual([
      ['asha', 'tom'],
      ['ruth', 'ewan'],
    ]);
    await end();
    expect(await Promise.all(asked)).toEqual(['ASHA', 'TOM', 'RUTH', 'EWAN']);
  });

  test('waits a moment where it would be few soon after the last, until enough are there; who is alone never waits', async () => {
    const sets: string[][] = [];
    const run = async (set: readonly string[]) => {
      sets.push([...set]);
      return set;
    };
    const pause = 200;
    const ask = inSets(run, { most: 20, pause });
    const begun = performance.now();
    await ask('asha');
    expect(performance.now() - begun).toBeLessThan(pause);
    const second = performance.now();
    await ask('asha');
    expect(performance.now() - begun).toBeLessThan(pause);
    const few = Promise.all(['tom', 'ruth', 'marek'].map(ask));
    await turn();
    await turn();
    expect(sets).toEqual([['asha'], ['asha']]);
    await few;
    expect(performance.now() - second).toBeGreaterThan(pause - 2);
    const many = ['ewan', 'kofi', 'callum', 'gwenllian', 'joan', 'helen', 'priya'];
    const waiting = ['nasreen', 'dan', 'lowri'].map(ask);
    await turn();
    await Promise.all([...waiting, ...many.map(ask)]);
    expect(performance.now() - second).toBeLessThan(2 * pause);
    expect(sets.slice(2)).toEqual([
      ['tom', 'ruth', 'marek'],
      ['nasreen', 'dan', 'lowri', ...many],
    ]);
  });

  test('goes as several sets where it is more than one holds, in its order', async () => {
    const { run, sets, end } = slow();
    const ask = inSets(run, eachItsOwn);
    const asked = ['asha', 'tom', 'ruth', 'ewan', 'kofi'].map(ask);
    await turn();
    for (let each = 0; each < 2; each += 1) await end();
    await Promise.all(asked);
    expect(sets).toEqual([
      ['asha', 'tom', 'ruth'],
      ['ewan', 'kofi'],
    ]);
  });

  test('by one person goes one after the other, and lets others by', async () => {
    const { run, sets, end } = slow();
    const ask = inSets(run, { most: 3, key: (asked) => asked.split(' ')[0] ?? '' });
    const asked = ['asha agrees', 'asha disagrees', 'tom', 'asha passes'].map(ask);
    await turn();
    for (let each = 0; each < 3; each += 1) await end();
    await Promise.all(asked);
    expect(sets).toEqual([['asha agrees', 'tom'], ['asha disagrees'], ['asha passes']]);
  });

  test('goes together whoever asks, where it only reads', async () => {
    const { run, sets, end } = slow();
    const ask = inSets(run, { most: 3 });
    const asked = ['asha', 'asha', 'tom', 'asha'].map(ask);
    await turn();
    for (let each = 0; each < 2; each += 1) await end();
    await Promise.all(asked);
    expect(sets).toEqual([['asha', 'asha', 'tom'], ['asha']]);
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
    expect(tried).toEqual([['asha', 'tom', 'faulty'], ['asha'], ['tom'], ['faulty'], ['ruth']]);
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
    expect(await told(['asha', 'tom', 'ruth', 'ewan'].map(ask))).toEqual([
      'no: locked',
      'no: locked',
      'no: locked',
      'ewan',
    ]);
    expect(sets).toBe(2);
  });
});
