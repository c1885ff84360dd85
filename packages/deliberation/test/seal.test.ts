import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SEALED_DAYS } from '../src/moderation.js';
import {
  isToBeDestroyed,
  refuseDestroyed,
  refuseReadingSealed,
  type Seal,
  sealedUntil,
} from '../src/seal.js';
import { BODIES, NOW, OFFICES, TODAY } from './cast.js';

const NOBODY = { isAuthor: false, hasReported: false, isAnswered: false };
const SEAL: Seal = { until: sealedUntil(NOW), isHeld: false, destroyedAt: null };
const JOAN = { offices: OFFICES.joan, on: TODAY, convenedBy: BODIES.health, party: NOBODY };
const ASK = { ...JOAN, seal: SEAL, reason: 'for_appeal' } as const;

describe('Sealed words', () => {
  test('are to be destroyed from the moment that their days are over, once, and never while held', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), fc.boolean(), (days, isHeld) => {
        const now = new Date(NOW.getTime() + days * 86_400_000);
        const isTime = days >= SEALED_DAYS;
        expect(isToBeDestroyed({ ...SEAL, isHeld }, now)).toBe(isTime && !isHeld);
        expect(isToBeDestroyed({ ...SEAL, isHeld, destroyedAt: NOW }, now)).toBe(false);
      }),
    );
  });

  test('are read by a moderator who is not party to it, for a reason that one reads them for', () => {
    expect(refuseReadingSealed(ASK)).toBeNull();
    expect(refuseReadingSealed({ ...ASK, offices: OFFICES.asha })?.reason).toBe('not_a_moderator');
    const party = { ...NOBODY, hasReported: true };
    expect(refuseReadingSealed({ ...ASK, party })?.reason).toBe('party_to_it');
    expect(refuseReadingSealed({ ...ASK, seal: null })?.reason).toBe('not_valid');
    expect(refuseReadingSealed({ ...ASK, reason: 'abuse' })).toMatchObject({ field: 'reason' });
  });

  test('that are gone are neither read nor brought back', () => {
    const seal = { ...SEAL, destroyedAt: NOW };
    expect(refuseReadingSealed({ ...ASK, seal })?.reason).toBe('already_moderated');
    expect(refuseDestroyed(seal)?.message).toContain('destroyed after 180 days');
    expect([refuseDestroyed(SEAL), refuseDestroyed(null)]).toEqual([null, null]);
  });
});
