import type { EntityManager } from 'typeorm';

/** A ballot from outside: of the demo's simulated members. */
export interface ImportedBallot {
  pseudonym: Buffer;
  clpId: string | null;
  /** In order; at least one. */
  proposalIds: readonly string[];
}

/** Writes ballots over what was there. Their voters are known, and the caller holds the consultation alone. */
export async function replaceMany(
  tx: EntityManager,
  consultationId: string,
  ballots: readonly ImportedBallot[],
): Promise<void> {
  await tx.query(
    'DELETE FROM priority_choice WHERE consultation_id = $1 AND pseudonym = ANY($2::bytea[])',
    [consultationId, ballots.map(({ pseudonym }) => pseudonym)],
  );
  const choices = ballots.flatMap(({ pseudonym, proposalIds }) =>
    proposalIds.map((proposalId, at) => ({ pseudonym, proposalId, position: at + 1 })),
  );
  await tx.query(
    `INSERT INTO priority_choice (consultation_id, pseudonym, proposal_id, position)
     SELECT $1, * FROM unnest($2::bytea[], $3::uuid[], $4::smallint[])`,
    [
      consultationId,
      choices.map(({ pseudonym }) => pseudonym),
      choices.map(({ proposalId }) => proposalId),
      choices.map(({ position }) => position),
    ],
  );
}
