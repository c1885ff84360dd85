/** A vote as this browser cast it, with what opens its commitment; bytes in hexadecimal. */
export interface KeptVote {
  consultationId: string;
  proposalId: string;
  choice: string;
  random: string;
  previous: string | null;
  commitment: string;
  /** What was voted on, in its words then; none where an earlier version of this page kept it. */
  statement?: string;
  /** Whether nothing was cast or taken back after it on the proposal, as far as this browser knows. */
  isLast: boolean;
}

/** Kept when signing out: for when a round is to be checked. Each member's stand apart. */
const nameOf = (memberId: string) => `clarion:own-votes:${memberId}`;

let owner: string | null = null;

/** Whose votes are kept from now on; nobody's while nobody is signed in. */
export function openKeptVotes(memberId: string | null): void {
  owner = memberId;
}

/** What this browser kept of the member's votes, in the order they were cast. */
export function keptVotes(): KeptVote[] {
  try {
    const kept: unknown = JSON.parse((owner && localStorage.getItem(nameOf(owner))) || '[]');
    return Array.isArray(kept) ? kept.filter(isKept) : [];
  } catch {
    return [];
  }
}

function isKept(value: unknown): value is KeptVote {
  if (typeof value !== 'object' || value === null) return false;
  const { previous, isLast, ...texts } = value as Partial<KeptVote>;
  const { consultationId, proposalId, choice, random, commitment } = texts;
  return (
    [consultationId, proposalId, choice, random, commitment].every(
      (text) => typeof text === 'string',
    ) &&
    (previous === null || typeof previous === 'string') &&
    typeof isLast === 'boolean'
  );
}

/** Storage may be full or forbidden; then the vote counts all the same, and cannot be found again. */
function keep(votes: readonly KeptVote[]): void {
  if (owner === null) return;
  try {
    localStorage.setItem(nameOf(owner), JSON.stringify(votes));
  } catch {}
}

const endedOn = (proposalId: string) =>
  keptVotes().map((vote) => (vote.proposalId === proposalId ? { ...vote, isLast: false } : vote));

/** 32 random bytes, for one vote alone. */
export function drawRandom(): string {
  return hexOf(crypto.getRandomValues(new Uint8Array(32)));
}

const hexOf = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** What Clarion answered to a vote. */
interface Answered {
  commitment?: string | null;
  previous?: string | null;
}

/**
 * Keeps a vote that was taken, where the commitment is the one this browser makes itself. It is not where
 * the same choice stood before: then what was kept with that stays.
 */
export async function keepVote(
  vote: Pick<KeptVote, 'consultationId' | 'proposalId' | 'choice' | 'random' | 'statement'>,
  { commitment = null, previous = null }: Answered,
): Promise<void> {
  if (commitment === null || keptVotes().some((one) => one.commitment === commitment)) return;
  // Hashing is not part of the first page.
  const { commitBallot, fromHex, toHex } = await import('@clarion/record');
  const { consultationId, proposalId, choice } = vote;
  const made = await commitBallot({
    consultation: consultationId,
    proposal: proposalId,
    choice,
    random: fromHex(vote.random) ?? new Uint8Array(),
    previous: previous === null ? null : fromHex(previous),
  }).catch(() => null);
  if (!made || toHex(made) !== commitment) return;
  keep([...endedOn(proposalId), { ...vote, previous, commitment, isLast: true }]);
}

/** A vote was taken back: what was kept of it stands no longer. */
export function endVote(proposalId: string): void {
  keep(endedOn(proposalId));
}
