/** 1 agree, 0 pass, -1 disagree: the signs of an export (inside Polis they are the opposite). */
export type Choice = -1 | 0 | 1;

export interface PolisStatement {
  id: number;
  /** The participant who wrote it; null where the export does not say. */
  authorId: number | null;
  /** Milliseconds since the epoch. */
  createdAt: number;
  /** As written: it may be empty, or hold line breaks. */
  body: string;
  /** -1 rejected, 0 not acted on, 1 accepted. */
  moderated: -1 | 0 | 1;
  isMeta: boolean;
  isSeed: boolean;
}

/** Somebody listed in participants-votes.csv or with a vote in votes.csv. */
export interface PolisPerson {
  id: number;
  /** The opinion group that Polis published; null when it gave none. */
  groupId: number | null;
}

/**
 * The current votes, one for each person and statement at most, in the order of person, then
 * statement. The four arrays have one length: the vote at i is `choice[i]` by
 * `people[person[i]]` on `statements[statement[i]]`, cast at `at[i]` (milliseconds).
 */
export interface PolisVotes {
  person: Uint32Array;
  statement: Uint32Array;
  choice: Int8Array;
  at: Float64Array;
}

/** What was read, what was left out, and why. Rows are without the header. */
export interface PolisSummary {
  statements: number;
  people: number;
  /** Distinct groups that Polis published. */
  groups: number;
  /** Current votes: voteRows − every row left out below. */
  votes: number;
  /** Where the votes come from: votes.csv, or the matrix when that file is absent. */
  votesFrom: string;
  voteRows: number;
  /** Rows equal to another one in every cell that is read. */
  duplicateVotes: number;
  /** Rows that a later vote of the same person on the same statement replaced. */
  replacedVotes: number;
  /** Rows on a comment that comments.csv does not list. */
  votesOnUnknownComments: number;
  /** Latest votes of one person on one statement with one timestamp and different choices. */
  tiedVotes: number;
  /** Plain sentences for the person who imports. */
  sentences: string[];
}

export interface PolisExport {
  topic: string;
  description: string;
  url: string | null;
  /** In the order of their ids. */
  statements: PolisStatement[];
  /** In the order of their ids. */
  people: PolisPerson[];
  votes: PolisVotes;
  /** False when there was no votes.csv: each vote then bears its statement's own time. */
  votesHaveTimes: boolean;
  summary: PolisSummary;
}

/** The last row of summary.csv by which our own writer says that it put an apostrophe before some texts. */
export const ESCAPED: readonly [name: string, value: string] = ['formulas', 'escaped'];
