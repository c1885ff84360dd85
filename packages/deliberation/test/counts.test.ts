import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { account, accountTogether } from '../src/account.js';
import { addDays, daysBetween, isDay, sayDay, ukDay } from '../src/day.js';
import { answered, doneLateBy, overdueBy, statusAfter, verdictTotals } from '../src/decision.js';
import { INTERESTS, whyForYou } from '../src/interest.js';
import { refusePaper } from '../src/paper.js';
import { isRanked } from '../src/status.js';
import { meetsQuorum, votesNeeded } from '../src/tally.js';
import { list, ordinal, sayCount, sayPoints } from '../src/words.js';
import { NOW, STANDARD } from './cast.js';

describe('nothing sent in is lost', () => {
  const line = {
    received: 76,
    published: 60,
    merged: 4,
    withdrawn: 3,
    notTakenForward: 6,
    waiting: 1,
    hidden: 2,
  };

  test('What was received is all accounted for, and a missing one shows', () => {
    expect(account(line).unaccounted).toBe(0);
    expect(account({ ...line, published: 59 }).unaccounted).toBe(1);
    expect(account({ ...line, published: 61 }).unaccounted).toBe(-1);
  });

  test('Lines together balance as their sum does', () => {
    const n = () => fc.nat(1_000);
    const lines = fc.array(
      fc.record({
        received: n(),
        published: n(),
        merged: n(),
        withdrawn: n(),
        notTakenForward: n(),
        waiting: n(),
        hidden: n(),
      }),
    );
    fc.assert(
      fc.property(lines, (each) => {
        const apart = each.reduce((sum, one) => sum + account(one).unaccounted, 0);
        expect(accountTogether(each).unaccounted).toBe(apart);
      }),
    );
  });
});

describe('answers', () => {
  test('14 of 20 answered counts the top twenty only', () => {
    const ranked = Array.from({ length: 30 }, (_, index) => `p${index}`);
    const decided = new Set([...ranked.slice(0, 14), 'p25']);
    expect(answered(ranked, 20, decided)).toEqual({ answered: 14, of: 20 });
    expect(answered(ranked.slice(0, 6), 20, decided)).toEqual({ answered: 6, of: 6 });
  });

  test('An answered proposal stays in the ranking; one taken back does not', () => {
    expect(isRanked(statusAfter('not_take_forward'))).toBe(true);
    expect(isRanked(statusAfter('merge'))).toBe(true);
    expect(isRanked(statusAfter('refer'))).toBe(true);
    expect(isRanked('withdrawn')).toBe(false);
  });

  test('A day is overdue from midnight in the United Kingdom after it, until it is done', () => {
    expect(overdueBy('2026-05-15', new Date('2026-05-15T22:59:59Z'), null)).toBe(0);
    expect(overdueBy('2026-05-15', new Date('2026-05-15T23:00:00Z'), null)).toBe(1);
    expect(overdueBy('2026-05-15', NOW, null)).toBe(8);
    expect(overdueBy('2026-05-15', NOW, new Date('2026-05-18T09:00:00Z'))).toBe(0);
    expect(doneLateBy('2026-05-15', new Date('2026-05-18T09:00:00Z'))).toBe(3);
  });

  test('Verdicts are shown once ten have said', () => {
    expect(verdictTotals({ yes: 88, partly: 24, no: 31 }, 212)).toEqual({
      yes: 88,
      partly: 24,
      no: 31,
      notSaid: 69,
    });
    expect(verdictTotals({ yes: 5, partly: 2, no: 2 }, 212)).toBeNull();
  });
});

describe('quorum', () => {
  test('It needs the votes and the CLPs; passes count as votes', () => {
    const tally = { agree: 50, disagree: 20, pass: 29 };
    expect(votesNeeded(tally, STANDARD)).toBe(1);
    expect(meetsQuorum({ ...tally, pass: 30 }, 8, STANDARD)).toBe(true);
    expect(meetsQuorum({ ...tally, pass: 30 }, 7, STANDARD)).toBe(false);
  });
});

