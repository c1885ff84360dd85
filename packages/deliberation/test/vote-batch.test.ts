import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BATCH_MINUTES, batchIsDue, batchSlot, keyHasServed } from '../src/vote-batch.js';

const at = (minute: number, second = 0) => new Date(Date.UTC(2026, 10, 25, 20, minute, second));

describe('Commitments enter the record', () => {
  test.each([
    [0, false],
    [9, false],
    [10, true],
    [5000, true],
  ])('those of %i people: %s', (voters, isDue) => {
    expect(batchIsDue(voters)).toBe(isDue);
  });

  test.each([
    [at(0), at(0)],
    [at(9, 59), at(0)],
    [at(10), at(10)],
    [at(59, 30), at(50)],
  ])('of a vote cast at %s no more is kept than %s', (cast, slot) => {
    expect(batchSlot(cast)).toEqual(slot);
  });

  test('all moments of the same ten minutes are one', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), (moment) => {
        const slot = batchSlot(moment);
        expect(batchSlot(slot)).toEqual(slot);
        const since = moment.getTime() - slot.getTime();
        expect(since >= 0 && since < BATCH_MINUTES * 60_000).toBe(true);
      }),
    );
  });
});

test('the key of a consultation is kept for 28 days after its end, and no longer', () => {
  const ended = new Date('2026-11-01T12:00:00Z');
  expect(keyHasServed(ended, new Date('2026-11-29T11:59:59Z'))).toBe(false);
  expect(keyHasServed(ended, new Date('2026-11-29T12:00:00Z'))).toBe(true);
});
