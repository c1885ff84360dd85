import { HIDDEN_NAME, HIDDEN_WORDS } from '@clarion/deliberation';

/**
 * Words as everybody may read them: what a moderator hid is not sent at all, so no page has to think of it.
 * `row` is the alias of a proposal, comment or piece of evidence. Whoever may read what is hidden asks
 * `moderation/hidden-words.queries.ts`.
 */
export const unlessHidden = (row: string, words: string, instead = `'${HIDDEN_WORDS}'`): string =>
  `CASE WHEN ${row}.status = 'hidden' THEN ${instead} ELSE ${words} END`;

/** The same for the name of whoever wrote them. */
export const nameUnlessHidden = (row: string, name: string): string =>
  unlessHidden(row, name, `'${HIDDEN_NAME}'`);
