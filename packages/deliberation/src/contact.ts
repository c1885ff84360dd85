import { type Refusal, refusal } from './refusal.js';
import { count } from './words.js';

/** By which way a contact changes: the member themselves, an import of the roll, an administrator. */
export const CONTACT_WAYS = ['member', 'roll', 'staff'] as const;
export type ContactWay = (typeof CONTACT_WAYS)[number];

/**
 * What became of a change: its code is still to be typed, it waits for a second person, that person
 * refused it, it was made, its owner objected and it was taken back.
 */
export const CONTACT_CHANGE_STATUSES = [
  'unconfirmed',
  'pending',
  'refused',
  'made',
  'objected',
] as const;
export type ContactChangeStatus = (typeof CONTACT_CHANGE_STATUSES)[number];

const MS_AN_HOUR = 3_600_000;

/** How long after a change no code is sent to the new address and no vote is taken, in hours. */
export const CONTACT_HOLD_HOURS = 72;
/** How long a change can be objected to, in hours: long enough for whoever opens their mail at weekends. */
export const OBJECTION_HOURS = 14 * 24;

/** Changes that one administrator makes in `STAFF_HOURS` before a second one is asked. */
export const STAFF_CHANGES = 10;
export const STAFF_HOURS = 24;

/** Existing addresses that one import changes before an administrator is asked: this many, or this share. */
export const ROLL_CHANGES = 50;
export const ROLL_SHARE = 0.01;

/** The share of a roll that may lapse by being left out of a file, unless the operator says it is meant. */
export const LAPSING_SHARE = 0.05;

/** WHATWG HTML, "valid e-mail address", with a dot in the domain: what mail is sent to over the internet. */
const EMAIL =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/i;
/** RFC 5321, 4.5.3.1.3: a path has at most 256 characters, two of them brackets. */
const EMAIL_MAX = 254;

/** Whether mail can be sent to an address written like this. */
export function isEmail(value: string): boolean {
  return value.length <= EMAIL_MAX && EMAIL.test(value);
}

/** An address as it is looked up: capitals and blanks around it make no other address. */
export function emailKey(value: string): string {
  return value.trim().normalize('NFKC').toLowerCase();
}

/** An address as somebody else may see it: "a…@e….org". Says whether it is likely another one, not which. */
export function maskedEmail(value: string): string {
  const at = value.lastIndexOf('@');
  const dot = value.lastIndexOf('.');
  if (at < 1 || dot < at) return '…';
  return `${value.slice(0, 1)}…@${value.slice(at + 1, at + 2)}…${value.slice(dot)}`;
}

/** Until when a change made at a moment holds code sign-in and votes. */
export function holdAfter(at: Date): Date {
  return new Date(at.getTime() + CONTACT_HOLD_HOURS * MS_AN_HOUR);
}

/** Until when the hold of a contact goes on; null when nothing is held at the moment. */
export function holdsUntil(heldUntil: Date | null | undefined, now: Date): Date | null {
  return heldUntil && heldUntil.getTime() > now.getTime() ? heldUntil : null;
}

/** Refuses what waits while a change of contact is fresh: sign-in by code, and votes. */
export function refuseHeld(heldUntil: Date | null | undefined, now: Date): Refusal | null {
  const until = holdsUntil(heldUntil, now);
  return until ? refusal('contact_hold', { until }) : null;
}

/** Refuses an address that is no address, or that is the one there already. */
export function refuseEmail(email: string, current: string | null): Refusal | null {
  if (!isEmail(email.trim())) {
    return refusal('not_valid', {
      field: 'email',
      saying: 'That is not an address mail can be sent to. Write it like asha@example.org.',
    });
  }
  if (current !== null && emailKey(email) === emailKey(current)) {
    return refusal('nothing_changed', { what: 'contact', field: 'email' });
  }
  return null;
}

/** Whether one more change by this administrator waits for a second one, after so many in `STAFF_HOURS`. */
export function staffNeedsSecond(changedBefore: number): boolean {
  return changedBefore >= STAFF_CHANGES;
}

/** Whether an import's changes of addresses wait for an administrator: `changes` of `addresses` on the roll. */
export function rollNeedsSecond(changes: number, addresses: number): boolean {
  return changes > Math.max(ROLL_CHANGES, addresses * ROLL_SHARE);
}

/** Whether so many lapse by being left out of a file that the operator must say it is meant. */
export function lapsesTooMany(lapsing: number, members: number): boolean {
  return lapsing > members * LAPSING_SHARE;
}

/** Refuses deciding on changes that wait to whoever asked for them: it takes two people. */
export function refuseSecond(ask: { askedById: string | null; deciderId: string }): Refusal | null {
  return ask.askedById === ask.deciderId ? refusal('second_person') : null;
}

/** Refuses an objection: no such change, one that was not made, one made too long ago. */
export function refuseObjection(change: { madeAt: Date | null } | null, now: Date): Refusal | null {
  if (!change || change.madeAt === null) return refusal('not_found', { what: 'contact_change' });
  const until = change.madeAt.getTime() + OBJECTION_HOURS * MS_AN_HOUR;
  if (now.getTime() >= until) {
    return refusal('not_valid', {
      saying: `A change can be objected to for ${count(OBJECTION_HOURS / 24, 'day')}, and they have passed. Ask an administrator.`,
    });
  }
  return null;
}
