import type { Ballots, Choice, ContributionStatus } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { gather } from '../graphql/loader.js';
import type { BallotPaper, VoterKey } from './ballot.queries.js';
import { ownVote } from './own-vote.js';
import type { Asked } from './pseudonym.js';

/** What the rules ask about proposals before somebody chooses them, in the order of their ids. */
export function lockPapers(tx: EntityManager, ids: readonly string[]): Promise<BallotPaper[]> {
  return tx.query(
    `SELECT id, consultation_id AS "consultationId", author_id AS "authorId", status, version
     FROM proposal WHERE id = ANY($1) ORDER BY id FOR SHARE`,
    [ids],
  );
}

/** A proposal that somebody chose. */
export interface Chosen {
  id: string;
  status: ContributionStatus;
}

/** What a voter chose, with its joins: `x` is a choice of theirs. */
export const CHOSEN = `SELECT json_agg(json_build_object('id', p.id, 'status', p.status) ORDER BY x.position)
  FROM priority_choice x JOIN proposal p ON p.id = x.proposal_id`;

/** What a voter chose, in their order. A statement of its own after `lockVoter`, as for a vote. */
export async function own(
  tx: EntityManager,
  { consultationId, pseudonym }: VoterKey,
): Promise<Chosen[]> {
  const [row] = await tx.query<{ chosen: Chosen[] | null }[]>(
    `SELECT (${CHOSEN} WHERE x.consultation_id = $1 AND x.pseudonym = $2) AS chosen`,
    [consultationId, pseudonym],
  );
  return row?.chosen ?? [];
}

/** Writes the whole ballot over what was there; no proposals, no ballot. */
export async function replace(
  tx: EntityManager,
  { consultationId, pseudonym }: VoterKey,
  proposalIds: readonly string[],
): Promise<void> {
  await tx.query('DELETE FROM priority_choice WHERE consultation_id = $1 AND pseudonym = $2', [
    consultationId,
    pseudonym,
  ]);
  await tx.query(
    `INSERT INTO priority_choice (consultation_id, pseudonym, proposal_id, position)
     SELECT $1, $2, chosen.id, chosen.position
     FROM unnest($3::uuid[]) WITH ORDINALITY AS chosen(id, position)`,
    [consultationId, pseudonym, proposalIds],
  );
}

export interface ChoosableRow {
  id: string;
  consultationId: string;
  authorId: string | null;
  /** What the viewer said to it. */
  choice: Choice | null;
}

/** The proposals of these consultations that can be chosen, found by words where some are given. */
export async function choosable(
  db: EntityManager,
  asked: readonly Asked[],
  text: string | null,
): Promise<Map<string, ChoosableRow[]>> {
  const rows = await db.query<ChoosableRow[]>(
    `SELECT p.id, p.consultation_id AS "consultationId", p.author_id AS "authorId", v.choice
     FROM unnest($1::uuid[], $2::bytea[]) AS asked(id, pseudonym)
       JOIN proposal p ON p.consultation_id = asked.id
       ${ownVote('p.consultation_id', 'p.id', 'asked.pseudonym')}
     WHERE p.status = 'published' AND ($3::text IS NULL OR p.words
       @@ websearch_to_tsquery('english', fold($3)) OR strpos(fold(p.statement), fold($3)) > 0)
     ORDER BY p.number, p.id`,
    [asked.map((each) => each.id), asked.map((each) => each.pseudonym), text],
  );
  return gather(rows, (row) => row.consultationId);
}

/** Ballots fetched at once: a few megabytes. */
const BATCH = 50_000;
/** Bytes of a place in a ballot. */
const PLACE = 4;

/**
 * The ballots of a consultation over these proposals, by their place in the list; those that chose
 * none of them are left out. Sorted by what was chosen, the one order that says nothing about who
 * chose it or when. One statement, so one moment; read through a cursor, so that a million ballots
 * are never rows in memory at once. So many are held back, those of the greatest pseudonyms
 * (`ballotsToTell`). Inside a transaction.
 */
export async function ballotsOf(
  tx: EntityManager,
  consultationId: string,
  proposalIds: readonly string[],
  heldBack = 0,
): Promise<Ballots> {
  await tx.query(
    `DECLARE chosen NO SCROLL CURSOR FOR
     SELECT string_agg(int4send((p.place - 1)::int), '' ORDER BY p.place) AS ballot
     FROM priority_choice c JOIN unnest($2::uuid[]) WITH ORDINALITY AS p(id, place)
       ON p.id = c.proposal_id
     WHERE c.consultation_id = $1 AND c.pseudonym NOT IN (SELECT DISTINCT held.pseudonym
       FROM priority_choice held WHERE held.consultation_id = $1
       ORDER BY held.pseudonym DESC LIMIT $3)
     GROUP BY c.pseudonym ORDER BY ballot`,
    [consultationId, proposalIds, heldBack],
  );
  const lengths: number[] = [];
  const read: Buffer[] = [];
  for (;;) {
    const rows = await tx.query<{ ballot: Buffer }[]>(`FETCH ${BATCH} FROM chosen`);
    for (const { ballot } of rows) lengths.push(ballot.length / PLACE);
    read.push(Buffer.concat(rows.map(({ ballot }) => ballot)));
    if (rows.length < BATCH) break;
  }
  await tx.query('CLOSE chosen');
  return inColumns(lengths, read);
}

function inColumns(lengths: readonly number[], read: readonly Buffer[]): Ballots {
  const starts = new Uint32Array(lengths.length + 1);
  lengths.forEach((length, ballot) => {
    starts[ballot + 1] = (starts[ballot] as number) + length;
  });
  const proposal = new Uint32Array(starts[lengths.length] as number);
  let at = 0;
  for (const bytes of read) {
    for (let offset = 0; offset < bytes.length; offset += PLACE) {
      proposal[at] = bytes.readUInt32BE(offset);
      at += 1;
    }
  }
  return { starts, proposal };
}
