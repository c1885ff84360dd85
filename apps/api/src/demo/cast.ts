import type { BodyKey, ClpKey, InterestKey, RegionKey, UnionKey } from './bodies.js';
import type { Day, PersonKey, SocietyKey } from './script.js';

export type Standing = 'member' | 'affiliated_supporter' | 'registered_supporter';

export type Office =
  | 'chair'
  | 'secretary'
  | 'policy_officer'
  | 'representative'
  | 'convenor'
  | 'moderator'
  | 'scrutineer'
  | 'facilitator'
  | 'administrator';

export interface OfficeScript {
  body: BodyKey;
  office: Office;
  from: Day;
  /** The region for which somebody sits on a national body. */
  represents?: RegionKey;
}

export interface CastMember {
  key: PersonKey;
  name: string;
  standing: Standing;
  /** The union through which an affiliated supporter joined. */
  through?: UnionKey;
  clp: ClpKey;
  joined: Day;
  interests: InterestKey[];
  /** In the person's own words. */
  skills: string[];
  /** Shown beside the name on the demo's sign-in page. */
  line: string;
  offices: OfficeScript[];
}

/** A walk-on who speaks for a society where nobody in the cast does. */
export interface SocietyOfficer {
  key: `society-officer-${SocietyKey}`;
  name: string;
  clp: ClpKey;
  joined: Day;
  interests: InterestKey[];
  office: OfficeScript & { body: SocietyKey };
}

const yearsAgo = (years: number): Day => -Math.round(years * 365.25);

