import type { Measured, Sample } from '../turns.js';

export interface VoteSample extends Sample {
  /** What the bench itself took of the processor. */
  askingMilliseconds: number;
  postgresMilliseconds: number;
  p50: number;
  p99: number;
}

/** What was measured under one load. */
export interface Block {
  isSpread: boolean;
  /** Milliseconds added to each flush, and what one then took. */
  slower: number;
  flush: number;
  atOnce: number;
  measured: Measured<VoteSample>[];
}
