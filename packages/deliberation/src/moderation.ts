import { addDays, type Day, ukDay } from './day.js';
import { type BodyRef, mayActFor, type OfficeHeld, officesFor } from './office.js';

/** Which rule of discussion was broken: why something is reported, and why a moderator acts. */
export const BREACHES = [
  'abuse',
  'hatred',
  'personal_data',
  'off_topic',
  'spam',
  'duplicate',
  'misleading_identity',
  'unlawful',
  'other_rule',
] as const;
export type Breach = (typeof BREACHES)[number];

/** Why an act of a moderator is taken back. */
export const RELIEFS = ['mistake', 'put_right', 'appeal_upheld'] as const;
export type Relief = (typeof RELIEFS)[number];

/** What sealed words are read for. One code for a complaint, a court and the police: it warns nobody. */
export const READINGS = ['for_appeal', 'for_duty'] as const;
export type Reading = (typeof READINGS)[number];

/** The code that stands in the record and in the public log. */
export type ModerationReason = Breach | Relief | Reading;

/** What a moderator does. `keep` leaves a thing as it is and closes the reports on it; `read` is of sealed words. */
export const MODERATION_ACTS = [
  'hide',
  'restore',
  'move',
  'move_back',
  'merge',
  'separate',
  'lock',
  'unlock',
  'suspend',
  'lift',
  'keep',
  'read',
] as const;
export type ModerationAct = (typeof MODERATION_ACTS)[number];

/** What is done to a contribution to begin with; all others take one of these back, or are about a person. */
export const MODERATOR_MAY = ['hide', 'move', 'merge', 'lock', 'keep'] as const;
export type ModeratorMay = (typeof MODERATOR_MAY)[number];

export type ModeratedKind = 'proposal' | 'comment' | 'evidence';

/** What takes each act back; acts that are none themselves. */
export const REVERSED_BY = {
  hide: 'restore',
  move: 'move_back',
  merge: 'separate',
  lock: 'unlock',
  suspend: 'lift',
} as const satisfies Partial<Record<ModerationAct, ModerationAct>>;
export type ReversibleAct = keyof typeof REVERSED_BY;

export const isReversible = (act: ModerationAct): act is ReversibleAct => act in REVERSED_BY;

interface Needs {
  /** What it can be done to. */
  kinds: readonly ModeratedKind[];
  /** The reasons it can be done for. */
  reasons: readonly ModerationReason[];
}

const ALL: readonly ModeratedKind[] = ['proposal', 'comment', 'evidence'];

/** What each act needs. A thread is that of a proposal; only proposals have a duplicate to go on in. */
export const ACT_NEEDS: Record<ModerationAct, Needs> = {
  hide: { kinds: ALL, reasons: BREACHES },
  restore: { kinds: ALL, reasons: RELIEFS },
  move: { kinds: ALL, reasons: ['off_topic', 'duplicate', 'other_rule'] },
  move_back: { kinds: ALL, reasons: RELIEFS },
  merge: { kinds: ['proposal'], reasons: ['duplicate'] },
  separate: { kinds: ['proposal'], reasons: RELIEFS },
  lock: { kinds: ['proposal'], reasons: ['abuse', 'hatred', 'off_topic', 'spam', 'other_rule'] },
  unlock: { kinds: ['proposal'], reasons: RELIEFS },
  suspend: {
    kinds: ALL,
    reasons: [
      'abuse',
      'hatred',
      'personal_data',
      'spam',
      'misleading_identity',
      'unlawful',
      'other_rule',
    ],
  },
  lift: { kinds: ALL, reasons: RELIEFS },
  keep: { kinds: ALL, reasons: BREACHES },
  read: { kinds: ALL, reasons: READINGS },
};

/** For how many days somebody may be kept from writing: what is offered, and the most there is. */
export const SUSPENSION_DAYS = [1, 3, 7, 14, 28] as const;
export const SUSPENSION_MAX_DAYS = 28;

/** Days in which the author may appeal, in which an appeal is to be answered, and for which unlawful words are kept sealed. */
export const APPEAL_DAYS = 28;
export const APPEAL_ANSWER_DAYS = 7;
export const SEALED_DAYS = 180;

/** How many reports one person may send on a day. */
export const REPORTS_A_DAY = 20;

/** The last day on which an act can be appealed against. */
export const appealUntil = (actAt: Date): Day => addDays(ukDay(actAt), APPEAL_DAYS);

/** The day by which an appeal is to be answered. */
export const appealDueOn = (appealedAt: Date): Day =>
  addDays(ukDay(appealedAt), APPEAL_ANSWER_DAYS);

/** Bodies whose moderators act in every consultation, and alone keep a person from writing. */
const isNational = ({ bodyKind }: OfficeHeld): boolean =>
  bodyKind === 'nec' || bodyKind === 'national_policy_forum';

/** The office by which somebody moderates everywhere on a day; null when they do not. */
export function moderatesEverywhere<T extends OfficeHeld>(
  offices: readonly T[],
  on: Day,
): T | null {
  return officesFor(offices, 'moderate', on).find(isNational) ?? null;
}

/**
 * The office by which somebody moderates a consultation on a day: one of the NEC or the National Policy
 * Forum for any, one of the body that puts it for its own; null when they do not.
 */
export function moderates<T extends OfficeHeld>(
  offices: readonly T[],
  convenedBy: Pick<BodyRef, 'id' | 'kind'>,
  on: Day,
): T | null {
  const own = offices.find((held) => mayActFor([held], convenedBy, 'moderate', on));
  return moderatesEverywhere(offices, on) ?? own ?? null;
}

/** Where unlawful words are sealed, even their author does not read them any more. */
export const isSealed = (reason: ModerationReason): boolean => reason === 'unlawful';
