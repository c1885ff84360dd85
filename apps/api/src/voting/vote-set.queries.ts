import type { Choice, ContributionStatus, Phase, Rules, Voter } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { turnOf } from '../consultations/consultation.queries.js';
import { PREPARED } from '../database/prepared.js';
import { VOTER } from '../roll/member.queries.js';
import type { OwnVote } from './ballot.queries.js';
import { ownVote } from './own-vote.js';

/** Where a proposal is: its consultation never changes, and is to be locked before it. */
export async function placeOf(
  db: EntityManager,
  proposalId: string,
): Promise<{ id: string; consultationId: string } | null> {
  const [row] = await db.query<{ id: string; consultationId: string }[]>(
    `${PREPARED}SELECT id, consultation_id AS "consultationId" FROM proposal WHERE id = $1`,
    [proposalId],
  );
  return row ?? null;
}

/** What the rules ask about a proposal before somebody votes on it, and about its consultation. */
export interface PaperHere {
  id: string;
  authorId: string | null;
  status: ContributionStatus;
  version: number;
  phase: Phase;
  rules: Rules;
  votesUntil: Date;
}

/**
 * Proposals of a consultation, under the locks that votes rest on: the consultation with everybody who acts
 * in it, then the proposals with everybody who votes on them. Those that are not there are left out.
 */
export async function lockPapers(
  tx: EntityManager,
  consultationId: string,
  proposalIds: readonly string[],
): Promise<Map<string, PaperHere>> {
  const papers = await tx.query<PaperHere[]>(
    `${PREPARED}${turnOf('SHARE')}
     SELECT p.id, p.author_id AS "authorId", p.status, p.version, c.phase, c.rules,
       c.votes_until AS "votesUntil"
     FROM turn, consultation c JOIN proposal p ON p.consultation_id = c.id
     WHERE c.id = $1 AND p.id = ANY($2::uuid[])
     ORDER BY p.id FOR SHARE OF c, p`,
    [consultationId, [...new Set(proposalIds)]],
  );
  return new Map(papers.map((paper) => [paper.id, paper]));
}

/** Somebody who votes: what the rules ask about them, and whether they are a voter here already. */
export interface VoterHere extends Voter {
  isKnown: boolean;
  /** The CLP they first voted with. */
  clpId: string | null;
}

/**
 * Those who vote, each once, in the order given; the voters among them under a lock that puts one person's
 * votes in a row. Without a pseudonym nobody is known.
 */
export function lockVoters(
  tx: EntityManager,
  consultationId: string,
  people: readonly { memberId: string; pseudonym: Buffer | null }[],
): Promise<VoterHere[]> {
  return tx.query(
    `${PREPARED}WITH known AS MATERIALIZED (
       SELECT found.* FROM (SELECT unnest($3::bytea[]) AS pseudonym ORDER BY 1) AS given,
         LATERAL (SELECT pseudonym, clp_id FROM voter
           WHERE consultation_id = $1 AND pseudonym = given.pseudonym LIMIT 1 FOR UPDATE) AS found)
     SELECT ${VOTER}, known.pseudonym IS NOT NULL AS "isKnown", known.clp_id AS "clpId"
     FROM unnest($2::uuid[], $3::bytea[]) WITH ORDINALITY AS given(member_id, pseudonym, nth)
       JOIN member m ON m.id = given.member_id LEFT JOIN contact c ON c.member_id = m.id
       LEFT JOIN known ON known.pseudonym = given.pseudonym
     ORDER BY given.nth`,
    [
      consultationId,
      people.map(({ memberId }) => memberId),
      people.map(({ pseudonym }) => pseudonym),
    ],
  );
}

/**
 * Makes voters, in the order of pseudonyms. Somebody in another browser of theirs may have made one just now:
 * that row stays as it is, but is locked here too.
 */
export async function enrolAll(
  tx: EntityManager,
  consultationId: string,
  people: readonly { pseudonym: Buffer; clpId: string | null }[],
): Promise<Map<string, { clpId: string | null }>> {
  const rows = await tx.query<{ pseudonym: Buffer; clpId: string | null }[]>(
    `${PREPARED}INSERT INTO voter AS old (consultation_id, pseudonym, clp_id)
     SELECT $1, given.* FROM unnest($2::bytea[], $3::uuid[]) AS given(pseudonym, clp_id)
     ORDER BY given.pseudonym
     ON CONFLICT (consultation_id, pseudonym) DO UPDATE SET clp_id = old.clp_id
     RETURNING pseudonym, clp_id AS "clpId"`,
    [consultationId, people.map(({ pseudonym }) => pseudonym), people.map(({ clpId }) => clpId)],
  );
  return new Map(rows.map(({ pseudonym, clpId }) => [pseudonym.toString('hex'), { clpId }]));
}

/** A vote's place within its consultation. */
export interface VotePlace {
  proposalId: string;
  pseudonym: Buffer;
}

