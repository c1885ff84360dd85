import { viewerOf } from './viewerFixture';

/** What the pages of moderation read, as the API answers it: Joan of the NEC, a case and an appeal. */

const office = (id: string, kind: string, name: string) => ({
  __typename: 'Office',
  id: `office-${id}`,
  office: 'moderator',
  from: '2024-01-01',
  until: null,
  body: { __typename: 'Body', id, kind, name },
});

export const person = (id: string, displayName: string, moderates = false) => ({
  viewer: viewerOf(displayName, {
    id,
    clp: null,
    isModerator: moderates,
    offices: moderates ? [office('nec', 'nec', 'National Executive Committee')] : [],
  }),
  demo: null,
});

export const joan = person('joan', 'Joan Whitlock', true);
export const tom = person('tom', 'Tom Ainsley');

export const buses = { __typename: 'Consultation', id: 'buses', title: 'Buses after seven' };

/** An act on the log. */
export const logged = (id: string, more: Record<string, unknown> = {}) => ({
  __typename: 'ModerationAct',
  id,
  act: 'hide',
  title: 'Hidden by a moderator',
  reasonLabel: 'Abuse',
  reasonSays: 'It attacks a person instead of answering what they say.',
  at: '2026-11-20T21:04:00.000Z',
  goesOnAt: null,
  until: null,
  isReversed: false,
  aboutKind: 'comment',
  body: {
    __typename: 'Body',
    id: 'nec',
    kind: 'nec',
    name: 'National Executive Committee',
  },
  consultation: buses,
  contribution: { __typename: 'Comment', id: 'shout', remark: 'Hidden by a moderator' },
  appeal: null,
  ...more,
});

/** The same act as whoever it was done to reads it. */
export const told = (id: string, more: Record<string, unknown> = {}) => ({
  ...logged(id),
  toAuthor: [
    'A moderator for the National Executive Committee hid your comment on 20 November.',
    'The reason: abuse. It attacks a person instead of answering what they say.',
    'The moderator writes: “Say it without the word.”',
    'Its place and this reason are still shown. You can still read your own words.',
    'If you think this is wrong, you can appeal until 18 December 2026. Another moderator answers.',
  ],
  viewerMayAppeal: true,
  appealUntil: '2026-12-18',
  by: { __typename: 'Member', id: 'joan', displayName: 'Joan Whitlock' },
  ...more,
});

const fare = {
  __typename: 'Proposal',
  id: 'fare',
  number: 4,
  statement: 'Keep the two pound fare.',
};

/** Something that was reported. */
export const reported = (id: string, more: Record<string, unknown> = {}) => ({
  __typename: 'ModerationCase',
  id,
  reportCount: 2,
  firstAt: '2026-11-20T20:00:00.000Z',
  isUnlawful: false,
  viewerMay: ['hide', 'move', 'keep'],
  viewerMaySuspend: true,
  whyNot: null,
  contribution: { __typename: 'Comment', id },
  words: [{ __typename: 'NamedWords', label: 'Comment', text: 'What a clown. Sit down.' }],
  consultation: buses,
  proposal: fare,
  parent: {
    __typename: 'Comment',
    id: 'callum-said',
    body: 'I drive a bus, and it costs us nothing.',
    author: { __typename: 'Author', name: 'Callum Reid' },
  },
  replies: [
    {
      __typename: 'Comment',
      id: 'asha-said',
      body: 'That is no argument.',
      author: { __typename: 'Author', name: 'Asha Rahman' },
    },
  ],
  reports: [
    {
      __typename: 'Report',
      id: `${id}-1`,
      reason: 'abuse',
      reasonLabel: 'Abuse',
      words: 'He goes for Callum, not for the fare.',
      at: '2026-11-20T20:00:00.000Z',
      isByVisitor: false,
    },
    {
      __typename: 'Report',
      id: `${id}-2`,
      reason: 'abuse',
      reasonLabel: 'Abuse',
      words: '',
      at: '2026-11-20T20:10:00.000Z',
      isByVisitor: true,
    },
  ],
  author: {
    __typename: 'ModeratedAuthor',
    name: 'Tom Ainsley',
    joinedOn: '2026-10-30',
    isNew: true,
    hidden: 1,
    sent: 9,
    suspendedUntil: null,
  },
  earlier: [logged('earlier', { isReversed: true })],
  ...more,
});

/** An appeal that waits. */
export const appealed = (id: string, more: Record<string, unknown> = {}) => ({
  __typename: 'Appeal',
  id,
  words: 'He started it, further up.',
  at: '2026-11-21T08:00:00.000Z',
  dueOn: '2026-11-28',
  overdueDays: 2,
  whyNot: null,
  about: [{ __typename: 'NamedWords', label: 'Comment', text: 'What a clown.' }],
  seal: null,
  act: {
    ...logged('act-hide'),
    by: { __typename: 'Member', id: 'priya', displayName: 'Priya Nair' },
  },
  ...more,
});

const connection = (of: string, nodes: readonly { id: string }[]) => ({
  __typename: `${of}Connection`,
  totalCount: nodes.length,
  pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
  edges: nodes.map((node) => ({ __typename: `${of}Edge`, cursor: node.id, node })),
});

interface Desk {
  queue?: ReturnType<typeof reported>[];
  appeals?: ReturnType<typeof appealed>[];
  lately?: ReturnType<typeof logged>[];
}

/** What moderators work on. */
export const desk = ({ queue = [], appeals = [], lately = [] }: Desk) => ({
  moderation: {
    __typename: 'Moderation',
    queue: connection('ModerationCase', queue),
    appeals: connection('Appeal', appeals),
    lately,
  },
});

/** The public log with what became of reports. */
export const log = (acts: ReturnType<typeof logged>[]) => ({
  moderationLog: connection('ModerationAct', acts),
  reportCount: {
    __typename: 'ReportCount',
    ...{ received: 12, acted: 7, kept: 3, waiting: 2, unaccounted: 0 },
  },
});
