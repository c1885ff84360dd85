import { describe, expect, test } from '@jest/globals';
import { begin } from '../src/accounts/session.service.js';
import { memberId } from '../src/demo/ids.js';
import { recountTallies } from '../src/voting/tally.queries.js';
import { crowd } from './stage/crowd.js';
import { consultationUnder, proposeIn } from './stage/electorate.js';
import { AT_A_TEST, openStage, type Person, type Reply } from './stage/stage.js';

const MOST = 8;
const stage = openStage({ CLARION_AT_ONCE: String(MOST) });

const VOTE = `mutation ($id: ID!) { castVote(proposalId: $id, choice: agree) { __typename } }`;
const vote = (person: Person, id: string) => person.send(VOTE, { id });
const wasTaken = ({ data }: { data?: unknown }) =>
  (data as { castVote?: { __typename: string } } | undefined)?.castVote?.__typename === 'Vote';

describe('More people than one server answers at once', () => {
  test('are told when to ask again; what was taken is finished, and then everybody is taken at once', async () => {
    const consultation = await consultationUnder(stage);
    const id = await proposeIn(stage, consultation);
    const people = await crowd(stage, MOST + 3);
    let taken: Promise<Reply[]> = Promise.resolve([]);
    await stage.database.transaction(async (tx) => {
      await tx.query('SELECT FROM consultation WHERE id = $1 FOR UPDATE', [consultation]);
      taken = Promise.all(people.slice(0, MOST).map((person) => vote(person, id)));
      await new Promise((resolve) => setTimeout(resolve, 300));
      const busy = await fetch(`${stage.address}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json',
        },
        body: JSON.stringify({ query: '{ version }' }),
      });
      expect(busy.status).toBe(503);
      expect(busy.headers.get('content-type')).toMatch(/^application\/graphql-response\+json/);
      const seconds = Number(busy.headers.get('retry-after'));
      expect(seconds).toBeGreaterThanOrEqual(2);
      const { errors } = (await busy.json()) as { errors: unknown };
      expect(errors).toEqual([
        {
          message: expect.stringMatching(
            /^More people ask at this moment than Clarion can answer\./,
          ),
          extensions: { code: 'TOO_BUSY', retryAfter: seconds },
        },
      ]);
      const download = await fetch(`${stage.address}/record/export.zip`);
      expect([download.status, Number(download.headers.get('retry-after')) > 0]).toEqual([
        503,
        true,
      ]);
      expect((await fetch(`${stage.address}/health`)).status).toBe(200);
    });
    expect((await taken).filter(wasTaken)).toHaveLength(MOST);
    // Nobody waits for the wait to be over: there is room again.
    const others = await Promise.all(people.slice(MOST).map((person) => vote(person, id)));
    expect(others.filter(wasTaken)).toHaveLength(3);
  });

  test('who ask again until they are taken have each one vote, and every vote that was answered is there', async () => {
    const consultation = await consultationUnder(stage);
    const id = await proposeIn(stage, consultation);
    const people: Person[] = [];
    for (let each = 0; each < 5; each += 1) people.push(...(await crowd(stage, 6)));
    let refused = 0;
    await Promise.all(
      people.map(async (person) => {
        for (;;) {
          const reply = await vote(person, id);
          if (wasTaken(reply)) return;
          expect(reply.status).toBe(503);
          refused += 1;
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      }),
    );
    expect(refused).toBeGreaterThan(0);
    const [{ votes }] = await stage.database.query(
      'SELECT count(*)::int AS votes FROM vote WHERE proposal_id = $1',
      [id],
    );
    expect(votes).toBe(people.length);
    expect(await recountTallies(stage.database.manager)).toEqual([]);
  });

  test('who hang up make room too', async () => {
    const consultation = await consultationUnder(stage);
    const id = await proposeIn(stage, consultation);
    const asha = await stage.as('asha');
    await vote(asha, id);
    const token = await begin(stage.database.manager, memberId('ruth'), new Date(), AT_A_TEST);
    const cookie = `clarion=${token}`;
    await stage.database.transaction(async (tx) => {
      await tx.query('SELECT FROM consultation WHERE id = $1 FOR UPDATE', [consultation]);
      const leaving = new AbortController();
      const asked = Array.from({ length: MOST }, () =>
        fetch(`${stage.address}/graphql`, {
          method: 'POST',
          signal: leaving.signal,
          headers: { 'content-type': 'application/json', cookie },
          body: JSON.stringify({ query: VOTE, variables: { id } }),
        }).catch(() => null),
      );
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect((await asha.send('{ version }')).status).toBe(503);
      leaving.abort();
      await Promise.all(asked);
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect((await asha.send('{ version }')).status).toBe(200);
    });
  });
});
