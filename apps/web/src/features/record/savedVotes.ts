import type { KeptVoteReceipt } from '@clarion/exchange/record';
import type { KeptVote } from './keptVotes';
import { placeOf, type VoteReceipts } from './voteReceipts';

/** As `recount verify-receipt` knows the file; it reads nothing else of it than `votes`. */
const FORMAT = 'clarion-vote-receipts';

/** The receipts of votes as a file: with what opens each, or without. Those that have none are left out. */
export function savedVotes(
  votes: readonly KeptVote[],
  receipts: VoteReceipts,
  withOpening: boolean,
): string {
  const saved = votes.flatMap((vote): KeptVoteReceipt[] => {
    const { commitment, consultationId, proposalId, choice, random, previous } = vote;
    const place = placeOf(commitment, receipts);
    if (!place) return [];
    const { index, path } = place.vote;
    const { proof, key } = place.batch;
    const opening = withOpening ? { proposalId, choice, random, previous } : null;
    return [{ consultationId, commitment, index, path, proof, key, opening }];
  });
  return `${JSON.stringify({ format: FORMAT, votes: saved }, null, 2)}\n`;
}
