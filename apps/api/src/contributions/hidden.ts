import { HIDDEN_NAME, HIDDEN_WORDS } from '@clarion/deliberation';

/**
 * In SQL, why the words of a proposal may be shown no more: a moderator hid them, or they were erased with what
 * was held about their author; null where they may. The one rule for whatever keeps a copy of them.
 */
export const takenAway = (row: string): string =>
  `CASE WHEN ${row}.status = 'hidden' THEN 'hidden' WHEN EXISTS (SELECT FROM member gone
    WHERE gone.id = ${row}.author_id AND gone.erased_at IS NOT NULL) THEN 'erased' END`;

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
