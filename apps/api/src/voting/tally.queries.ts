import type { Tally } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { PREPARED } from '../database/prepared.js';

/** What votes add to the counts of a proposal and take away; of voters of one CLP, or of none. */
export interface TallyChange extends Tally {
  proposalId: string;
  clpId: string | null;
}

const idsAndCounts = (changes: readonly TallyChange[]) => [
  changes.map(({ proposalId }) => proposalId),
  changes.map(({ clpId }) => clpId),
  changes.map(({ agree }) => agree),
  changes.map(({ disagree }) => disagree),
  changes.map(({ pass }) => pass),
];

/** Adds what is excluded to what is there. */
const ADDED = `agree = t.agree + EXCLUDED.agree, disagree = t.disagree + EXCLUDED.disagree,
  pass = t.pass + EXCLUDED.pass`;

/**
 * Changes the counts of a consultation by differences, the votes themselves having been written: first those
 * of all in the order of proposals, then those by CLP, last the voters. Each part asks for how many the one
 * before wrote, which keeps this order, in which everybody who votes takes these rows: nobody waits in a circle.
 * Answers the counts that then stand.
 */
export async function change(
  tx: EntityManager,
  consultationId: string,
  changes: readonly TallyChange[],
  voters: number,
): Promise<Map<string, Tally>> {
  const counted = await tx.query<(Tally & { id: string })[]>(
    `${PREPARED}WITH given AS MATERIALIZED (
       SELECT * FROM unnest($2::uuid[], $3::uuid[], $4::int[], $5::int[], $6::int[])
         AS given(proposal_id, clp_id, agree, disagree, pass)
     ), of_all AS (
       INSERT INTO tally AS t (consultation_id, proposal_id, agree, disagree, pass)
       SELECT $1, proposal_id, sum(agree), sum(disagree), sum(pass) FROM given
       GROUP BY proposal_id ORDER BY proposal_id
       ON CONFLICT (consultation_id, proposal_id) DO UPDATE SET ${ADDED}
       RETURNING t.proposal_id, t.agree, t.disagree, t.pass
     ), of_clps AS (
       INSERT INTO tally_by_clp AS t (consultation_id, proposal_id, clp_id, agree, disagree, pass)
       SELECT $1, proposal_id, clp_id, sum(g.agree), sum(g.disagree), sum(g.pass)
       FROM given g, (SELECT count(*) FROM of_all) AS before
       WHERE clp_id IS NOT NULL GROUP BY proposal_id, clp_id ORDER BY proposal_id, clp_id
       ON CONFLICT (consultation_id, proposal_id, clp_id) DO UPDATE SET ${ADDED}
       RETURNING 1
     ), of_people AS (
       INSERT INTO turnout AS t (consultation_id, voters, ballots)
       SELECT $1, $7::int, 0 FROM (SELECT count(*) FROM of_clps) AS before WHERE $7::int <> 0
       ON CONFLICT (consultation_id) DO UPDATE SET voters = t.voters + EXCLUDED.voters
       RETURNING 1)
     SELECT proposal_id AS id, agree, disagree, pass
     FROM of_all, (SELECT count(*) FROM of_people) AS done`,
    [consultationId, ...idsAndCounts(changes), voters],
  );
  return new Map(counted.map(({ id, ...counts }) => [id, counts]));
}

/** One voter or one priority ballot more, or one fewer. After the tallies: the last row that a vote takes. */
export async function changeTurnout(
  tx: EntityManager,
  consultationId: string,
  by: { voters: number; ballots: number },
): Promise<void> {
  await tx.query(
    `INSERT INTO turnout AS t (consultation_id, voters, ballots) VALUES ($1, $2, $3)
     ON CONFLICT (consultation_id) DO UPDATE SET voters = t.voters + EXCLUDED.voters,
       ballots = t.ballots + EXCLUDED.ballots`,
    [consultationId, by.voters, by.ballots],
  );
}

const COUNTED = `count(*) FILTER (WHERE v.choice = 'agree')::int AS agree,
  count(*) FILTER (WHERE v.choice = 'disagree')::int AS disagree,
  count(*) FILTER (WHERE v.choice = 'pass')::int AS pass`;

/** Tallies as the votes give them; `$1` a consultation, or null for all. */
const FROM_VOTES = `SELECT v.consultation_id, v.proposal_id, ${COUNTED} FROM vote v
  WHERE $1::uuid IS NULL OR v.consultation_id = $1 GROUP BY 1, 2`;
