import { viewerOf } from './viewerFixture';

/** A proposal with a thread as the API answers it, for tests of the discussion. */

export const asha = {
  viewer: viewerOf(),
  demo: null,
};

interface CommentAnswer extends Record<string, unknown> {
  id: string;
  descendantCount: number;
}

interface Said {
  id: string;
  name: string;
  body: string;
  stance?: string;
  parentId?: string;
  depth?: number;
  goodPoints?: number;
  isMine?: boolean;
  /** What the viewer may do to it as a moderator. */
  may?: string[];
  hidden?: Record<string, unknown>;
  status?: string;
  replies?: CommentAnswer[];
  /** Beyond those that came along. */
  moreReplies?: number;
}

const connection = (nodes: { id: string }[], hasNextPage = false) => ({
  __typename: 'CommentConnection',
  edges: nodes.map((node) => ({ __typename: 'CommentEdge', cursor: `at-${node.id}`, node })),
  pageInfo: {
    __typename: 'PageInfo',
    hasNextPage,
    endCursor: nodes.length > 0 ? `at-${nodes.at(-1)?.id}` : null,
  },
});

export function comment(said: Said): CommentAnswer {
  const { id, name, replies = [], moreReplies = 0, depth = 0 } = said;
  return {
    __typename: 'Comment',
    id,
    parentId: said.parentId ?? null,
    depth,
    stance: said.stance ?? 'neutral',
    body: said.body,
    status: said.status ?? 'published',
    createdAt: '2026-05-02T10:00:00.000Z',
    editedAt: null,
    goodPoints: said.goodPoints ?? 0,
    isGoodPointByMe: false,
    replyCount: replies.length + moreReplies,
    descendantCount: replies.reduce((sum, one) => sum + 1 + one.descendantCount, 0) + moreReplies,
    isMine: said.isMine ?? false,
    viewerMayReport: !said.isMine,
    viewerMayModerate: said.may ?? [],
    hidden: said.hidden ?? null,
    author: { __typename: 'Author', name, clpName: `${name}’s CLP` },
    // The deepest that come along bring no replies with them.
    ...(depth < 2 && { replies: connection(replies, moreReplies > 0) }),
  };
}

export const threadOf = (comments: CommentAnswer[]) => ({
  proposal: {
    __typename: 'Proposal',
    id: 'bond',
    commentCount: comments.length,
    thread: connection(comments),
  },
});

const health = { __typename: 'Body', id: 'health', kind: 'policy_commission', name: 'Health' };

const versions = [
  {
    __typename: 'ProposalVersion',
    version: 2,
    statement: 'A dentist should work at least three years for the NHS.',
    argument: 'Three years in any post.',
    createdAt: '2026-05-09T10:00:00.000Z',
    reason: 'Ruth asked about part time.',
  },
  {
    __typename: 'ProposalVersion',
    version: 1,
    statement: 'A dentist should work full time for the NHS.',
    argument: 'Three years in any post.',
    createdAt: '2026-05-02T10:00:00.000Z',
    reason: null,
  },
];

export const dentistry = {
  __typename: 'Consultation',
  id: 'dentistry',
  title: 'NHS dentistry',
  question: 'Who should be seen first?',
  phase: 'open',
  votesUntil: '2126-12-10T23:00:00.000Z',
  answersBy: '2126-12-25',
  viewerMay: ['propose', 'comment', 'vote'],
  commissions: [health],
  convenedBy: health,
  rules: {
    __typename: 'Rules',
    topN: 20,
    priorityBallotSize: 5,
    quorumVotes: 100,
    votesMayChange: true,
    standingsWhoVote: ['member'],
    joinedBy: null,
  },
  answers: { __typename: 'Answers', answered: 0, of: 20, overdueDays: 0 },
  history: [],
};

export function proposal(more: Record<string, unknown> = {}) {
  return {
    proposal: {
      __typename: 'Proposal',
      id: 'bond',
      number: 6,
      statement: 'A dentist should work at least three years for the NHS.',
      argument: 'Three years in any post.',
      status: 'published',
      statusReason: null,
      version: 2,
      versions,
      createdAt: '2026-05-02T10:00:00.000Z',
      isMine: false,
      viewerMayReport: true,
      viewerMayModerate: [],
      hidden: null,
      locked: null,
      movedAway: [],
      commentCount: 3,
      viewerMay: ['comment', 'vote'],
      tags: [],
      author: { __typename: 'Author', name: 'Gwenllian Pryce', clpName: 'Ynys Môn CLP' },
      onBehalfOf: null,
      commissions: [health],
      mergedInto: null,
      tally: null,
      tallyHidden: true,
      myVote: null,
      decisions: [],
      evidence: [],
      uses: [],
      bestOfBothSides: { __typename: 'BestOfBothSides', for: null, against: null },
      consultation: dentistry,
      ...more,
    },
    story: null,
    viewer: {
      __typename: 'Viewer',
      standing: 'member',
      joinedOn: '2019-01-01',
      lapsedOn: null,
      heldUntil: null,
    },
  };
}
