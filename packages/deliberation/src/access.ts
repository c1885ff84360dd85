import { ADMINISTERING } from './access/administering.js';
import { FETCHED } from './access/fetched.js';
import { GETTING_IN } from './access/getting-in.js';
import { IN_OFFICE } from './access/in-office.js';
import { READING } from './access/reading.js';
import { SENSITIVE } from './access/sensitive.js';
import { TAKING_PART } from './access/taking-part.js';

/**
 * The one table of who may do what. What is not here is refused: the API does not start when a query,
 * a mutation, an address or a field that answers something sensitive has no row, or a row no field.
 */
export const ACCESS = {
  ...READING,
  ...SENSITIVE,
  ...GETTING_IN,
  ...TAKING_PART,
  ...IN_OFFICE,
  ...ADMINISTERING,
  ...FETCHED,
} as const;
export type Asked = keyof typeof ACCESS;

/** Types that are shown to oneself or to officers alone: whatever field answers one of them has a row. */
export const CLOSED_TYPES: readonly string[] = [
  'Viewer',
  'Session',
  'Passkey',
  'Vote',
  'PriorityBallot',
  'OwnPlace',
  'Mine',
  'MineItem',
  'MineVoted',
  'Receipt',
  'QueueConnection',
  'QueueItemEdge',
  'QueueItem',
  'OwnAgainstWhole',
  'PublishCheck',
  'Citable',
  'MyContact',
  'MyContactChange',
  'WaitingContacts',
  'WaitingContact',
  'FoundMember',
];

/** Types that tell how people voted: the same. */
export const COUNT_TYPES: readonly string[] = ['Tally', 'Verdicts'];

/** Names that tell of something sensitive: whatever field bears one has a row. */
export const SENSITIVE_NAME =
  /^(my[A-Z]|mine$|own$|viewer$|isMine$)|ByMe$|[eE]mail|[cC]ontact|[pP]hone|[tT]oken|[sS]ecret|[mM]embershipNumber|[pP]seudonym|[sS]ession/;
