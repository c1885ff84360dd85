import type { Day } from './day.js';

/** What kind of organisation a body is. */
export const BODY_KINDS = [
  'clp',
  'region',
  'union',
  'socialist_society',
  'policy_commission',
  'national_policy_forum',
  'joint_policy_committee',
  'nec',
  'conference',
] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

/** What an officer may be called. */
export const OFFICE_NAMES = [
  'chair',
  'convenor',
  'policy_officer',
  'secretary',
  'representative',
  'moderator',
  'scrutineer',
  'facilitator',
  'administrator',
] as const;
export type OfficeName = (typeof OFFICE_NAMES)[number];

/** The offices as they are signed: "Helen Adeyemi, convenor". */
export const OFFICE_LABELS: Record<OfficeName, string> = {
  chair: 'chair',
  convenor: 'convenor',
  policy_officer: 'policy officer',
  secretary: 'secretary',
  representative: 'representative',
  moderator: 'moderator',
  scrutineer: 'scrutineer',
  facilitator: 'facilitator',
  administrator: 'administrator',
};

/** A body, as far as the rules ask. */
export interface BodyRef {
  id: string;
  kind: BodyKind;
  name: string;
}

/** An office somebody holds: for which body, from and until which day (both included; null while it goes on). */
export interface OfficeHeld {
  bodyId: string;
  bodyKind: BodyKind;
  office: OfficeName;
  from: Day;
  until: Day | null;
}

/**
 * What an officer does for a body: `speak` (propose or give evidence in its name), `convene` (run a
 * consultation), `decide` (sign an answer), `draft` (write and publish), `adopt` (enter an adoption),
 * `scrutinise` (see who voted how in a round, by number), `administer` (appoint and end offices, find
 * a member by number, ask for a change of contact), `moderate` (hide, move, merge, lock, and answer appeals).
 */
export const DUTIES = [
  'speak',
  'convene',
  'decide',
  'draft',
  'adopt',
  'scrutinise',
  'administer',
  'moderate',
] as const;
export type Duty = (typeof DUTIES)[number];

const LEADERS = ['chair', 'convenor', 'secretary'] as const;
const SPEAKERS = [...LEADERS, 'policy_officer'] as const;
const MODERATORS = ['moderator'] as const;
const FORUM = ['chair', 'secretary', 'representative'] as const;

/** Which offices carry which duty in which kind of body; what is not here is not allowed. */
const CARRY: Record<BodyKind, Partial<Record<Duty, readonly OfficeName[]>>> = {
  // Whoever puts a CLP's question does not moderate the answers: it appoints somebody who does.
  clp: {
    speak: SPEAKERS,
    convene: SPEAKERS,
    decide: SPEAKERS,
    draft: SPEAKERS,
    adopt: SPEAKERS,
    moderate: MODERATORS,
  },
  region: { speak: SPEAKERS },
  union: { speak: SPEAKERS },
  socialist_society: { speak: SPEAKERS },
  policy_commission: {
    convene: LEADERS,
    decide: LEADERS,
    draft: LEADERS,
    adopt: LEADERS,
  },
  national_policy_forum: {
    convene: ['chair', 'secretary'],
    decide: FORUM,
    draft: FORUM,
    adopt: FORUM,
    moderate: MODERATORS,
  },
  joint_policy_committee: {
    convene: LEADERS,
    decide: LEADERS,
    draft: LEADERS,
    adopt: LEADERS,
  },
  nec: {
    convene: LEADERS,
    decide: LEADERS,
    draft: LEADERS,
    adopt: LEADERS,
    scrutinise: ['scrutineer'],
    administer: ['administrator'],
    moderate: MODERATORS,
  },
  conference: { decide: ['chair', 'secretary'], adopt: ['chair', 'secretary'] },
};

/** The kinds of body in whose name evidence can be given: those that stand outside the deciding. */
export const EVIDENCE_KINDS: readonly BodyKind[] = ['socialist_society', 'union', 'clp', 'region'];

/** Whether an office runs on a day; its first and last days are included. */
export function isInOffice(held: Pick<OfficeHeld, 'from' | 'until'>, on: Day): boolean {
  return held.from <= on && (held.until === null || held.until >= on);
}

/** Whether somebody holds an office of a body on a day: any office, or one of those named. */
export function holdsOffice(
  offices: readonly OfficeHeld[],
  bodyId: string,
  on: Day,
  named?: readonly OfficeName[],
): boolean {
  return offices.some(
    (held) =>
      held.bodyId === bodyId && isInOffice(held, on) && (!named || named.includes(held.office)),
  );
}

/** Whether somebody carries a duty for a body on a day, by an office they hold in it. */
export function mayActFor(
  offices: readonly OfficeHeld[],
  body: Pick<BodyRef, 'id' | 'kind'>,
  duty: Duty,
  on: Day,
): boolean {
  const carriers = CARRY[body.kind][duty];
  return carriers !== undefined && holdsOffice(offices, body.id, on, carriers);
}

/** The offices by which somebody carries a duty on a day, in the order given: one for each body to choose from. */
export function officesFor<T extends OfficeHeld>(offices: readonly T[], duty: Duty, on: Day): T[] {
  return offices.filter(
    (held) => isInOffice(held, on) && CARRY[held.bodyKind][duty]?.includes(held.office),
  );
}

/** Whether somebody sits on the National Policy Forum on a day: they may work on any commission's queue. */
export function isForumMember(offices: readonly OfficeHeld[], on: Day): boolean {
  return officesFor(offices, 'decide', on).some(
    (held) => held.bodyKind === 'national_policy_forum',
  );
}

/**
 * Whether somebody may see the queue of a consultation on a day: whoever sits on the National Policy
 * Forum for any consultation, and whoever decides for a body that answers this one.
 */
export function mayReview(
  offices: readonly OfficeHeld[],
  answeringBodyIds: readonly string[],
  on: Day,
): boolean {
  return officesFor(offices, 'decide', on).some(
    (held) =>
      held.bodyKind === 'national_policy_forum' ||
      held.bodyKind === 'joint_policy_committee' ||
      answeringBodyIds.includes(held.bodyId),
  );
}
