import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  CONTACT_HOLD_HOURS,
  emailKey,
  holdAfter,
  holdsUntil,
  isEmail,
  lapsesTooMany,
  maskedEmail,
  membershipNumber,
  refuseEmail,
  refuseHeld,
  refuseLapsed,
  refuseObjection,
  refuseSecond,
  refuseVoterHere,
  rollNeedsSecond,
  rulesFrom,
  staffNeedsSecond,
} from '../src/index.js';

const HOUR = 3_600_000;
const NOW = new Date('2026-11-25T20:00:00Z');
const hoursLater = (hours: number) => new Date(NOW.getTime() + hours * HOUR);

describe('An address', () => {
  test.each([
    ['asha@example.org', true],
    ['Asha.Rahman+clarion@mail.example.co.uk', true],
    ["o'brien@example.org", true],
    ['asha@example', false],
    ['asha@@example.org', false],
    ['asha rahman@example.org', false],
    ['asha@-example.org', false],
    ['asha@example..org', false],
    ['asha@example.org\nBcc: all@example.org', false],
    ['asha@example.org,tom@example.org', false],
    ['<asha@example.org>', false],
    ['', false],
    [`${'a'.repeat(65)}@example.org`, false],
    [`a@${'b.'.repeat(130)}org`, false],
  ])('%j can be sent mail to: %s', (email, can) => {
    expect(isEmail(email)).toBe(can);
  });

  test('is looked up alike however it is written', () => {
    expect(emailKey(' Asha@Example.ORG ')).toBe('asha@example.org');
    fc.assert(
      fc.property(fc.emailAddress(), (email) => {
        expect(emailKey(email.toUpperCase())).toBe(emailKey(email));
        expect(emailKey(emailKey(email))).toBe(emailKey(email));
      }),
    );
  });

  test('is masked so that it says whether it is another one, not which', () => {
    expect(maskedEmail('asha@example.org')).toBe('a…@e….org');
    expect(maskedEmail('nothing')).toBe('…');
    fc.assert(
      fc.property(fc.emailAddress(), (email) => {
        const [local = '', domain = ''] = email.split('@');
        const masked = maskedEmail(email);
        if (local.length > 1) expect(masked).not.toContain(local);
        expect(masked).not.toContain(domain);
      }),
    );
  });

  test('that is the same is no change', () => {
    expect(refuseEmail('ASHA@example.org ', 'asha@example.org')?.reason).toBe('nothing_changed');
    expect(refuseEmail('asha', null)).toMatchObject({ reason: 'not_valid', field: 'email' });
    expect(refuseEmail('asha@example.com', 'asha@example.org')).toBeNull();
  });
});

describe('After a change', () => {
  test('codes and votes are held for 72 hours, to the moment', () => {
    const until = holdAfter(NOW);
    expect(until).toEqual(hoursLater(72));
    expect(CONTACT_HOLD_HOURS).toBe(72);
    expect(holdsUntil(until, hoursLater(71.999))).toEqual(until);
    expect(holdsUntil(until, hoursLater(72))).toBeNull();
    expect(refuseHeld(null, NOW)).toBeNull();
    expect(refuseHeld(until, NOW)?.message).toContain('until Saturday 28 November 2026 at 8pm');
  });

  test('the hour it ends is said by clocks in the United Kingdom', () => {
    const summer = new Date('2026-07-01T23:30:00Z');
    expect(refuseHeld(summer, new Date('2026-07-01T20:00:00Z'))?.message).toContain(
      'until Thursday 2 July 2026 at 12.30am',
    );
  });

  test('a voter is refused last of all, so that nobody waits for a vote they have not got', () => {
    const rules = rulesFrom('standard', '2026-11-01');
    const ask = (voter: object, phase: 'open' | 'reviewing' = 'open') =>
      refuseVoterHere(
        { phase, rules, voter: { standing: 'member', joinedOn: '2020-01-01', ...voter } },
        NOW,
      )?.reason ?? null;
    const heldUntil = hoursLater(1);
    expect(ask({})).toBeNull();
    expect(ask({ heldUntil })).toBe('contact_hold');
    expect(ask({ heldUntil }, 'reviewing')).toBe('wrong_phase');
    expect(ask({ heldUntil, joinedOn: '2026-11-20' })).toBe('joined_too_late');
    expect(ask({ heldUntil, lapsedOn: '2026-11-25' })).toBe('lapsed');
    expect(ask({ lapsedOn: '2026-11-26' })).toBeNull();
  });

  test('its owner objects for 14 days', () => {
    expect(refuseObjection({ madeAt: NOW }, hoursLater(14 * 24 - 1))).toBeNull();
    expect(refuseObjection({ madeAt: NOW }, hoursLater(14 * 24))?.reason).toBe('not_valid');
    expect(refuseObjection({ madeAt: null }, NOW)?.reason).toBe('not_found');
    expect(refuseObjection(null, NOW)?.reason).toBe('not_found');
  });
});

describe('Many changes', () => {
  test.each([
    [9, false],
    [10, true],
    [11, true],
  ])('by an administrator who made %i in a day wait for another: %s', (before, waits) => {
    expect(staffNeedsSecond(before)).toBe(waits);
  });

  test.each([
    [50, 100, false],
    [51, 100, true],
    [51, 5_000, true],
    [100, 10_000, false],
    [101, 10_000, true],
    [10_000, 1_000_000, false],
    [10_001, 1_000_000, true],
  ])('by a roll, %i of %i, wait for an administrator: %s', (changes, people, waits) => {
    expect(rollNeedsSecond(changes, people)).toBe(waits);
  });

  test.each([
    [5, 100, false],
    [6, 100, true],
    [0, 0, false],
    [1, 1, true],
  ])('of membership, %i lapsing of %i, must be meant: %s', (lapsing, people, stops) => {
    expect(lapsesTooMany(lapsing, people)).toBe(stops);
  });

  test('are never decided by whoever asked for them', () => {
    expect(refuseSecond({ askedById: 'nadia', deciderId: 'nadia' })?.reason).toBe('second_person');
    expect(refuseSecond({ askedById: 'nadia', deciderId: 'graham' })).toBeNull();
    expect(refuseSecond({ askedById: null, deciderId: 'nadia' })).toBeNull();
  });
});

describe('A membership', () => {
  test('has lapsed from its day on', () => {
    expect(refuseLapsed('2026-11-25', '2026-11-24')).toBeNull();
    expect(refuseLapsed('2026-11-25', '2026-11-25')?.reason).toBe('lapsed');
    expect(refuseLapsed(null, '2026-11-25')).toBeNull();
  });

  test.each([
    ['L1000001', 'L1000001'],
    [' l 1000001 ', 'L1000001'],
    ['a/12-3.4', 'A/12-3.4'],
    ['', null],
    ['(none)', null],
    ["'; DROP TABLE member", null],
    ['9'.repeat(41), null],
  ])('number written %j is %j', (given, number) => {
    expect(membershipNumber(given)).toBe(number);
  });
});
