import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { rulesFrom } from '@clarion/deliberation';
import { type Database, openApi } from '../api.js';
import { temporaryFolder } from '../temporary-folder.js';
import { slowFlush, withEnvironment } from './slow-flush.js';

/** Any day; everybody here may vote. */
const A_DAY = '2026-01-01';
/** Everybody who is compared keeps twenty connections. */
const MAX_CONNECTIONS = 150;

/** A database of the bench's own in which people vote. */
export interface Stage {
  url: string;
  directory: string;
  database: Database;
  consultationId: string;
  proposals: string[];
  /** How many people are signed in, from 0; each has one cookie. */
  voters: number;
  version: string;
  /** What is kept of votes and is not what the votes say, by whose they are. */
  drift(): Promise<string[]>;
  close(): Promise<void>;
}

export const cookieOf = (voter: number): string => `clarion=voter-${voter}`;

/** People of one CLP, each signed in with a token that is known. */
const PEOPLE = `WITH people AS (
    INSERT INTO member (id, membership_number, display_name, standing, clp_id, joined_on)
    SELECT gen_random_uuid(), 'V' || nth, 'Somebody', m.standing, m.clp_id, m.joined_on
    FROM member m, generate_series(0, $2::int - 1) AS nth WHERE m.id = $1
    RETURNING id, substr(membership_number, 2)::int AS nth)
  INSERT INTO session (id, token_hash, member_id, signed_in_by, is_strong, device, created_at,
    confirmed_at, last_seen_at, expires_at, rights)
  SELECT gen_random_uuid(), sha256(convert_to('voter-' || nth, 'UTF8')), id, 'demo', false, 'The bench',
    now(), now(), date_trunc('hour', now()), now() + interval '1 day', '' FROM people`;

const CONSULTATION = `INSERT INTO consultation (id, title, question, paper, questions, convened_by_id,
    template, rules, rules_frozen_at, phase, created_at, opened_at, votes_until, answers_by)
  SELECT $1, 'Buses', 'How do we bring buses back?', 'The paper.', '{What first?}', $2, 'standard', $3,
    now(), 'open', now(), now(), now() + interval '30 days', (now() + interval '60 days')::date`;

const PROPOSALS = `INSERT INTO proposal (id, consultation_id, number, author_id, statement, argument,
    created_at, active_at)
  SELECT gen_random_uuid(), $1, nth, $2, 'Statement ' || nth, 'Because.', now(), now()
  FROM generate_series(1, $3::int) AS nth RETURNING id`;

/** The floor's tables and PostGraphile's: a vote and its count, and one call that writes both. */
const durable = (name: string) => [
  `CREATE TABLE bench.${name}_vote (proposal_id uuid, member_id uuid, choice text NOT NULL,
     PRIMARY KEY (proposal_id, member_id))`,
  `CREATE TABLE bench.${name}_tally (proposal_id uuid PRIMARY KEY, agree int NOT NULL DEFAULT 0,
     disagree int NOT NULL DEFAULT 0, pass int NOT NULL DEFAULT 0)`,
  `INSERT INTO bench.${name}_tally SELECT id FROM proposal`,
  `CREATE FUNCTION bench.${name}_cast(member uuid, proposal uuid, chosen text) RETURNS int
   LANGUAGE plpgsql VOLATILE AS $$ DECLARE before text; agreed int; BEGIN
     INSERT INTO bench.${name}_vote VALUES (proposal, member, chosen) ON CONFLICT DO NOTHING;
     IF NOT FOUND THEN
       SELECT choice INTO before FROM bench.${name}_vote
         WHERE proposal_id = proposal AND member_id = member FOR UPDATE;
       UPDATE bench.${name}_vote SET choice = chosen WHERE proposal_id = proposal AND member_id = member;
     END IF;
     UPDATE bench.${name}_tally SET
       agree = agree + (chosen = 'agree')::int - (before IS NOT DISTINCT FROM 'agree')::int,
       disagree = disagree + (chosen = 'disagree')::int - (before IS NOT DISTINCT FROM 'disagree')::int,
       pass = pass + (chosen = 'pass')::int - (before IS NOT DISTINCT FROM 'pass')::int
       WHERE proposal_id = proposal RETURNING agree INTO agreed;
     RETURN agreed;
   END $$`,
];

