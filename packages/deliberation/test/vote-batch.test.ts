import { describe, expect, test } from '@jest/globals';
import { batchIsDue } from '../src/vote-batch.js';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 25, 20, minute));

describe('Commitments enter the record', () => {
  test.each([
    [{ voters: 0, oldestAt: null }, 30, false],
    [{ voters: 9, oldestAt: at(0) }, 59, false],
    [{ voters: 10, oldestAt: at(0) }, 9, false],
    [{ voters: 10, oldestAt: at(0) }, 10, true],
    [{ voters: 5000, oldestAt: at(1) }, 10, false],
    [{ voters: 11, oldestAt: at(0) }, 59, true],
  ])('those of %j at minute %i: %s', (waiting, minute, isDue) => {
    expect(batchIsDue(waiting, at(minute))).toBe(isDue);
  });
});
