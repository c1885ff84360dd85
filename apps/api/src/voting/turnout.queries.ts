import type { EntityManager } from 'typeorm';
import { ofAnyLength, PREPARED } from '../database/prepared.js';
import { type Placed, readTogether } from '../database/read-together.js';
import type { Bring } from '../graphql/bring.js';
import { CHOSEN, type Chosen } from './priority-ballot.queries.js';
import type { Asked } from './pseudonym.js';

/** How many took part in a consultation, and how far the viewer did. */
export interface TurnoutRow {
  id: string;
  voters: number;
  /** Proposals the viewer has voted on. */
  mine: number;
  /** How many people have cast a priority ballot, whatever became of the proposals since. */
  ballots: number;
  /** What the viewer chose in theirs. */
  chosen: Chosen[];
}

const turnout = (id: string) => `coalesce((SELECT t.voters FROM turnout t
    WHERE t.consultation_id = ${id}), 0) AS voters,
  (SELECT count(*)::int FROM vote v
    WHERE v.consultation_id = ${id} AND v.pseudonym = asked.pseudonym) AS mine,
  coalesce((SELECT t.ballots FROM turnout t WHERE t.consultation_id = ${id}), 0) AS ballots,
  coalesce((${CHOSEN} WHERE x.consultation_id = ${id} AND x.pseudonym = asked.pseudonym), '[]') AS chosen`;

/** Brought along by a consultation's row. */
export const BROUGHT_TURNOUT: readonly Bring[] = [
  'voterCount',
  'myVoteCount',
  'priorityBallot',
].map((field) => ({
  field,
  column: `(SELECT to_json(turned) FROM (SELECT ${turnout('c.id')}) turned) AS turnout`,
  isOwn: true,
}));

function readTurnouts(
  db: EntityManager,
  asked: readonly Asked[],
): Promise<(TurnoutRow & Placed)[]> {
  return db.query(
    `${PREPARED}SELECT asked.place::int, asked.id, ${turnout('asked.id')}
     FROM unnest(${ofAnyLength('$1::uuid[]')}, ${ofAnyLength('$2::bytea[]')}) WITH ORDINALITY
         AS asked(id, pseudonym, place)`,
    [asked.map((each) => each.id), asked.map((each) => each.pseudonym)],
  );
}

/** The same of several. */
export const turnouts = readTogether(readTurnouts);
