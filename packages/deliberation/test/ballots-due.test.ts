import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ballotsAreDue, ballotsToTell, roundTellsBallots } from '../src/ballots-due.js';
import { FLOOR } from '../src/floor.js';
import { LONG } from './long.js';

type Told = ReadonlySet<number>;

/** People who choose one after another, each with a pseudonym that says nothing; and when somebody looks. */
const arrivals = fc.tuple(
  fc.uniqueArray(fc.integer({ min: 0, max: 1_000_000 }), {
    minLength: 1,
    maxLength: 80,
    size: 'max',
  }),
  fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 12, size: 'max' }),
);

/** Whose ballots each result tells of, the last being that of the close. */
function results([people, looks]: [number[], number[]], isHeldBack: boolean): Told[] {
  const told: Told[] = [];
  let cast = 0;
  let placed = 0;
  const place = (isChoosing: boolean) => {
    const count = isHeldBack ? ballotsToTell({ isChoosing, cast }) : cast;
    const byPseudonym = people.slice(0, cast).sort((a, b) => a - b);
    placed = count;
    told.push(new Set(byPseudonym.slice(0, count)));
  };
  for (const more of looks) {
    cast = Math.min(people.length, cast + more);
    const isDue = isHeldBack
      ? ballotsAreDue({ isChoosing: true, cast, placed })
      : cast - placed >= FLOOR;
    if (isDue) place(true);
  }
  cast = people.length;
  place(false);
  return told;
}

/** How many are told by one of two results after one another, and not by the other, where that is one to nine. */
const few = (told: readonly Told[]) =>
  told.slice(1).flatMap((now, at) => {
    const then = told[at] as Told;
    const moved =
      [...now].filter((who) => !then.has(who)).length +
      [...then].filter((who) => !now.has(who)).length;
    return moved > 0 && moved < FLOOR ? [moved] : [];
  });

describe('what is told of priority ballots', () => {
  test('differs from one result to the next, and to the close, by nobody or ten people', () => {
    let looked = 0;
    fc.assert(
      fc.property(arrivals, (all) => {
        const told = results(all, true);
        looked += told.length - 1;
        expect(few(told)).toEqual([]);
        expect(told.at(-1)?.size).toBe(all[0].length);
      }),
      { numRuns: 300 * LONG },
    );
    expect(looked).toBeGreaterThan(100);
  });

  test('would tell at the close of the few who came last, with nobody held back', () => {
    const isClosed = fc.property(arrivals, (all) => few(results(all, false)).length === 0);
    expect(fc.check(isClosed, { numRuns: 100 }).failed).toBe(true);
  });

  test('Forty have chosen, and one more before the close: the whole ballot of that one is not the difference', () => {
    const people = Array.from({ length: 41 }, (_, at) => (at * 7919) % 1000);
    const [last, close] = results([people, [40]], true).slice(-2);
    expect([last?.size, close?.size]).toEqual([30, 41]);
    const [before, after] = results([people, [40]], false).slice(-2);
    expect([before?.size, after?.size]).toEqual([40, 41]);
  });

  test('stays with what it was until ten more may be told, and a round tells nothing of it meanwhile', () => {
    const facts = { isChoosing: true, cast: 29, placed: 10 };
    expect(ballotsAreDue(facts)).toBe(false);
    expect(ballotsAreDue({ ...facts, cast: 30 })).toBe(true);
    expect(ballotsAreDue({ ...facts, isChoosing: false })).toBe(true);
    expect(roundTellsBallots({ isChoosing: true, arePublished: false })).toBe(false);
    expect(roundTellsBallots({ isChoosing: true, arePublished: true })).toBe(true);
    expect(roundTellsBallots({ isChoosing: false, arePublished: false })).toBe(true);
  });
});
