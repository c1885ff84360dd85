import type { CommissionKey, SocietyKey } from './script.js';

/** A subject a member may choose. It outlives the commissions, whose names change. */
export type InterestKey = CommissionKey;

export type RegionKey =
  | 'east-midlands'
  | 'east-of-england'
  | 'london'
  | 'north-east'
  | 'north-west'
  | 'scotland'
  | 'south-east'
  | 'south-west'
  | 'wales'
  | 'west-midlands'
  | 'yorkshire-and-the-humber';

export type ClpKey =
  | 'bristol-east'
  | 'plymouth-moor-view'
  | 'ynys-mon'
  | 'cardiff-west'
  | 'paisley'
  | 'leicester-east'
  | 'bradford-west'
  | 'great-grimsby'
  | 'newcastle-central'
  | 'salford'
  | 'birmingham-ladywood'
  | 'norwich-south'
  | 'camberwell-and-peckham'
  | 'hastings-and-rye';

export type UnionKey = 'unison' | 'gmb';

export type NationalBodyKey = 'npf' | 'jpc' | 'nec' | 'conference';

/** Keys are unique across every kind of body. */
export type BodyKey = RegionKey | ClpKey | UnionKey | SocietyKey | CommissionKey | NationalBodyKey;

export interface InterestScript {
  key: InterestKey;
  name: string;
}

export interface RegionScript {
  key: RegionKey;
  name: string;
}

export interface ClpScript {
  key: ClpKey;
  name: string;
  region: RegionKey;
}

export interface SocietyScript {
  key: SocietyKey;
  name: string;
  shortName: string;
  /** What the society knows about, in two or three words. */
  field: string;
  description: string;
  /** Members who chose one of these may be invited by the society. */
  interests: InterestKey[];
}

export interface UnionScript {
  key: UnionKey;
  name: string;
  description: string;
}

/** A commission under the name it carries now. */
export interface CommissionScript {
  key: CommissionKey;
  name: string;
  /** ISO date on which the commission took this name. */
  from: string;
  interest: InterestKey;
  remit: string;
}

/** A commission under a name it no longer carries. */
export interface FormerCommissionScript {
  key: string;
  name: string;
  from: string;
  until: string;
  interest: InterestKey;
  remit: string;
  successors: CommissionKey[];
}

export interface NationalBodyScript {
  key: NationalBodyKey;
  kind: 'national_policy_forum' | 'joint_policy_committee' | 'nec' | 'conference';
  name: string;
  description: string;
}

export const INTERESTS: InterestScript[] = [
  { key: 'health', name: 'Health and social care' },
  { key: 'housing', name: 'Housing and communities' },
  { key: 'energy', name: 'Energy and environment' },
  { key: 'work', name: 'Work and the economy' },
  { key: 'education', name: 'Education and early years' },
  { key: 'transport', name: 'Transport' },
];

export const REGIONS: RegionScript[] = [
  { key: 'east-midlands', name: 'East Midlands' },
  { key: 'east-of-england', name: 'East of England' },
  { key: 'london', name: 'London' },
  { key: 'north-east', name: 'North East' },
  { key: 'north-west', name: 'North West' },
  { key: 'scotland', name: 'Scotland' },
  { key: 'south-east', name: 'South East' },
  { key: 'south-west', name: 'South West' },
  { key: 'wales', name: 'Wales' },
  { key: 'west-midlands', name: 'West Midlands' },
  { key: 'yorkshire-and-the-humber', name: 'Yorkshire and the Humber' },
];

export const CLPS: ClpScript[] = [
  { key: 'bristol-east', name: 'Bristol East', region: 'south-west' },
  { key: 'plymouth-moor-view', name: 'Plymouth Moor View', region: 'south-west' },
  { key: 'ynys-mon', name: 'Ynys Môn', region: 'wales' },
  { key: 'cardiff-west', name: 'Cardiff West', region: 'wales' },
  { key: 'paisley', name: 'Paisley', region: 'scotland' },
  { key: 'leicester-east', name: 'Leicester East', region: 'east-midlands' },
  { key: 'bradford-west', name: 'Bradford West', region: 'yorkshire-and-the-humber' },
  { key: 'great-grimsby', name: 'Great Grimsby', region: 'yorkshire-and-the-humber' },
  { key: 'newcastle-central', name: 'Newcastle Central', region: 'north-east' },
  { key: 'salford', name: 'Salford', region: 'north-west' },
  { key: 'birmingham-ladywood', name: 'Birmingham Ladywood', region: 'west-midlands' },
  { key: 'norwich-south', name: 'Norwich South', region: 'east-of-england' },
  { key: 'camberwell-and-peckham', name: 'Camberwell and Peckham', region: 'london' },
  { key: 'hastings-and-rye', name: 'Hastings and Rye', region: 'south-east' },
];

