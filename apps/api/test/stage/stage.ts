import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { begin } from '../../src/accounts/session.service.js';
import { ALL_SHUT, type Doors } from '../../src/app.module.js';
import type { Clarion } from '../../src/clarion.js';
import { dataSource } from '../../src/database/data-source.js';
import { memberId } from '../../src/demo/ids.js';
import type { PersonKey } from '../../src/demo/script.js';
import { readEnvironment } from '../../src/environment.js';
import { openKeyring } from '../../src/keyring/keyring.js';
import { openLog } from '../../src/log.js';
import { Orders } from '../../src/ranking/orders.js';
import { buildServer } from '../../src/server.js';
import { ForumCount } from '../../src/story/forum-count.js';

export interface Reply<T = Record<string, unknown>> {
  status: number;
  data: T;
  errors: { message: string; extensions: { code: string } }[] | undefined;
}

/** Somebody who speaks GraphQL over HTTP with a session of their own. */
export interface Person {
  id: string;
  /** Opens an address of the server outside GraphQL, such as a download. */
  get: (path: string) => Promise<Response>;
  /** Sends a document as they would; fails the test when the reply carries errors. */
  ask: <T = any>(document: string, variables?: Record<string, unknown>) => Promise<T>;
  /** The same, errors and all. */
  send: <T = any>(document: string, variables?: Record<string, unknown>) => Promise<Reply<T>>;
}

/** How a session of a test begins. */
export const AT_A_TEST = { by: 'demo', device: 'A test' } as const;

export interface Stage {
  clarion: Clarion;
  app: NestFastifyApplication;
  /** Where it listens: http://127.0.0.1:51234. */
  address: string;
  database: DataSource;
  as: (person: PersonKey | 'visitor') => Promise<Person>;
  /** Anybody on the roll. */
  asMember: (id: string) => Promise<Person>;
  /** Somebody by id, with the token of a session. */
  with: (id: string, token: string) => Person;
  /** Another instance on the same database, with some protections taken away; closed with the stage. */
  beside: (doors?: Doors, settings?: Record<string, string>) => Promise<Stage>;
  /** The statements that run while `work` runs, without those of transactions. */
  statementsOf: (work: () => Promise<unknown>) => Promise<string[]>;
}

interface Raised {
  url: string;
  template: string;
  directory: string;
}

const WRITES = /\b(INSERT INTO|(?<!FOR |KEY )UPDATE|DELETE FROM) (?!session\b)/;

async function cloneDatabase(raised: Raised): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client({ connectionString: raised.url });
  await admin.connect();
  // Cloning needs the template to itself; another worker may be cloning it just now.
  for (let attempt = 1; ; attempt += 1) {
    try {
      await admin.query(`CREATE DATABASE ${name} TEMPLATE ${raised.template}`);
      break;
    } catch (fault) {
      if (attempt === 50) throw fault;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  await admin.end();
  const url = new URL(raised.url);
  url.pathname = `/${name}`;
  return url.href;
}

function personOn(address: string, id: string, cookie: string | null): Person {
  const get = (path: string) =>
    fetch(`${address}${path}`, { headers: { ...(cookie && { cookie }) } });
  const send = async <T>(query: string, variables: Record<string, unknown> = {}) => {
    const reply = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
      body: JSON.stringify({ query, variables }),
    });
    return { status: reply.status, ...((await reply.json()) as Omit<Reply<T>, 'status'>) };
  };
  return {
    id,
    get,
    send,
    async ask<T>(query: string, variables: Record<string, unknown> = {}) {
      const reply = await send<T>(query, variables);
      if (reply.errors) throw new Error(reply.errors.map((error) => error.message).join('\n'));
      return reply.data;
    },
  };
}

/** How few statements it takes, of three times: on a busy machine what was kept may have to be read again. */
export async function fewestStatements(
  { statementsOf }: Stage,
  work: () => Promise<unknown>,
): Promise<number> {
  const counts: number[] = [];
  for (let time = 0; time < 3; time += 1) counts.push((await statementsOf(work)).length);
  return Math.min(...counts);
}

/**
 * A Clarion of its own for a test file: a clone of the template database, the real server on a
 * port of its own, and the cast. Call it at the top of a file and use what it returns inside the tests.
 */
export function openStage(
  settings: Record<string, string> | (() => Record<string, string>) = {},
): Stage {
  const stage = {} as Stage;
  const statements: string[] = [];
  const others: NestFastifyApplication[] = [];
  let isListening = false;
  let given: Record<string, string> = {};

  beforeAll(async () => {
    const raised = JSON.parse(process.env['CLARION_STAGE'] ?? '') as Raised;
    const url = await cloneDatabase(raised);
    given = {
      NODE_ENV: 'test',
      CLARION_LOG: 'error',
      CLARION_DEMO: 'true',
      // Tests ask faster than people.
      CLARION_PACE: '0',
      CLARION_AT_ONCE: '10000',
      DATABASE_URL: url,
      CLARION_KEYS: join(raised.directory, 'keys', randomUUID()),
      // Known only once what it names has been opened.
      ...(typeof settings === 'function' ? settings() : settings),
    };
    const environment = { ...readEnvironment(given), servesWeb: false };
    const database = dataSource({
      url,
      pool: 12,
      logger: (sql) => {
        // What a test writes past the server is seen at once; a session is resumed by every request.
        if (WRITES.test(sql))
          for (const kept of [Orders, ForumCount]) stage.app?.get(kept).forget();
        if (isListening && !/^(START|COMMIT|ROLLBACK|SAVEPOINT)/.test(sql)) statements.push(sql);
      },
    });
    await database.initialize();
    const keys = openKeyring(environment.keysDirectory);
    const clarion = { environment, database, keys, log: openLog(environment.logLevel) };
    // Alone, so that statements can be counted; instances beside it share.
    const app = await buildServer(clarion, { ...ALL_SHUT, shared: false });
    await app.listen(0, '127.0.0.1');
    Object.assign(stage, { clarion, database, app, address: await app.getUrl() });
  });

  afterAll(async () => {
    for (const app of [...others, stage.app]) await app?.close();
    if (stage.database?.isInitialized) await stage.database.destroy();
  });

  const speakOn = (address: string): Pick<Stage, 'as' | 'asMember' | 'with'> => {
    const having = (id: string, token: string) => personOn(address, id, `clarion=${token}`);
    const asMember = async (id: string) =>
      having(id, await begin(stage.database.manager, id, new Date(), AT_A_TEST));
    const as = async (person: PersonKey | 'visitor') =>
      person === 'visitor' ? personOn(address, '', null) : asMember(memberId(person));
    return { as, asMember, with: having };
  };
  stage.as = (person) => speakOn(stage.address).as(person);
  stage.asMember = (id) => speakOn(stage.address).asMember(id);
  stage.with = (id, token) => speakOn(stage.address).with(id, token);
  stage.beside = async (doors, changed = {}) => {
    const environment = { ...readEnvironment({ ...given, ...changed }), servesWeb: false };
    const clarion = { ...stage.clarion, environment };
    const app = await buildServer(clarion, doors);
    others.push(app);
    await app.listen(0, '127.0.0.1');
    const address = await app.getUrl();
    return { ...stage, ...speakOn(address), clarion, app, address };
  };
  stage.statementsOf = async (work) => {
    statements.length = 0;
    isListening = true;
    await work();
    isListening = false;
    return [...statements];
  };
  return stage;
}
