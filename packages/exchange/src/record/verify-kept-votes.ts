import { fromHex, verifyBallotReceipt } from '@clarion/record';
import { knownKey } from './known-key.js';

/** What opens the commitment of a vote, as the browser that cast it keeps it; bytes in hexadecimal. */
export interface KeptOpening {
  proposalId: string;
  choice: string;
  random: string;
  previous: string | null;
}

/** The receipt of a vote as a browser saves it: with what opens it, or without. */
export interface KeptVoteReceipt {
  consultationId: string;
  commitment: string;
  index: number;
  path: string[];
  /** Of the batch's entry: a C2SP tlog-proof. */
  proof: string;
  /** A C2SP vkey. */
  key: string;
  opening: KeptOpening | null;
}

/** What such a file says it is. */
export const VOTES_FORMAT = 'clarion-vote-receipts';

export interface VoteFinding {
  ok: boolean;
  problem: string | null;
  commitment: string;
  consultation: string;
  batch: number | null;
  /** How many commitments are in the batch. */
  count: number | null;
  /** Of the batch's entry. */
  number: number | null;
  /** Over how many entries the checkpoint is. */
  size: number | null;
  origin: string | null;
  /** Which vote it is, where the file has what opens it. */
  vote: { proposal: string; choice: string } | null;
  /** SHA-256 of the key it was checked with. */
  key: string | null;
}

const isText = (value: unknown): value is string => typeof value === 'string';

function isOpening(value: unknown): value is KeptOpening {
  if (typeof value !== 'object' || value === null) return false;
  const { proposalId, choice, random, previous } = value as Partial<KeptOpening>;
  return [proposalId, choice, random].every(isText) && (previous === null || isText(previous));
}

function isKeptVote(value: unknown): value is KeptVoteReceipt {
  if (typeof value !== 'object' || value === null) return false;
  const { consultationId, commitment, proof, key, index, path, opening } =
    value as Partial<KeptVoteReceipt>;
  return (
    [consultationId, commitment, proof, key].every(isText) &&
    Number.isSafeInteger(index) &&
    Array.isArray(path) &&
    path.every(isText) &&
    (opening === null || opening === undefined || isOpening(opening))
  );
}

/** The receipts in a file of votes; null where it is another file. Those that cannot be read are left out. */
function readVotes(text: string): { votes: KeptVoteReceipt[]; unread: number } | null {
  if (!text.trimStart().startsWith('{')) return null;
  try {
    const { format, votes } = JSON.parse(text) as { format?: unknown; votes?: unknown };
    if (format !== VOTES_FORMAT || !Array.isArray(votes)) return null;
    const read = votes.filter(isKeptVote);
    return { votes: read, unread: votes.length - read.length };
  } catch {
    return null;
  }
}

const bytes = (hex: string) => fromHex(hex) ?? new Uint8Array();

/**
 * Checks the receipts of votes by themselves; null where the text is no file of those. `key` is the record's
 * as it is known from elsewhere.
 */
export async function verifyKeptVotes(
  text: string,
  key?: string,
): Promise<{ ok: boolean; isKeyKnown: boolean; unread: number; votes: VoteFinding[] } | null> {
  const read = readVotes(text);
  if (!read) return null;
  const votes = await Promise.all(read.votes.map((vote) => verifyKeptVote(vote, key)));
  const ok = votes.length > 0 && read.unread === 0 && votes.every((each) => each.ok);
  return { ok, isKeyKnown: key !== undefined, unread: read.unread, votes };
}

/** Checks one of them. */
export async function verifyKeptVote(
  { consultationId, commitment, index, path, proof, key: carried, opening }: KeptVoteReceipt,
  wanted?: string,
): Promise<VoteFinding> {
  const finding: VoteFinding = {
    ok: false,
    problem: null,
    commitment,
    consultation: consultationId,
    batch: null,
    count: null,
    number: null,
    size: null,
    origin: null,
    vote: null,
    key: null,
  };
  const known = await knownKey(carried, wanted);
  if (!known.ok) return { ...finding, problem: known.problem };
  const { key, fingerprint } = known.value;
  const checked = await verifyBallotReceipt(
    { commitment: bytes(commitment), index, path: path.map(bytes), proof },
    { record: [key] },
    opening
      ? {
          consultation: consultationId,
          proposal: opening.proposalId,
          choice: opening.choice,
          random: bytes(opening.random),
          previous: opening.previous === null ? null : bytes(opening.previous),
        }
      : undefined,
  );
  if (!checked.ok) return { ...finding, key: fingerprint, problem: checked.problem };
  const { batch, receipt } = checked.value;
  if (batch.consultation !== consultationId) {
    return { ...finding, key: fingerprint, problem: 'The batch is of another consultation.' };
  }
  return {
    ...finding,
    ok: true,
    batch: batch.batch,
    count: batch.count,
    number: receipt.index + 1,
    size: receipt.checkpoint.size,
    origin: receipt.checkpoint.origin,
    vote: opening ? { proposal: opening.proposalId, choice: opening.choice } : null,
    key: fingerprint,
  };
}
