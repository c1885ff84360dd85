/**
 * Rounds: a bundle that anyone can recount, and the folder that scrutineers are given. Runs in browsers and
 * in Node alike. To write one: `writeRound(input: RoundInput, key: RoundKey)`, both in round-input.ts;
 * to check one: `recountRound(files)`; `zipRound` and `unzipRound` for the files as one.
 */
export { type ListedFile, MANIFEST_FILE, type Manifest, readManifest } from './manifest.js';
export { type LensRecount, rankingFileOf } from './ranking-file.js';
export type { ClpRow, PublishedProposal, RoundTables } from './read-tables.js';
export { type Difference, type RoundCheck, sayDifference } from './recount-check.js';
export {
  type RecountOptions,
  type RecountProgress,
  type RoundReport,
  recountRound,
} from './recount-round.js';
export type {
  RoundFiles,
  RoundInput,
  RoundKey,
  RoundProposal,
  WrittenRound,
} from './round-input.js';
export { writeRound } from './write-round.js';
export { unzipRound, zipRound } from './zip.js';
