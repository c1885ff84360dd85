import type { Phase, Rules, Tally } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';

/** The counts of these proposals, none for those without votes. */
export function tallies(
  db: EntityManager,
  ids: readonly string[],
): Promise<(Tally & { id: string })[]> {
  return db.query(
    `SELECT p.id, coalesce(t.agree, 0) AS agree, coalesce(t.disagree, 0) AS disagree,
       coalesce(t.pass, 0) AS pass
     FROM proposal p LEFT JOIN tally t ON t.consultation_id = p.consultation_id AND t.proposal_id = p.id
     WHERE p.id = ANY($1) AND p.status <> 'waiting'`,
    [ids],
  );
}

/** What the rules ask about a proposal before its counts are shown. */
export async function placeOf(
  db: EntityManager,
  proposalId: string,
): Promise<{ consultationId: string; phase: Phase; rules: Rules } | null> {
  const [row] = await db.query<{ consultationId: string; phase: Phase; rules: Rules }[]>(
    `SELECT c.id AS "consultationId", c.phase, c.rules
     FROM proposal p JOIN consultation c ON c.id = p.consultation_id
     WHERE p.id = $1 AND p.status <> 'waiting'`,
    [proposalId],
  );
  return row ?? null;
}

/** Of some voters, those who voted on a proposal; pseudonyms in hexadecimal. */
export async function votedOn(
  db: EntityManager,
  { consultationId, proposalId }: { consultationId: string; proposalId: string },
  pseudonyms: readonly Buffer[],
): Promise<Set<string>> {
  const rows = await db.query<{ pseudonym: string }[]>(
    `SELECT encode(v.pseudonym, 'hex') AS pseudonym FROM vote v
     WHERE v.consultation_id = $1 AND v.proposal_id = $2 AND v.pseudonym = ANY($3::bytea[])`,
    [consultationId, proposalId, pseudonyms],
  );
  return new Set(rows.map(({ pseudonym }) => pseudonym));
}
