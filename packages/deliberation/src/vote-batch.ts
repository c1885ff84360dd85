import { FLOOR } from './privacy.js';

/** Minutes of which all is told together: of the moment at which a commitment began to wait no more is kept. */
export const BATCH_MINUTES = 10;

/** Fewest people whose votes enter the record together, by one list or from one round to be opened. */
export const FEWEST_IN_BATCH = FLOOR;

/** Days after the end of a consultation for which its key and what opens its votes are kept. */
export const KEY_DAYS = 28;

const A_SLOT = BATCH_MINUTES * 60_000;
const A_DAY = 86_400_000;

/** The beginning of the ten minutes that a moment is in. */
export const batchSlot = (at: Date): Date => new Date(Math.floor(at.getTime() / A_SLOT) * A_SLOT);

/**
 * Whether the commitments that wait from ten minutes that are over should enter the record: those of at
 * least ten people. People, not votes: ten votes may all be of one, and would be opened together.
 */
export const batchIsDue = (voters: number): boolean => voters >= FEWEST_IN_BATCH;

/** Whether the key of a consultation that ended then is to be destroyed, with what opens its votes. */
export const keyHasServed = (endedAt: Date, now: Date): boolean =>
  now.getTime() - endedAt.getTime() >= KEY_DAYS * A_DAY;
