import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { ALL_SHUT } from '../src/app.module.js';
import { KnownMutations } from '../src/graphql/mutations.js';
import { consultationUnder, proposeIn, setPhase } from './stage/electorate.js';
import { newId } from './stage/over-http.js';
import { openStage, type Stage } from './stage/stage.js';

const stage = openStage({ CLARION_LOG: 'silent' });
/** Times until a document is executed as code made for it, and once more. */
const TIMES = 5;

const CAST = `mutation Cast($id: ID!, $choice: Choice!, $random: String) {
  castVote(proposalId: $id, choice: $choice, random: $random) {
    __typename
    ... on Vote { choice commitment previous proposal { ...Counted myVote { choice version } } }
    ... on Refusal { reason message } } }
  fragment Counted on Proposal { id tallyHidden tally { agree disagree pass votes } }`;
const PICK = 'mutation ($id: ID!) { signInAsDemoPerson(memberId: $id) { __typename } }';

let consultation: string;
let proposal: string;
beforeAll(async () => {
  consultation = await consultationUnder(stage);
  proposal = await proposeIn(stage, consultation);
});

const doneOn = ({ app }: Stage) => app.get(KnownMutations).done;

function post(on: Stage, body: object, headers: Record<string, string> = {}) {
  return fetch(`${on.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

describe('A mutation that is sent often is executed as code made for it', () => {
  test('and answers Asha and a visitor as it did the first time, whatever they ask', async () => {
    const random = randomBytes(32).toString('hex');
    const closed = await consultationUnder(stage);
    const late = await proposeIn(stage, closed);
    await setPhase(stage, closed, 'reviewing');
    const asked = [
      { id: proposal, choice: 'agree', random },
      { id: proposal, choice: 'agree', random: 'no number' },
      { id: late, choice: 'agree', random },
      { id: newId(), choice: 'agree', random },
      { id: 'no id', choice: 'agree', random },
      { id: proposal, choice: 'perhaps' },
      {},
    ];
    for (const who of ['asha', 'visitor'] as const) {
      const fresh = await stage.beside();
      const person = await fresh.as(who);
      const replies = new Map<number, Set<string>>();
      for (let time = 0; time < TIMES; time += 1) {
        for (const [nth, variables] of asked.entries()) {
          const reply = JSON.stringify(await person.send(CAST, variables));
          replies.set(nth, (replies.get(nth) ?? new Set()).add(reply));
        }
      }
      expect([...replies.values()].filter(({ size }) => size !== 1)).toEqual([]);
      // All that had variables of the contract, but those before it was compiled.
      expect(doneOn(fresh)).toBeGreaterThan(TIMES);
    }
  });

  test('and what breaks within is masked, done once and told in one way', async () => {
    const fresh = await stage.beside();
    const asha = await fresh.as('asha');
    const cast = (nth: number) =>
      asha.send(CAST, { id: proposal, choice: nth % 2 === 0 ? 'disagree' : 'pass' });
    for (let time = 0; time < TIMES; time += 1) expect((await cast(time)).errors).toBeUndefined();
    const before = doneOn(fresh);
    const holder = stage.database.createQueryRunner();
    await holder.startTransaction();
    await holder.query('LOCK TABLE vote IN ACCESS EXCLUSIVE MODE');
    const slow = await cast(1);
    await holder.rollbackTransaction();
    await holder.release();
    expect(slow).toMatchObject({
      status: 200,
      data: null,
      errors: [
        {
          message: 'That took too long and was stopped. Try again, or ask for less.',
          path: ['castVote'],
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ],
    });
    expect(doneOn(fresh)).toBe(before + 1);
    await stage.database.query('ALTER TABLE vote RENAME COLUMN choice TO chosen');
    const broken = await cast(1);
    await stage.database.query('ALTER TABLE vote RENAME COLUMN chosen TO choice');
    expect(broken.errors).toEqual([
      {
        message: 'Something broke on our side. Nothing you typed is lost; try again in a moment.',
        path: ['castVote'],
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      },
    ]);
    expect((await cast(1)).data['castVote']).toMatchObject({ choice: 'pass' });
  });

  test('behind the same doors: another site, no JSON, an address that asks, an old page', async () => {
    const fresh = await stage.beside();
    const asha = await fresh.as('asha');
    const variables = { id: proposal, choice: 'agree' };
    for (let time = 0; time < TIMES; time += 1) await asha.ask(CAST, variables);
    const before = doneOn(fresh);
    const body = { query: CAST, variables };
    expect((await post(fresh, body, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await post(fresh, body, { 'content-type': 'text/plain' })).status).toBe(400);
    expect((await post(fresh, [body])).status).toBe(400);
    expect((await post(fresh, { ...body, operationName: 'Another' })).status).toBe(400);
    const asked = new URLSearchParams({ query: CAST, variables: JSON.stringify(variables) });
    expect((await asha.get(`/graphql?${asked.toString()}`)).status).toBeGreaterThanOrEqual(400);
    expect(doneOn(fresh)).toBe(before);
    const program = await post(fresh, body, { accept: 'application/graphql-response+json' });
    expect(program.headers.get('content-type')).toBe(
      'application/graphql-response+json; charset=utf-8',
    );
    expect(program.headers.get('cache-control')).toBe('no-store');
    expect(await program.json()).toMatchObject({ data: { castVote: { reason: 'not_signed_in' } } });
    expect(doneOn(fresh)).toBe(before + 1);
  });

  test('and reads an id in another spelling as the same, also within what is sent; queries do too', async () => {
    const fresh = await stage.beside();
    const asha = await fresh.as('asha');
    const PROPOSE = `mutation ($input: ProposeInput!) { propose(input: $input) {
      ... on Proposal { id } ... on Refusal { reason } } }`;
    const input = { statement: 'Trams.', argument: 'They run late.', onBehalfOfId: null };
    for (let time = 0; time < TIMES; time += 1) {
      const id = newId();
      const { propose } = await asha.ask(PROPOSE, {
        input: { ...input, id: id.toUpperCase(), consultationId: `{${consultation}}` },
      });
      expect(propose).toEqual({ id });
      // An id that is not there would be answered with another reason.
      const { castVote } = await asha.ask(CAST, { id: id.toUpperCase(), choice: 'agree' });
      expect(castVote.reason).toBe('own_proposal');
      const seen = await asha.ask('query ($id: ID!) { proposal(id: $id) { id } }', {
        id: id.toUpperCase(),
      });
      expect(seen.proposal).toEqual({ id });
    }
    expect(doneOn(fresh)).toBeGreaterThan(2);
  });

  test('at its pace, which is asked for before anything is done', async () => {
    // 12 at once.
    const slow = await stage.beside(ALL_SHUT, { CLARION_PACE: '0.1' });
    const tom = await slow.as('tom');
    const statuses: number[] = [];
    for (let time = 0; time < 15; time += 1) {
      const { status } = await tom.send(CAST, { id: proposal, choice: 'agree' });
      statuses.push(status);
    }
    expect(statuses.slice(0, 12)).toEqual(Array(12).fill(200));
    expect(statuses.slice(-2)).toEqual([429, 429]);
    expect(doneOn(slow)).toBeLessThanOrEqual(10);
    const { errors } = await tom.send(CAST, { id: proposal, choice: 'agree' });
    expect(errors).toEqual([
      {
        message: expect.stringMatching(/^That was very often/),
        extensions: { code: 'TOO_OFTEN', retryAfter: expect.any(Number) },
      },
    ]);
  });

  test('and gives a browser its session, which ends with it', async () => {
    const fresh = await stage.beside();
    const variables = { id: (await stage.as('asha')).id };
    const cookies: string[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      const reply = await post(fresh, { query: PICK, variables });
      cookies.push(reply.headers.get('set-cookie') ?? '');
    }
    expect(doneOn(fresh)).toBeGreaterThan(0);
    expect(cookies.every((cookie) => /^clarion=[^;]{43};.*HttpOnly/.test(cookie))).toBe(true);
    expect(new Set(cookies).size).toBe(TIMES);
  });
});
