import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { decide } from '../src/decisions/decision.service.js';
import { bodyId, memberId } from '../src/demo/ids.js';
import type { PersonKey } from '../src/demo/script.js';
import { actAs } from './stage/acting.js';
import { consultationUnder, crowdVotes, proposeMany } from './stage/electorate.js';
import { dayIn } from './stage/over-http.js';
import { fewestStatements, openStage } from './stage/stage.js';

const stage = openStage();

const QUEUE = `query ($id: ID!, $first: Int, $after: String, $filter: QueueFilter, $sort: QueueSort, $region: ID) {
  consultation(id: $id) {
    queue(first: $first, after: $after, filter: $filter, sort: $sort, regionId: $region) {
      totalCount pageInfo { hasNextPage endCursor }
      answers { answered of }
      edges { node {
        rank proposal { number statement author { name } tally { votes } } tally { agree disagree pass votes }
        own { region { id name } tally { agree disagree pass votes } }
        decision { outcome why: reason body { name } nextStop { overdueDays } } usedIn
      } }
    }
  }
}`;

interface Item {
  rank: number | null;
  proposal: { number: number };
  tally: { agree: number };
  own: { region: { name: string }; tally: { agree: number } | null } | null;
  decision: { outcome: string } | null;
  usedIn: string[];
}

async function queueFor(
  person: PersonKey | 'visitor',
  id: string,
  variables: Record<string, unknown> = {},
) {
  const { queue } = (await (await stage.as(person)).ask(QUEUE, { id, ...variables })).consultation;
  const items: Item[] = queue?.edges.map((edge: { node: Item }) => edge.node) ?? [];
  return { queue, items, numbers: items.map(({ proposal }) => proposal.number) };
}

/** Three in review: the first the best supported, the second the most voted on, the third without votes. */
async function threeInReview() {
  const id = await consultationUnder(stage, { phase: 'reviewing' });
  const proposals = await proposeMany(stage, id, 3);
  const [first = '', second = ''] = proposals;
  await crowdVotes(stage, id, first, [
    { clp: 'bradford-west', agree: 20 },
    { clp: 'salford', agree: 20 },
  ]);
  await crowdVotes(stage, id, second, [
    { clp: 'bradford-west', agree: 10, disagree: 30 },
    { clp: 'salford', agree: 30, disagree: 10 },
  ]);
  return { id, proposals };
}

const answer = (person: PersonKey, proposalId: string, dueOn = dayIn(10), at = new Date()) =>
  actAs(
    stage,
    person,
    (acting) =>
      decide(acting, {
        id: randomUUID(),
        proposalId,
        bodyId: bodyId('health'),
        outcome: 'accept',
        reason: 'Yes.',
        nextStop: 'The programme',
        dueOn,
      }),
    at,
  );

