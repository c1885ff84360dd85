import type { EntityManager } from 'typeorm';
import type { Bring } from '../graphql/bring.js';

export interface TurnoutRow {
  id: string;
  voters: number;
  /** Proposals the viewer has voted on. */
  mine: number;
}

const turnout = (id: string) => `coalesce((SELECT t.voters FROM turnout t
    WHERE t.consultation_id = ${id}), 0) AS voters,
  (SELECT count(*)::int FROM vote v
    WHERE v.consultation_id = ${id} AND v.pseudonym = asked.pseudonym) AS mine`;

/** How many voted in a consultation, and how far the viewer got, brought along by its row. */
export const BROUGHT_TURNOUT: readonly Bring[] = ['voterCount', 'myVoteCount'].map((field) => ({
  field,
  column: `(SELECT to_json(turned) FROM (SELECT ${turnout('c.id')}) turned) AS turnout`,
}));

/** The same of several. */
export function turnouts(
  db: EntityManager,
  asked: readonly { id: string; pseudonym: Buffer | null }[],
): Promise<TurnoutRow[]> {
  return db.query(
    `SELECT asked.id, ${turnout('asked.id')}
     FROM unnest($1::uuid[], $2::bytea[]) AS asked(id, pseudonym)`,
    [asked.map((each) => each.id), asked.map((each) => each.pseudonym)],
  );
}
