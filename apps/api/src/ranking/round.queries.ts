import type { LensId } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import type { Bring } from '../graphql/bring.js';
import { gather } from '../graphql/loader.js';
import type { GroupCell } from './beside.js';
import type { StoredCell } from './round.entity.js';

/** What one CLP's voters said to a proposal: CLP, its region, agree, disagree, pass. */
export type ClpCell = [string, string | null, number, number, number];

/** What may be shown of a region: its id, agree, disagree, pass. */
export type RegionCell = [string, number, number, number];

/** The counts of a proposal by which it is ranked. */
export interface CountedRow {
  id: string;
  consultationId: string;
  number: number;
  agree: number;
  disagree: number;
  pass: number;
  byClp: ClpCell[];
  /** How many regions stand today: breadth counts those without votes too. */
  regionCount: number;
}

export interface RoundRow {
  id: string;
  consultationId: string;
  number: number;
  /** The lens it was ordered by. */
  lens: LensId;
  publishedAt: Date | string;
  publishedById: string | null;
  voterCount: number;
  proposalCount: number;
  rankedCount: number;
  // Nothing for rounds made before bundles.
  rollSize: number;
  ballotCount: number;
  /** None for fewer than ten people. */
  groupSizes: (number | null)[];
  manifestSha256: string;
  /** The fingerprint of the key that signed it. */
  key: string;
}

/** A round as JSON with the names of `RoundRow`. */
export const roundJson = (alias: string): string => `json_build_object('id', ${alias}.id,
  'consultationId', ${alias}.consultation_id, 'number', ${alias}.number, 'lens', ${alias}.lens,
  'publishedAt', ${alias}.published_at, 'publishedById', ${alias}.published_by_id,
  'voterCount', ${alias}.voter_count, 'rollSize', coalesce(${alias}.roll_size, 0),
  'ballotCount', coalesce(${alias}.ballot_count, 0), 'groupSizes', coalesce(${alias}.group_sizes, '{}'),
  'manifestSha256', coalesce(${alias}.manifest_sha256, ''), 'key', coalesce(${alias}.signed_with, ''),
  'proposalCount', (SELECT count(*) FROM round_count n WHERE n.round_id = ${alias}.id),
  'rankedCount', (SELECT count(n.rank) FROM round_count n WHERE n.round_id = ${alias}.id))`;

/** The rounds of a consultation, newest first, brought along by its row. */
export const PUBLISHED_ROUNDS: Bring = {
  field: 'rounds',
  column: `coalesce((SELECT json_agg(${roundJson('r')} ORDER BY r.number DESC)
    FROM round r WHERE r.consultation_id = c.id), '[]') AS rounds`,
};

/** Published rounds of these consultations, newest first. */
export async function ofConsultations(
  db: EntityManager,
  ids: readonly string[],
): Promise<Map<string, RoundRow[]>> {
  const rows = await db.query<{ round: RoundRow }[]>(
    `SELECT ${roundJson('r')} AS round FROM round r WHERE r.consultation_id = ANY($1)
     ORDER BY r.consultation_id, r.number DESC`,
    [ids],
  );
  return gather(
    rows.map(({ round }) => round),
    (round) => round.consultationId,
  );
}

export async function find(db: EntityManager, id: string): Promise<RoundRow | null> {
  const [row] = await db.query<{ round: RoundRow }[]>(
    `SELECT ${roundJson('r')} AS round FROM round r WHERE r.id = $1`,
    [id],
  );
  return row?.round ?? null;
}

export interface ListedRound {
  id: string;
  number: number;
  title: string;
  publishedAt: Date;
  manifestSha256: string | null;
  /** How often the scrutineers' folder was handed out, by the record. */
  matrixDownloads: number;
}

/** Every round there is, for the operator: newest first. */
export function all(db: EntityManager): Promise<ListedRound[]> {
  return db.query(
    `SELECT r.id, r.number, c.title, r.published_at AS "publishedAt", r.manifest_sha256 AS "manifestSha256",
       (SELECT count(*)::int FROM record_entry e WHERE e.consultation_id = r.consultation_id
         AND e.kind = 'matrix_downloaded' AND e.data->>'roundId' = r.id::text) AS "matrixDownloads"
     FROM round r JOIN consultation c ON c.id = r.consultation_id ORDER BY r.published_at DESC, r.id`,
  );
}

/** A round with the title of its consultation, for the names of its files. */
export async function ofFiles(
  db: EntityManager,
  id: string,
): Promise<{ id: string; number: number; consultationId: string; title: string } | null> {
  const [row] = await db.query<
    { id: string; number: number; consultationId: string; title: string }[]
  >(
    `SELECT r.id, r.number, r.consultation_id AS "consultationId", c.title
     FROM round r JOIN consultation c ON c.id = r.consultation_id WHERE r.id = $1`,
    [id],
  );
  return row ?? null;
}

/**
 * Makes rounds of one consultation come one after the other, each with the next number, until the
 * transaction ends. Nobody else waits for it, a vote least of all.
 */
export async function takeTurn(tx: EntityManager, consultationId: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 74660))', [consultationId]);
}

/** The number of the next round, and when the one before was published. The caller has the turn. */
export async function next(
  tx: EntityManager,
  consultationId: string,
): Promise<{ number: number; after: Date | null }> {
  const [row] = await tx.query<[{ number: number; after: Date | null }]>(
    `SELECT coalesce(max(number), 0) + 1 AS number, max(published_at) AS after
     FROM round WHERE consultation_id = $1`,
    [consultationId],
  );
  return row;
}

/** What a round counted for a proposal. */
export interface KeptCounts {
  proposalId: string;
  position: number;
  rank: number | null;
  agree: number;
  disagree: number;
  pass: number;
  /** Made a part at a time: of all proposals they would be a hundred megabytes. */
  byClp: () => StoredCell[];
  byGroup: GroupCell[];
  byRegion: RegionCell[];
  chosen: number;
}

/** Proposals kept with one statement: with 650 CLPs each some megabytes of JSON. */
const KEPT_AT_ONCE = 100;

/** Keeps what a round counted. */
export async function keepCounts(
  tx: EntityManager,
  roundId: string,
  counts: readonly KeptCounts[],
): Promise<void> {
  for (let from = 0; from < counts.length; from += KEPT_AT_ONCE) {
    await keepSome(tx, roundId, counts.slice(from, from + KEPT_AT_ONCE));
  }
}

async function keepSome(
  tx: EntityManager,
  roundId: string,
  counts: readonly KeptCounts[],
): Promise<void> {
  await tx.query(
    `INSERT INTO round_count (round_id, proposal_id, position, rank, agree, disagree, pass, by_clp,
       by_group, by_region, chosen)
     SELECT $1, given."proposalId", given.position, given.rank, given.agree, given.disagree,
       given.pass, given."byClp", given."byGroup", given."byRegion", given.chosen
     FROM jsonb_to_recordset($2::jsonb) AS given("proposalId" uuid, position int, rank int,
       agree int, disagree int, pass int, "byClp" jsonb, "byGroup" jsonb, "byRegion" jsonb, chosen int)`,
    [roundId, JSON.stringify(counts.map((each) => ({ ...each, byClp: each.byClp() })))],
  );
}
