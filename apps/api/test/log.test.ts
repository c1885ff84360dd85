import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { begin } from '../src/accounts/session.service.js';
import { memberId } from '../src/demo/ids.js';
import type { PersonKey } from '../src/demo/script.js';
import { BadInput } from '../src/graphql/errors.js';
import { logForLibraries, openLog } from '../src/log.js';
import { enqueue } from '../src/mail/mail.js';
import { MailFault } from '../src/mail/mail-fault.js';
import { showFault, shownAsError, withoutPersonal } from '../src/shown-fault.js';
import { documentOf, goodArguments, rootFields } from './stage/every-field.js';
import { newId, openConsultation, propose } from './stage/over-http.js';
import { type Overheard, overhearServer } from './stage/overheard.js';
import { openPostOffice } from './stage/post-office.js';
import { AT_A_TEST, openStage } from './stage/stage.js';
import { until } from './stage/working.js';

const stage = openStage({ CLARION_LOG: 'silent' });

/** What stands in what people send and are, and nowhere else. */
const CANARIES = {
  name: 'Quillfeather Abernathy',
  email: 'quillfeather@canary.example',
  words: 'Xylograph marmalade',
  search: 'Zephyrine',
  id: 'query-string-7f3a9c',
  oidc: 'Wrenlow Tattersall',
  code: 'code-of-the-party-5521',
  breakdown: 'Marmoset lullaby',
  job: 'Turnstone pilgrimage',
};
const ADDRESS = '198.51.100.77';

/** A mail server that turns a mail away and quotes all of it, name, address and code. */
let quoted = '';
const office = openPostOffice({
  onData: (stream, { envelope }, done) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8').replaceAll(/\s+/g, ' ');
      quoted += text;
      const to = envelope.rcptTo.map(({ address }) => address).join();
      done(new Error(`${CANARIES.name} at ${to} takes no such thing as: ${text}`));
    });
  },
});

let party: Server;
let server: Overheard;
const tokens: Record<string, string> = {};

