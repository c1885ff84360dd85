import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { paperOf } from './stage/over-http.js';
import { ANSWERS, beginNextVersion } from './stage/replays/answers.js';
import { CONTRIBUTIONS } from './stage/replays/contributions.js';
import { type Creating, type Make, many, replay, TIMES } from './stage/replays/key.js';
import { MODERATION } from './stage/replays/moderation.js';
import { PEOPLE } from './stage/replays/people.js';
import { MAKES_NOTHING } from './stage/replays/unmade.js';
import { openStage, type Stage } from './stage/stage.js';

// No mail is sent: what waits for it waits in the queue.
const stage = openStage({
  CLARION_SMTP_URL: 'smtp://127.0.0.1:9',
  CLARION_MAIL_FROM: 'Clarion <clarion@example.org>',
});
const unguarded = openStage({ CLARION_LOG: 'silent' });

/** Every mutation that makes something. */
const CREATING: Record<string, Make> = { ...CONTRIBUTIONS, ...ANSWERS, ...MODERATION, ...PEOPLE };

/** `pnpm faults` asks for more of each, or for some mutations alone. */
const LONG = Number(process.env['CLARION_REPLAYS'] ?? 0);
const ONLY = process.env['CLARION_REPLAYS_OF']?.split(',') ?? Object.keys(CREATING);
/** In `npm test`: a thousand in all. What is dear is made a few times, what is sent most often most. */
const FEWER: Record<string, number> = {
  ...{ propose: 120, sendComment: 80, castVote: 140, publishRound: 5, addPasskey: 15 },
};
const FEW = Math.floor(
  (1000 - Object.values(FEWER).reduce((sum, each) => sum + each)) /
    (Object.keys(CREATING).length - Object.keys(FEWER).length),
);
const keysOf = (name: string) => LONG || (FEWER[name] ?? FEW);

const say = (line: string) => LONG > 0 && process.stderr.write(`${line}\n`);

const count = async (on: Stage, what: string): Promise<number> =>
  Number((await on.database.query(`SELECT (${what}) AS n`))[0].n);
const entries = () => count(stage, 'SELECT count(*) FROM record_entry');

/** Sends every key ten times at once: one effect each, as many entries as the first made, and one reply. */
async function sendOften({ keys, counted }: Creating): Promise<void> {
  const before = { made: await count(stage, counted), entries: await entries() };
  const [first] = await replay(keys.slice(0, 1));
  const entered = (await entries()) - before.entries;
  for (const answer of [first as unknown[], ...(await replay(keys.slice(1)))]) {
    expect(answer).toHaveLength(TIMES);
    expect(answer[0]).toMatchObject({ __typename: expect.not.stringMatching('Refusal') });
    for (const other of answer) expect(other).toEqual(answer[0]);
  }
  expect((await count(stage, counted)) - before.made).toBe(keys.length);
  expect((await entries()) - before.entries).toBe(entered * keys.length);
}

describe(`${LONG || 'A few'} things of every kind, each sent ${TIMES} times at once`, () => {
  test.each(ONLY)(
    '%s: one effect each, and the same reply',
    async (name) => {
      const make = CREATING[name];
      if (!make) throw new Error(`${name} makes nothing`);
      const creating = await make(stage, keysOf(name));
      expect(creating.keys).toHaveLength(keysOf(name));
      const begun = performance.now();
      await sendOften(creating);
      const seconds = Math.round((performance.now() - begun) / 1000);
      say(`${name}: ${keysOf(name)} × ${TIMES}, one effect each and one reply, ${seconds} s`);
    },
    120_000 + LONG * 1800,
  );

  test('are of every mutation that makes something', () => {
    const schema = buildSchema(readFileSync('../../packages/schema/schema.graphql', 'utf8'));
    const known = [...Object.keys(CREATING), ...Object.values(MAKES_NOTHING).flat()];
    expect(known.sort()).toEqual(Object.keys(schema.getMutationType()?.getFields() ?? {}).sort());
  });

  test('and later too: what was published is not published again, nor the version after it', async () => {
    const next = await beginNextVersion(stage, 1);
    const [{ published, document, variables }] = next.keys as [(typeof next.keys)[0]];
    const ask = async (what: string) => {
      const { data } = await published.by.send<any>(what, variables);
      return data.answer.version;
    };
    const begun = { number: 2, status: 'working' };
    expect(await ask(document)).toMatchObject(begun);
    expect(await ask(published.document)).toMatchObject({ number: 1, status: 'published' });
    expect(await ask(document)).toMatchObject(begun);
  });
});

describe('Without the lock on an id and its key in the table', () => {
  test('consultations are there twice (so the tests above can fail)', async () => {
    const by = await unguarded.as('helen');
    await takeAwayGuards();
    const document =
      'mutation ($input: ConsultationInput!) { answer: createConsultation(input: $input) { __typename } }';
    await replay(many(20, () => ({ by, document, variables: { input: paperOf() } })));
    const twice = await count(
      unguarded,
      'SELECT count(*) FROM (SELECT id FROM consultation GROUP BY id HAVING count(*) > 1) x',
    );
    say(`Control, without the lock and the key: ${twice} of 20 consultations are there twice.`);
    expect(twice).toBeGreaterThan(0);
  }, 120_000);
});

/** Locks on ids do nothing from now on, but the one of the record does; and an id may come twice. */
async function takeAwayGuards(): Promise<void> {
  const { database } = unguarded;
  const [{ name }] = await database.query('SELECT current_database() AS name');
  await database.query(`
    CREATE FUNCTION public.pg_advisory_xact_lock(bigint) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      IF $1 = 74657 THEN PERFORM pg_catalog.pg_advisory_xact_lock($1); END IF;
    END $$`);
  for (const table of ['consultation', 'consultation_commission']) {
    await database.query(`ALTER TABLE ${table} DROP CONSTRAINT ${table}_key CASCADE`);
  }
  await database.query(`ALTER DATABASE ${name} SET search_path = public, pg_catalog`);
  // Connections that are open already keep the path that they began with.
  await database.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
}
