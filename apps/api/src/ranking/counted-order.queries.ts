import type { LensId } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import type { KeptBeside } from './beside.js';
import { type MeasuredRow, measuredOnce } from './measured.queries.js';
import type { Counts } from './order.js';
import { PLACED, RANK_JOINS, RANKED, REGIONS, ROUND_CELLS, STOOD } from './ranking.queries.js';
import { type CountedRow, type RoundRow, roundJson } from './round.queries.js';
import type { Listed } from './round-file.queries.js';

/** An order that is asked for: live without a round. */
export interface OrderKey {
  consultationId: string;
  lens: LensId;
  round: number | null;
}

/** The counts of a proposal in a live order, with what the rules ask before they show it. */
export interface LiveCount extends Counts {
  lens: LensId;
  authorId: string | null;
  isPublished: boolean;
  /** Everybody who voted in the consultation. */
  voterCount: number;
  /** In the first row of an order. */
  measured: MeasuredRow | null;
  /** Also there: five numbers of four bytes for each proposal (its number) in each CLP (its place), in any order. */
  cells: Buffer | null;
  /** And there: the region of each CLP by its place; −1 for none. */
  regionOfClp: number[] | null;
}

const idsOf = (asked: readonly OrderKey[]) => asked.map(({ consultationId }) => consultationId);
const lensesOf = (asked: readonly OrderKey[]) => asked.map(({ lens }) => lens);

const PLACES = `regions AS (SELECT id, (row_number() OVER (ORDER BY id) - 1)::int AS place
    FROM body WHERE kind = 'region'),
  clps AS (SELECT clp.id, (row_number() OVER (ORDER BY clp.id) - 1)::int AS place,
      coalesce(regions.place, -1) AS region
    FROM body clp LEFT JOIN regions ON regions.id = clp.parent_id WHERE clp.kind = 'clp')`;
const FIRST_OF_LIVE = `row_number() OVER (PARTITION BY p.consultation_id, asked.lens ORDER BY p.number, p.id) = 1`;
/** All together and not row by row: for 3,000 proposals that is a fraction of the time. */
const CELLS = `cells AS MATERIALIZED (SELECT x.consultation_id,
      string_agg(int4send(counted.number) || int4send(clps.place) || int4send(x.agree)
        || int4send(x.disagree) || int4send(x.pass), '') AS bytes
    FROM tally_by_clp x JOIN clps ON clps.id = x.clp_id
      JOIN proposal counted ON counted.id = x.proposal_id
    WHERE x.consultation_id = ANY($1::uuid[]) AND x.agree + x.disagree + x.pass > 0
    GROUP BY x.consultation_id)`;

/** The counts that live orders are made from: nothing that differs by who asks. */
export function live(db: EntityManager, asked: readonly OrderKey[]): Promise<LiveCount[]> {
  return db.query(
    `WITH ${PLACES}, ${CELLS}
     SELECT asked.lens, p.id, p.consultation_id AS "consultationId", p.number, p.author_id AS "authorId",
       p.status = 'published' AS "isPublished", coalesce(t.agree, 0) AS agree,
       coalesce(t.disagree, 0) AS disagree, coalesce(t.pass, 0) AS pass,
       CASE WHEN ${FIRST_OF_LIVE} THEN (SELECT bytes FROM cells WHERE consultation_id = asked.id) END AS cells, CASE WHEN ${FIRST_OF_LIVE}
         THEN (SELECT json_agg(region ORDER BY place) FROM clps) END AS "regionOfClp",
       ${REGIONS} AS "regionCount", coalesce(turnout.voters, 0) AS "voterCount",
       ${measuredOnce('asked.lens')}
     FROM unnest($1::uuid[], $2::text[]) AS asked(id, lens)
       LEFT JOIN turnout ON turnout.consultation_id = asked.id
       JOIN proposal p ON p.consultation_id = asked.id
       LEFT JOIN tally t ON t.consultation_id = p.consultation_id AND t.proposal_id = p.id
     WHERE ${RANKED}
     ORDER BY p.number, p.id`,
    [idsOf(asked), lensesOf(asked)],
  );
}

/** What a round counted for a proposal; without an id where the round counted none. */
export interface RoundCount extends CountedRow, KeptBeside {
  lens: LensId;
  roundNumber: number;
  /** In the first row of an order, as are its files. */
  round: RoundRow | null;
  listed: Listed | null;
}

const IS_FIRST = `row_number() OVER (PARTITION BY r.id, asked.lens ORDER BY p.number, p.id) = 1`;

/** The same as rounds counted it. No rows at all: there is no such round. */
export function inRounds(db: EntityManager, asked: readonly OrderKey[]): Promise<RoundCount[]> {
  return db.query(
    `SELECT asked.lens, asked.id AS "consultationId", r.number AS "roundNumber", rc.proposal_id AS id,
       p.number, rc.agree, rc.disagree, rc.pass, ${ROUND_CELLS} AS "byClp",
       coalesce(r.region_count, ${REGIONS}) AS "regionCount", rc.by_group AS "byGroup", rc.chosen,
       ${STOOD}, ${PLACED}, CASE WHEN ${IS_FIRST} THEN ${roundJson('r')} END AS round,
       CASE WHEN ${IS_FIRST} THEN r.manifest::jsonb END AS listed
     FROM unnest($1::uuid[], $2::text[], $3::int[]) AS asked(id, lens, number)
       JOIN round r ON r.consultation_id = asked.id AND r.number = asked.number
       LEFT JOIN round_count rc ON rc.round_id = r.id ${RANK_JOINS}
       LEFT JOIN proposal p ON p.id = rc.proposal_id
     ORDER BY p.number, p.id`,
    [idsOf(asked), lensesOf(asked), asked.map(({ round }) => round)],
  );
}
