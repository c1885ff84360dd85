import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { begin } from '../src/accounts/session.service.js';
import { dataSource } from '../src/database/data-source.js';
import { loadCast } from '../src/demo/roll.js';
import { openKeyring } from '../src/keyring/keyring.js';
import { consultationUnder, proposeIn } from './stage/electorate.js';
import { type Operated, operate } from './stage/faults/operated.js';
import { listen } from './stage/listening.js';
import { describeReplicated } from './stage/replicated/here.js';
import { type Tally, underLoad, type Walker } from './stage/replicated/load.js';
import {
  findDebianPostgres,
  type Replicated,
  startReplicated,
} from './stage/replicated/postgres.js';
import { AT_A_TEST, type Stage } from './stage/stage.js';
import { until } from './stage/working.js';

/** How long each part takes. `pnpm scaled` asks for more. */
const SECONDS = Number(process.env['CLARION_SCALED_SECONDS'] ?? 4);
const isLong = process.env['CLARION_SCALED_SECONDS'] !== undefined;
const PEOPLE = 12;
const VISITORS = 6;
const PROPOSALS = 10;
const say = (line: string) => isLong && process.stderr.write(`${line}\n`);
const told = ({ votes, checks, missed, pages, failed, slowest }: Tally) =>
  `${votes} votes, ${checks} looked for at once on the other instance, ${missed} of them missed; ${pages} pages; ${failed.length} failed; the slowest took ${Math.round(slowest)} ms`;

