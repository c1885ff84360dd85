import { randomBytes } from 'node:crypto';
import { type Choice, type Refusal, refusal } from '@clarion/deliberation';
import { BALLOT_RANDOM_BYTES } from '@clarion/record';
import type { Acting } from '../accounts/acting.js';
import { BY_KEYS } from '../database/in-few-trips.js';
import type { AskedVote } from './vote-case.service.js';
import * as sets from './vote-set.queries.js';
import { type VoteRow, voteTogether } from './vote-set.service.js';

/** A vote as it is sent in. */
export interface SentVote {
  proposalId: string;
  choice: Choice;
  /** 32 bytes in hexadecimal, which whoever votes drew; drawn here where it is left out. */
  random?: string | null;
}

const RANDOM = /^[0-9a-f]{64}$/;

/** Reads a vote as it was sent in; `null` for a choice takes back. */
export function readVote(
  { viewer, at }: Pick<Acting, 'viewer' | 'at'>,
  { proposalId, choice, random }: Omit<SentVote, 'choice'> & { choice: Choice | null },
): AskedVote | Refusal {
  if (random != null && !RANDOM.test(random)) {
    return refusal('not_valid', {
      saying: 'The random number of this vote cannot be read. Reload the page, then vote again.',
    });
  }
  const drawn = random == null ? randomBytes(BALLOT_RANDOM_BYTES) : Buffer.from(random, 'hex');
  return { viewer, at, proposalId, choice, random: drawn };
}

/** A single one, in a transaction of the caller's own. */
async function voteAlone(
  { tx, viewer, at, keys }: Acting,
  sent: Omit<SentVote, 'choice'> & { choice: Choice | null },
): Promise<VoteRow | Refusal> {
  const asked = readVote({ viewer, at }, sent);
  if ('message' in asked) return asked;
  const place = await sets.placeOf(tx, asked.proposalId);
  if (!place) return refusal('not_found', { what: 'proposal' });
  const { id: proposalId, consultationId } = place;
  await tx.query(BY_KEYS);
  const [answer] = await voteTogether({ tx, keys }, consultationId, [{ ...asked, proposalId }]);
  if (!answer) throw new Error('a vote was not answered');
  return answer;
}

/**
 * Votes, or changes a vote. The same vote twice is one vote, and the commitment that was made first
 * stands.
 */
export const castVote = (acting: Acting, vote: SentVote): Promise<VoteRow | Refusal> =>
  voteAlone(acting, vote);

/** Takes the viewer's vote back; taking back what is not there changes nothing. */
export const undoVote = (
  acting: Acting,
  { proposalId }: { proposalId: string },
): Promise<VoteRow | Refusal> => voteAlone(acting, { proposalId, choice: null });
