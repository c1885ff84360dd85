import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import ts from 'typescript';
import {
  type EmbeddedPostgresOptions,
  findRunningPostgres,
} from '../src/database/embedded-postgres.js';

const API = dirname(dirname(fileURLToPath(import.meta.url)));
const BUILT = join(API, '.cache', `launcher-${process.pid}`);
const isRoot = process.getuid?.() === 0;
const testAsRoot = isRoot ? test : test.skip;

/** A program of its own that runs the launcher: it is the parent that the tests kill. */
const PROGRAM = `
import { startEmbeddedPostgres } from './database/embedded-postgres.js';
try {
  const server = await startEmbeddedPostgres(JSON.parse(process.argv[2]));
  console.log('ready ' + server.url);
  process.stdin.resume().once('end', () => server.stop().then(() => process.exit(0)));
} catch (error) {
  console.log(error.name + ' ' + error.message.replaceAll('\\n', ' | '));
  process.exit(1);
}
`;

let directory: string;
const parents: ChildProcess[] = [];

beforeAll(() => {
  const sources = ['plain-error.ts', 'database/embedded-postgres.ts'].concat(
    readdirSync(join(API, 'src/database/embedded')).map((name) => `database/embedded/${name}`),
  );
  for (const source of sources) {
    const code = ts.sys.readFile(join(API, 'src', source)) ?? '';
    const target = join(BUILT, source.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    const { outputText } = ts.transpileModule(code, {
      compilerOptions: { module: ts.ModuleKind.ES2022, target: ts.ScriptTarget.ES2022 },
    });
    writeFileSync(target, outputText);
  }
  writeFileSync(join(BUILT, 'program.js'), PROGRAM);
});

beforeEach(() => {
  const home = mkdtempSync(join(tmpdir(), 'launcher-'));
  chmodSync(home, 0o711);
  directory = join(home, 'postgres');
});

afterEach(async () => {
  for (const parent of parents.splice(0)) parent.kill('SIGKILL');
  await untilNoneLeft();
  rmSync(dirname(directory), { recursive: true, force: true });
});

afterAll(() => rmSync(BUILT, { recursive: true, force: true }));

function launch(
  options: Partial<EmbeddedPostgresOptions> = {},
  prefix: string[] = [],
): { parent: ChildProcess; answer: Promise<string> } {
  const [command = 'node', ...args] = [
    ...prefix,
    process.execPath,
    join(BUILT, 'program.js'),
    JSON.stringify({ directory, forTests: true, ...options }),
  ];
  const parent = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  parents.push(parent);
  const answer = new Promise<string>((resolve) => {
    createInterface({ input: parent.stdout })
      .once('line', resolve)
      .once('close', () => resolve(''));
  });
  return { parent, answer };
}

async function start(options: Partial<EmbeddedPostgresOptions> = {}, prefix: string[] = []) {
  const { parent, answer } = launch(options, prefix);
  const line = await answer;
  expect(line).toMatch(/^ready postgresql:/);
  return { parent, url: line.slice('ready '.length) };
}

async function stop(parent: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => parent.once('exit', resolve));
  parent.stdin?.end();
  await gone;
}

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** The postmaster of this test's directory, found as an administrator would: by its command line. */
function postgresProcesses(): number[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' });
  return stdout
    .split('\n')
    .filter((line) => line.includes(`bin/postgres -D ${directory}/`) && !line.includes('sh -c'))
    .map((line) => Number.parseInt(line, 10));
}

async function untilNoneLeft(): Promise<number> {
  const begun = Date.now();
  while (postgresProcesses().length > 0 && Date.now() - begun < 10_000) await sleep(50);
  return Date.now() - begun;
}

