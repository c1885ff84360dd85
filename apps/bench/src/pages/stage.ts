import type { Statements } from '../api.js';
import { PlainError } from '../plain-error.js';
import type { Who } from './floor-statements.js';
import { PAGES, type PageName } from './pages.js';
import { openVisit, type Visit } from './visit.js';

/** What the other subjects need in a world besides Clarion's tables. */
export interface Stage extends Visit {
  /** Gives the floor what Clarion works out or says in words, and everybody the order of the ranking. */
  keep(page: PageName, who: Who, reply: string): Promise<void>;
  /** Takes away what was put into the world. */
  close(): Promise<void>;
}

/** None of the others knows a member's pseudonym or can rank: both are given to them as tables. */
const TABLES = [
  'CREATE SCHEMA bench',
  `CREATE TABLE bench.voter_of (member_id uuid, consultation_id uuid, pseudonym bytea NOT NULL,
     PRIMARY KEY (member_id, consultation_id))`,
  `CREATE TABLE bench.kept (page text, who text, place text, text text NOT NULL,
     PRIMARY KEY (page, who, place))`,
  `CREATE TABLE bench.ranked (consultation_id uuid REFERENCES consultation, position int,
     proposal_id uuid NOT NULL REFERENCES proposal, rank int NOT NULL, kept text NOT NULL,
     PRIMARY KEY (consultation_id, position))`,
];

const ME = `current_setting('clarion.member', true)::uuid`;
const OWN = `JOIN bench.voter_of me ON me.pseudonym = v.pseudonym AND me.member_id = ${ME}`;

/** How PostGraphile is taught what is no column: https://postgraphile.org/postgraphile/5/computed-columns. */
const FUNCTIONS: readonly (readonly [table: string, name: string, type: string, body: string])[] = [
  [
    'proposal',
    'my_vote',
    'vote',
    `SELECT v.* FROM vote v ${OWN} AND me.consultation_id = row.consultation_id
     WHERE v.consultation_id = row.consultation_id AND v.proposal_id = row.id`,
  ],
  ['proposal', 'is_mine', 'boolean', `SELECT coalesce(row.author_id = ${ME}, false)`],
  [
    'consultation',
    'my_vote_count',
    'int',
    `SELECT count(*)::int FROM vote v ${OWN} AND me.consultation_id = row.id WHERE v.consultation_id = row.id`,
  ],
  [
    'consultation',
    'comment_count',
    'int',
    `SELECT coalesce(sum(comment_count), 0)::int FROM proposal
     WHERE consultation_id = row.id AND status <> 'waiting'`,
  ],
  ['comment', 'is_mine', 'boolean', `SELECT coalesce(row.author_id = ${ME}, false)`],
  [
    'comment',
    'is_good_point_by_me',
    'boolean',
    `SELECT EXISTS (SELECT FROM good_point WHERE comment_id = row.id AND member_id = ${ME})`,
  ],
];

/** Leaves the world as it was. */
async function clear(database: Statements): Promise<void> {
  for (const [table, name] of FUNCTIONS) {
    await database.query(`DROP FUNCTION IF EXISTS public.${table}_${name}(${table})`);
  }
  await database.query('DROP SCHEMA IF EXISTS bench CASCADE');
}

async function furnish(database: Statements): Promise<void> {
  await clear(database);
  for (const statement of TABLES) await database.query(statement);
  for (const [table, name, type, body] of FUNCTIONS) {
    await database.query(
      `CREATE FUNCTION public.${table}_${name}("row" ${table}) RETURNS ${type} LANGUAGE sql STABLE
       AS $$ ${body.replaceAll('row.', '"row".')} $$`,
    );
  }
}

/** All that a reply says at a place and that is not in the tables. */
function without(
  { shape }: { shape: object },
  path: readonly string[],
  reply: unknown,
): Record<string, unknown> {
  let known: object = shape;
  let said = reply as Record<string, unknown>;
  for (const field of path) {
    known = (known as Record<string, object>)[field] ?? {};
    said = said[field] as Record<string, unknown>;
  }
  return Object.fromEntries(Object.entries(said).filter(([field]) => !(field in known)));
}

interface RankedReply {
  consultation: {
    id: string;
    ranking: { proposals: { edges: { node: { rank: number; proposal: { id: string } } }[] } };
  };
}

async function keepOrder(database: Statements, { consultation }: RankedReply): Promise<void> {
  const rows = consultation.ranking.proposals.edges.map(({ node }, i) => {
    const {
      rank: _rank,
      tally: _tally,
      proposal,
      ...kept
    } = node as typeof node & { tally: unknown };
    return { position: i + 1, id: proposal.id, rank: node.rank, kept: JSON.stringify(kept) };
  });
  await database.query(
    `INSERT INTO bench.ranked SELECT $1, position, id, rank, kept
     FROM json_to_recordset($2) AS row(position int, id uuid, rank int, kept text)`,
    [consultation.id, JSON.stringify(rows)],
  );
  // The order goes on; what is said of the others is not asked for.
  await database.query(
    `INSERT INTO bench.ranked SELECT $1, $2 + row_number() OVER (ORDER BY number), id, 0, '{}'
     FROM proposal WHERE consultation_id = $1 AND status IN ('published', 'merged', 'not_taken_forward')
       AND id NOT IN (SELECT proposal_id FROM bench.ranked WHERE consultation_id = $1)`,
    [consultation.id, rows.length],
  );
}

const PLACES: Readonly<Record<PageName, readonly (readonly string[])[]>> = {
  consultation: [['consultation']],
  proposals: [['consultation'], ['bodies']],
  thread: [],
  ranking: [['consultation'], ['consultation', 'ranking']],
};

async function keep(database: Statements, page: PageName, who: Who, text: string): Promise<void> {
  const { data, errors } = JSON.parse(text) as { data: Record<string, unknown>; errors?: unknown };
  if (errors) throw new PlainError(`The page cannot be read: ${text.slice(0, 600)}`);
  for (const path of PLACES[page]) {
    const place = path.at(-1) as string;
    const said = Array.isArray(data[place]) ? data[place] : without(PAGES[page], path, data);
    await database.query('INSERT INTO bench.kept VALUES ($1, $2, $3, $4)', [
      page,
      who,
      place,
      JSON.stringify(said),
    ]);
  }
  if (page === 'ranking' && who === 'member') await keepOrder(database, data as never);
}

/** Opens a world, and puts into it what the other subjects need. */
export async function openStage(
  folder: string,
  members: number,
  say: (line: string) => void,
): Promise<Stage> {
  const visit = await openVisit(folder, members, say);
  const { world, asked, memberId } = visit;
  const { database, keys } = world;
  try {
    await furnish(database);
    await database.query('INSERT INTO bench.voter_of VALUES ($1, $2, $3)', [
      memberId,
      asked.consultationId,
      keys.pseudonym(asked.consultationId, memberId),
    ]);
    return {
      ...visit,
      keep: (page, who, reply) => keep(database, page, who, reply),
      close: async () => {
        await clear(database);
        await world.close();
      },
    };
  } catch (fault) {
    await world.close();
    throw fault;
  }
}