/** In the order of the sign-in page. */
export const CAST: CastMember[] = [
  {
    key: 'asha',
    name: 'Asha Rahman',
    standing: 'member',
    clp: 'bristol-east',
    joined: yearsAgo(3.4),
    interests: ['health', 'housing'],
    skills: ['Pharmacy dispenser', 'Bengali'],
    line: 'Member in Bristol East with two minutes on her phone',
    offices: [],
  },
  {
    key: 'tom',
    name: 'Tom Ainsley',
    standing: 'member',
    clp: 'great-grimsby',
    joined: yearsAgo(18),
    interests: ['health', 'work', 'energy'],
    skills: ['Offshore wind technician', 'Union workplace rep'],
    line: 'Member in Great Grimsby who wants the figures published',
    offices: [],
  },
  {
    key: 'gwenllian',
    name: 'Gwenllian Pryce',
    standing: 'member',
    clp: 'ynys-mon',
    joined: yearsAgo(11.2),
    interests: ['health', 'education', 'transport'],
    skills: ['Primary school head, retired', 'Welsh'],
    line: 'Member in Ynys Môn who writes proposals and amends them',
    offices: [],
  },
  {
    key: 'callum',
    name: 'Callum Reid',
    standing: 'member',
    clp: 'paisley',
    joined: yearsAgo(6.7),
    interests: ['transport', 'work', 'housing'],
    skills: ['Bus driver', 'Timetable planning'],
    line: 'Member in Paisley who argues the other side, politely',
    offices: [],
  },
  {
    key: 'ruth',
    name: 'Dr Ruth Okonedo',
    standing: 'member',
    clp: 'plymouth-moor-view',
    joined: yearsAgo(9.5),
    interests: ['health', 'education'],
    skills: ['Dentist', 'Clinical audit'],
    line: 'Member in Plymouth Moor View who knows the dental contract from inside',
    offices: [],
  },
  {
    key: 'sunita',
    name: 'Sunita Rao',
    standing: 'affiliated_supporter',
    through: 'unison',
    clp: 'leicester-east',
    joined: yearsAgo(2.1),
    interests: ['education', 'health', 'work'],
    skills: ['Nursery room leader', 'Gujarati'],
    line: 'Affiliated supporter in Leicester East, through her union',
    offices: [],
  },
  {
    key: 'jamie',
    name: 'Jamie Sutton',
    standing: 'member',
    clp: 'salford',
    joined: -14,
    interests: ['housing', 'work', 'transport'],
    skills: ['Warehouse picker', 'Spreadsheets'],
    line: 'Joined in Salford two weeks ago, too late for most votes',
    offices: [],
  },
  {
    key: 'ewan',
    name: 'Dr Ewan Leckie',
    standing: 'member',
    clp: 'paisley',
    joined: yearsAgo(14),
    interests: ['health'],
    skills: ['Salaried NHS dentist', 'Reading trials'],
    line: 'Policy officer of the Socialist Health Association, who publishes evidence',
    offices: [{ body: 'sha', office: 'policy_officer', from: yearsAgo(2.6) }],
  },
  {
    key: 'marian',
    name: 'Marian Doyle',
    standing: 'member',
    clp: 'norwich-south',
    joined: yearsAgo(27),
    interests: ['housing'],
    skills: ['Housing officer, retired', 'Minutes'],
    line: 'Secretary of Labour Housing Group, who proposes on its behalf',
    offices: [{ body: 'lhg', office: 'secretary', from: yearsAgo(4.2) }],
  },
  {
    key: 'kofi',
    name: 'Kofi Mensah',
    standing: 'member',
    clp: 'camberwell-and-peckham',
    joined: yearsAgo(7.9),
    interests: ['energy', 'transport'],
    skills: ['Heating engineer', 'Building surveys'],
    line: 'Policy officer of SERA, who brings the numbers on warm homes',
    offices: [{ body: 'sera', office: 'policy_officer', from: yearsAgo(1.4) }],
  },
  {
    key: 'faisal',
    name: 'Faisal Qureshi',
    standing: 'member',
    clp: 'bradford-west',
    joined: yearsAgo(16.3),
    interests: ['housing', 'health', 'energy'],
    skills: ['Welfare rights adviser', 'Urdu'],
    line: 'NPF representative for Yorkshire and the Humber, who works through the queue',
    offices: [
      {
        body: 'npf',
        office: 'representative',
        from: yearsAgo(1.8),
        represents: 'yorkshire-and-the-humber',
      },
      { body: 'housing', office: 'convenor', from: yearsAgo(1.2) },
    ],
  },
  {
    key: 'helen',
    name: 'Helen Adeyemi',
    standing: 'member',
    clp: 'newcastle-central',
    joined: yearsAgo(21),
    interests: ['health', 'education'],
    skills: ['Hospital ward manager', 'Chairing'],
    line: 'Convenor for health and for education, who opens consultations and answers them',
    offices: [
      { body: 'npf', office: 'representative', from: yearsAgo(3.8), represents: 'north-east' },
      { body: 'health', office: 'convenor', from: yearsAgo(1.8) },
      { body: 'education', office: 'convenor', from: yearsAgo(1.1) },
    ],
  },
  {
    key: 'daniel',
    name: 'Daniel Marsh',
    standing: 'member',
    clp: 'birmingham-ladywood',
    joined: yearsAgo(12.5),
    interests: ['energy', 'work', 'transport'],
    skills: ['Local government finance', 'Project planning'],
    line: 'Secretary of the Joint Policy Committee, who owns the deadlines',
    offices: [
      { body: 'jpc', office: 'secretary', from: yearsAgo(1.8) },
      { body: 'energy', office: 'convenor', from: yearsAgo(1.8) },
      { body: 'transport', office: 'convenor', from: yearsAgo(0.9) },
      { body: 'work', office: 'convenor', from: yearsAgo(0.9) },
    ],
  },
  {
    key: 'joan',
    name: 'Joan Whitlock',
    standing: 'member',
    clp: 'hastings-and-rye',
    joined: yearsAgo(33),
    interests: ['housing', 'education'],
    skills: ['Librarian, retired', 'Mediation'],
    line: 'Moderator, who keeps the argument decent and signs what she does',
    offices: [{ body: 'nec', office: 'moderator', from: yearsAgo(2.2) }],
  },
  {
    key: 'priya',
    name: 'Priya Nair',
    standing: 'member',
    clp: 'leicester-east',
    joined: yearsAgo(5.6),
    interests: ['education', 'work'],
    skills: ['Community worker', 'Facilitation', 'Malayalam'],
    line: 'Facilitator, who writes down what a table of ten agrees, and answers appeals',
    offices: [
      { body: 'npf', office: 'facilitator', from: yearsAgo(1.5) },
      { body: 'npf', office: 'moderator', from: yearsAgo(0.8) },
    ],
  },
  {
    key: 'lowri',
    name: 'Lowri Bevan',
    standing: 'member',
    clp: 'cardiff-west',
    joined: yearsAgo(8.8),
    interests: ['energy', 'education'],
    skills: ['Auditor', 'Statistics', 'Welsh'],
    line: 'Scrutineer, who downloads the data and checks the ranking',
    offices: [{ body: 'nec', office: 'scrutineer', from: yearsAgo(2.9) }],
  },
];

