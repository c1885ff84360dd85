/**
 * Rounds: a bundle that anyone can recount, and the folder that scrutineers are given. Runs in browsers and
 * in Node alike. To write one: `writeRound(input: RoundInput, key: RoundKey)`, both in round-input.ts;
 * to check one: `recountRound(files)`; `zipRound` and `unzipRound` for the files as one.
 */
export { areaNames } from './area-names.js';
export { checkHashes, checkPresence, checkSignature } from './check-files.js';
export { checkWords } from './check-words.js';
export { MOST_OPENED } from './commitment-files.js';
export { type ComputedRound, computeRound } from './compute-round.js';
export { knowsClp, LEAVE_OUT_LENS, type WithoutClp, withoutClp } from './leave-out.js';
export { type ListedFile, MANIFEST_FILE, type Manifest, readManifest } from './manifest.js';
export { openedBefore } from './opened-before.js';
export { type KeptVote, type OwnVote, ownVotes } from './own-votes.js';
export { type RankedRow, rankedRows, whyThere } from './ranked-rows.js';
export { type LensRecount, rankingFileOf } from './ranking-file.js';
export { readSealed } from './read-sealed.js';
export {
  type ClpRow,
  type PublishedProposal,
  type RoundTables,
  readProposals,
  readTables,
} from './read-tables.js';
export {
  type Difference,
  failed,
  firstDifference,
  notChecked,
  passed,
  type RoundCheck,
  sayDifference,
  unreadable,
} from './recount-check.js';
export {
  type RecountOptions,
  type RecountProgress,
  type RoundReport,
  recountRound,
} from './recount-round.js';
export type {
  OpenedBefore,
  RoundBatch,
  RoundCommitments,
  RoundFiles,
  RoundInput,
  RoundKey,
  RoundProposal,
  WordsRow,
  WrittenRound,
} from './round-input.js';
export { checkLenses, fewestSecretIn } from './round-lenses.js';
export { SALT_FILE, START_FILE } from './sealed-files.js';
export { type AreasTold, type GroupsTold, shownIn, type Told } from './told.js';
export { toldRegions } from './told-regions.js';
export { emptied, WORDS_FILE, wordsFile } from './words-file.js';
export { writeRound } from './write-round.js';
export { addToZip, unzipRound, zipRound } from './zip.js';
