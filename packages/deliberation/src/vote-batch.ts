import { FLOOR } from './privacy.js';

/** Minutes that the commitment of a vote waits for others before it enters the record. */
export const BATCH_MINUTES = 10;

/** Fewest people whose votes enter the record together, by one list or from one round to be opened. */
export const FEWEST_IN_BATCH = FLOOR;

/**
 * Whether the commitments that wait should enter the record: those of at least ten people, the oldest
 * ten minutes old. People, not votes: ten votes may all be of one, and would be opened together.
 */
export function batchIsDue(waiting: { voters: number; oldestAt: Date | null }, now: Date): boolean {
  const { voters, oldestAt } = waiting;
  if (oldestAt === null || voters < FEWEST_IN_BATCH) return false;
  return now.getTime() - oldestAt.getTime() >= BATCH_MINUTES * 60_000;
}