/** A party's login that answers with somebody's name in its fault. */
async function openParty(): Promise<string> {
  party = createServer((request, reply) => {
    const issuer = `http://127.0.0.1:${(party.address() as AddressInfo).port}`;
    reply.setHeader('content-type', 'application/json');
    if (request.url?.startsWith('/.well-known')) {
      reply.end(
        JSON.stringify({
          ...{
            issuer,
            authorization_endpoint: `${issuer}/auth`,
            token_endpoint: `${issuer}/token`,
          },
          ...{ jwks_uri: `${issuer}/keys`, response_types_supported: ['code'] },
        }),
      );
      return;
    }
    reply.statusCode = 400;
    reply.end(
      JSON.stringify({ error: 'invalid_grant', error_description: `Not for ${CANARIES.oidc}` }),
    );
  });
  await new Promise<void>((listening) => {
    party.listen(0, '127.0.0.1', listening);
  });
  return `http://127.0.0.1:${(party.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  const issuer = await openParty();
  server = await overhearServer(
    stage,
    {
      CLARION_SMTP_URL: office.url,
      CLARION_MAIL_FROM: 'clarion@example.org',
      CLARION_TRUST_PROXY: '127.0.0.1',
      CLARION_OIDC_ISSUER: issuer,
      CLARION_OIDC_CLIENT_ID: 'clarion',
    },
    CANARIES.breakdown,
  );
  for (const key of ['asha', 'helen', 'marian'] as PersonKey[]) {
    tokens[key] = await begin(stage.database.manager, memberId(key), new Date(), AT_A_TEST);
  }
}, 120_000);

afterAll(async () => {
  await server?.stop();
  party?.close();
});

const ask = (path: string, options: RequestInit & { by?: string } = {}) => {
  const { by, headers, ...rest } = options;
  return fetch(`${server.address}${path}`, {
    redirect: 'manual',
    ...rest,
    headers: {
      'x-forwarded-for': ADDRESS,
      'user-agent': CANARIES.name,
      ...(by && { cookie: `clarion=${tokens[by]}` }),
      ...(headers as Record<string, string>),
    },
  });
};

interface Answered {
  status: number;
  isInWords: boolean;
}

async function graphql(by: string, query: string, variables: unknown): Promise<Answered> {
  const reply = await ask('/graphql', {
    by,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await reply.json()) as { data?: unknown; errors?: unknown[] };
  return { status: reply.status, isInWords: Boolean(body.data) || (body.errors ?? []).length > 0 };
}

/** Every argument of every field, with canaries for the words in it. */
const asked = (kind: 'query' | 'mutation', things: Record<string, string>) =>
  rootFields(kind).map((field) => {
    const known = (name: string) =>
      /email/i.test(name) ? CANARIES.email : (things[name] ?? undefined);
    const sound = JSON.stringify(goodArguments(field, known));
    const words = kind === 'query' ? CANARIES.search : CANARIES.words;
    return {
      document: documentOf(kind, field),
      variables: JSON.parse(sound.replaceAll('Buses after seven', words)) as unknown,
    };
  });

/** Asks for everything there is, as three people. Answers what was not answered in words. */
async function askEverything(things: Record<string, string>): Promise<Answered[]> {
  const silent: Answered[] = [];
  for (const kind of ['query', 'mutation'] as const) {
    for (const { document, variables } of asked(kind, things)) {
      for (const by of Object.keys(tokens)) {
        // What ends a session would keep the next from being asked.
        if (/signOut|endSession|endOther/.test(document)) continue;
        const answered = await graphql(by, document, variables);
        if (!answered.isInWords) silent.push(answered);
      }
    }
  }
  return silent;
}

const admin = async (sql: string) => {
  const { url } = JSON.parse(process.env['CLARION_STAGE'] ?? '') as { url: string };
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
};

/** Nothing can be written into a table any more; Postgres says of each row what was in it. */
async function refuseRows(): Promise<void> {
  const tables: { name: string }[] = await stage.database.query(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname = 'public' AND tablename NOT IN ('session', 'migration', 'job_run')`,
  );
  for (const { name } of [...tables, { name: 'graphile_worker._private_jobs' }]) {
    await stage.database.query(`ALTER TABLE ${name} ADD CONSTRAINT broken CHECK (false) NOT VALID`);
  }
}

async function letRowsIn(): Promise<void> {
  const tables: { name: string }[] = await stage.database.query(
    `SELECT conrelid::regclass::text AS name FROM pg_constraint WHERE conname = 'broken'`,
  );
  for (const { name } of tables) {
    await stage.database.query(`ALTER TABLE ${name} DROP CONSTRAINT broken`);
  }
}

