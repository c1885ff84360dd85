import type { OfficeName, Standing } from '../../graphql/generated/graphql';

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
