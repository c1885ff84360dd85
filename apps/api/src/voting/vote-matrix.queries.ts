import type { ContributionStatus, OpinionVotes } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { nameUnlessHidden, unlessHidden } from '../contributions/hidden.js';
import { REJECTED_ELSEWHERE } from '../contributions/proposal.entity.js';
import { type CommittedVotes, committedVotes, OPENINGS } from './committed-votes.js';

export interface MatrixProposal {
  id: string;
  number: number;
  status: ContributionStatus;
  statement: string;
  authorName: string;
  /** Counts towards nobody's opinion: withdrawn, waiting, hidden, or rejected where it was imported from. */
  isLeftOut: boolean;
}

/** Every current vote of a consultation. Secret: for jobs, rounds and scrutineers, never for a page. */
export interface VoteMatrix {
  /** Everybody who voted, in the order of pseudonyms, which says nothing about who or when. */
  pseudonyms: Buffer[];
  /** The CLP of each, an index of `clps`; −1 for none. */
  clpOf: Int32Array;
  /** The opinion group found last for each; −1 for none. */
  groupOf: Int8Array;
  /** By id. */
  clps: { id: string; name: string; regionId: string | null }[];
  /** All there are, by number. */
  proposals: MatrixProposal[];
  /** By person, then by proposal; both are indices of the above. */
  votes: OpinionVotes;
  /** What the votes were committed to by; null where that was not asked for. */
  committed: CommittedVotes | null;
}

interface Frame {
  proposals: MatrixProposal[];
  clps: VoteMatrix['clps'];
  /** What was kept of the counts: for progress and for room, never for a result. */
  voters: number;
  votes: number;
}

interface MatrixRow {
  pseudonym: Buffer;
  clpId: string | null;
  group: number | null;
  /** 4 × the proposal's number + 0 to disagree, 1 to pass, 2 to agree: four bytes a vote, in any order. */
  votes: Buffer;
  /** Of the votes that have one: number of the proposal, commitment, random bytes and previous, as in committed-votes.ts. */
  openings: Buffer | null;
  /** In the first row alone, which is nobody's. */
  frame: Frame | null;
}

/** People fetched at a time: of more, whoever waits for a page would wait for them to be read. */
const BATCH = 500;

const FRAME = `SELECT json_build_object(
  'proposals', (SELECT coalesce(json_agg(json_build_object('id', p.id, 'number', p.number,
      'status', p.status, 'statement', ${unlessHidden('p', 'p.statement')},
      'authorName', ${nameUnlessHidden('p', 'coalesce(author.display_name, p.author_name)')},
      'isLeftOut', p.status IN ('withdrawn', 'waiting', 'hidden') OR $2::text = ANY(p.tags)) ORDER BY p.number), '[]')
    FROM proposal p LEFT JOIN member author ON author.id = p.author_id WHERE p.consultation_id = $1),
  'clps', (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name, 'regionId', parent_id)
      ORDER BY id), '[]') FROM body WHERE kind = 'clp'
    AND id IN (SELECT clp_id FROM voter WHERE consultation_id = $1)),
  'voters', coalesce((SELECT voters FROM turnout WHERE consultation_id = $1), 0),
  'votes', coalesce((SELECT sum(agree + disagree + pass) FROM tally WHERE consultation_id = $1), 0))`;

/** One statement, so one moment: a vote that is cast meanwhile is not held up, and is in it or is not. */
const matrix = (
  openings: string,
) => `SELECT ''::bytea AS pseudonym, NULL::uuid AS "clpId", NULL::smallint AS "group",
    NULL::bytea AS votes, NULL::bytea AS openings, (${FRAME}) AS frame
  UNION ALL
  SELECT each.pseudonym, voter.clp_id, voter.opinion_group, each.votes, each.openings, NULL FROM (
    SELECT v.pseudonym, string_agg(int4send(p.number * 4 +
        CASE v.choice WHEN 'agree' THEN 2 WHEN 'pass' THEN 1 ELSE 0 END), ''::bytea) AS votes,
      ${openings} AS openings
    FROM vote v JOIN proposal p ON p.id = v.proposal_id
    WHERE v.consultation_id = $1 GROUP BY v.pseudonym) AS each
  JOIN voter ON voter.consultation_id = $1 AND voter.pseudonym = each.pseudonym
  ORDER BY pseudonym`;