describe('days', () => {
  test('The day changes at midnight in London, in winter and in summer', () => {
    expect(ukDay(new Date('2026-01-15T23:30:00Z'))).toBe('2026-01-15');
    expect(ukDay(new Date('2026-06-15T23:30:00Z'))).toBe('2026-06-16');
  });

  test('It agrees with the time-zone database for every hour of ten years', () => {
    const london = new Intl.DateTimeFormat('en-CA', {
      timeZone: 'Europe/London',
      dateStyle: 'short',
    });
    for (let time = Date.UTC(2020, 0, 1); time < Date.UTC(2030, 0, 1); time += 3_600_000) {
      const moment = new Date(time);
      if (ukDay(moment) !== london.format(moment)) throw new Error(moment.toISOString());
    }
  });

  test('Days are counted, added and written out', () => {
    expect(daysBetween('2026-05-15', '2026-05-23')).toBe(8);
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(sayDay('2026-06-12')).toBe('Friday 12 June 2026');
    expect(isDay('2026-02-30')).toBe(false);
    expect(() => daysBetween('soon', '2026-01-01')).toThrow('"soon" is not a day');
  });
});

describe('words', () => {
  test('Numbers are said as they are read', () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 111, 1_002].map(ordinal)).toEqual([
      '1st',
      '2nd',
      '3rd',
      '4th',
      '11th',
      '12th',
      '13th',
      '21st',
      '111th',
      '1,002nd',
    ]);
    expect(sayCount(1_234_567)).toBe('1,234,567');
    expect([sayPoints(0.016), sayPoints(0.01), sayPoints(0.0001)]).toEqual([
      '1.6 points',
      '1.0 point',
      'less than 0.1 points',
    ]);
    expect(list(['a', 'b', 'c'])).toBe('a, b and c');
  });
});

describe('for you', () => {
  const asha = { interests: ['health', 'housing'], clpId: 'bristol-east', regionId: 'south-west' };

  test('Asha is told which of her interests it meets', () => {
    expect(whyForYou(asha, { commissionInterests: ['health', 'work', null] })).toEqual([
      { kind: 'interest', words: ['health'], sentence: 'For you because you chose health.' },
    ]);
    expect(whyForYou(asha, { commissionInterests: ['transport'] })).toEqual([]);
  });

  test('A paper of her own CLP is for her, one of another is not', () => {
    const place = { id: 'bristol-east', name: 'Bristol East' };
    const [reason] = whyForYou(asha, { commissionInterests: [], place });
    expect(reason?.sentence).toBe('For you because you are in Bristol East.');
    expect(whyForYou({ interests: [] }, { commissionInterests: [], place })).toEqual([]);
  });

  test('Interests are named once', () => {
    expect(new Set(INTERESTS.map(({ key }) => key)).size).toBe(INTERESTS.length);
  });
});

describe('the paper', () => {
  const paper = {
    title: 'NHS dentistry',
    question: 'How do we bring dentists back?',
    paper: '## What is fixed',
    questions: ['Which towns first?'],
    commissionIds: ['health'],
    votesUntil: new Date('2026-06-20T22:59:00Z'),
    answersBy: '2026-07-01',
  };

  test('Helen’s paper is taken, and refused where something is missing or the days are out of order', () => {
    expect(refusePaper(paper, true, NOW)).toBeNull();
    expect(refusePaper({ ...paper, questions: ['', ''] }, true)?.field).toBe('questions');
    expect(refusePaper({ ...paper, commissionIds: [] }, true)?.reason).toBe('commission_required');
    expect(refusePaper({ ...paper, commissionIds: [] }, false)).toBeNull();
    expect(refusePaper({ ...paper, answersBy: '2026-06-19' }, true)?.reason).toBe(
      'dates_out_of_order',
    );
    expect(
      refusePaper({ ...paper, votesUntil: new Date('2026-05-01T00:00:00Z') }, true, NOW),
    ).toMatchObject({
      reason: 'due_date_past',
      field: 'votesUntil',
    });
    expect(refusePaper({ ...paper, answersBy: 'later' }, true)?.reason).toBe('due_date_required');
  });
});
