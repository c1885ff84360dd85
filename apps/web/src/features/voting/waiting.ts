import { CHOICES, type Choice } from '@clarion/deliberation';

/** A vote that was made here and has not reached Clarion yet. */
export interface WaitingVote {
  consultationId: string;
  proposalId: string;
  /** Named in a message if it is refused. */
  statement: string;
  /** Null takes the vote back. */
  choice: Choice | null;
  /** When it was made, in milliseconds: tells it from a later one on the same proposal. */
  at: number;
  /** 32 bytes in hexadecimal that the vote is committed to with; none where it was made by an older page. */
  random?: string;
}

/** Adds a vote; on each proposal only the last word waits. */
export function enqueue(waiting: readonly WaitingVote[], vote: WaitingVote): WaitingVote[] {
  return [...waiting.filter((one) => one.proposalId !== vote.proposalId), vote];
}

/** Takes out a vote that was answered; a later one on the same proposal stays. */
export function settle(waiting: readonly WaitingVote[], vote: WaitingVote): WaitingVote[] {
  return waiting.filter((one) => one.proposalId !== vote.proposalId || one.at !== vote.at);
}

/** The votes of one consultation. */
export function waitingIn(
  waiting: readonly WaitingVote[],
  consultationId: string,
): readonly WaitingVote[] {
  return waiting.filter((one) => one.consultationId === consultationId);
}

/** What the browser kept. What cannot be read is left out: it may come from another version. */
export function parseWaiting(text: string): WaitingVote[] {
  try {
    const kept: unknown = JSON.parse(text || '[]');
    return Array.isArray(kept) ? kept.filter(isWaitingVote) : [];
  } catch {
    return [];
  }
}

function isWaitingVote(value: unknown): value is WaitingVote {
  if (typeof value !== 'object' || value === null) return false;
  const { consultationId, proposalId, statement, choice, at, random } =
    value as Partial<WaitingVote>;
  return (
    typeof consultationId === 'string' &&
    typeof proposalId === 'string' &&
    typeof statement === 'string' &&
    typeof at === 'number' &&
    (random === undefined || typeof random === 'string') &&
    (choice === null || CHOICES.some((known) => known === choice))
  );
}
