import type { LensId } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import type { KeptBeside } from './beside.js';
import { type MeasuredRow, measuredOnce } from './measured.queries.js';
import {
  LIVE_CELLS,
  PLACED,
  RANK_JOINS,
  RANKED,
  REGIONS,
  ROUND_CELLS,
  STOOD,
} from './ranking.queries.js';
import { type CountedRow, type RoundRow, roundJson } from './round.queries.js';
import type { Listed } from './round-file.queries.js';

/** An order that is asked for: live without a round. */
export interface OrderKey {
  consultationId: string;
  lens: LensId;
  round: number | null;
}

/** The counts of a proposal in a live order, with what the rules ask before they show it. */
export interface LiveCount extends CountedRow {
  lens: LensId;
  authorId: string | null;
  isPublished: boolean;
  /** Everybody who voted in the consultation. */
  voterCount: number;
  /** In the first row of an order. */
  measured: MeasuredRow | null;
}

const idsOf = (asked: readonly OrderKey[]) => asked.map(({ consultationId }) => consultationId);
const lensesOf = (asked: readonly OrderKey[]) => asked.map(({ lens }) => lens);

/** The counts that live orders are made from: nothing that differs by who asks. */
export function live(db: EntityManager, asked: readonly OrderKey[]): Promise<LiveCount[]> {
  return db.query(
    `SELECT asked.lens, p.id, p.consultation_id AS "consultationId", p.number, p.author_id AS "authorId",
       p.status = 'published' AS "isPublished", coalesce(t.agree, 0) AS agree,
       coalesce(t.disagree, 0) AS disagree, coalesce(t.pass, 0) AS pass, ${LIVE_CELLS} AS "byClp",
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
