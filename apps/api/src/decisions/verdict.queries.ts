import type { Choice, Phase, Verdict } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { ownVote } from '../voting/own-vote.js';

/** How those who backed a proposal took an answer, and the viewer's own word. */
export interface VerdictsRow {
  id: string;
  yes: number;
  partly: number;
  no: number;
  /** Who agrees with the proposal now. */
  backers: number;
  mine: Verdict | null;
  /** The viewer's own vote on the proposal. */
  choice: Choice | null;
  phase: Phase;
  countsHiddenUntilVoted: boolean;
}

/** Verdicts on answers, each with the viewer's own under the pseudonym given for it. */
export function verdicts(
  db: EntityManager,
  asked: readonly { id: string; pseudonym: Buffer | null }[],
): Promise<VerdictsRow[]> {
  return db.query(
    `SELECT d.id, said.yes, said.partly, said.no, coalesce(t.agree, 0) AS backers,
       own.verdict AS mine, v.choice, c.phase,
       (c.rules->>'countsHiddenUntilVoted')::boolean AS "countsHiddenUntilVoted"
     FROM unnest($1::uuid[], $2::bytea[]) AS asked(id, pseudonym)
       JOIN decision d ON d.id = asked.id
       JOIN consultation c ON c.id = d.consultation_id
       CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE a.verdict = 'yes')::int AS yes,
           count(*) FILTER (WHERE a.verdict = 'partly')::int AS partly,
           count(*) FILTER (WHERE a.verdict = 'no')::int AS no
         FROM answer_verdict a WHERE a.decision_id = d.id) AS said
       LEFT JOIN tally t ON t.consultation_id = d.consultation_id AND t.proposal_id = d.proposal_id
       ${ownVote('d.consultation_id', 'd.proposal_id', 'asked.pseudonym')}
       LEFT JOIN answer_verdict own ON own.decision_id = d.id AND own.pseudonym = asked.pseudonym`,
    [asked.map((each) => each.id), asked.map((each) => each.pseudonym)],
  );
}

/** Keeps verdicts of those who agreed with the decision's proposal, over what they said before; tells how many. */
export async function answerMany(
  tx: EntityManager,
  decisionId: string,
  given: readonly { pseudonym: Buffer; verdict: Verdict }[],
): Promise<number> {
  const [row] = await tx.query<[{ written: number }]>(
    `WITH answered AS (
       INSERT INTO answer_verdict (decision_id, pseudonym, verdict)
       SELECT d.id, given.pseudonym, given.verdict
       FROM unnest($2::bytea[], $3::text[]) AS given(pseudonym, verdict)
         JOIN decision d ON d.id = $1
         JOIN vote v ON v.consultation_id = d.consultation_id AND v.proposal_id = d.proposal_id
           AND v.pseudonym = given.pseudonym AND v.choice = 'agree'
       ON CONFLICT (decision_id, pseudonym) DO UPDATE SET verdict = EXCLUDED.verdict
       RETURNING 1)
     SELECT count(*)::int AS written FROM answered`,
    [decisionId, given.map((each) => each.pseudonym), given.map((each) => each.verdict)],
  );
  return row.written;
}
