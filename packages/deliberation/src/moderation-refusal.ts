import { type Day, sayDay, ukDay } from './day.js';
import { firstRefusal } from './eligibility.js';
import {
  ACT_NEEDS,
  appealUntil,
  MODERATOR_MAY,
  type ModeratedKind,
  type ModerationAct,
  type ModerationReason,
  type ModeratorMay,
  moderates,
  moderatesEverywhere,
  REPORTS_A_DAY,
  type ReversibleAct,
  SUSPENSION_MAX_DAYS,
} from './moderation.js';
import type { BodyRef, OfficeHeld } from './office.js';
import { type Refusal, refusal } from './refusal.js';
import type { ContributionStatus } from './status.js';
import { refuseText, TEXT } from './text.js';

/** How somebody stands to the thing they are asked to judge. */
export interface Party {
  /** They wrote it, or hold an office of the body it was sent for. */
  isAuthor: boolean;
  hasReported: boolean;
  /** It replies to what they wrote. */
  isAnswered: boolean;
}

/** Somebody who moderates something on a day. */
export interface ModeratorAct {
  /** The offices they hold; null when nobody is signed in. */
  offices: readonly OfficeHeld[] | null;
  on: Day;
  /** The body that put the consultation. */
  convenedBy: Pick<BodyRef, 'id' | 'kind'>;
  party: Party;
}

function refuseParty({ isAuthor, hasReported, isAnswered }: Party): Refusal | null {
  if (isAuthor) return refusal('party_to_it', { saying: 'You wrote it.' });
  if (hasReported) return refusal('party_to_it', { saying: 'You reported it.' });
  return isAnswered ? refusal('party_to_it', { saying: 'It answers something you wrote.' }) : null;
}

/** Refuses whoever does not moderate here, and whoever is party to it. A person is kept from writing by national moderators alone. */
export function refuseModerator(ask: ModeratorAct, act?: ModerationAct): Refusal | null {
  const { offices, convenedBy, on, party } = ask;
  if (!offices) return refusal('not_signed_in');
  const isAboutPerson = act === 'suspend' || act === 'lift';
  const office = isAboutPerson
    ? moderatesEverywhere(offices, on)
    : moderates(offices, convenedBy, on);
  return office ? refuseParty(party) : refusal('not_a_moderator');
}

/** A thing as a moderator finds it. */
export interface ModeratedThing {
  kind: ModeratedKind;
  status: ContributionStatus;
  /** Of a proposal: whether its thread takes no comments. */
  isLocked: boolean;
}

export interface ModerationAsk extends ModeratorAct {
  act: ModeratorMay | 'suspend';
  reason: ModerationReason;
  /** To the author; asked for where the reason alone says too little. */
  note: string;
  thing: ModeratedThing;
}

/** Refuses a code that an act is not done for, and a missing or too long note. */
function refuseWhy(act: ModerationAct, reason: ModerationReason, note: string): Refusal | null {
  if (!ACT_NEEDS[act].reasons.includes(reason)) {
    const saying = 'That is not a reason for this. Choose another one.';
    return refusal('not_valid', { field: 'reason', saying });
  }
  const fault = refuseText(note, TEXT.moderationNote);
  return fault ?? (reason === 'other_rule' && note.trim() === '' ? refuseNoNote() : null);
}

const refuseNoNote = () =>
  refusal('not_valid', {
    field: 'note',
    saying: 'Say which rule it is: the author reads it.',
  });

function refuseState({ act, thing }: Pick<ModerationAsk, 'act' | 'thing'>): Refusal | null {
  const { status, isLocked, kind } = thing;
  if (act === 'lock') {
    return isLocked ? refusal('already_moderated', { saying: 'is locked already' }) : null;
  }
  if (act === 'suspend') return null;
  if (status === 'hidden') return refusal('already_moderated', { saying: 'is hidden already' });
  const isReadable = act === 'hide' || act === 'keep' || status === 'published';
  return isReadable ? null : refusal(`${kind}_closed`, { status });
}

/**
 * Refuses an act of moderation: who does not moderate here or is party to it, a kind of thing it is not
 * done to, a reason it is not done for, the note, and a thing that stands that way already.
 */
export function refuseModeration(ask: ModerationAsk): Refusal | null {
  const { act, reason, note, thing } = ask;
  const isKind = ACT_NEEDS[act].kinds.includes(thing.kind);
  return firstRefusal(
    refuseModerator(ask, act),
    isKind
      ? null
      : refusal('not_valid', { saying: 'That cannot be done to this. Hide it instead.' }),
    refuseWhy(act, reason, note),
    refuseState(ask),
  );
}

/** What may be done to a thing as it stands, for buttons; the reason and the note are asked later. */
export function mayModerate(ask: ModeratorAct & { thing: ModeratedThing }): ModeratorMay[] {
  if (refuseModerator(ask)) return [];
  return MODERATOR_MAY.filter((act) => {
    const isKind = ACT_NEEDS[act].kinds.includes(ask.thing.kind);
    return isKind && refuseState({ act, thing: ask.thing }) === null;
  });
}

