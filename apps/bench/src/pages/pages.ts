import type { Shape } from './shape.js';

/** What the pages are of. */
export interface Asked {
  consultationId: string;
  proposalId: string;
}

export interface Page {
  title: string;
  /** The operation of the web app that the page sends. */
  operation: string;
  variables: (asked: Asked) => { id: string } & Record<string, unknown>;
  /** What of its reply is in tables, so that every subject gives it. */
  shape: Shape;
}

const body: Shape = { id: true, kind: true, name: true };
const author: Shape = { name: true, clpName: true };
const pageInfo: Shape = { hasNextPage: true };

const comment: Shape = {
  id: true,
  parentId: true,
  depth: true,
  stance: true,
  body: true,
  status: true,
  createdAt: true,
  editedAt: true,
  goodPoints: true,
  isGoodPointByMe: true,
  replyCount: true,
  descendantCount: true,
  isMine: true,
  author,
};
const lastReplies: Shape = { edges: { node: comment }, pageInfo };
const replies: Shape = { edges: { node: { ...comment, replies: lastReplies } }, pageInfo };

const consultation: Shape = {
  consultation: {
    id: true,
    title: true,
    question: true,
    paper: true,
    questions: true,
    phase: true,
    createdAt: true,
    votesUntil: true,
    answersBy: true,
    proposalCount: true,
    commentCount: true,
    evidenceCount: true,
    voterCount: true,
    myVoteCount: true,
    commissions: body,
    convenedBy: body,
    rounds: { number: true, publishedAt: true, voterCount: true },
  },
};

const proposals: Shape = {
  consultation: {
    id: true,
    title: true,
    phase: true,
    votesUntil: true,
    proposalCount: true,
    commentCount: true,
    commissions: body,
    convenedBy: body,
    proposals: {
      totalCount: true,
      pageInfo,
      edges: {
        node: {
          id: true,
          number: true,
          statement: true,
          status: true,
          isMine: true,
          commentCount: true,
          evidenceCount: true,
          createdAt: true,
          author,
          onBehalfOf: { id: true, name: true },
          mergedInto: { id: true, number: true, statement: true },
          commissions: { id: true, name: true },
          myVote: { choice: true, version: true },
        },
      },
    },
  },
};

const thread: Shape = {
  proposal: {
    id: true,
    commentCount: true,
    thread: { edges: { node: { ...comment, replies } }, pageInfo },
  },
};

const ranking: Shape = {
  consultation: {
    id: true,
    title: true,
    phase: true,
    ranking: {
      voterCount: true,
      proposals: {
        totalCount: true,
        pageInfo,
        edges: {
          node: {
            rank: true,
            tally: { agree: true, disagree: true, pass: true },
            proposal: { id: true, statement: true, decisions: { id: true, outcome: true } },
          },
        },
      },
    },
  },
};

/** The pages that are looked at most, as the web app asks for them. */
export const PAGES = {
  consultation: {
    title: 'consultation',
    operation: 'Consultation',
    variables: ({ consultationId }) => ({ id: consultationId }),
    shape: consultation,
  },
  proposals: {
    title: 'list of proposals',
    operation: 'Proposals',
    variables: ({ consultationId }) => ({ id: consultationId, sort: 'newest' }),
    shape: proposals,
  },
  thread: {
    title: 'thread',
    operation: 'ProposalThread',
    variables: ({ proposalId }) => ({ id: proposalId, sort: 'best' }),
    shape: thread,
  },
  ranking: {
    title: 'ranked list',
    operation: 'Ranking',
    variables: ({ consultationId }) => ({ id: consultationId }),
    shape: ranking,
  },
} satisfies Record<string, Page>;

export type PageName = keyof typeof PAGES;
export const PAGE_NAMES = Object.keys(PAGES) as PageName[];
