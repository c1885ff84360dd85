import { describe, expect, test } from '@jest/globals';
import { isRefusal, REFUSAL_REASONS, refusal } from '../src/refusal.js';

describe('refusals', () => {
  test.each([...REFUSAL_REASONS])(
    '%s reads as whole sentences, with and without details',
    (reason) => {
      const details = {
        what: 'proposal',
        label: 'the reason',
        max: 10,
        length: 12,
        phase: 'reviewing',
        act: 'vote',
        to: 'open',
        day: '2026-05-15',
        standings: ['member'],
        bodyName: 'SERA',
        status: 'withdrawn',
        answered: 14,
        of: 20,
        votes: 3,
        numbers: ['14', '14A'],
      } as const;
      for (const said of [refusal(reason), refusal(reason, details)]) {
        expect(said.reason).toBe(reason);
        expect(said.message).toMatch(/^[A-Z0-9].*[.]$/u);
        expect(said.message).not.toMatch(/undefined|null|NaN|\s{2}/u);
        expect(isRefusal(said)).toBe(true);
      }
    },
  );

  test('Reasons are spelled once, in snake case', () => {
    expect(new Set(REFUSAL_REASONS).size).toBe(REFUSAL_REASONS.length);
    for (const reason of REFUSAL_REASONS) expect(reason).toMatch(/^[a-z]+(_[a-z]+)*$/u);
  });

  test('A decision with a reason and a message of its own is no refusal', () => {
    expect(isRefusal({ reason: 'It costs too much.', message: 'So we said no.' })).toBe(false);
    expect(isRefusal(null)).toBe(false);
    expect(isRefusal('not_found')).toBe(false);
  });
});
