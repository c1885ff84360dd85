import { HIDDEN_WORDS } from './moderation-words.js';
import { ERASED_WORDS } from './personal-data.js';

/** Why what somebody wrote is shown no more: a moderator hid it, or its author had it erased. */
export const TAKEN_AWAY = ['hidden', 'erased'] as const;
export type TakenAway = (typeof TAKEN_AWAY)[number];

export const isTakenAway = (text: string): text is TakenAway =>
  TAKEN_AWAY.some((known) => known === text);

/** What stands in the place of words that were taken away, wherever they would be read. */
export const INSTEAD: Record<TakenAway, string> = {
  hidden: HIDDEN_WORDS,
  erased: ERASED_WORDS,
};

const BY: Record<TakenAway, string> = {
  hidden: 'hidden by a moderator',
  erased: 'erased at the author’s request',
};

/** "The words of 3 proposals were taken away since: 2 hidden by a moderator, 1 erased at the author’s request." */
export function sayTakenAway(gone: readonly TakenAway[]): string {
  const parts = TAKEN_AWAY.map((why) => ({ why, count: gone.filter((one) => one === why).length }))
    .filter(({ count }) => count > 0)
    .map(({ why, count }) => `${count} ${BY[why]}`);
  const proposals = gone.length === 1 ? 'one proposal' : `${gone.length} proposals`;
  return `The words of ${proposals} were taken away since: ${parts.join(', ')}.`;
}
