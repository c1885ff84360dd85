import { randomUUID } from 'node:crypto';
import { rulesFrom } from '@clarion/deliberation';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { bodyId } from '../src/demo/ids.js';
import { Orders } from '../src/ranking/orders.js';
import { change } from '../src/voting/tally.queries.js';
import { consultationUnder, crowdVotes, proposeMany } from './stage/electorate.js';
import { dayIn } from './stage/over-http.js';
import { fewestStatements, openStage, type Person, type Stage } from './stage/stage.js';

const stage = openStage();
/** Another server on the same database, as there are several behind a proxy. */
let other: Stage;

beforeAll(async () => {
  other = await stage.beside();
});

const A_SECOND = 1_000;

/** All that the page asks, and of a live order the viewer's own votes. */
const pageOf = (live: string) => `query ($id: ID!, $round: Int) {
  consultation(id: $id) {
    id title phase viewerMay votesUntil answersBy convenedBy { id kind name }
    rules { topN priorityBallotSize officialLens } answers { answered of overdueDays }
    history { to at reason } rounds { id number publishedAt } hiddenProposals { id hidden { act { id } } }
    ranking(round: $round) {
      isOfficial voterCount ballotCount rankedCount tieBreaker quorum rangeNote countedAt
      lens { id question measure } lenses { id available unavailable }
      round { id number files { name } } withheld { reason message }
      proposals(first: 20) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node {
        rank isTied votesNeeded clpsNeeded chosen score tally { agree disagree pass }
        groups { letter tally { agree } } range { sentence } history { round rank }
        why { title text } whySteps { kind numbers { name value } }
        proposal { id number statement author { name } ${live}
          decisions { id isSuperseded outcome body { id kind name } } }
      } } }
    }
  }
}`;
const LIVE = pageOf('tallyHidden myVote { choice } tally { votes }');
const PAST = pageOf('');
const VOTE = `mutation ($id: ID!) { castVote(proposalId: $id, choice: agree) { ... on Refusal { reason } } }`;

const page = async (person: Person, id: string, round: number | null = null) =>
  (await person.ask(round === null ? LIVE : PAST, { id, round })).consultation;

const rowsOf = async (person: Person, id: string): Promise<any[]> =>
  (await page(person, id)).ranking.proposals.edges.map(({ node }: any) => node);

/** How many agree with a proposal, on the page that somebody is shown. */
async function agreesOn(person: Person, id: string, proposalId: string): Promise<number> {
  const row = (await rowsOf(person, id)).find(({ proposal }) => proposal.id === proposalId);
  return row.tally.agree;
}

/** Proposals of Tom's with twelve votes each. */
async function proposed(size: number, countsHiddenUntilVoted: boolean) {
  const id = await consultationUnder(stage, { rules: { countsHiddenUntilVoted } });
  const proposals = await proposeMany(stage, id, size);
  for (const proposal of proposals) {
    await crowdVotes(stage, id, proposal, [{ clp: 'salford', agree: 12 }]);
  }
  return { id, proposals };
}

/** Counting an order reads the votes by CLP; nothing else on the page does. */
const countings = (statements: readonly string[]) =>
  statements.filter((sql) => sql.includes('tally_by_clp')).length;

describe('The page of the ranking', () => {
  test('takes 3 statements while its order is kept, the session among them, and 4 when it is not', async () => {
    const [asha, helen] = await Promise.all([stage.as('asha'), stage.as('helen')]);
    for (const size of [3, 30]) {
      const { id, proposals } = await proposed(size, false);
      await helen.ask(
        'mutation ($id: ID!, $of: ID!) { publishRound(id: $id, consultationId: $of) { __typename } }',
        { id: randomUUID(), of: id },
      );
      await helen.ask(
        'mutation ($input: DecisionInput!) { decide(input: $input) { ... on Refusal { message } } }',
        {
          input: {
            id: randomUUID(),
            proposalId: proposals[0],
            bodyId: bodyId('health'),
            outcome: 'accept',
            reason: 'Right.',
            nextStop: 'The draft',
            dueOn: dayIn(20),
          },
        },
      );
      for (const round of [null, 1]) {
        const first = await stage.statementsOf(() => page(asha, id, round));
        const then = await fewestStatements(stage, () => page(asha, id, round));
        expect([size, round, first.length, then]).toEqual([size, round, 4, 3]);
      }
      const { answers, rounds, ranking } = await page(asha, id);
      expect([answers.answered, rounds.length]).toEqual([1, 1]);
      const [{ node }] = ranking.proposals.edges;
      expect(node.proposal.decisions).toMatchObject([{ outcome: 'accept' }]);
      expect(node.history).toEqual([{ round: 1, rank: 1 }]);
    }
  });

  test('takes as many once votes have closed, when its answers are counted by the same order', async () => {
    const { id, proposals } = await proposed(3, true);
    await stage.database.query(`UPDATE consultation SET phase = 'reviewing' WHERE id = $1`, [id]);
    const asha = await stage.as('asha');
    const first = await stage.statementsOf(() => page(asha, id));
    const then = await fewestStatements(stage, () => page(asha, id));
    expect([first.length, then]).toEqual([4, 3]);
    expect((await page(asha, id)).answers).toMatchObject({ answered: 0, of: proposals.length });
  });

  test('counts its order once for sixteen who ask at the same time', async () => {
    const { id } = await proposed(3, false);
    const orders = new Orders(() => ({ db: stage.database.manager, at: performance.now() }));
    const rules = rulesFrom('standard', dayIn(-10));
    const ask = { consultationId: id, lens: 'support@1', round: null, rules } as const;
    const statements = await stage.statementsOf(async () => {
      const all = Array.from({ length: 16 }, () =>
        orders.of(ask, { wroteAt: () => Number.NEGATIVE_INFINITY }),
      );
      expect(new Set(await Promise.all(all)).size).toBe(1);
    });
    expect(statements).toHaveLength(1);
  });
});