const OTHERS = ['floor', 'ordinary', 'graphile'];

const TABLES = [
  'CREATE SCHEMA bench',
  ...OTHERS.flatMap(durable),
  `CREATE FUNCTION bench.cast_vote(proposal uuid, chosen text) RETURNS int LANGUAGE sql VOLATILE
     AS $$ SELECT bench.graphile_cast(current_setting('clarion.member')::uuid, proposal, chosen) $$`,
];

const driftOf = (name: string) => `SELECT '${name}' AS name FROM bench.${name}_tally t,
  LATERAL (SELECT count(*) FILTER (WHERE choice = 'agree') AS agree,
    count(*) FILTER (WHERE choice = 'disagree') AS disagree,
    count(*) FILTER (WHERE choice = 'pass') AS pass
    FROM bench.${name}_vote v WHERE v.proposal_id = t.proposal_id) AS counted
  WHERE (t.agree, t.disagree, t.pass) <> (counted.agree, counted.disagree, counted.pass)`;

async function fill(
  database: Database,
  keys: { create: (id: string) => void },
  { voters, proposals, memberId, bodyId }: Size & { memberId: string; bodyId: string },
) {
  const consultationId = randomUUID();
  keys.create(consultationId);
  await database.query(PEOPLE, [memberId, voters]);
  await database.query(CONSULTATION, [
    consultationId,
    bodyId,
    JSON.stringify({ ...rulesFrom('standard', A_DAY), joinedBy: null }),
  ]);
  const rows = await database.query<{ id: string }>(PROPOSALS, [
    consultationId,
    memberId,
    proposals,
  ]);
  for (const statement of TABLES) await database.query(statement);
  // Not of what is empty: nothing does that where nobody has voted yet.
  await database.query('ANALYZE member, session, consultation, proposal');
  return { consultationId, proposals: rows.map(({ id }) => id) };
}

interface Size {
  voters: number;
  proposals: number;
}

/** Raises it in a directory of its own; each flush of its disk takes so many milliseconds more. */
export async function openStage(size: Size, slower: number): Promise<Stage | null> {
  const api = await openApi();
  const { path: directory, remove } = temporaryFolder('votes');
  const environment = slower > 0 ? await slowFlush(directory, slower) : {};
  if (!environment) {
    remove();
    return null;
  }
  const start = () => api.startEmbeddedPostgres({ directory, maxConnections: MAX_CONNECTIONS });
  const postgres = await withEnvironment(environment, start);
  const database = api.dataSource({ url: postgres.url, pool: 3, statementTimeout: 0 });
  const close = async () => {
    await database.destroy();
    await postgres.stop();
    remove();
  };
  try {
    await database.initialize();
    await api.migrate(database);
    await database.transaction((tx) => api.loadCast(tx, new Date()));
    const keys = api.openKeyring(join(directory, 'keys'));
    const cast = { memberId: api.memberId('asha'), bodyId: api.bodyId('health') };
    const filled = await fill(database, keys, { ...size, ...cast });
    const [row] = await database.query<{ server_version: string }>('SHOW server_version');
    return {
      url: postgres.url,
      directory,
      database,
      ...filled,
      voters: size.voters,
      version: `Postgres ${row?.server_version}`,
      drift: async () => {
        const others = await database.query<{ name: string }>(OTHERS.map(driftOf).join(' UNION '));
        const own = await api.recountTallies(database);
        return [...others.map(({ name }) => name), ...(own.length > 0 ? ['Clarion'] : [])];
      },
      close,
    };
  } catch (fault) {
    await close();
    throw fault;
  }
}
