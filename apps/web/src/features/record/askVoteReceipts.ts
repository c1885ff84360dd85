import type { ApolloClient } from '@apollo/client';
import { fromHex, verifyBallotReceipt } from '@clarion/record';
import { graphql } from '../../graphql/generated';
import type { VoteReceiptsQuery } from '../../graphql/generated/graphql';
import { type KeptVote, keptVotes } from './keptVotes';
import { knowBy, recordKey } from './recordKey';
import { type KeptBatch, keepVoteReceipts, placeOf, voteReceipts } from './voteReceipts';

const VoteReceiptsDocument = graphql(`
  query VoteReceipts($commitments: [String!]!) {
    voteReceipts(commitments: $commitments) {
      commitment
      consultationId
      batch
      index
      path
      proof
      key
    }
  }
`);

/** The latest batches of a consultation, and how far the record is signed. */
const LastBatchesDocument = graphql(`
  query LastBatches($consultationId: ID!) {
    record {
      checkpoint {
        size
      }
    }
    recordEntries(
      filter: { consultationId: $consultationId, aboutKind: consultation, kind: "votes_committed" }
      first: 3
    ) {
      edges {
        node {
          number
          json
        }
      }
    }
  }
`);

/** Receipts that are given at once. */
const MOST = 50;

type Given = VoteReceiptsQuery['voteReceipts'][number];

const bytes = (hex: string) => fromHex(hex) ?? new Uint8Array();

/**
 * Checks receipts of votes in one batch on this device: that the record's key signed its entry, and that each
 * vote, as this browser cast it, is in it. Answers what is wrong, null for nothing.
 */
export async function checkBatch(
  { proof, key: line, batch: number, votes }: Omit<KeptBatch, 'checkedAt' | 'problem'>,
  kept: readonly KeptVote[],
): Promise<string | null> {
  const key = await recordKey(line);
  if (!key.ok) return key.problem;
  for (const { commitment, index, path } of votes) {
    const vote = kept.find((one) => one.commitment === commitment);
    if (!vote) return 'It is for a vote that this browser did not cast.';
    const checked = await verifyBallotReceipt(
      { commitment: bytes(commitment), index, path: path.map(bytes), proof },
      { record: [key.value] },
      {
        consultation: vote.consultationId,
        proposal: vote.proposalId,
        choice: vote.choice,
        random: bytes(vote.random),
        previous: vote.previous === null ? null : bytes(vote.previous),
      },
    );
    if (!checked.ok) return checked.problem;
    if (checked.value.batch.batch !== number) return 'The receipt is for another batch.';
  }
  knowBy(line);
  return null;
}

/** What was given, by batch, with what is kept of the same batch already. */
function batchesOf(given: readonly Given[], kept: readonly KeptBatch[]) {
  const found = new Map<string, Omit<KeptBatch, 'checkedAt' | 'problem'>>();
  for (const { commitment, consultationId, batch, index, path, proof, key } of given) {
    const name = `${consultationId} ${batch}`;
    const before = kept.find((one) => one.consultationId === consultationId && one.batch === batch);
    const votes = found.get(name)?.votes ?? before?.votes ?? [];
    const others = votes.filter((one) => one.commitment !== commitment);
    const all = [...others, { commitment, index, path: [...path] }];
    found.set(name, { consultationId, batch, proof, key, votes: all });
  }
  return found;
}

const waitingOf = (votes: readonly KeptVote[]) =>
  votes.filter(({ commitment }) => !placeOf(commitment, voteReceipts()));

/** The last batch there is of a consultation, and the last that is signed over. */
async function lastBatches(client: ApolloClient, consultationId: string) {
  const { data } = await client.query({
    query: LastBatchesDocument,
    variables: { consultationId },
    fetchPolicy: 'no-cache',
  });
  const size = data?.record.checkpoint?.size ?? 0;
  const last = { made: 0, signed: 0 };
  for (const { node } of data?.recordEntries.edges ?? []) {
    const { act } = JSON.parse(node.json) as { act?: { data?: { batch?: unknown } } };
    const batch = Number(act?.data?.batch) || 0;
    last.made = Math.max(last.made, batch);
    if (node.number <= size) last.signed = Math.max(last.signed, batch);
  }
  return last;
}

/**
 * Asks for the receipts of this browser's votes that have none, checks them here and keeps them. Votes that
 * are in none of two batches made after them are missing: the first may have been of the same ten minutes
 * as they are, the second was of all that waited.
 */
export async function askVoteReceipts(client: ApolloClient): Promise<void> {
  const votes = keptVotes();
  const asked = waitingOf(votes);
  const last = new Map<string, Awaited<ReturnType<typeof lastBatches>>>();
  for (const id of new Set(asked.map(({ consultationId }) => consultationId))) {
    last.set(id, await lastBatches(client, id));
  }
  for (let from = 0; from < asked.length; from += MOST) {
    const commitments = asked.slice(from, from + MOST).map(({ commitment }) => commitment);
    const { data } = await client.query({
      query: VoteReceiptsDocument,
      variables: { commitments },
      fetchPolicy: 'no-cache',
    });
    for (const batch of batchesOf(data?.voteReceipts ?? [], voteReceipts().batches).values()) {
      const problem = await checkBatch(batch, votes);
      const { batches, ...rest } = voteReceipts();
      const others = batches.filter(
        (one) => one.consultationId !== batch.consultationId || one.batch !== batch.batch,
      );
      const checked = { ...batch, checkedAt: new Date().toISOString(), problem };
      keepVoteReceipts({ ...rest, batches: [...others, checked] });
    }
  }
  const { batches, seen: before } = voteReceipts();
  const seen: Record<string, number> = {};
  const missing: string[] = [];
  for (const { commitment, consultationId } of waitingOf(asked)) {
    const { made = 0, signed = 0 } = last.get(consultationId) ?? {};
    const first = before[commitment] ?? made;
    seen[commitment] = first;
    if (signed >= first + 2) missing.push(commitment);
  }
  keepVoteReceipts({ batches, seen, missing });
}