describe('The queue', () => {
  test('is for representatives and convenors, of any commission’s consultation, and for nobody else', async () => {
    const { id } = await threeInReview();
    for (const person of ['faisal', 'helen', 'daniel'] as const) {
      expect((await queueFor(person, id)).numbers).toEqual([1, 2, 3]);
    }
    for (const person of ['asha', 'ewan', 'joan', 'visitor'] as const) {
      expect((await queueFor(person, id)).queue).toBeNull();
    }
  });

  test('is filtered by what is answered, unanswered and overdue, and says how the answers stand', async () => {
    const { id, proposals } = await threeInReview();
    await answer('helen', proposals[0] as string);
    await answer('helen', proposals[1] as string, dayIn(-2), new Date(Date.now() - 5 * 86_400_000));
    const numbers = async (filter: string) => (await queueFor('faisal', id, { filter })).numbers;
    expect(await numbers('all')).toEqual([1, 2, 3]);
    expect(await numbers('answered')).toEqual([1, 2]);
    expect(await numbers('unanswered')).toEqual([3]);
    expect(await numbers('overdue')).toEqual([2]);
    const { queue, items } = await queueFor('faisal', id, { filter: 'overdue' });
    expect(queue).toMatchObject({ totalCount: 1, answers: { answered: 2, of: 2 } });
    expect(items[0]?.decision).toMatchObject({
      body: { name: 'Health and Social Care' },
      nextStop: { overdueDays: 2 },
    });
  });

  test('is sorted by rank, votes, newest, and where the own region differs most', async () => {
    const { id } = await threeInReview();
    const numbers = async (sort: string) => (await queueFor('faisal', id, { sort })).numbers;
    await stage.database.query(
      `UPDATE proposal SET created_at = date_trunc('minute', created_at) WHERE consultation_id = $1`,
      [id],
    );
    expect(await numbers('rank')).toEqual([1, 2, 3]);
    expect(await numbers('votes')).toEqual([2, 1, 3]);
    expect(await numbers('newest')).toEqual([3, 2, 1]);
    expect(await numbers('difference')).toEqual([2, 1, 3]);
  });

  test('comes page by page without a gap or a repeat', async () => {
    const { id } = await threeInReview();
    const seen: number[] = [];
    let after: string | null = null;
    do {
      const { queue, numbers } = await queueFor('faisal', id, { first: 2, after, sort: 'votes' });
      seen.push(...numbers);
      after = queue.pageInfo.hasNextPage ? queue.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual([2, 1, 3]);
  });

  test('is of the latest round while members still vote, so it tells no count that is hidden', async () => {
    const id = await consultationUnder(stage);
    const [only = ''] = await proposeMany(stage, id, 1);
    await crowdVotes(stage, id, only, [{ clp: 'salford', agree: 3 }]);
    expect((await queueFor('faisal', id)).items).toEqual([]);
    await (await stage.as('helen')).ask(
      'mutation ($r: ID!, $c: ID!) { publishRound(id: $r, consultationId: $c) { ... on Refusal { reason } } }',
      { r: randomUUID(), c: id },
    );
    await crowdVotes(stage, id, only, [{ clp: 'salford', agree: 5 }]);
    expect((await queueFor('faisal', id)).items[0]).toMatchObject({ rank: 1, tally: { agree: 3 } });
  });

  test('names the paragraphs that use a proposal, of the newest published version alone', async () => {
    const { id, proposals } = await threeInReview();
    const draft = randomUUID();
    const paragraph = randomUUID();
    await stage.database.query(
      `INSERT INTO draft (id, consultation_id, body_id, created_by_id, created_at)
       VALUES ($1, $2, $3, $4, now())`,
      [draft, id, bodyId('npf'), memberId('faisal')],
    );
    const version = async (number: number, title: string, paragraphNumber: string) => {
      await stage.database.query(
        `INSERT INTO draft_version (draft_id, number, status, title, summary) VALUES ($1, $2, 'working', $3, '')`,
        [draft, number, title],
      );
      await stage.database.query(
        `INSERT INTO paragraph (draft_id, version, id, position, number, text) VALUES ($1, $2, $3, 1, $4, 'Text.')`,
        [draft, number, paragraph, paragraphNumber],
      );
      await stage.database.query(
        `INSERT INTO paragraph_source (draft_id, version, paragraph_id, id, position, proposal_id)
         VALUES ($1, $2, $3, $4, 1, $5)`,
        [draft, number, paragraph, randomUUID(), proposals[0]],
      );
    };
    const publish = (number: number) =>
      stage.database.query(
        `UPDATE draft_version SET status = 'published', published_at = now(), published_by_id = $3
         WHERE draft_id = $1 AND number = $2`,
        [draft, number, memberId('faisal')],
      );
    const used = async () => (await queueFor('faisal', id)).items.map(({ usedIn }) => usedIn);
    await version(1, 'Warm homes', '14');
    expect(await used()).toEqual([[], [], []]);
    await publish(1);
    expect(await used()).toEqual([['Warm homes, paragraph 14'], [], []]);
    await version(2, 'Warm, safe homes', '14A');
    await publish(2);
    expect(await used()).toEqual([['Warm, safe homes, paragraph 14A'], [], []]);
  });

  test('takes 4 statements with 3 proposals and with 30, the session among them, and 3 while their order is kept', async () => {
    const faisal = await stage.as('faisal');
    const counts: number[][] = [];
    for (const size of [3, 30]) {
      const id = await consultationUnder(stage, { phase: 'reviewing' });
      const proposals = await proposeMany(stage, id, size);
      for (const proposal of proposals) await answer('helen', proposal);
      const look = () => faisal.ask(QUEUE, { id });
      const first = await stage.statementsOf(look);
      counts.push([first.length, await fewestStatements(stage, look)]);
    }
    // Session, consultation, all that the queue shows, and the order.
    expect(counts).toEqual([
      [4, 3],
      [4, 3],
    ]);
  });
});

describe('The own region against the whole', () => {
  test('is Faisal’s Yorkshire, or the region he asks for', async () => {
    const { id } = await threeInReview();
    const own = (await queueFor('faisal', id)).items[1]?.own;
    expect(own).toEqual({
      region: { id: bodyId('yorkshire-and-the-humber'), name: 'Yorkshire and the Humber' },
      tally: { agree: 10, disagree: 30, pass: 0, votes: 40 },
    });
    const asked = await queueFor('faisal', id, { region: bodyId('north-west') });
    expect(asked.items[1]?.own?.tally?.agree).toBe(30);
    const { errors } = await (await stage.as('faisal')).send(QUEUE, {
      id,
      region: bodyId('salford'),
    });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('shows no count under ten, nor lets one be worked out from the other regions', async () => {
    const id = await consultationUnder(stage, { phase: 'reviewing' });
    const [only = ''] = await proposeMany(stage, id, 1);
    await crowdVotes(stage, id, only, [
      { clp: 'bradford-west', agree: 40 },
      { clp: 'salford', agree: 25 },
      { clp: 'paisley', agree: 3 },
    ]);
    const shown: (number | null)[] = [];
    for (const region of ['yorkshire-and-the-humber', 'north-west', 'scotland']) {
      const { items } = await queueFor('faisal', id, { region: bodyId(region) });
      shown.push(items[0]?.own?.tally?.agree ?? null);
    }
    // Scotland's three stay hidden only because the North West's 25 are hidden with them.
    expect(shown).toEqual([40, null, null]);
  });
});

describe('What there is to review', () => {
  const reviewing = async (person: PersonKey | 'visitor', commission: string | null = null) => {
    const reply = await (await stage.as(person)).ask(
      'query ($c: ID) { reviewing(commissionId: $c) { id } }',
      { c: commission && bodyId(commission) },
    );
    return reply.reviewing.map(({ id }: { id: string }) => id);
  };

  test('is listed for Faisal and Helen by commission, and nothing for Asha', async () => {
    const { id } = await threeInReview();
    const open = await consultationUnder(stage);
    expect(await reviewing('faisal')).toContain(id);
    expect(await reviewing('faisal')).not.toContain(open);
    expect(await reviewing('helen', 'health')).toContain(id);
    expect(await reviewing('faisal', 'energy')).toEqual([]);
    expect(await reviewing('asha')).toEqual([]);
    expect(await reviewing('visitor')).toEqual([]);
  });
});