describe('The log of a server, at its most talkative', () => {
  let things: Record<string, string> = {};

  beforeAll(async () => {
    const [helen, tom] = [await stage.as('helen'), await stage.as('tom')];
    const consultationId = await openConsultation(helen);
    const proposalId = (await propose(tom, consultationId)).id;
    things = { consultationId, proposalId, contributionId: proposalId };
  });

  test('is of everything that can be asked, in words, and where the rows cannot be written', async () => {
    expect(await askEverything(things)).toEqual([]);
    await refuseRows();
    expect(await askEverything(things)).toEqual([]);
    await letRowsIn();
    await until(async () => server.log().includes('violates check constraint'), 'it was told');
  }, 120_000);

  test('is of tables that are gone, while somebody searches and somebody reads', async () => {
    await stage.database.query('ALTER TABLE comment RENAME TO comment_away');
    const found = await graphql(
      'asha',
      `query ($text: String!) { search(text: $text) { isCapped } }`,
      { text: CANARIES.search },
    );
    await stage.database.query('ALTER TABLE comment_away RENAME TO comment');
    expect(found).toMatchObject({ status: 200, isInWords: true });
    const told = () =>
      server
        .log()
        .split('\n')
        .filter((line) => line.includes('relation \\"comment\\" does not exist'));
    await until(async () => told().length > 0, 'it was told');
    // Once, though a library hears of it as well.
    expect(told()).toHaveLength(1);
  });

  test('is of what cannot be read, of unknown hashes, of addresses with questions and of reports', async () => {
    const json = { 'content-type': 'application/json' };
    const broken = `{"query":"{ version }","variables":{"email": ${CANARIES.email} "${CANARIES.words}`;
    const replies = [
      await ask('/graphql', { method: 'POST', headers: json, body: broken }),
      await ask('/graphql', { method: 'POST', headers: { 'content-type': 'x/y' }, body: broken }),
      await ask('/graphql', {
        method: 'POST',
        headers: json,
        body: JSON.stringify({
          variables: { text: CANARIES.words },
          extensions: { persistedQuery: { version: 1, sha256Hash: 'ab'.repeat(32) } },
        }),
      }),
      await ask(`/graphql?query={search(text:"${CANARIES.search}"){isCapped}}`),
      await ask(`/download/drafts/${CANARIES.id}.md?version=${CANARIES.id}`),
      await ask(`/download/consultations/${CANARIES.id}/ranking.csv?lens=${CANARIES.id}`),
      await ask(`/record/entries?q=${CANARIES.id}`),
      await ask(`/no-such-page?email=${CANARIES.email}`),
    ];
    for (const { status } of replies) expect(status).toBeLessThan(500);
    const report = {
      'document-uri': `https://x/?${CANARIES.id}`,
      'effective-directive': 'img-src',
    };
    const sent = await ask('/policy-reports', {
      method: 'POST',
      headers: { 'content-type': 'application/csp-report' },
      body: JSON.stringify({ 'csp-report': report }),
    });
    expect(sent.status).toBeLessThan(500);
  });

  test('is of a party’s login that names somebody in its fault', async () => {
    const leaving = await ask(`/party-login?next=/${CANARIES.id}`);
    const state = new URL(leaving.headers.get('location') ?? '').searchParams.get('state');
    const cookie = leaving.headers.get('set-cookie')?.split(';')[0] ?? '';
    const back = `/party-login/return?code=${CANARIES.code}&state=${state}`;
    const arrived = await ask(back, { headers: { cookie } });
    expect(arrived.headers.get('location')).toBe('/sign-in?problem=failed');
  });

  test('is of jobs that fail: mail that is turned away with all that is in it, an id that is none', async () => {
    await stage.database.transaction((tx) =>
      enqueue(tx, {
        to: CANARIES.email,
        letter: { kind: 'moderation', paragraphs: [CANARIES.words] },
      }),
    );
    await stage.database.query(
      `SELECT graphile_worker.add_job('recount', json_build_object('consultationId', $1::text))`,
      [CANARIES.job],
    );
    const failed = async () => {
      const rows: { task: string; fault: string }[] = await stage.database.query(
        `SELECT task_identifier AS task, last_error AS fault FROM graphile_worker.jobs
         WHERE last_error IS NOT NULL UNION ALL SELECT task, fault FROM job_run WHERE fault IS NOT NULL`,
      );
      return rows;
    };
    await until(async () => quoted.includes(CANARIES.words), 'the mail was turned away');
    await until(async () => /recount, try \d of/.test(server.log()), 'the recount failed');
    await until(async () => (await failed()).length >= 4, 'both are written down');
    for (const { fault } of await failed()) {
      for (const canary of Object.values(CANARIES)) expect(fault).not.toContain(canary);
    }
    await until(async () => server.log().includes('refused the mail. It said: 4'), 'it was told');
  });

  test('is of a database that is gone: every request is answered in words', async () => {
    const [{ name }] = await stage.database.query('SELECT current_database() AS name');
    await admin(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
    await admin(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
    const silent = await askEverything(things);
    const hashed = await ask('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        variables: { text: CANARIES.words },
        extensions: { persistedQuery: { version: 1, sha256Hash: 'cd'.repeat(32) } },
      }),
    });
    const answer = (await hashed.json()) as { errors?: unknown[] };
    const file = await ask(`/download/drafts/${newId()}.md?version=${CANARIES.id}`, { by: 'asha' });
    await admin(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
    expect(silent).toEqual([]);
    expect(answer.errors).toHaveLength(1);
    expect(file.status).toBeGreaterThanOrEqual(500);
    await until(async () => (await ask('/health')).ok, 'it found its database again');
  }, 120_000);

  test('is of a fault that nothing caught, with which it ends', async () => {
    expect(await server.breakDown()).toBe(1);
    expect(server.log()).toMatch(/Error: … was too much\.\n\s+at /);
  });

  test('has none of it', () => {
    const log = server.log();
    expect(log.length).toBeGreaterThan(10_000);
    for (const canary of [...Object.values(CANARIES), ...Object.values(tokens), ADDRESS]) {
      expect({ canary, isLogged: log.includes(canary) }).toEqual({ canary, isLogged: false });
    }
    const codes = quoted.match(/\b\d{8}\b/g) ?? [];
    for (const code of codes) expect(log).not.toContain(code);
    // Ids of members are theirs as well.
    expect(log).not.toContain(memberId('asha'));
  });

  test('would have it, were nothing left out (so the test above can fail)', () => {
    const overheard = server.overheard();
    const had = Object.entries(CANARIES).filter(([, canary]) => overheard.includes(canary));
    expect(had.map(([kind]) => kind)).toEqual(
      expect.arrayContaining(['email', 'words', 'search', 'oidc', 'job']),
    );
    expect(overheard).toContain(memberId('asha'));
  });
});