/** Refuses moving: nowhere to, to where it is already, and to what takes nothing any more. */
export function refuseMove(
  kind: ModeratedKind,
  /** Where it goes, when there is such a place that one may move it to. */
  to: { isHere: boolean; isOpen: boolean } | null,
): Refusal | null {
  const saying =
    kind === 'proposal'
      ? 'Choose another consultation that is open.'
      : 'Choose another proposal of this consultation that still stands.';
  return to && !to.isHere && to.isOpen ? null : refusal('not_valid', { field: 'toId', saying });
}

/** Refuses a merger of duplicates by a moderator into what does not stand, or into itself. */
export function refuseMerge(
  to: { isItself: boolean; isInSameConsultation: boolean; status: ContributionStatus } | null,
): Refusal | null {
  const isGood = to && !to.isItself && to.isInSameConsultation && to.status === 'published';
  return isGood ? null : refusal('merge_target_required', { field: 'toId' });
}

/** Refuses keeping somebody from writing for no whole number of days, or more than there is. */
export function refuseSuspension(days: number, hasAuthor: boolean): Refusal | null {
  if (!hasAuthor) {
    return refusal('not_valid', { saying: 'It came with an import, so nobody here wrote it.' });
  }
  const isDays = Number.isInteger(days) && days >= 1 && days <= SUSPENSION_MAX_DAYS;
  const saying = `Choose 1 to ${SUSPENSION_MAX_DAYS} days.`;
  return isDays ? null : refusal('not_valid', { field: 'days', saying });
}

/** Refuses taking an act back: who may not act here, an act that was taken back already, the reason and the note. */
export function refuseReversal(
  ask: ModeratorAct & {
    by: ModerationAct;
    reason: ModerationReason;
    note: string;
    /** Whether it is the last that was done of its kind, and still stands. */
    stands: boolean;
  },
): Refusal | null {
  return firstRefusal(
    refuseModerator(ask, ask.by),
    ask.stands ? null : refusal('already_moderated', { saying: 'was taken back already' }),
    refuseWhy(ask.by, ask.reason, ask.note),
  );
}

/** Refuses a report: one's own, one sent before, a thing that nobody can read, too many on a day, the words. */
export function refuseReport(ask: {
  isSignedIn: boolean;
  isMine: boolean;
  hasReported: boolean;
  status: ContributionStatus;
  kind: ModeratedKind;
  sentToday: number;
  reason: ModerationReason;
  words: string;
}): Refusal | null {
  const { isSignedIn, isMine, hasReported, status, kind, reason, words, sentToday } = ask;
  if (!isSignedIn) return refusal('not_signed_in');
  if (status === 'waiting') return refusal('not_found', { what: kind });
  if (isMine) {
    const saying = 'You sent this yourself. You can take it back instead.';
    return refusal('not_valid', { saying });
  }
  if (hasReported) return refusal('already_reported', { what: kind });
  if (status === 'hidden') return refusal(`${kind}_closed`, { status });
  if (sentToday >= REPORTS_A_DAY) {
    const label = 'the reports of a day';
    return refusal('too_many', { label, max: REPORTS_A_DAY });
  }
  const needsWords = reason === 'other_rule' || reason === 'unlawful';
  return refuseText(words, { ...TEXT.reportWords, required: needsWords });
}

/** Refuses a report of unlawful words by anybody: where they are, and what is wrong. */
export function refuseUnlawfulReport(ask: { place: string; words: string }): Refusal | null {
  return firstRefusal(
    refuseText(ask.place, TEXT.reportPlace),
    refuseText(ask.words, { ...TEXT.reportWords, required: true }),
  );
}

/** Refuses an appeal: not about one's own, appealed before, taken back already, too late, the words. */
export function refuseAppeal(ask: {
  isMine: boolean;
  hasAppealed: boolean;
  act: ModerationAct;
  stands: boolean;
  actAt: Date;
  on: Day;
  words: string;
}): Refusal | null {
  const { isMine, hasAppealed, stands, actAt, on, words, act } = ask;
  if (!isMine || act === 'keep') return refusal('not_found', { what: 'moderation_act' });
  if (hasAppealed) return refusal('already_appealed');
  if (!stands) return refusal('already_moderated', { saying: 'was taken back already' });
  const until = appealUntil(actAt);
  if (on > until) {
    const saying = `An appeal could be made until ${sayDay(until)}.`;
    return refusal('not_valid', { saying });
  }
  return refuseText(words, TEXT.appealWords);
}

/** Refuses an answer to an appeal: who may not act here, whoever did what is appealed against, an appeal answered already, the answer. */
export function refuseAppealAnswer(
  ask: ModeratorAct & {
    act: ReversibleAct;
    /** They did what is appealed against. */
    isOwnAct: boolean;
    isAnswered: boolean;
    answer: string;
  },
): Refusal | null {
  const isAboutPerson = ask.act === 'suspend';
  return firstRefusal(
    refuseModerator(ask, isAboutPerson ? 'lift' : undefined),
    ask.isOwnAct ? refusal('other_moderator') : null,
    ask.isAnswered ? refusal('already_moderated', { saying: 'was answered already' }) : null,
    refuseText(ask.answer, TEXT.appealAnswer),
  );
}

/** Refuses whoever is kept from writing. Votes are never refused for it. */
export function refuseSuspended(until: Date | null | undefined, now: Date): Refusal | null {
  return until && until > now ? refusal('suspended', { day: ukDay(until), until }) : null;
}
