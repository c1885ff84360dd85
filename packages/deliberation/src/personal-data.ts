import { sayMoment } from './day.js';
import { SEALED_DAYS } from './moderation.js';
import { HIDDEN_NAME } from './moderation-words.js';
import { type Refusal, refusal } from './refusal.js';
import { cleanLine, refuseText, TEXT } from './text.js';

/** What stands in the place of words that went with whoever wrote them. */
export const ERASED_WORDS = 'Erased at the author’s request';
/** What stands in the place of their name. */
export const ERASED_NAME = 'Name erased';

/** What is typed so that nobody erases themselves by a slip. */
export const ERASE_TYPED = 'erase me';

/** What becomes of what is held about somebody who is erased: one list for every page that says it. */
export interface Fate {
  what: string;
  /** Why it stays; what goes needs no reason. */
  why?: string;
}

export const ERASED: readonly Fate[] = [
  {
    what: 'Your name, your CLP, when you joined, your interests and skills, and every address at which you were or are reached.',
  },
  { what: 'Where you are signed in, your passkeys, and codes and links that wait for you.' },
  {
    what: 'The words of every proposal, comment and piece of evidence that you sent, for yourself or for a body, in all their versions. In each place stands that it was erased at the author’s request.',
  },
  {
    what: 'The words of your reports and appeals, what moderators wrote to you, and which comments you found good points.',
  },
  {
    what: 'Your votes and what you chose as mattering most, wherever voting runs and no round has been published.',
  },
  { what: 'Your offices: they end at once.' },
];

export const NOT_ERASED: readonly Fate[] = [
  {
    what: 'The places of what you sent, with the votes, replies and answers of others.',
    why: 'They are theirs, and nothing that was sent in may vanish without a trace.',
  },
  {
    what: 'Your votes wherever a round was published or voting has ended.',
    why: 'They are in counts that everybody can check. They stand under a pseudonym, which only a key outside the database links to anybody; that key is destroyed 28 days after the end, and no name is behind it any more.',
  },
  {
    what: 'What you decided or wrote in an office: answers, papers, drafts, what you did as a moderator.',
    why: 'They are the acts of the body, which others rest on. Your name no longer stands beside them.',
  },
  {
    what: 'The public record: that something was done, when, and to what.',
    why: 'It is what shows that nothing was lost. It never held your words, only what commits to them, and what would let anybody find them out by trying is destroyed.',
  },
  {
    what: 'Words that a moderator sealed because they may be unlawful.',
    why: `A court or the police may ask for them. They are destroyed after ${SEALED_DAYS} days, unless one did.`,
  },
  {
    what: 'Copies that others made before: a download, a mail, what they quoted.',
    why: 'We cannot take them back.',
  },
  {
    what: 'Backups, until the operator deletes them.',
    why: 'A backup cannot be changed. Whoever puts an old one back erases you again.',
  },
  {
    what: 'A scrambled form of your membership number, which only this server can make.',
    why: 'So that the next import of the roll does not bring you back.',
  },
];

/** Refuses to erase somebody who did not type that they mean it, or whose address has just changed. */
export function refuseErasure(asked: {
  typed: string;
  heldUntil: Date | null;
  now: Date;
}): Refusal | null {
  const { typed, heldUntil, now } = asked;
  if (cleanLine(typed).toLowerCase() !== ERASE_TYPED) {
    const saying = `Type “${ERASE_TYPED}”, so that nothing is erased by a slip.`;
    return refusal('not_valid', { field: 'typed', saying });
  }
  if (heldUntil === null || heldUntil <= now) return null;
  const saying = `Your email address changed a short while ago. So that nobody else erases you, this waits until ${sayMoment(heldUntil)}.`;
  return refusal('not_valid', { saying });
}

/** Refuses a name that nobody could sign with. */
export function refuseDisplayName(name: string): Refusal | null {
  const refused = refuseText(name, TEXT.displayName);
  if (refused) return refused;
  const isTaken = [ERASED_NAME, HIDDEN_NAME].some(
    (said) => said.toLowerCase() === cleanLine(name).toLowerCase(),
  );
  const saying = 'That stands where there is no name. Choose another one.';
  return isTaken ? refusal('not_valid', { field: 'name', saying }) : null;
}
