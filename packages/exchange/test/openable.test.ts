import { FLOOR } from '@clarion/deliberation';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { opened } from '../src/round/openable.js';

const votes = fc
  .array(fc.record({ isChange: fc.boolean() }), { maxLength: 60 })
  .map((each) => each.map((vote, at) => ({ ...vote, commitment: String(at).padStart(4, '0') })));

describe('Openings on a proposal', () => {
  test('are none or of ten, never one that was changed, and those left closed are none or ten', () => {
    fc.assert(
      fc.property(votes, fc.nat(25), (each, others) => {
        const total = each.length + others;
        const open = opened(each, total);
        expect(open.length === 0 || open.length >= FLOOR).toBe(true);
        expect(open.some(({ isChange }) => isChange)).toBe(false);
        const closed = total - open.length;
        if (open.length > 0) expect(closed === 0 || closed >= FLOOR).toBe(true);
      }),
    );
  });

  test('are all there are where nothing has to be hidden', () => {
    const all = Array.from({ length: 12 }, (_, at) => ({ commitment: `${at}`, isChange: false }));
    expect(opened(all, 12)).toHaveLength(12);
    expect(opened(all, 22)).toHaveLength(12);
    expect(opened(all.slice(0, 9), 9)).toEqual([]);
    // Three more are counted and not in the record: seven stay closed with them, and five are too few.
    expect(opened(all, 15)).toEqual([]);
  });
});