/** The same, of whoever has no pseudonym yet. */
type AnyPlace = Pick<VotePlace, 'proposalId'> & { pseudonym: Buffer | null };

const placesOf = (consultationId: string, places: readonly AnyPlace[]) => [
  consultationId,
  places.map(({ proposalId }) => proposalId),
  places.map(({ pseudonym }) => pseudonym),
];

/**
 * The votes in these places, in their order. A statement of its own after `lockVoters`: one that waits for
 * the lock and reads votes too would read them as they were before the wait.
 */
export function ownVotes(
  tx: EntityManager,
  consultationId: string,
  places: readonly AnyPlace[],
): Promise<OwnVote[]> {
  return tx.query(
    `${PREPARED}SELECT v.choice, v.version, v.commitment, v.previous,
       (SELECT count(*)::int FROM (SELECT FROM vote few
         WHERE few.consultation_id = $1 AND few.pseudonym = given.pseudonym LIMIT 2) AS few) AS votes
     FROM unnest($2::uuid[], $3::bytea[]) WITH ORDINALITY AS given(proposal_id, pseudonym, nth)
       ${ownVote('$1', 'given.proposal_id', 'given.pseudonym')}
     ORDER BY given.nth`,
    placesOf(consultationId, places),
  );
}

export interface NewVote extends VotePlace {
  choice: Choice;
  version: number;
  castAt: Date;
  random: Buffer;
  /** The commitment that it replaces. */
  previous: Buffer | null;
  commitment: Buffer;
  /** The ten minutes from which on the commitment waits for others, by their beginning. */
  pendingSince: Date;
}

const valuesOf = (consultationId: string, votes: readonly NewVote[]) => [
  ...placesOf(consultationId, votes),
  votes.map(({ choice }) => choice),
  votes.map(({ version }) => version),
  votes.map(({ castAt }) => castAt.toISOString()),
  votes.map(({ random }) => random),
  votes.map(({ previous }) => previous),
  votes.map(({ commitment }) => commitment),
  votes.map(({ pendingSince }) => pendingSince.toISOString()),
];

/** The votes given, and beside them, in their statement: the commitments begin to wait for the record. */
const GIVEN = `WITH given AS MATERIALIZED (
    SELECT * FROM unnest($2::uuid[], $3::bytea[], $4::text[], $5::int[], $6::timestamptz[],
      $7::bytea[], $8::bytea[], $9::bytea[], $10::timestamptz[])
    AS given(proposal_id, pseudonym, choice, version, cast_at, random, previous, commitment, since)),
  committed AS (
    INSERT INTO pending_commitment (commitment, consultation_id, pseudonym, since)
    SELECT commitment, $1, pseudonym, since FROM given ON CONFLICT DO NOTHING)`;

export async function insertAll(
  tx: EntityManager,
  consultationId: string,
  votes: readonly NewVote[],
): Promise<void> {
  await tx.query(
    `${PREPARED}${GIVEN}
     INSERT INTO vote (consultation_id, proposal_id, pseudonym, choice, version, cast_at, random,
       previous, commitment)
     SELECT $1, proposal_id, pseudonym, choice, version, cast_at, random, previous, commitment
     FROM given`,
    valuesOf(consultationId, votes),
  );
}

/** Puts other votes in place of those that stand, whose commitments are kept as replaced. */
export async function changeAll(
  tx: EntityManager,
  consultationId: string,
  votes: readonly NewVote[],
): Promise<void> {
  await tx.query(
    `${GIVEN}, replaced AS (
       INSERT INTO superseded_commitment (commitment, consultation_id, reason)
       SELECT v.commitment, $1, 'changed' FROM vote v JOIN given USING (proposal_id, pseudonym)
       WHERE v.consultation_id = $1 AND v.commitment IS NOT NULL
       ON CONFLICT DO NOTHING)
     UPDATE vote v SET choice = given.choice, version = given.version, cast_at = given.cast_at,
       random = given.random, previous = given.previous, commitment = given.commitment
     FROM given
     WHERE v.consultation_id = $1 AND v.proposal_id = given.proposal_id
       AND v.pseudonym = given.pseudonym`,
    valuesOf(consultationId, votes),
  );
}

export async function removeAll(
  tx: EntityManager,
  consultationId: string,
  places: readonly VotePlace[],
): Promise<void> {
  await tx.query(
    `WITH gone AS (
       DELETE FROM vote v USING unnest($2::uuid[], $3::bytea[]) AS given(proposal_id, pseudonym)
       WHERE v.consultation_id = $1 AND v.proposal_id = given.proposal_id
         AND v.pseudonym = given.pseudonym
       RETURNING v.commitment)
     INSERT INTO superseded_commitment (commitment, consultation_id, reason)
     SELECT commitment, $1, 'taken_back' FROM gone WHERE commitment IS NOT NULL
     ON CONFLICT DO NOTHING`,
    placesOf(consultationId, places),
  );
}