describe('A fault', () => {
  test('is told once, though a library tells it too; a client’s mistake is not', () => {
    const heard: unknown[] = [];
    const log = openLog('silent', { overhear: (what) => heard.push(what) });
    const library = logForLibraries(log);
    library.error(new BadInput('Ask for 1 to 50 items at a time.'));
    library.error(Object.assign(new Error('no such id'), { code: '22P02' }));
    library.error(Object.assign(new Error('too large'), { statusCode: 413 }));
    expect(heard).toEqual([]);
    library.error(Object.assign(new Error('out of order'), { code: '42P01' }));
    expect(heard).toHaveLength(1);
  });
});

describe('Of a fault is told', () => {
  test.each([
    ['Unexpected token \'A\', "{"email": Asha}" is not valid JSON', 'Unexpected token …'],
    ['Unexpected token A in "x" of a text', 'Unexpected token A in … of a text'],
    ['Nobody has asha@example.org here', 'Nobody has … here'],
    ['GET https://x.org/a?email=asha failed', 'GET https://x.org/a?… failed'],
    ['Nobody has L1000001', 'Nobody has …'],
    ['It can’t be 12', 'It can’t be 12'],
  ])('of “%s” only “%s”', (said, told) => {
    expect(withoutPersonal(said).startsWith(told)).toBe(true);
    expect(withoutPersonal(said)).not.toMatch(/asha|1000001|Asha/);
  });

  test('where it was, though its words look like places', () => {
    const fault = new Error('Said:\n    at Asha Rahman’s house (asha:1:1)');
    const { stack } = showFault(fault);
    expect(stack).toMatch(/log\.test\.ts/);
    expect(stack).not.toContain('Asha');
  });

  test('the same, though it was made ready to be told before', () => {
    const fault = Object.assign(new Error('relation "vote" does not exist'), { code: '42P01' });
    const { stack: _, ...told } = showFault(fault);
    expect(showFault(shownAsError(fault))).toMatchObject(told);
    const mail = new MailFault('There is no mail server at mail.example.org:587.');
    expect(showFault(shownAsError(mail))).toMatchObject({
      type: 'MailFault',
      message: mail.message,
    });
  });

  test('of what is no error, that it is none', () => {
    expect(showFault('asha@example.org')).toEqual({
      type: 'string',
      message: 'Something was thrown that is no error.',
      stack: '',
    });
  });
});
