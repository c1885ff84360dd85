import type { OfficeHeld } from '@clarion/deliberation';
import type { BodyKind, OfficeName, Standing } from '../../graphql/generated/graphql';

const officeWords: Record<OfficeName, string> = {
  convenor: 'Convenor',
  policy_officer: 'Policy officer',
  secretary: 'Secretary',
  representative: 'Representative',
  chair: 'Chair',
  moderator: 'Moderator',
  scrutineer: 'Scrutineer',
  facilitator: 'Facilitator',
  administrator: 'Administrator',
};

const standingWords: Record<Standing, string> = {
  member: 'Member',
  affiliated_supporter: 'Affiliated supporter',
  registered_supporter: 'Registered supporter',
};

interface Office {
  office: OfficeName;
  body: { name: string };
}

/** "Convenor, Health and Social Care" */
export function describeOffice({ office, body }: Office): string {
  return `${officeWords[office]}, ${body.name}`;
}

/** An office held today, as the frame of the site knows it. */
export interface HeldToday<Body = { id: string; kind: BodyKind; name: string }> {
  office: OfficeName;
  body: Body;
}

const ALWAYS = '0001-01-01';

/** Offices held today, for the rules: their first and last days play no part any more. */
export const heldToday = <Body extends { id: string; kind: BodyKind }>(
  offices: readonly HeldToday<Body>[],
): (OfficeHeld & { body: Body })[] =>
  offices.map(({ office, body }) => ({
    bodyId: body.id,
    bodyKind: body.kind,
    office,
    from: ALWAYS,
    until: null,
    body,
  }));

interface Person {
  standing: Standing;
  member: { clp?: { name: string } | null };
  offices: readonly Office[];
}

/** Standing and CLP, then what one speaks for: one line under a name. */
export function describeOffices({ standing, member, offices }: Person): string {
  const first = member.clp
    ? `${standingWords[standing]}, ${member.clp.name}`
    : standingWords[standing];
  return [first, ...offices.map(describeOffice)].join('. ');
}
