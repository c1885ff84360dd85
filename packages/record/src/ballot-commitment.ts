import { isSame } from './bytes.js';
import { HASH_BYTES } from './merkle/hashes.js';
import { lengthPrefixed } from './parts.js';
import { sha256 } from './sha256.js';
import { isWellFormed, utf8 } from './text.js';

/** Bytes of the randomness of a ballot. */
export const BALLOT_RANDOM_BYTES = 32;

/** A vote on one proposal, with what hides it until it is opened. */
export interface BallotOpening {
  /** Ids, as texts. */
  consultation: string;
  proposal: string;
  choice: string;
  /** 32 random bytes that the voter's browser drew for this vote alone (r). */
  random: Uint8Array;
  /** The commitment of the vote that this one replaces, 32 bytes; null for the first on the proposal. */
  previous: Uint8Array | null;
}

/**
 * What is hashed: the length-prefixed parts "ballot-v1", consultation, proposal, choice, random and
 * previous, the last empty where there is none. Throws as `commitBallot` does.
 */
export function ballotBytes(opening: BallotOpening): Uint8Array {
  const { consultation, proposal, choice, random, previous } = opening;
  if (random.length !== BALLOT_RANDOM_BYTES) {
    throw new RangeError(`A ballot has ${BALLOT_RANDOM_BYTES} random bytes, not ${random.length}.`);
  }
  if (previous && previous.length !== HASH_BYTES) {
    throw new RangeError(`A commitment has ${HASH_BYTES} bytes, not ${previous.length}.`);
  }
  const texts = ['ballot-v1', consultation, proposal, choice].map(utf8);
  return lengthPrefixed([...texts, random, previous ?? new Uint8Array()]);
}

/**
 * The commitment to a vote, 32 bytes: SHA-256 of `ballotBytes`. It fixes the choice and, while `random`
 * is secret, says nothing of it. Throws RangeError where `random` or `previous` has another length,
 * TypeError where a text holds half of a surrogate pair.
 */
export async function commitBallot(opening: BallotOpening): Promise<Uint8Array> {
  return sha256(ballotBytes(opening));
}

/** Whether an opening, published when a round closes, is of this commitment. False for what could never be. */
export async function verifyOpening(
  commitment: Uint8Array,
  opening: BallotOpening,
): Promise<boolean> {
  const { consultation, proposal, choice, random, previous } = opening;
  if (random.length !== BALLOT_RANDOM_BYTES) return false;
  if (previous && previous.length !== HASH_BYTES) return false;
  if (![consultation, proposal, choice].every(isWellFormed)) return false;
  return isSame(commitment, await commitBallot(opening));
}
