import type { KeptVote } from '../record/keptVotes';

/** One thing that was done to check a round, with what came of it; null where it could not be done. */
export interface Check {
  name: string;
  ok: boolean | null;
  says: string;
}

/** What a recount in the browser found. */
export interface RecountReport {
  /** Everything that could be checked is as it was published. */
  isIdentical: boolean;
  /** The order under each lens. */
  orders: Check[];
  /** What the orders rest on: who signed, which files, which counts. */
  data: Check[];
  /** The first place that differs, in a sentence. */
  firstDifference: string | null;
  /** Where the proposal that was asked after comes out, in a sentence. */
  asked: string | null;
  /** What the round says of the votes that this browser kept; none where it kept none, or none are opened. */
  own: Check[];
}

/** How far it is: what is being done, and the share of it that is done, where that is known. */
export interface RecountProgress {
  doing: string;
  share: number | null;
}

/** Why nothing could be recounted. */
export type RecountFault =
  | { kind: 'network' }
  | { kind: 'status'; status: number }
  | { kind: 'not_a_bundle'; says: string }
  | { kind: 'no_worker' }
  | { kind: 'not_secure' }
  | { kind: 'fault' };

export interface RecountAsk {
  /** Where the bundle is. */
  url: string;
  /** The SHA-256 of its manifest as the public record has it, in hexadecimal. */
  manifestSha256: string;
  /** The fingerprint of the key that signed, as this site shows it. */
  key: string;
  /** The id of the proposal whose place is asked after. */
  proposalId: string | null;
  /** Votes that this browser kept, to be looked for; with the batch that their receipts name. */
  kept: readonly (KeptVote & { batch: number | null })[];
}

/** What the worker says to the page. */
export type RecountMessage =
  | { kind: 'progress'; progress: RecountProgress }
  | { kind: 'done'; report: RecountReport }
  | { kind: 'failed'; fault: RecountFault };
