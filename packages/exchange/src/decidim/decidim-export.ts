/** A proposal; what somebody wrote is a short plain statement and a Markdown argument. */
export interface DecidimProposal {
  id: number;
  /** Milliseconds since the epoch; a date without a time is its midnight, UTC. */
  createdAt: number;
  /** A pseudonym; null for a proposal that came out of a meeting. */
  author: string | null;
  authorIsOrganisation: boolean;
  /** Put by the city itself. */
  official: boolean;
  /** Where it came from: meeting, citizen, organization, official. */
  source: string | null;
  /** city or district. */
  scope: string | null;
  district: string | null;
  /** Category, then subcategory, without repeats. */
  tags: string[];
  /** As exported, e.g. accepted, rejected; null when nothing was decided. */
  status: string | null;
  /** Plain text on one line, at most 180 code points. */
  statement: string;
  /** Markdown; begins with the full title where the statement had to be shortened. */
  argument: string;
  statementShortened: boolean;
  /** How many supported it; Decidim's export has no single votes. */
  votes: number;
}

export type DecidimStance = 'for' | 'neutral' | 'against';

export interface DecidimComment {
  id: number;
  proposalId: number;
  /** Null for a root, and for a reply whose parent could not be kept. */
  parentId: number | null;
  /** 0 for a root. */
  depth: number;
  createdAt: number;
  author: string | null;
  asOrganisation: boolean;
  /** Replies have no stance in Decidim: they are neutral. */
  stance: DecidimStance;
  /** Likes. Dislikes have no counterpart and are only counted in the summary. */
  goodPoints: number;
  /** Markdown. */
  body: string;
}

export interface DecidimSummary {
  proposals: number;
  comments: number;
  /** Titles above 180 code points: shortened, the whole kept at the top of the argument. */
  shortenedStatements: number;
  /** Replies kept as roots because their parent is not in the file. */
  repliesWithoutParent: number[];
  /** Replies kept as roots because their parent belongs to another proposal. */
  repliesAcrossProposals: number[];
  /** Replies kept as roots because following the parents came back to them. */
  repliesInCircle: number[];
  /** Comments left out because proposals.jsonl does not have their proposal. */
  commentsOnUnknownProposals: number[];
  dislikes: number;
  /** Plain sentences for the person who imports. */
  sentences: string[];
}

export interface DecidimExport {
  /** In the order of their ids. */
  proposals: DecidimProposal[];
  /** Parents before replies: by depth, then time, then id. */
  comments: DecidimComment[];
  summary: DecidimSummary;
}
