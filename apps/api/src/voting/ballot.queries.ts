import type { Choice, ContributionStatus, Phase } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { ofAnyLength, PREPARED } from '../database/prepared.js';
import { type Placed, readTogether } from '../database/read-together.js';
import { ownVote } from './own-vote.js';
import type { Asked, AskedIn } from './pseudonym.js';

/** What the rules ask about a proposal before somebody chooses it. */
export interface BallotPaper {
  id: string;
  consultationId: string;
  authorId: string | null;
  status: ContributionStatus;
  version: number;
}

/** A voter's own place in a consultation. */
export interface VoterKey {
  consultationId: string;
  pseudonym: Buffer;
}

/** The voter under a lock that puts one person's votes in a row; null when they never voted here. */
export async function lockVoter(
  tx: EntityManager,
  { consultationId, pseudonym }: VoterKey,
): Promise<{ clpId: string | null } | null> {
  const [row] = await tx.query<{ clpId: string | null }[]>(
    `SELECT clp_id AS "clpId" FROM voter
     WHERE consultation_id = $1 AND pseudonym = $2 FOR UPDATE`,
    [consultationId, pseudonym],
  );
  return row ?? null;
}

/** Makes the voter unless somebody in another browser of theirs just did. */
export async function enrol(
  tx: EntityManager,
  { consultationId, pseudonym }: VoterKey,
  clpId: string | null,
): Promise<void> {
  await tx.query(
    `INSERT INTO voter (consultation_id, pseudonym, clp_id) VALUES ($1, $2, $3)
     ON CONFLICT (consultation_id, pseudonym) DO NOTHING`,
    [consultationId, pseudonym, clpId],
  );
}

export interface OwnVote {
  choice: Choice | null;
  version: number | null;
  commitment: Buffer | null;
  previous: Buffer | null;
  /** Votes this person has in the consultation: none, one, or two for "more than one". */
  votes: 0 | 1 | 2;
}

/**
 * The voter's vote on a proposal. A statement of its own after `lockVoter`: one that waits for the
 * lock and reads votes too would read them as they were before the wait.
 */
export async function own(
  tx: EntityManager,
  { consultationId, pseudonym }: VoterKey,
  proposalId: string,
): Promise<OwnVote> {
  const [row] = await tx.query<[OwnVote]>(
    `SELECT v.choice, v.version, v.commitment, v.previous, (SELECT count(*)::int FROM (SELECT FROM vote
         WHERE consultation_id = $1 AND pseudonym = $2 LIMIT 2) AS few) AS votes
     FROM (VALUES (1)) AS one LEFT JOIN vote v
       ON v.consultation_id = $1 AND v.pseudonym = $2 AND v.proposal_id = $3`,
    [consultationId, pseudonym, proposalId],
  );
  return row;
}

/** A proposal as the viewer may see it voted on: counts, their own vote, and what hides the counts. */
export interface BallotRow {
  id: string;
  agree: number;
  disagree: number;
  pass: number;
  /** The proposal's version now. */
  version: number;
  choice: Choice | null;
  votedVersion: number | null;
  phase: Phase;
  countsHiddenUntilVoted: boolean;
}

/** The counts of a proposal, and what hides them from whoever has not voted. */
export type Counts = Pick<
  BallotRow,
  'agree' | 'disagree' | 'pass' | 'phase' | 'countsHiddenUntilVoted'
>;

/** The same brought along by the row of a proposal `p`. */
export const COUNTS = `(SELECT json_build_object('agree', coalesce(t.agree, 0), 'disagree', coalesce(t.disagree, 0),
    'pass', coalesce(t.pass, 0), 'phase', its.phase,
    'countsHiddenUntilVoted', (its.rules->>'countsHiddenUntilVoted')::boolean)
  FROM consultation its LEFT JOIN tally t ON t.consultation_id = its.id AND t.proposal_id = p.id
  WHERE its.id = p.consultation_id) AS counts`;

function readBallots(db: EntityManager, asked: readonly Asked[]): Promise<(BallotRow & Placed)[]> {
  return db.query(
    `${PREPARED}SELECT asked.place::int, p.id, coalesce(t.agree, 0) AS agree, coalesce(t.disagree, 0) AS disagree,
       coalesce(t.pass, 0) AS pass, p.version, v.choice, v.version AS "votedVersion", c.phase,
       (c.rules->>'countsHiddenUntilVoted')::boolean AS "countsHiddenUntilVoted"
     FROM unnest(${ofAnyLength('$1::uuid[]')}, ${ofAnyLength('$2::bytea[]')}) WITH ORDINALITY
         AS asked(proposal_id, pseudonym, place)
       JOIN proposal p ON p.id = asked.proposal_id
       JOIN consultation c ON c.id = p.consultation_id
       LEFT JOIN tally t ON t.consultation_id = p.consultation_id AND t.proposal_id = p.id
       ${ownVote('p.consultation_id', 'p.id', 'asked.pseudonym')}`,
    [asked.map((each) => each.id), asked.map((each) => each.pseudonym)],
  );
}

/** Ballots of proposals, each with the vote under the pseudonym given for it. */
export const ballots = readTogether(readBallots);

/** A vote under the pseudonym given for its proposal. */
export interface VoteUnder extends Pick<BallotRow, 'id' | 'choice' | 'votedVersion'> {}

function readVotes(db: EntityManager, asked: readonly AskedIn[]): Promise<(VoteUnder & Placed)[]> {
  return db.query(
    `${PREPARED}SELECT asked.place::int, asked.id, v.choice, v.version AS "votedVersion"
     FROM unnest(${ofAnyLength('$1::uuid[]')}, ${ofAnyLength('$2::uuid[]')}, ${ofAnyLength('$3::bytea[]')})
         WITH ORDINALITY AS asked(consultation_id, id, pseudonym, place)
       CROSS JOIN LATERAL (SELECT choice, version FROM vote
         WHERE consultation_id = asked.consultation_id AND proposal_id = asked.id
           AND pseudonym = asked.pseudonym LIMIT 1) AS v`,
    [
      asked.map(({ consultationId }) => consultationId),
      asked.map(({ id }) => id),
      asked.map(({ pseudonym }) => pseudonym),
    ],
  );
}

/** The votes alone, where the rest of a ballot is at hand; none where there is none. */
export const votes = readTogether(readVotes);