const FROM_VOTES_BY_CLP = `SELECT v.consultation_id, v.proposal_id, voter.clp_id, ${COUNTED}
  FROM vote v JOIN voter USING (consultation_id, pseudonym)
  WHERE voter.clp_id IS NOT NULL AND ($1::uuid IS NULL OR v.consultation_id = $1) GROUP BY 1, 2, 3`;
/** Whoever voted, and whoever chose what matters most: one may do either without the other. */
const TURNOUT = `SELECT consultation_id, sum(voters)::int AS voters, sum(ballots)::int AS ballots FROM (
    SELECT v.consultation_id, count(DISTINCT v.pseudonym) AS voters, 0 AS ballots FROM vote v
    WHERE $1::uuid IS NULL OR v.consultation_id = $1 GROUP BY 1
    UNION ALL
    SELECT c.consultation_id, 0, count(DISTINCT c.pseudonym) FROM priority_choice c
    WHERE $1::uuid IS NULL OR c.consultation_id = $1 GROUP BY 1) AS taking_part GROUP BY 1`;

/** Counts a consultation anew from its votes. The caller holds its lock alone. */
export async function rebuild(tx: EntityManager, consultationId: string): Promise<void> {
  const only = [consultationId];
  await tx.query('DELETE FROM tally WHERE consultation_id = $1', only);
  await tx.query('DELETE FROM tally_by_clp WHERE consultation_id = $1', only);
  await tx.query('DELETE FROM turnout WHERE consultation_id = $1', only);
  await tx.query(
    `INSERT INTO tally (consultation_id, proposal_id, agree, disagree, pass) ${FROM_VOTES}`,
    only,
  );
  await tx.query(
    `INSERT INTO tally_by_clp (consultation_id, proposal_id, clp_id, agree, disagree, pass)
     ${FROM_VOTES_BY_CLP}`,
    only,
  );
  await tx.query(`INSERT INTO turnout (consultation_id, voters, ballots) ${TURNOUT}`, only);
}

/** A count that was kept and is not what the votes say. */
export interface Difference {
  what: 'tally' | 'tally_by_clp' | 'turnout';
  consultationId: string;
  proposalId: string | null;
  clpId: string | null;
  /** Agree, disagree, pass; for the turnout the voters and the priority ballots. */
  kept: number[];
  counted: number[];
}

const compared = (table: string, counted: string, key: string, ids: string) => `
  SELECT '${table}' AS what, ${ids},
    ARRAY[coalesce(k.agree, 0), coalesce(k.disagree, 0), coalesce(k.pass, 0)] AS kept,
    ARRAY[coalesce(c.agree, 0), coalesce(c.disagree, 0), coalesce(c.pass, 0)] AS counted
  FROM (SELECT * FROM ${table} WHERE $1::uuid IS NULL OR consultation_id = $1) k
    FULL JOIN (${counted}) c USING (${key})`;

/** Counts everything again from the votes and tells every difference from what was kept: none, when all is well. */
export function recountTallies(
  db: EntityManager,
  consultationId: string | null = null,
): Promise<Difference[]> {
  return db.query(
    `SELECT what, "consultationId", "proposalId", "clpId", kept, counted FROM (
       ${compared('tally', FROM_VOTES, 'consultation_id, proposal_id', 'consultation_id AS "consultationId", proposal_id AS "proposalId", NULL::uuid AS "clpId"')}
       UNION ALL
       ${compared('tally_by_clp', FROM_VOTES_BY_CLP, 'consultation_id, proposal_id, clp_id', 'consultation_id AS "consultationId", proposal_id AS "proposalId", clp_id AS "clpId"')}
       UNION ALL
       SELECT 'turnout', consultation_id, NULL, NULL,
         ARRAY[coalesce(k.voters, 0), coalesce(k.ballots, 0)],
         ARRAY[coalesce(c.voters, 0), coalesce(c.ballots, 0)]
       FROM (SELECT * FROM turnout WHERE $1::uuid IS NULL OR consultation_id = $1) k
         FULL JOIN (${TURNOUT}) c USING (consultation_id)
     ) AS both_ways
     WHERE kept <> counted
     ORDER BY what, "consultationId", "proposalId", "clpId"`,
    [consultationId],
  );
}
