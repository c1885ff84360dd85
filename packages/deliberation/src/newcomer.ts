import { addDays, type Day, sayDay } from './day.js';
import { type Refusal, refusal } from './refusal.js';
import { count } from './words.js';

/**
 * What somebody new may send. They are new until they have been on the roll for so many days, or until so
 * many of their contributions have stood for a day; days are those of the United Kingdom.
 */
export const NEWCOMER = {
  days: 7,
  accepted: 3,
  proposalsADay: 3,
  commentsADay: 20,
  commentsWithoutLinks: 3,
} as const;

/** Somebody who writes, with what they sent so far. */
export interface Writer {
  joinedOn: Day;
  /** Contributions that anybody can read and that were sent a day ago or before. */
  accepted: number;
  proposalsToday: number;
  commentsToday: number;
  /** Comments they ever sent. */
  comments: number;
}

/** Whether somebody is new on a day. */
export function isNewcomer({ joinedOn, accepted }: Pick<Writer, 'joinedOn' | 'accepted'>, on: Day) {
  return on < addDays(joinedOn, NEWCOMER.days) && accepted < NEWCOMER.accepted;
}

/** An address on the web, also without its beginning. */
const LINK = /(https?:\/\/|www\.)\S|\]\(/iu;

/** Refuses what is beyond the limits of somebody new: more than a day's, and links in their first comments, edited or not. */
export function refuseNewcomer(
  writer: Writer,
  sent: { what: 'proposal' | 'comment' | 'edit'; text: string },
  on: Day,
): Refusal | null {
  if (!isNewcomer(writer, on)) return null;
  const { proposalsToday, commentsToday, comments } = writer;
  const until = addDays(writer.joinedOn, NEWCOMER.days);
  if (sent.what === 'proposal') {
    return proposalsToday < NEWCOMER.proposalsADay
      ? null
      : refusal('newcomer_limit', { what: 'proposal', max: NEWCOMER.proposalsADay, day: until });
  }
  if (sent.what === 'comment' && commentsToday >= NEWCOMER.commentsADay) {
    return refusal('newcomer_limit', { what: 'comment', max: NEWCOMER.commentsADay, day: until });
  }
  // A comment that is edited counts among them already.
  const before = sent.what === 'edit' ? comments - 1 : comments;
  return before < NEWCOMER.commentsWithoutLinks && LINK.test(sent.text)
    ? refusal('newcomer_links', { max: NEWCOMER.commentsWithoutLinks, field: 'body' })
    : null;
}

/** The limits of somebody new, said before they reach them; null for whoever is not new. */
export function sayNewcomer(writer: Writer, on: Day): string | null {
  if (!isNewcomer(writer, on)) return null;
  const { proposalsToday, commentsToday, comments } = writer;
  const until = sayDay(addDays(writer.joinedOn, NEWCOMER.days));
  const left = [
    count(Math.max(NEWCOMER.proposalsADay - proposalsToday, 0), 'more proposal'),
    count(Math.max(NEWCOMER.commentsADay - commentsToday, 0), 'more comment'),
  ];
  const links =
    comments < NEWCOMER.commentsWithoutLinks
      ? ` No links in your first ${NEWCOMER.commentsWithoutLinks} comments.`
      : '';
  return `You are new here, so today you can send ${left.join(' and ')}.${links} This ends on ${until}, or once ${NEWCOMER.accepted} of your contributions have stood for a day.`;
}