export const SOCIETIES: SocietyScript[] = [
  {
    key: 'sera',
    name: 'SERA',
    shortName: 'SERA',
    field: 'Environment and climate',
    description:
      'Campaigns inside the party for policy that protects the climate, nature and the places where people live.',
    interests: ['energy', 'transport'],
  },
  {
    key: 'sha',
    name: 'Socialist Health Association',
    shortName: 'SHA',
    field: 'Health and care',
    description:
      'Brings together people who work in and use the health service to argue for fair, public health care.',
    interests: ['health'],
  },
  {
    key: 'lhg',
    name: 'Labour Housing Group',
    shortName: 'LHG',
    field: 'Housing',
    description:
      'Tenants, councillors and housing workers who write and argue for policy on homes that people can afford.',
    interests: ['housing'],
  },
  {
    key: 'fabians',
    name: 'Fabian Society',
    shortName: 'Fabians',
    field: 'Economic and social policy',
    description:
      'A membership society that publishes research and debate on how to make the country more equal, step by step.',
    interests: ['work', 'education', 'health'],
  },
  {
    key: 'lawyers',
    name: 'Society of Labour Lawyers',
    shortName: 'Labour Lawyers',
    field: 'Law and justice',
    description:
      'Solicitors, barristers and law students who advise on whether a policy would work in law and who could use it.',
    interests: ['housing', 'work'],
  },
  {
    key: 'scientists',
    name: 'Scientists for Labour',
    shortName: 'Scientists for Labour',
    field: 'Science and technology',
    description:
      'Scientists and engineers who check what the evidence can bear and what a policy would need in order to be tested.',
    interests: ['energy', 'health', 'work'],
  },
  {
    key: 'disability',
    name: 'Disability Labour',
    shortName: 'Disability Labour',
    field: 'Disability rights',
    description:
      'Disabled members who read every policy for what it would mean in a disabled person’s week.',
    interests: ['health', 'housing', 'transport', 'work'],
  },
  {
    key: 'sea',
    name: 'Socialist Educational Association',
    shortName: 'SEA',
    field: 'Education',
    description:
      'Teachers, school staff, governors and parents who argue for comprehensive education from nursery to adult life.',
    interests: ['education'],
  },
];

export const UNIONS: UnionScript[] = [
  {
    key: 'unison',
    name: 'Unison',
    description:
      'Organises people who deliver public services, in councils, hospitals, schools and care.',
  },
  {
    key: 'gmb',
    name: 'GMB',
    description:
      'A general union with members in energy, manufacturing, care, schools and delivery.',
  },
];

export const COMMISSIONS: CommissionScript[] = [
  {
    key: 'health',
    name: 'Health and Social Care',
    from: '2019-11-04',
    interest: 'health',
    remit:
      'The health service, public health, dentistry, mental health and the care of older and disabled people.',
  },
  {
    key: 'housing',
    name: 'Housing and Communities',
    from: '2023-10-16',
    interest: 'housing',
    remit:
      'Building, renting and owning homes, homelessness, planning, and the councils that look after places.',
  },
  {
    key: 'energy',
    name: 'Energy and Environment',
    from: '2023-10-16',
    interest: 'energy',
    remit: 'Power, heat, bills, climate, water, farming and nature.',
  },
  {
    key: 'work',
    name: 'Work and the Economy',
    from: '2023-10-16',
    interest: 'work',
    remit: 'Jobs, pay, rights at work, social security, tax, industry and new technology.',
  },
  {
    key: 'education',
    name: 'Education and Early Years',
    from: '2023-10-16',
    interest: 'education',
    remit: 'Nurseries, schools, colleges, universities and learning throughout adult life.',
  },
  {
    key: 'transport',
    name: 'Transport and Infrastructure',
    from: '2023-10-16',
    interest: 'transport',
    remit: 'Buses, trains, roads, walking and cycling, ports, broadband and what connects them.',
  },
];

export const FORMER_COMMISSIONS: FormerCommissionScript[] = [
  {
    key: 'early-years-education-and-skills-2019',
    name: 'Early Years, Education and Skills',
    from: '2019-11-04',
    until: '2023-10-15',
    interest: 'education',
    remit: 'Childcare, schools, apprenticeships, colleges and universities.',
    successors: ['education'],
  },
  {
    key: 'housing-local-government-and-transport-2019',
    name: 'Housing, Local Government and Transport',
    from: '2019-11-04',
    until: '2023-10-15',
    interest: 'housing',
    remit: 'Homes, councils, planning, and travel within and between places.',
    successors: ['housing', 'transport'],
  },
  {
    key: 'environment-energy-and-culture-2019',
    name: 'Environment, Energy and Culture',
    from: '2019-11-04',
    until: '2023-10-15',
    interest: 'energy',
    remit: 'Climate, power, nature, farming, the arts, sport and broadcasting.',
    successors: ['energy'],
  },
  {
    key: 'economy-business-and-work-2019',
    name: 'Economy, Business and Work',
    from: '2019-11-04',
    until: '2023-10-15',
    interest: 'work',
    remit: 'Industry, trade, tax, pay, pensions and rights at work.',
    successors: ['work'],
  },
];

export const NATIONAL_BODIES: NationalBodyScript[] = [
  {
    key: 'npf',
    kind: 'national_policy_forum',
    name: 'National Policy Forum',
    description:
      'Representatives of members, unions, societies and elected politicians, who answer what is sent in and draft the party’s programme.',
  },
  {
    key: 'jpc',
    kind: 'joint_policy_committee',
    name: 'Joint Policy Committee',
    description: 'Steers the work between meetings of the forum and keeps its timetable.',
  },
  {
    key: 'nec',
    kind: 'nec',
    name: 'National Executive Committee',
    description:
      'Runs the party between conferences, and appoints the moderators and scrutineers of this site.',
  },
  {
    key: 'conference',
    kind: 'conference',
    name: 'Conference',
    description:
      'The annual meeting of delegates, which debates and votes on the documents of the forum.',
  },
];
