import { addDays, type Day, isDay } from './day.js';
import { firstRefusal } from './eligibility.js';
import {
  type BodyKind,
  type BodyRef,
  isInOffice,
  OFFICE_LABELS,
  type OfficeHeld,
  type OfficeName,
  officesFor,
} from './office.js';
import { type Refusal, refusal } from './refusal.js';

const LED: readonly OfficeName[] = ['chair', 'secretary'];

/** Which offices a kind of body has. */
export const OFFICES_IN: Record<BodyKind, readonly OfficeName[]> = {
  clp: ['chair', 'secretary', 'policy_officer', 'facilitator'],
  region: ['chair', 'secretary', 'policy_officer', 'facilitator'],
  union: ['chair', 'secretary', 'policy_officer'],
  socialist_society: ['chair', 'secretary', 'policy_officer'],
  policy_commission: ['convenor', ...LED],
  national_policy_forum: ['representative', 'facilitator', ...LED],
  joint_policy_committee: ['convenor', ...LED],
  nec: ['administrator', 'moderator', 'scrutineer', ...LED],
  conference: LED,
};

/** Refuses what administrators do to whoever is none on a day. */
export function refuseAdministering(
  offices: readonly OfficeHeld[] | null,
  on: Day,
): Refusal | null {
  if (!offices) return refusal('not_signed_in');
  if (officesFor(offices, 'administer', on).length > 0) return null;
  return refusal('not_an_officer', { bodyName: 'the National Executive Committee' });
}

/** An appointment as it is asked for. */
export interface Appointment {
  /** The offices the appointer holds; null when nobody is signed in. */
  offices: readonly OfficeHeld[] | null;
  on: Day;
  appointerId: string;
  /** Who is appointed; null when nobody has that number. */
  member: { id: string; lapsedOn: Day | null; offices: readonly OfficeHeld[] } | null;
  body: BodyRef | null;
  office: OfficeName;
  from: Day;
  until: Day | null;
}

const not = (saying: string, field: string): Refusal => refusal('not_valid', { saying, field });

function refuseDays({ from, until }: Pick<Appointment, 'from' | 'until'>): Refusal | null {
  if (!isDay(from)) return not('Say from which day, such as 2026-11-21.', 'from');
  if (until === null) return null;
  if (!isDay(until)) return not('Say until which day, such as 2027-11-21, or none.', 'until');
  return until < from ? not('The last day is before the first one.', 'until') : null;
}

/**
 * Refuses an appointment: who is no administrator, a number that nobody has, oneself, a membership that
 * has lapsed, a body that has no such office, days that make no sense, an office already held.
 */
export function refuseAppointment(ask: Appointment): Refusal | null {
  const { offices, on, member, body, office, from, until } = ask;
  const refused = refuseAdministering(offices, on);
  if (refused) return refused;
  if (!member) return refusal('not_found', { what: 'member', field: 'membershipNumber' });
  if (!body) return refusal('not_found', { what: 'body', field: 'bodyId' });
  const isHeld = member.offices.some(
    (held) =>
      held.bodyId === body.id &&
      held.office === office &&
      (isInOffice(held, from) || (held.from >= from && (until === null || held.from <= until))),
  );
  return firstRefusal(
    member.id === ask.appointerId ? refusal('not_for_oneself') : null,
    member.lapsedOn !== null && member.lapsedOn <= on
      ? not('Their membership has lapsed, so they hold no office.', 'membershipNumber')
      : null,
    OFFICES_IN[body.kind].includes(office)
      ? null
      : not(`${body.name} has no ${OFFICE_LABELS[office]}.`, 'office'),
    refuseDays({ from, until }),
    isHeld ? not(`They are ${OFFICE_LABELS[office]} of ${body.name} already.`, 'office') : null,
  );
}

/**
 * Refuses ending an office: who is no administrator, an office that is not there, one's own, a last day
 * before yesterday, one later than it ends already. Yesterday ends it at once.
 */
export function refuseEnding(ask: {
  offices: readonly OfficeHeld[] | null;
  on: Day;
  enderId: string;
  held: { memberId: string; from: Day; until: Day | null } | null;
  until: Day;
}): Refusal | null {
  const { held, until } = ask;
  const refused = refuseAdministering(ask.offices, ask.on);
  if (refused) return refused;
  if (!held) return refusal('not_found', { what: 'office' });
  if (held.memberId === ask.enderId) return refusal('not_for_oneself');
  if (!isDay(until)) return not('Say until which day, such as 2027-11-21.', 'until');
  if (until < addDays(ask.on, -1)) {
    return not('Until yesterday they were in office; that cannot be undone.', 'until');
  }
  if (held.until !== null && until > held.until) {
    return not('It ends before that day already. Appoint them anew to make it longer.', 'until');
  }
  return null;
}