describeReplicated('Two instances and a replica', () => {
  const directory = mkdtempSync(join(tmpdir(), 'clarion-scaled-'));
  let replicated: Replicated;
  let servers: [Operated, Operated];
  let where: Parameters<typeof underLoad>[0];
  const walkers: Walker[] = [];
  const ending: (() => unknown)[] = [];
  const load: typeof underLoad = (...given) => {
    const end = underLoad(...given);
    ending.push(end);
    return end;
  };

  /** The cast, a consultation with proposals, and a session for each of those who vote. */
  const settle = async (keysDirectory: string) => {
    const url = replicated.primary.url('clarion');
    const database = await dataSource({ url, pool: 2, statementTimeout: 0 }).initialize();
    await database.transaction((tx) => loadCast(tx, new Date()));
    const clarion = { keys: openKeyring(keysDirectory) };
    const stage = { database, clarion } as unknown as Stage;
    const consultationId = await consultationUnder(stage);
    const proposals: string[] = [];
    for (let each = 0; each < PROPOSALS; each += 1) {
      proposals.push(await proposeIn(stage, consultationId, { by: 'tom' }));
    }
    const members: { id: string }[] = await database.query(
      `SELECT m.id FROM member m WHERE standing = 'member' AND m.id NOT IN (SELECT author_id FROM proposal)
         AND m.id NOT IN (SELECT member_id FROM office) ORDER BY m.id LIMIT $1`,
      [PEOPLE],
    );
    for (const { id } of members) {
      const token = await begin(database.manager, id, new Date(), AT_A_TEST);
      walkers.push({ cookies: new Map([['clarion', token]]), chose: new Map() });
    }
    await database.destroy();
    where = { instances: [servers[0].address, servers[1].address], consultationId, proposals };
  };
  const isRead = (used: number) =>
    until(
      async () => {
        const all = servers.map(async ({ address }) => (await fetch(`${address}/health`)).json());
        const found = (await Promise.all(all)) as { replicas: string }[];
        return found.every(({ replicas }) => replicas === `${used} of 1 are read from`);
      },
      `both read from ${used}`,
      60_000,
    );
  /** Rows that the replica has read for Clarion; to say how far it is it reads none. */
  const rowsRead = async () => {
    // What a connection did is told a moment later.
    await sleep(1_200);
    const [row] = await replicated.replica.tell(
      `SELECT tup_returned + tup_fetched AS n FROM pg_stat_database WHERE datname = 'clarion'`,
    );
    return Number(row?.['n']);
  };
  const readThere = async (work: () => Promise<Tally>) => {
    const before = await rowsRead();
    const tally = await work();
    return { tally, there: (await rowsRead()) - before };
  };
  const forSeconds =
    (forgets = false) =>
    async () => {
      const end = load(where, walkers, { visitors: VISITORS, forgets });
      await sleep(SECONDS * 1000);
      return end();
    };
  const delay = (by: string | null) =>
    replicated.replica.tell(
      by
        ? `ALTER SYSTEM SET recovery_min_apply_delay = '${by}'`
        : 'ALTER SYSTEM RESET recovery_min_apply_delay',
      'SELECT pg_reload_conf()',
    );

  // Also where a test failed in the midst of it.
  afterEach(async () => {
    for (const end of ending.splice(0)) await end();
  });

  beforeAll(async () => {
    const debian = findDebianPostgres();
    if (!debian) throw new Error("Debian's Postgres is missing: apt-get install postgresql");
    replicated = await startReplicated(join(directory, 'c'), debian);
    const settings = {
      DATABASE_URL: replicated.primary.url('clarion'),
      DATABASE_REPLICA_URLS: replicated.replica.url('clarion', 'reader'),
      CLARION_KEYS: join(directory, 'keys'),
    };
    servers = [await operate(settings), await operate(settings)];
    for (const server of servers) await server.start();
    await settle(settings.CLARION_KEYS);
    await isRead(1);
  }, 240_000);

  afterAll(async () => {
    for (const server of servers ?? []) {
      await server.stop();
      rmSync(server.directory, { recursive: true, force: true });
    }
    await replicated?.stop();
    rmSync(directory, { recursive: true, force: true });
  }, 60_000);

  test('whoever votes on one sees it at once on the other, and the replica is read', async () => {
    const { tally, there } = await readThere(forSeconds());
    say(`Calm: ${told(tally)}; the replica read ${there} rows`);
    expect(tally).toMatchObject({ failed: [], missed: 0 });
    expect(tally.checks).toBeGreaterThan(SECONDS * 5);
    expect(there).toBeGreaterThan(SECONDS * 20);
  }, 180_000);

  test('no request fails while the replica is killed and brought back, and then it is read again', async () => {
    const end = load(where, walkers, { visitors: VISITORS });
    await sleep((SECONDS * 1000) / 4);
    await replicated.replica.kill();
    await isRead(0);
    await sleep((SECONDS * 1000) / 2);
    const back = Date.now();
    await replicated.replica.start();
    await isRead(1);
    const after = Date.now() - back;
    await sleep((SECONDS * 1000) / 4);
    const tally = await end();
    say(`Killed and brought back: ${told(tally)}; read again ${after} ms after it was started`);
    expect(tally).toMatchObject({ failed: [], missed: 0 });
    expect(tally.checks).toBeGreaterThan(SECONDS * 5);
    const { tally: then, there } = await readThere(forSeconds());
    say(`Back: ${told(then)}; the replica read ${there} rows`);
    expect(then).toMatchObject({ failed: [], missed: 0 });
    expect(there).toBeGreaterThan(SECONDS * 20);
  }, 300_000);

  test('news of a vote on one are told on the other', async () => {
    const listener = listen({ address: servers[1].address }, null);
    ending.push(listener.end);
    const { news } = listener.hear<{ voterCount: number }>(
      'subscription ($id: ID!) { consultationNews(id: $id) { voterCount } }',
      { id: where.consultationId },
    );
    await until(async () => news.length > 0, 'it stands as it stands');
    const database = await dataSource({
      url: replicated.primary.url('clarion'),
      pool: 1,
    }).initialize();
    const [member]: { id: string }[] = await database.query(
      `SELECT id FROM member WHERE standing = 'member' AND id NOT IN (SELECT member_id FROM session)
         AND id NOT IN (SELECT author_id FROM proposal) AND lapsed_on IS NULL ORDER BY id LIMIT 1`,
    );
    const token = await begin(database.manager, member?.id ?? '', new Date(), AT_A_TEST);
    await database.destroy();
    const begun = Date.now();
    const newcomer = [{ cookies: new Map([['clarion', token]]), chose: new Map<string, string>() }];
    const end = load({ ...where, instances: [servers[0].address, servers[0].address] }, newcomer, {
      visitors: 0,
    });
    const before = news.at(-1)?.voterCount ?? 0;
    await until(async () => (news.at(-1)?.voterCount ?? 0) > before, 'it is told');
    say(`News of a vote on one instance were told on the other after ${Date.now() - begun} ms`);
    await end();
  }, 60_000);

  test('browsers that forget how far the primary had written would miss their votes (so the tests above can fail)', async () => {
    await delay('200ms');
    const kept = await forSeconds()();
    // On a busy machine the replica may lag so far that nobody reads there for a while.
    let forgot = await forSeconds(true)();
    for (let again = 0; again < 4 && forgot.missed === 0; again += 1) {
      forgot = await forSeconds(true)();
    }
    await delay(null);
    say(`Control, the replica 200 ms behind: ${told(kept)}`);
    say(`Control, and browsers that forget: ${told(forgot)}`);
    expect(kept).toMatchObject({ failed: [], missed: 0 });
    expect(forgot.failed).toEqual([]);
    expect(forgot.missed).toBeGreaterThan(0);
  }, 180_000);
});
