import { createMemberStore } from '../../memberStore';

/** That votes of this browser are in one batch; bytes in hexadecimal. */
export interface KeptBatch {
  consultationId: string;
  /** From 1 in the consultation. */
  batch: number;
  /** The receipt of its entry in the record, a C2SP tlog-proof, and the key that signed it, a C2SP vkey. */
  proof: string;
  key: string;
  votes: { commitment: string; index: number; path: string[] }[];
  /** When it was checked here, ISO 8601, and what was wrong; none when it is sound. */
  checkedAt: string;
  problem: string | null;
}

export interface VoteReceipts {
  batches: readonly KeptBatch[];
  /** Of votes without a receipt, by commitment: the last batch of their consultation when that was asked first. */
  seen: Readonly<Record<string, number>>;
  /** Commitments that no batch has, although it was made of all that waited after them. */
  missing: readonly string[];
}

const none: VoteReceipts = { batches: [], seen: {}, missing: [] };
const isText = (value: unknown): value is string => typeof value === 'string';

function isBatch(value: unknown): value is KeptBatch {
  if (typeof value !== 'object' || value === null) return false;
  const { consultationId, batch, proof, key, votes, checkedAt, problem } =
    value as Partial<KeptBatch>;
  return (
    [consultationId, proof, key, checkedAt].every(isText) &&
    typeof batch === 'number' &&
    (problem === null || isText(problem)) &&
    Array.isArray(votes) &&
    votes.every(
      ({ commitment, index, path }) =>
        isText(commitment) &&
        typeof index === 'number' &&
        Array.isArray(path) &&
        path.every(isText),
    )
  );
}

/** What the browser kept. What cannot be read is left out: it may come from another version. */
export function parseVoteReceipts(text: string | null): VoteReceipts {
  try {
    const { batches, seen, missing } = JSON.parse(text ?? '{}') as Partial<VoteReceipts>;
    return {
      batches: Array.isArray(batches) ? batches.filter(isBatch) : [],
      seen: Object.fromEntries(
        Object.entries(seen ?? {}).filter(([, batch]) => typeof batch === 'number'),
      ),
      missing: Array.isArray(missing) ? missing.filter(isText) : [],
    };
  } catch {
    return { ...none };
  }
}

/** Kept when signing out, as the votes themselves are. */
const receipts = createMemberStore<VoteReceipts>({
  name: 'clarion:vote-receipts',
  none,
  parse: parseVoteReceipts,
});

export const openVoteReceipts = receipts.open;
export const voteReceipts = receipts.get;
export const keepVoteReceipts = receipts.keep;
export const useVoteReceiptsKept = receipts.use;

/** The batch that holds a vote, with its place there; none while it waits. */
export function placeOf(commitment: string, { batches }: VoteReceipts) {
  for (const batch of batches) {
    const vote = batch.votes.find((one) => one.commitment === commitment);
    if (vote) return { batch, vote };
  }
  return null;
}
