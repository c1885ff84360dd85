import { join } from 'node:path';
import { PlainError } from '../plain-error.js';
import { temporaryFolder } from '../temporary-folder.js';
import { openApi, type Statements } from './api.js';
import { cutReply } from './page.js';
import { seedConsultation } from './seed.js';

/** A database of the bench's own, with a page to be asked for in each size, and a viewer signed in. */
export interface Stage {
  url: string;
  directory: string;
  cookie: string;
  version: string;
  /** Consultations by how many proposals they have. */
  ids: Map<number, string>;
  /** Waits until the jobs that a server began have ended, and what they found is on the pages. */
  settle(): Promise<void>;
  /** Gives the floor a page as Clarion sends it. */
  keepPage(id: string, reply: string): Promise<void>;
  close(): Promise<void>;
}

const FLOOR_TABLES = `
  CREATE TABLE bench_page (consultation_id uuid PRIMARY KEY, before text NOT NULL, after text NOT NULL);
  CREATE TABLE bench_row (consultation_id uuid, position int, row text NOT NULL,
    PRIMARY KEY (consultation_id, position))`;

async function keepPage(database: Statements, id: string, reply: string): Promise<void> {
  const { before, rows, after } = cutReply(reply);
  await database.query('INSERT INTO bench_page VALUES ($1, $2, $3)', [id, before, after]);
  await database.query(
    'INSERT INTO bench_row SELECT $1, position, row FROM unnest($2::text[]) WITH ORDINALITY AS r(row, position)',
    [id, rows],
  );
}

const MOST_SETTLING_MS = 180_000;
const LOOK_AGAIN_MS = 500;

/** Jobs add jobs, so there must have been none twice in a row. */
async function settle(database: Statements): Promise<void> {
  const end = Date.now() + MOST_SETTLING_MS;
  for (let quiet = 0; quiet < 2; ) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    const [row] = await database.query<{ jobs: number }>(
      'SELECT count(*)::int AS jobs FROM graphile_worker.jobs',
    );
    quiet = row?.jobs === 0 ? quiet + 1 : 0;
    if (Date.now() > end) throw new PlainError('The jobs did not come to an end in three minutes.');
  }
}

/** Raises it in a directory of its own; everything goes when it is closed. */
export async function openStage(
  sizes: readonly number[],
  say: (line: string) => void,
): Promise<Stage> {
  const api = await openApi();
  const { path: directory, remove } = temporaryFolder('db');
  const postgres = await api.startEmbeddedPostgres({ directory });
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
    const viewerId = api.memberId('asha');
    const keys = api.openKeyring(join(directory, 'keys'));
    const world = { database, keys, rebuild: api.rebuild, bodyId: api.bodyId('health'), viewerId };
    const ids = new Map<number, string>();
    for (const size of sizes) {
      say(`  a consultation with ${size} proposals …`);
      ids.set(size, await seedConsultation(world, size));
    }
    await database.query(FLOOR_TABLES);
    await database.query('ANALYZE');
    const [row] = await database.query<{ server_version: string }>('SHOW server_version');
    const token = await api.begin(database.manager, viewerId, new Date(), {
      by: 'demo',
      device: 'The bench',
    });
    return {
      url: postgres.url,
      directory,
      cookie: `clarion=${token}`,
      version: `Postgres ${row?.server_version}`,
      ids,
      settle: () => settle(database),
      keepPage: (id, reply) => keepPage(database, id, reply),
      close,
    };
  } catch (fault) {
    await close();
    throw fault;
  }
}
