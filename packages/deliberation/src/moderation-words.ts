import { type Day, sayDay, sayMoment, ukDay } from './day.js';
import {
  isSealed,
  type ModeratedKind,
  type ModerationAct,
  type ModerationReason,
  SEALED_DAYS,
} from './moderation.js';

/** What stands in the place of words that a moderator hid, wherever they would be read. */
export const HIDDEN_WORDS = 'Hidden by a moderator';
/** What stands in the place of the name of whoever wrote them. */
export const HIDDEN_NAME = 'Name not shown';

/** The reasons as they are chosen and listed. */
export const REASON_LABELS: Record<ModerationReason, string> = {
  abuse: 'Abuse',
  hatred: 'Hatred',
  personal_data: 'Personal details',
  off_topic: 'Off the point',
  spam: 'Spam',
  duplicate: 'Said already',
  misleading_identity: 'Not who it says',
  unlawful: 'May be unlawful',
  other_rule: 'Another rule',
  mistake: 'A mistake',
  put_right: 'Put right',
  appeal_upheld: 'Appeal upheld',
  for_appeal: 'To judge an appeal',
  for_duty: 'For a duty of the party',
};

/** The sentence the author reads. */
export const REASON_SAYS: Record<ModerationReason, string> = {
  abuse: 'It attacks a person instead of answering what they say.',
  hatred:
    'It demeans people for who they are: their race, religion, sex, disability, sexuality or another such thing.',
  personal_data: 'It gives away something private about a person, such as an address.',
  off_topic: 'It is about something other than this discussion.',
  spam: 'It advertises something, or says the same over and over.',
  duplicate: 'The same has been sent before, and the discussion goes on there.',
  misleading_identity: 'It speaks as a person or a body that did not send it.',
  unlawful: 'It may be against the law to publish it.',
  other_rule: 'It breaks another of the rules of discussion.',
  mistake: 'It should not have been done.',
  put_right: 'What was wrong has been put right.',
  appeal_upheld: 'Another moderator upheld an appeal.',
  for_appeal: 'An appeal cannot be judged without them.',
  for_duty: 'Such as a complaint, or what a court or the police ask for.',
};

/** What was done, as a heading: "Hidden by a moderator". */
export const ACT_TITLES: Record<ModerationAct, string> = {
  hide: HIDDEN_WORDS,
  restore: 'Restored by a moderator',
  move: 'Moved by a moderator',
  move_back: 'Moved back by a moderator',
  merge: 'Joined with another by a moderator',
  separate: 'Separated again by a moderator',
  lock: 'Discussion closed by a moderator',
  unlock: 'Discussion opened again by a moderator',
  suspend: 'Somebody kept from writing',
  lift: 'Somebody allowed to write again',
  keep: 'Left as it is',
  read: 'Sealed words read by a moderator',
};

const NAMES: Record<ModeratedKind, string> = {
  proposal: 'proposal',
  comment: 'comment',
  evidence: 'evidence',
};

/** An act, as far as its author is told of it. */
export interface ToldAct {
  act: ModerationAct;
  reason: ModerationReason;
  kind: ModeratedKind;
  /** The body whose moderator acted. */
  bodyName: string;
  at: Date;
  /** Written by the moderator to the author; may be empty. */
  note: string;
  /** Of a suspension. */
  until?: Date | null;
  /** Where it went or what it joined, as shown. */
  target?: string | null;
  /** The last day on which it can be appealed against; null where it cannot. */
  appealUntil: Day | null;
}

const DONE: Record<ModerationAct, (told: ToldAct, what: string) => string> = {
  hide: (_, what) => `hid ${what}`,
  restore: (_, what) => `showed ${what} again`,
  move: ({ target }, what) => `moved ${what}${target ? ` to “${target}”` : ''}`,
  move_back: (_, what) => `moved ${what} back to where it was`,
  merge: ({ target }, what) => `joined ${what} with ${target ? `“${target}”` : 'another'}`,
  separate: (_, what) => `let ${what} stand by itself again`,
  lock: (_, what) => `closed the discussion of ${what}`,
  unlock: (_, what) => `opened the discussion of ${what} again`,
  suspend: ({ until }, what) =>
    `stopped you from writing${until ? ` until ${sayMoment(until)}` : ''}, because of ${what}`,
  lift: () => 'let you write again',
  keep: (_, what) => `read ${what} and left it as it is`,
  read: (_, what) => `read the sealed words of ${what}`,
};

/** What follows for the author, in a sentence or two; none for what only takes something back. */
function meaning({ act, kind, reason }: ToldAct): string | null {
  switch (act) {
    case 'hide':
      if (isSealed(reason)) {
        return `Nobody reads it any more, nor do you. It is kept under seal for ${SEALED_DAYS} days, in case a court or the police ask for it. Its place is still shown, with this reason.`;
      }
      return kind === 'proposal'
        ? 'Its place, its votes and this reason are still shown; it takes no more votes and leaves the ranking. You can still read your own words.'
        : 'Its place and this reason are still shown. You can still read your own words.';
    case 'move':
      return 'Where it was, a line says where it went.';
    case 'merge':
      return 'Votes stay where they were cast. Nobody’s support is moved for them.';
    case 'lock':
      return 'What was said stays, and votes go on.';
    case 'suspend':
      return 'You can still read everything and vote.';
    default:
      return null;
  }
}

/**
 * What the author reads about an act, by paragraphs: the same in the moderator's preview, on the author's
 * pages and in the mail.
 */
export function sayToAuthor(told: ToldAct): string[] {
  const { act, reason, kind, bodyName, at, note, appealUntil: until } = told;
  const what = kind === 'evidence' ? 'the evidence you gave' : `your ${NAMES[kind]}`;
  const follows = meaning(told);
  return [
    `A moderator for ${bodyName} ${DONE[act](told, what)} on ${sayMoment(at)}.`,
    `The reason: ${REASON_LABELS[reason].toLowerCase()}. ${REASON_SAYS[reason]}`,
    ...(note.trim() ? [`The moderator writes: “${note.trim()}”`] : []),
    ...(follows ? [follows] : []),
    ...(until
      ? [
          `If you think this is wrong, you can appeal until ${sayDay(until)}. Another moderator answers.`,
        ]
      : []),
  ];
}

/** What whoever reported something is told came of it: the last act on it since, or none yet. */
export function sayToReporter(act: Pick<ToldAct, 'act' | 'at'> | null): string {
  if (!act) return 'A moderator has yet to read it.';
  const day = sayDay(ukDay(act.at));
  if (act.act === 'keep') return `A moderator read it on ${day} and left it as it is.`;
  return `${ACT_TITLES[act.act]} on ${day}.`;
}