describe('the Postgres that comes with Clarion', () => {
  test('keeps what was written when it is stopped and started again', async () => {
    const first = await start({ forTests: false });
    await query(first.url, `CREATE TABLE note AS SELECT 'Asha was here'::text AS words`);
    await stop(first.parent);
    expect(postgresProcesses()).toEqual([]);

    const second = await start({ forTests: false });
    expect(await query(second.url, 'SELECT words FROM note')).toEqual([{ words: 'Asha was here' }]);
  }, 60_000);

  test('can be reached by nobody else: closed directory, no port, no entry without the password', async () => {
    const { url } = await start();
    expect(statSync(directory).mode & 0o777).toBe(0o700);
    expect(statSync(join(directory, 'sockets')).mode & 0o777).toBe(0o700);
    expect(statSync(join(directory, 'passwords.json')).mode & 0o777).toBe(0o600);
    expect(await query(url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '' }]);
    await expect(query(url.replace(/:[^:@]+@/, ':guess@'), 'SELECT 1')).rejects.toThrow(/password/);
  }, 60_000);

  test('has the extensions, the letters and the rights that Clarion needs, and no more', async () => {
    const { url } = await start();
    await query(
      url,
      'CREATE EXTENSION pg_trgm; CREATE EXTENSION unaccent; CREATE EXTENSION pgcrypto',
    );
    expect(
      await query(
        url,
        `SELECT lower('ÉCOLE') AS small, unaccent('Ynys Môn') AS plain, similarity('é', 'é') AS alike`,
      ),
    ).toEqual([{ small: 'école', plain: 'Ynys Mon', alike: 1 }]);
    expect(
      await query(url, `SELECT rolsuper, rolcreatedb FROM pg_roles WHERE rolname = current_user`),
    ).toEqual([{ rolsuper: false, rolcreatedb: true }]);
  }, 60_000);

  test('ends with its parent, even one that was killed without warning', async () => {
    const { parent } = await start();
    expect(postgresProcesses()).toHaveLength(1);
    parent.kill('SIGKILL');
    expect(await untilNoneLeft()).toBeLessThan(5_000);
    expect(postgresProcesses()).toEqual([]);
  }, 60_000);

  test('would be left behind without the shell that watches (so the test above can fail)', async () => {
    const { parent } = await start({ unsafe: { unsupervised: true } });
    parent.kill('SIGKILL');
    await sleep(3_000);
    const orphans = postgresProcesses();
    for (const orphan of orphans) process.kill(orphan, 'SIGINT');
    expect(orphans).toHaveLength(1);
  }, 60_000);

  test('starts again at once after its parent was killed, with the data whole', async () => {
    const first = await start({ forTests: false });
    await query(first.url, 'CREATE TABLE tally AS SELECT generate_series(1, 5000) AS vote');
    first.parent.kill('SIGKILL');
    const second = await start({ forTests: false });
    expect(await query(second.url, 'SELECT count(*)::int AS votes FROM tally')).toEqual([
      { votes: 5000 },
    ]);
  }, 60_000);

  test('recovers when Postgres itself was killed and its lock file is left', async () => {
    const first = await start({ forTests: false });
    await query(first.url, 'CREATE TABLE tally AS SELECT 7 AS votes');
    for (const pid of postgresProcesses()) process.kill(pid, 'SIGKILL');
    first.parent.kill('SIGKILL');
    const second = await start({ forTests: false });
    expect(await query(second.url, 'SELECT votes FROM tally')).toEqual([{ votes: 7 }]);
  }, 60_000);

  test('starts again at the same address when Postgres alone was killed, with the data whole', async () => {
    for (const long of ['', 'x'.repeat(120)]) {
      directory = join(directory, long);
      const { parent, url } = await start({ forTests: false });
      await query(url, 'CREATE TABLE tally AS SELECT 7 AS votes');
      for (const pid of postgresProcesses()) process.kill(pid, 'SIGKILL');
      const deadline = Date.now() + 20_000;
      const ask = () => query(url, 'SELECT votes FROM tally').catch(() => null);
      let answer = await ask();
      while (!answer && Date.now() < deadline) {
        await sleep(100);
        answer = await ask();
      }
      expect(answer).toEqual([{ votes: 7 }]);
      await stop(parent);
      expect(postgresProcesses()).toEqual([]);
    }
  }, 60_000);

  test('gives up, and ends its program, when Postgres cannot start again', async () => {
    const { parent, url } = await start({ forTests: false });
    const gone = new Promise((resolve) => parent.once('exit', resolve));
    await query(url, 'SELECT 1');
    writeFileSync(join(directory, 'cluster', 'postgresql.conf'), 'work_mem = lots\n');
    for (const pid of postgresProcesses()) process.kill(pid, 'SIGKILL');
    expect(await gone).toBe(1);
  }, 60_000);

  test('refuses a directory that another Clarion is using, in one plain sentence', async () => {
    const first = await start();
    const answer = await launch().answer;
    expect(answer).toMatch(/^PlainError The data directory .* is in use by another Clarion/);
    expect(await query(first.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  }, 60_000);

  test('can be reached by a command while the server is up, and only then', async () => {
    expect(findRunningPostgres(directory)).toBeNull();
    const { parent } = await start();
    const found = findRunningPostgres(directory);
    expect(await query(found ?? '', 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await stop(parent);
    expect(findRunningPostgres(directory)).toBeNull();
  }, 60_000);

  test('is won by one of two that start together, and the other says so', async () => {
    const answers = await Promise.all([launch().answer, launch().answer]);
    expect(answers.filter((line) => line.startsWith('ready'))).toHaveLength(1);
    expect(answers.filter((line) => line.includes('in use by another Clarion'))).toHaveLength(1);
  }, 90_000);

  test('works in a directory whose path is too long for a socket', async () => {
    directory = join(directory, 'x'.repeat(120));
    const { url, parent } = await start();
    const [, host = ''] = /@([^/]+)\//.exec(url) ?? [];
    const sockets = decodeURIComponent(host);
    expect(sockets.startsWith(tmpdir())).toBe(true);
    expect(statSync(sockets).mode & 0o777).toBe(0o700);
    await stop(parent);
    expect(() => statSync(sockets)).toThrow(/ENOENT/);
  }, 60_000);

  test('says what Postgres said when it cannot start', async () => {
    const { parent } = await start();
    await stop(parent);
    writeFileSync(join(directory, 'cluster', 'postgresql.conf'), 'work_mem = lots\n');
    const answer = await launch().answer;
    expect(answer).toMatch(/^PlainError The bundled Postgres did not start in .*work_mem/);
  }, 60_000);

  testAsRoot(
    'runs for root where user namespaces are forbidden, as the account nobody',
    async () => {
      const first = await start({ unsafe: { withoutNamespaces: true } });
      await query(first.url, 'CREATE TABLE tally AS SELECT 3 AS votes');
      expect(statSync(join(directory, 'cluster')).uid).toBe(65534);
      await stop(first.parent);
      // The next start may use namespaces; the directory keeps its owner.
      const second = await start();
      expect(await query(second.url, 'SELECT votes FROM tally')).toEqual([{ votes: 3 }]);
    },
    60_000,
  );

  testAsRoot(
    'runs for an ordinary user as that user',
    async () => {
      const ordinary = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'];
      const { url } = await start({}, ordinary);
      expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    },
    60_000,
  );
});