/** Who keeps the roll in order, on the sign-in page after the others. They write and vote nothing. */
export const STAFF: CastMember[] = [
  {
    key: 'nadia',
    name: 'Nadia Hussain',
    standing: 'member',
    clp: 'salford',
    joined: yearsAgo(4.4),
    interests: [],
    skills: ['Membership records'],
    line: 'Administrator, who appoints officers and puts addresses right',
    offices: [{ body: 'nec', office: 'administrator', from: yearsAgo(1.6) }],
  },
  {
    key: 'graham',
    name: 'Graham Tulloch',
    standing: 'member',
    clp: 'paisley',
    joined: yearsAgo(22.3),
    interests: [],
    skills: ['Data protection'],
    line: 'The second administrator, without whom many changes at once do not happen',
    offices: [{ body: 'nec', office: 'administrator', from: yearsAgo(0.7) }],
  },
];

export const SOCIETY_OFFICERS: SocietyOfficer[] = [
  {
    key: 'society-officer-sera',
    name: 'Imogen Thackray',
    clp: 'hastings-and-rye',
    joined: yearsAgo(6.1),
    interests: ['energy', 'transport'],
    office: { body: 'sera', office: 'secretary', from: yearsAgo(2.3) },
  },
  {
    key: 'society-officer-sha',
    name: 'Bernadette Quigley',
    clp: 'salford',
    joined: yearsAgo(19.5),
    interests: ['health'],
    office: { body: 'sha', office: 'secretary', from: yearsAgo(5.1) },
  },
  {
    key: 'society-officer-lhg',
    name: 'Rohan Wickramasinghe',
    clp: 'leicester-east',
    joined: yearsAgo(8.2),
    interests: ['housing'],
    office: { body: 'lhg', office: 'policy_officer', from: yearsAgo(1.7) },
  },
  {
    key: 'society-officer-fabians',
    name: 'Eleanor Tsang',
    clp: 'camberwell-and-peckham',
    joined: yearsAgo(4.9),
    interests: ['work', 'education'],
    office: { body: 'fabians', office: 'policy_officer', from: yearsAgo(1.3) },
  },
  {
    key: 'society-officer-lawyers',
    name: 'Olumide Bankole',
    clp: 'birmingham-ladywood',
    joined: yearsAgo(10.4),
    interests: ['housing', 'work'],
    office: { body: 'lawyers', office: 'secretary', from: yearsAgo(3.5) },
  },
  {
    key: 'society-officer-scientists',
    name: 'Dr Katarzyna Wilk',
    clp: 'norwich-south',
    joined: yearsAgo(5.3),
    interests: ['energy', 'health', 'work'],
    office: { body: 'scientists', office: 'policy_officer', from: yearsAgo(2.0) },
  },
  {
    key: 'society-officer-disability',
    name: 'Denise Farquhar',
    clp: 'newcastle-central',
    joined: yearsAgo(13.6),
    interests: ['health', 'housing', 'transport'],
    office: { body: 'disability', office: 'secretary', from: yearsAgo(3.2) },
  },
  {
    key: 'society-officer-sea',
    name: 'Aled Humphreys',
    clp: 'cardiff-west',
    joined: yearsAgo(22.8),
    interests: ['education'],
    office: { body: 'sea', office: 'policy_officer', from: yearsAgo(2.7) },
  },
];
