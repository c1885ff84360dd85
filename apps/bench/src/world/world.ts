import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, type Keyring, openApi } from '../api.js';
import { makeWorld } from './make-world.js';
import { takeWorld } from './world-lock.js';
import { sizeOf, type WorldSize } from './world-size.js';

/** Raised when what is generated changes, so that an older world is made anew. */
const GENERATION = 6;
/** As several servers that are compared take; each keeps twenty. */
const MAX_CONNECTIONS = 150;

/** A world that stands: its Postgres runs until it is closed, and its files stay for the next run. */
export interface World {
  url: string;
  directory: string;
  database: Database;
  keys: Keyring;
  version: string;
  close: () => Promise<void>;
}

interface Made {
  generation: number;
  migrations: number;
  at: string;
}

/** Of a world beside its directory, which is made anew. */
const lockOf = (directory: string) => `${directory}.lock`;

/** The world that was made in a directory, by its own words; null where none was finished. */
function made(directory: string): Made | null {
  const file = join(directory, 'world.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Made) : null;
}

/**
 * Opens the world of so many members under `folder`, made first where there is none, or where its tables
 * are of another Clarion. Making a million takes minutes; `say` hears how far it is. Only one process has it
 * at a time. `afresh`: made also where it is there.
 */
export async function openWorld(
  folder: string,
  members: number,
  say: (line: string) => void,
  { afresh = false } = {},
): Promise<World> {
  const size = sizeOf(members);
  const directory = join(folder, `world-${members}`);
  const release = takeWorld(lockOf(directory));
  try {
    const world = await openTaken(directory, size, say, afresh);
    const close = () => world.close().finally(release);
    return { ...world, close };
  } catch (fault) {
    release();
    throw fault;
  }
}

async function openTaken(
  directory: string,
  size: WorldSize,
  say: (line: string) => void,
  afresh: boolean,
): Promise<World> {
  const api = await openApi();
  const migrations = api.migrations.length;
  const found = made(directory);
  const isThere = !afresh && found?.generation === GENERATION && found.migrations === migrations;
  if (!isThere) rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const postgres = await api.startEmbeddedPostgres({
    directory: join(directory, 'postgres'),
    maxConnections: MAX_CONNECTIONS,
  });
  const database = api.dataSource({ url: postgres.url, pool: 3, statementTimeout: 0 });
  const close = async () => {
    await database.destroy();
    await postgres.stop();
  };
  try {
    await database.initialize();
    const keys = api.openKeyring(join(directory, 'keys'));
    if (!isThere) {
      const today = new Date();
      say(`Making a world of ${size.members.toLocaleString('en-GB')} members in ${directory} …`);
      await api.migrate(database);
      await database.transaction((tx) => api.loadCast(tx, today));
      const { rebuild, recount, prepare, chain, publishRound, viewerById, bodyId } = api;
      const acts = { rebuild, recount, prepare, chain, publishRound, viewerById };
      const own = { ...acts, bodyId: bodyId('health') };
      const place = { url: postgres.url, database, keys, ...own, say };
      await makeWorld(place, size, today);
      const note: Made = { generation: GENERATION, migrations, at: today.toISOString() };
      writeFileSync(join(directory, 'world.json'), `${JSON.stringify(note)}\n`);
    }
    const [row] = await database.query<{ server_version: string }>('SHOW server_version');
    return {
      url: postgres.url,
      directory,
      database,
      keys,
      version: `Postgres ${row?.server_version}`,
      close,
    };
  } catch (fault) {
    await close();
    throw fault;
  }
}
