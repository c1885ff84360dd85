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

/** The counts by CLP of a proposal, as far as they were read. */
export interface CellsRow {
  id: string;
  consultationId: string;
  regionCount: number;
  /** Of the counts by CLP, and of where the CLPs lie: another where any of them is. Null where nobody voted. */
  version: string | null;
  /**
   * The id of each CLP in 16 bytes and three numbers of four, in any order. Null where the version is known,
   * nobody voted, or more are not known than are read at once.
   */
  cells: Buffer | null;
  /** In the first row, where one has cells: the region of each CLP, from 0 by id; −1 for none. */
  regionOfClp: Record<string, number> | null;
}

/** The counts of a proposal in a live order, with what the rules ask before they show it. */
export interface LiveCount extends Counts, CellsRow {
  lens: LensId;
  authorId: string | null;
  isPublished: boolean;
  /** Everybody who voted in the consultation. */
  voterCount: number;
  /** In the first row of an order. */
  measured: MeasuredRow | null;
}

/** Proposals whose counts by CLP need not be read, with the versions of these. */
export interface KnownVersions {
  ids: readonly string[];
  versions: readonly string[];
}

const idsOf = (asked: readonly OrderKey[]) => asked.map(({ consultationId }) => consultationId);
const lensesOf = (asked: readonly OrderKey[]) => asked.map(({ lens }) => lens);

const FIRST_OF_LIVE = `row_number() OVER (PARTITION BY p.consultation_id, asked.lens ORDER BY p.number, p.id) = 1`;

/** Where the CLPs lie. Its version is one text, whatever the order in which Postgres finds them. */
const MAP = `regions AS (SELECT id, (row_number() OVER (ORDER BY id) - 1)::int AS place
    FROM body WHERE kind = 'region'),
  map AS MATERIALIZED (SELECT json_object_agg(clp.id, coalesce(regions.place, -1)) AS "regionOfClp",
      md5(string_agg(clp.id || coalesce(regions.id::text, ''), '' ORDER BY clp.id)) AS version
    FROM body clp LEFT JOIN regions ON regions.id = clp.parent_id WHERE clp.kind = 'clp')`;

/**
 * The version of a row in Postgres is the transaction that wrote it, and whoever writes counts by CLP writes
 * the proposal's own counts too.
 */
const VERSION = `t.xmin::text || ' ' || map.version AS version`;

/** Row by row, so that of other proposals nothing is read. */
const CELLS_OF = (row: string) => `coalesce((SELECT string_agg(uuid_send(x.clp_id)
        || int4send(x.agree) || int4send(x.disagree) || int4send(x.pass), '')
      FROM tally_by_clp x
      WHERE x.consultation_id = ${row}.consultation_id AND x.proposal_id = ${row}.proposal_id
        AND x.agree + x.disagree + x.pass > 0), '')`;

/** Of the first so many ranked proposals ($5) whose counts are not of a known version. */
const CELLS = `known AS (SELECT * FROM unnest($3::uuid[], $4::text[]) AS known(id, version)),
  counted AS MATERIALIZED (SELECT t.consultation_id, t.proposal_id, t.agree, t.disagree, t.pass, ${VERSION}
    FROM tally t CROSS JOIN map WHERE t.consultation_id = ANY($1::uuid[])),
  unknown AS MATERIALIZED (SELECT counted.consultation_id, counted.proposal_id
    FROM counted LEFT JOIN known ON known.id = counted.proposal_id
    WHERE known.version IS DISTINCT FROM counted.version
      AND (SELECT ${RANKED} FROM proposal p WHERE p.id = counted.proposal_id)
    ORDER BY counted.consultation_id, counted.proposal_id LIMIT $5::int),
  cells AS MATERIALIZED (SELECT proposal_id, ${CELLS_OF('unknown')} AS bytes FROM unknown)`;

/**
 * The counts that live orders are made from: nothing that differs by who asks. Counts by CLP are read of so
 * many proposals at `most`, and of none whose version is `known`.
 */
export function live(
  db: EntityManager,
  asked: readonly OrderKey[],
  known: KnownVersions,
  most: number,
): Promise<LiveCount[]> {
  return db.query(
    `WITH ${MAP}, ${CELLS}
     SELECT asked.lens, p.id, p.consultation_id AS "consultationId", p.number, p.author_id AS "authorId",
       p.status = 'published' AS "isPublished", coalesce(t.agree, 0) AS agree,
       coalesce(t.disagree, 0) AS disagree, coalesce(t.pass, 0) AS pass, t.version, cells.bytes AS cells,
       CASE WHEN ${FIRST_OF_LIVE} AND EXISTS (SELECT FROM cells)
         THEN (SELECT "regionOfClp" FROM map) END AS "regionOfClp",
       ${REGIONS} AS "regionCount", coalesce(turnout.voters, 0) AS "voterCount",
       ${measuredOnce('asked.lens')}
     FROM unnest($1::uuid[], $2::text[]) AS asked(id, lens)
       LEFT JOIN turnout ON turnout.consultation_id = asked.id
       JOIN proposal p ON p.consultation_id = asked.id
       LEFT JOIN counted t ON t.consultation_id = p.consultation_id AND t.proposal_id = p.id
       LEFT JOIN cells ON cells.proposal_id = p.id
     WHERE ${RANKED}
     ORDER BY p.number, p.id`,
    [idsOf(asked), lensesOf(asked), known.ids, known.versions, most],
  );
}

/** The counts by CLP of these proposals, with their versions; nobody voted on those that are missing. */
export function cells(
  db: EntityManager,
  consultationIds: readonly string[],
  ids: readonly string[],
): Promise<CellsRow[]> {
  return db.query(
    `WITH ${MAP}
     SELECT t.proposal_id AS id, t.consultation_id AS "consultationId", ${REGIONS} AS "regionCount",
       ${VERSION}, ${CELLS_OF('t')} AS cells,
       CASE WHEN row_number() OVER (ORDER BY t.proposal_id) = 1 THEN map."regionOfClp" END AS "regionOfClp"
     FROM tally t CROSS JOIN map
     WHERE t.consultation_id = ANY($1::uuid[]) AND t.proposal_id = ANY($2::uuid[])
     ORDER BY t.proposal_id`,
    [consultationIds, ids],
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
