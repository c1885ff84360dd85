/**
 * The record as files that anyone can keep and check: `recordZip` and `recordFiles` write them while they are
 * read, `verifyExport` checks them, `verifyKeptReceipt` a member's receipt, `verifyKeptVotes` those of votes. No
 * database, no network.
 */
export { RECORD_FILES, type RecordToExport, recordFiles, recordZip } from './record-export.js';
export { type RecordExportReport, verifyExport } from './verify-export.js';
export { type ReceiptReport, verifyKeptReceipt } from './verify-kept-receipt.js';
export {
  type KeptOpening,
  type KeptVoteReceipt,
  VOTES_FORMAT,
  type VoteFinding,
  verifyKeptVote,
  verifyKeptVotes,
} from './verify-kept-votes.js';
