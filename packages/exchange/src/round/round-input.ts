import type {
  Ballots,
  ContributionStatus,
  OpinionGroups,
  OpinionOptions,
  OpinionVotes,
  Rules,
  TakenAway,
} from '@clarion/deliberation';
import type { Manifest } from './manifest.js';
import type { LensRecount } from './ranking-file.js';
import type { Told } from './told.js';

/** The files of a bundle or of a scrutineers' folder, by name. */
export type RoundFiles = ReadonlyMap<string, Uint8Array>;

export interface RoundProposal {
  id: string;
  number: number;
  status: ContributionStatus;
  statement: string;
  /** As the author wished to be called. */
  authorName: string;
  /** What fixes statement and author, in hexadecimal; left out before they are, and by scrutineers. */
  commitment?: string;
  /** Counts towards nobody's opinion group. Whether it is ranked is for its status to say (`isRanked`). */
  isLeftOut: boolean;
}

/** Commitments that entered the record together. */
export interface RoundBatch {
  /** From 1 in the consultation. */
  batch: number;
  /** The number of its entry in the record. */
  entry: number;
  /** Of the tree over the commitments (RFC 9162), in hexadecimal. */
  root: string;
  count: number;
  /** 32 bytes each, sorted; none where there are more than a bundle opens. */
  commitments: Uint8Array;
  /** Of the entry: a C2SP tlog-proof, under the key that signs the round. */
  receipt: string;
}

/** What the votes of a round were committed to by. Columns are by vote that has a commitment. */
export interface RoundCommitments {
  /** Which vote: a place in `votes`. */
  vote: Uint32Array;
  /** 32 bytes each; `previous` zeros where there is none. */
  commitment: Uint8Array;
  random: Uint8Array;
  previous: Uint8Array;
  /** In the record when the votes were read, the oldest first. */
  batches: readonly RoundBatch[];
  /** Why commitments, in hexadecimal, stand no longer. */
  superseded: ReadonlyMap<string, string>;
  /** The open half of the key that signed the receipts: a C2SP vkey. */
  key: string;
  /** What earlier rounds of the consultation opened; left out for the first. */
  before?: OpenedBefore | null;
}

/** What earlier rounds opened of the votes, and what they did not. */
export interface OpenedBefore {
  /** Commitments, in hexadecimal, that any of them opened. */
  opened: ReadonlySet<string>;
  /** Those that some of them kept closed, and none opened. */
  closed: ReadonlySet<string>;
  /** By number of the proposal, what the last one counted and did not open. */
  last: ReadonlyMap<number, Unopened>;
}

/** Votes on a proposal that a round counts and does not open: how many, and for which reasons. */
export interface Unopened {
  votes: number;
  /** Of these, as they waited for the record. */
  waiting: number;
  /** And as they have no commitment. */
  without: number;
}

/** What a round is written from: every current vote at one moment, and the rules. */
export interface RoundInput {
  consultation: { id: string; title: string };
  round: {
    /** Also the seed of everything that is drawn: groups and recounts. */
    id: string;
    number: number;
    /** ISO 8601 in UTC. */
    publishedAt: string;
  };
  rules: Rules;
  /** How many were entitled to vote, or on the roll. */
  rollSize: number;
  /** All regions by name, silent ones included. */
  regions: readonly string[];
  /** CLPs by name, with the index of their region; −1 for none. */
  clps: readonly { name: string; region: number }[];
  /** In the order of their numbers; what is not ranked is left out of all that is published. */
  proposals: readonly RoundProposal[];
  /** The CLP of each person; −1 for none. The order of people must say nothing about them. */
  clpOf: Int32Array;
  /** By person, then by proposal. */
  votes: OpinionVotes;
  /** Left out where no vote was ever committed to. */
  commitments?: RoundCommitments | null;
  /** Priority ballots over `proposals`, in any order; null where none were asked for, or are told. */
  ballots: Ballots | null;
  /** How many secret ones it takes for anything of them to be told; left out, as many as now. */
  fewestSecretBallots?: number | undefined;
  /** The groups of the round before, by these people and proposals; null for a cold start. */
  before: OpinionOptions['before'] | null;
  /** What breakdowns of the consultation told before; left out for the first. */
  told?: Told | null;
}

/** What a round is vouched for with: the key that signs, by what it is known by and the act, and a salt. */
export interface RoundKey {
  publicKey: Uint8Array;
  sign: (bytes: Uint8Array) => Promise<Uint8Array>;
  /** 32 bytes drawn for this round alone, which only scrutineers are told. */
  salt: Uint8Array;
  /** 32 bytes drawn for this round alone and kept nowhere: the salts of its words are made from them. */
  wordsSeed: Uint8Array;
}

/** The words of a proposal as a round published them, or why they are there no more. */
export interface WordsRow {
  /** The number of the proposal. */
  number: number;
  /** In hexadecimal: without it nobody can find the words out by trying. Empty where they are gone. */
  salt: string;
  statement: string;
  author: string;
  gone: TakenAway | null;
}

export interface WrittenRound {
  /** The public bundle, for `zipRound`. */
  files: RoundFiles;
  /** What its words.csv says, to be kept where it can be taken away; the rest is for ever. */
  words: WordsRow[];
  /** The scrutineers' folder, for `zipRound` as well. */
  sealed: RoundFiles;
  manifest: Manifest;
  manifestSha256: string;
  /** Under each lens that can be shown, columns by place in the list of ranked proposals, by number. */
  rankings: LensRecount[];
  /** As found for this round, by person: where the next round begins. */
  groups: OpinionGroups;
  told: Told;
}