/** Agrees of twelve in Salford are from elsewhere: the counts of all are the same. */
const moveVotes = (consultationId: string, proposalId: string, to: string) => {
  const [none, twelve] = [
    { disagree: 0, pass: 0 },
    { proposalId, agree: 12 },
  ];
  const changes = [
    { ...none, ...twelve, agree: -twelve.agree, clpId: bodyId('salford') },
    { ...none, ...twelve, clpId: bodyId(to) },
  ];
  return stage.database.transaction((tx) => change(tx, consultationId, changes, 0));
};

const moveClp = (clp: string, region: string) =>
  stage.database.query(`UPDATE body SET parent_id = $2 WHERE id = $1`, [
    bodyId(clp),
    bodyId(region),
  ]);

describe('An order that is counted again', () => {
  test('is what one says that is counted for the first time, whatever changed between', async () => {
    const { id, proposals } = await proposed(3, false);
    const [first = '', second = ''] = proposals;
    const reading = () => ({ db: stage.database.manager, at: performance.now() });
    const orders = new Orders(reading);
    const rules = rulesFrom('standard', dayIn(-10));
    const ask = { consultationId: id, lens: 'breadth@1', round: null, rules } as const;
    const carried = async () => {
      const again = await orders.of(ask, { wroteAt: () => Number.POSITIVE_INFINITY });
      const afresh = await new Orders(reading).of(ask, { wroteAt: () => 0 });
      expect(again?.ordered).toEqual(afresh?.ordered);
      return again?.ordered.ranking.breadth;
    };
    const steps = [
      () => Promise.resolve(),
      () => crowdVotes(stage, id, first, [{ clp: 'paisley', agree: 14, disagree: 2 }]),
      // The same counts, from elsewhere.
      () => moveVotes(id, first, 'paisley'),
      () => crowdVotes(stage, id, second, [{ clp: 'paisley', agree: 0, disagree: 20 }]),
      () => moveClp('salford', 'scotland'),
    ];
    const seen: string[] = [];
    for (const step of steps) {
      await step();
      seen.push(JSON.stringify(await carried()));
    }
    await moveClp('salford', 'north-west');
    expect(seen.map((each, n) => each !== seen[n - 1])).toEqual(steps.map(() => true));
  });
});

describe('A vote', () => {
  test('is on the next page of whoever cast it', async () => {
    const { id, proposals } = await proposed(3, false);
    const [proposal = ''] = proposals;
    const asha = await other.as('asha');
    expect(await agreesOn(asha, id, proposal)).toBe(12);
    await asha.ask(VOTE, { id: proposal });
    expect(await agreesOn(asha, id, proposal)).toBe(13);
  });

  test('cast through one server is seen through the other a second later', async () => {
    const { id, proposals } = await proposed(3, false);
    const [proposal = ''] = proposals;
    const [asha, callum] = [await stage.as('asha'), await other.as('callum')];
    expect(await agreesOn(callum, id, proposal)).toBe(12);
    await asha.ask(VOTE, { id: proposal });
    await new Promise((resolve) => setTimeout(resolve, A_SECOND));
    expect(await agreesOn(callum, id, proposal)).toBe(13);
  });
});

/** A row of somebody who has voted on some and not on all. */
function expectOwn(row: any, hasVoted: boolean): void {
  expect(row.proposal.tallyHidden).toBe(!hasVoted);
  expect(row.proposal.tally === null).toBe(!hasVoted);
  expect(row.proposal.myVote).toEqual(hasVoted ? { choice: 'agree' } : null);
  expect([row.tally === null, row.score === null]).toEqual([!hasVoted, !hasVoted]);
  expect(row.why).toHaveLength(hasVoted ? 2 : 0);
  const kinds = row.whySteps.map(({ kind }: any) => kind);
  for (const told of ['ahead', 'behind', 'tied']) expect(kinds).not.toContain(told);
}

describe('What is one person’s own', () => {
  test('is on nobody else’s page, though all are shown one order', async () => {
    const { id, proposals } = await proposed(12, true);
    const [asha, callum, gwenllian, visitor] = await Promise.all([
      other.as('asha'),
      other.as('callum'),
      other.as('gwenllian'),
      other.as('visitor'),
    ]);
    for (const proposal of proposals) await asha.ask(VOTE, { id: proposal });
    for (const proposal of proposals.slice(0, 10)) await callum.ask(VOTE, { id: proposal });
    await new Promise((resolve) => setTimeout(resolve, A_SECOND));
    const statements = await stage.statementsOf(async () => {
      for (let time = 0; time < 3; time += 1) {
        const [hers, his, withheld, visitors] = await Promise.all([
          rowsOf(asha, id),
          rowsOf(callum, id),
          page(gwenllian, id),
          page(visitor, id),
        ]);
        expect(hers).toHaveLength(12);
        for (const row of hers) {
          expect(row.proposal).toMatchObject({ tallyHidden: false, myVote: { choice: 'agree' } });
          expect(row.why).toHaveLength(3);
        }
        expect(his).toHaveLength(12);
        for (const row of his) expectOwn(row, proposals.indexOf(row.proposal.id) < 10);
        for (const { ranking } of [withheld, visitors]) {
          expect(ranking.withheld.reason).toBe('counts_hidden');
          expect(ranking.proposals).toMatchObject({ totalCount: 0, edges: [] });
        }
      }
    });
    // Twelve pages, and fewer orders: they were shared.
    expect(countings(statements)).toBeLessThan(12);
  });
});
