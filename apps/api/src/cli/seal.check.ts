import { isToBeDestroyed, SEALED_DAYS, sayDay, ukDay } from '@clarion/deliberation';
import * as seals from '../moderation/seal.queries.js';
import type { Check } from './finding.js';

/** The job looks once a minute; after this something keeps it. */
const LATE_MS = 60 * 60 * 1000;

/** How much is under seal, and whether what was kept long enough is gone. */
export const seal: Check = async ({ database }) => {
  const all = await seals.all(database.manager);
  const now = new Date();
  const held = all.filter(({ isHeld }) => isHeld).length;
  const next = all.find(({ isHeld }) => !isHeld);
  const late = all.filter((each) => isToBeDestroyed(each, new Date(now.getTime() - LATE_MS)));
  const when = next ? `, the next to be destroyed on ${sayDay(ukDay(next.until))}` : '';
  return {
    saying:
      all.length === 0
        ? 'No words are under seal'
        : `Under seal as unlawful: ${all.length}${when}; held for a court or the police: ${held}`,
    fault: late.length
      ? `${late.length} of the words under seal should have been destroyed: ${SEALED_DAYS} days are over.`
      : undefined,
    remedy: 'The job destroy-sealed runs with the server: is it running?',
  };
};
