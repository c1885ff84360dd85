import type { Choice } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';

/** A vote from outside: of an import, or of the demo's simulated members. */
export interface ImportedVote {
  proposalId: string;
  pseudonym: Buffer;
  choice: Choice;
  castAt: Date;
  /** The version voted on; none for the proposal's version now. */
  version?: number;
}

/** What is known of somebody who votes that way. */
export interface ImportedVoter {
  pseudonym: Buffer;
  clpId?: string | null;
  /** The opinion group that was published for them. */
  group?: number | null;
}

/** Adds voters, and completes those that are there with what is known now. */
export async function enrolMany(
  tx: EntityManager,
  consultationId: string,
  voters: readonly ImportedVoter[],
): Promise<void> {
  await tx.query(
    `INSERT INTO voter AS old (consultation_id, pseudonym, clp_id, imported_group)
     SELECT $1, pseudonym, clp_id, "group"
     FROM unnest($2::bytea[], $3::uuid[], $4::smallint[]) AS given(pseudonym, clp_id, "group")
     ON CONFLICT (consultation_id, pseudonym) DO UPDATE SET
       clp_id = coalesce(EXCLUDED.clp_id, old.clp_id),
       imported_group = coalesce(EXCLUDED.imported_group, old.imported_group)`,
    [
      consultationId,
      voters.map((voter) => voter.pseudonym),
      voters.map((voter) => voter.clpId ?? null),
      voters.map((voter) => voter.group ?? null),
    ],
  );
}

/**
 * Writes votes over what was there. One statement may insert and update here, because the caller
 * holds the consultation alone. They are not committed to: nobody drew anything for them. No two of the votes may be one person's on one proposal.
 */
export async function castMany(
  tx: EntityManager,
  consultationId: string,
  votes: readonly ImportedVote[],
): Promise<number> {
  const written = await tx.query<{ written: number }[]>(
    `WITH given AS (
       SELECT * FROM unnest($2::uuid[], $3::bytea[], $4::text[], $5::int[], $6::timestamptz[])
         AS given(proposal_id, pseudonym, choice, version, cast_at)
     ), replaced AS (
       INSERT INTO superseded_commitment (commitment, consultation_id, reason)
       SELECT v.commitment, $1, 'imported_over' FROM vote v JOIN given USING (proposal_id, pseudonym)
       WHERE v.consultation_id = $1 AND v.commitment IS NOT NULL
       ON CONFLICT DO NOTHING
     ), cast_now AS (
       INSERT INTO vote (consultation_id, proposal_id, pseudonym, choice, version, cast_at)
       SELECT $1, p.id, given.pseudonym, given.choice, coalesce(given.version, p.version), given.cast_at
       FROM given
         JOIN proposal p ON p.id = given.proposal_id AND p.consultation_id = $1
       ON CONFLICT (consultation_id, proposal_id, pseudonym) DO UPDATE SET
         choice = EXCLUDED.choice, version = EXCLUDED.version, cast_at = EXCLUDED.cast_at,
         random = NULL, previous = NULL, commitment = NULL
       RETURNING 1)
     SELECT count(*)::int AS written FROM cast_now`,
    [
      consultationId,
      votes.map((vote) => vote.proposalId),
      votes.map((vote) => vote.pseudonym),
      votes.map((vote) => vote.choice),
      votes.map((vote) => vote.version ?? null),
      votes.map((vote) => vote.castAt),
    ],
  );
  return written[0]?.written ?? 0;
}