/** Columns of votes that grow as they are filled. */
function growing(room: number) {
  let columns: OpinionVotes = {
    person: new Uint32Array(room),
    statement: new Uint32Array(room),
    choice: new Int8Array(room),
  };
  let size = 0;
  const makeRoom = () => {
    const { person, statement, choice } = columns;
    const larger = Math.max(1_024, size * 2);
    columns = {
      person: new Uint32Array(larger),
      statement: new Uint32Array(larger),
      choice: new Int8Array(larger),
    };
    columns.person.set(person);
    columns.statement.set(statement);
    columns.choice.set(choice);
  };
  return {
    add(person: number, statement: number, choice: number) {
      if (size === columns.person.length) makeRoom();
      columns.person[size] = person;
      columns.statement[size] = statement;
      columns.choice[size] = choice;
      size += 1;
    },
    columns: (): OpinionVotes => ({
      person: columns.person.subarray(0, size),
      statement: columns.statement.subarray(0, size),
      choice: columns.choice.subarray(0, size),
    }),
  };
}

/** A person's votes in the order of proposals: sums come out alike however the database gathered them. */
function decode(votes: Buffer): Uint32Array {
  const codes = new Uint32Array(votes.length / 4);
  for (let at = 0; at < codes.length; at += 1) codes[at] = votes.readUInt32BE(at * 4);
  return codes.sort();
}

/** Fills the matrix from rows, the frame first. */
function filling({ proposals, clps, votes: room }: Frame, isCommittedAsked: boolean) {
  const indexOfNumber = new Map(proposals.map(({ number }, index) => [number, index]));
  const indexOfClp = new Map(clps.map(({ id }, index) => [id, index]));
  const pseudonyms: Buffer[] = [];
  const clpOf: number[] = [];
  const groupOf: number[] = [];
  const votes = growing(room);
  const committed = committedVotes();
  let size = 0;
  return {
    add(row: MatrixRow) {
      const person = pseudonyms.push(row.pseudonym) - 1;
      clpOf.push(row.clpId === null ? -1 : (indexOfClp.get(row.clpId) ?? -1));
      groupOf.push(row.group ?? -1);
      const codes = decode(row.votes);
      for (const code of codes) {
        votes.add(person, indexOfNumber.get(code >>> 2) as number, (code & 3) - 1);
      }
      if (row.openings) committed.add(row.openings, codes, size);
      size += codes.length;
    },
    matrix: (): VoteMatrix => ({
      pseudonyms,
      clpOf: Int32Array.from(clpOf),
      groupOf: Int8Array.from(groupOf),
      clps,
      proposals,
      votes: votes.columns(),
      committed: isCommittedAsked ? committed.columns() : null,
    }),
  };
}

/**
 * Reads every current vote of a consultation as it stands at one moment, in one pass of a cursor, so that
 * what is held beside the result is a few megabytes. Takes seconds for millions of votes: the caller sets
 * the statement timeout. `onProgress` is told people read, and about how many there are; it is waited for.
 * With `isCommittedAsked` what opens the commitments comes along: for a round, and for nothing else.
 */
export async function readMatrix(
  tx: EntityManager,
  consultationId: string,
  onProgress: (done: number, total: number) => void | Promise<void> = () => undefined,
  isCommittedAsked = false,
): Promise<VoteMatrix> {
  // All rows will be fetched: the planner would else choose what brings the first ones soonest.
  await tx.query('SET LOCAL cursor_tuple_fraction = 1');
  await tx.query(
    `DECLARE matrix NO SCROLL CURSOR FOR ${matrix(isCommittedAsked ? OPENINGS : 'NULL::bytea')}`,
    [consultationId, REJECTED_ELSEWHERE],
  );
  const fetch = (size: number) => tx.query<MatrixRow[]>(`FETCH ${size} FROM matrix`);
  const frame = (await fetch(1))[0]?.frame;
  if (!frame) throw new Error('the frame of the matrix is missing');
  const filled = filling(frame, isCommittedAsked);
  let done = 0;
  await onProgress(0, frame.voters);
  for (;;) {
    const rows = await fetch(BATCH);
    for (const row of rows) filled.add(row);
    done += rows.length;
    await onProgress(done, Math.max(done, frame.voters));
    if (rows.length < BATCH) break;
  }
  await tx.query('CLOSE matrix');
  return filled.matrix();
}
