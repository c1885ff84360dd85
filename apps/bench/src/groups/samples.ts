import type { Sample } from '../turns.js';

/** What the steps of `subject.ts` print. */
export interface Prepared {
  votes: number;
  /** People with votes enough to be in a group. */
  grouped: number;
  /** What a pass of the C loop must answer. */
  pass: number;
}

export interface GroupsSample extends Sample {
  /** Passes over the votes. */
  passes: number;
}

export type PassSample = Sample;

/** How alike groups are, by adjusted Rand index; null where nobody is in a group of both. */
export interface Check {
  found: number;
  sizes: number[];
  toWarm: number | null;
  toPlanted: BesidePlanted;
  /** Null where it was left out. */
  reference: BesideReference | null;
}

export interface BesideReference {
  k: number;
  toFound: number | null;
  milliseconds: number;
}

export interface BesidePlanted {
  groups: number;
  /** The groups that were found. */
  found: number | null;
  /** The likeliest group of each person for somebody who knows how each group answers each statement. */
  best: number | null;
}
