import { randomUUID } from 'node:crypto';
import { readCsv } from '@clarion/exchange';
import { describe, expect, test } from '@jest/globals';
import { recount } from '../src/ranking/recount.service.js';
import {
  choosePriorities,
  consultationUnder,
  crowdVotes,
  proposeMany,
  setPhase,
  twoCamps,
} from './stage/electorate.js';
import { publishRoundAs } from './stage/in-the-past.js';
import { fewestStatements, openStage, type Person } from './stage/stage.js';

const stage = openStage();

const RANKING = `query ($id: ID!, $lens: String, $round: Int) {
  consultation(id: $id) { ranking(lens: $lens, round: $round) {
    lens { id available unavailable } lenses { id available unavailable } isOfficial
    withheld { reason message } ballotCount rangeNote tieBreaker
    proposals(first: 50) { edges { node {
      rank score chosen proposal { id tallyHidden } range { best worst low high sentence }
      groups { letter tally { agree votes } } why { text } whySteps { kind }
    } } }
  } }
}`;
const VOTE = `mutation ($id: ID!) { castVote(proposalId: $id, choice: agree) { ... on Refusal { reason } } }`;
const CHOOSE = `mutation ($id: ID!, $proposals: [ID!]!) {
  castPriorityBallot(consultationId: $id, proposalIds: $proposals) { ... on Refusal { reason message } } }`;

interface Range {
  best: number | null;
  worst: number | null;
  low: number;
  high: number;
  sentence: string;
}
interface Node {
  rank: number | null;
  score: number | null;
  chosen: number | null;
  proposal: { id: string; tallyHidden: boolean };
  range: Range | null;
  groups: { letter: string; tally: { agree: number; votes: number } | null }[];
  why: { text: string }[];
  whySteps: { kind: string }[];
}

async function read(
  person: Person,
  id: string,
  lens: string | null = null,
  round: number | null = null,
) {
  const { ranking } = (await person.ask(RANKING, { id, lens, round })).consultation;
  const nodes: Node[] = ranking.proposals.edges.map((edge: { node: Node }) => edge.node);
  return { ranking, nodes };
}

const measured = (id: string) => recount(stage.database, id, new Date());

/** Thirteen proposals above the line; the two camps differ on all but the last. */
async function inTwoCamps(rules = {}) {
  const id = await consultationUnder(stage, {
    rules: { quorumVotes: 20, quorumClps: 2, countsHiddenUntilVoted: false, ...rules },
  });
  const proposals = await proposeMany(stage, id, 13);
  const people = await twoCamps(stage, id, proposals);
  return { id, proposals, people, last: proposals[12] as string };
}

const lensIn = (ranking: any, id: string) => ranking.lenses.find((lens: any) => lens.id === id);

describe('The live order under common ground', () => {
  test('waits until two groups can be told apart, and says so', async () => {
    const { id } = await inTwoCamps();
    const visitor = await stage.as('visitor');
    const before = await read(visitor, id, 'common-ground@1');
    expect(before.ranking.withheld).toMatchObject({ reason: 'lens_not_available' });
    expect(before.nodes).toEqual([]);
    expect(lensIn(before.ranking, 'common-ground@1')).toEqual({
      id: 'common-ground@1',
      available: false,
      unavailable: before.ranking.withheld.message,
    });
    await measured(id);
    const after = await read(visitor, id, 'common-ground@1');
    expect(after.ranking).toMatchObject({
      withheld: null,
      isOfficial: false,
      lens: { available: true, unavailable: null },
    });
  });

  test('puts first what both camps agree with, and tells how each voted', async () => {
    const { id, last } = await inTwoCamps();
    await measured(id);
    const visitor = await stage.as('visitor');
    expect((await read(visitor, id)).nodes.findIndex((node) => node.proposal.id === last)).toBe(5);
    const [first] = (await read(visitor, id, 'common-ground@1')).nodes;
    expect(first?.proposal.id).toBe(last);
    expect(first?.groups).toEqual([
      { letter: 'A', tally: { agree: 24, votes: 40 } },
      { letter: 'B', tally: { agree: 12, votes: 20 } },
    ]);
    expect(first?.whySteps.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['group', 'group', 'common_ground', 'range']),
    );
    expect(first?.range).toMatchObject({ best: null, low: 1 });
    expect(first?.why.at(-1)?.text).toContain('In 95 of 100 random recounts it');
  });

  test('leaves out a group of which fewer than ten voted on a proposal', async () => {
    const { id, last } = await inTwoCamps();
    await stage.database.query(
      `DELETE FROM vote v USING voter o WHERE v.proposal_id = $1 AND o.pseudonym = v.pseudonym
         AND o.consultation_id = v.consultation_id AND o.clp_id = (SELECT id FROM body WHERE name LIKE 'Paisley%')
         AND v.choice = 'disagree'`,
      [last],
    );
    await stage.database.query(
      `DELETE FROM vote WHERE ctid IN (SELECT v.ctid FROM vote v JOIN voter o USING (consultation_id, pseudonym)
         WHERE v.proposal_id = $1 AND o.clp_id = (SELECT id FROM body WHERE name LIKE 'Paisley%') LIMIT 3)`,
      [last],
    );
    await measured(id);
    const { nodes } = await read(await stage.as('visitor'), id);
    const node = nodes.find(({ proposal }) => proposal.id === last);
    // Nine are left of the smaller group: the other is hidden with it, or it could be worked out.
    expect(node?.groups).toEqual([
      { letter: 'A', tally: null },
      { letter: 'B', tally: null },
    ]);
  });
});

describe('The range beside a rank', () => {
  test('is there once it was measured, and holds the rank of this moment whatever was voted since', async () => {
    const { id, last } = await inTwoCamps();
    const visitor = await stage.as('visitor');
    expect((await read(visitor, id)).nodes.every(({ range }) => range === null)).toBe(true);
    await measured(id);
    const rangeOf = async () =>
      (await read(visitor, id)).nodes.find((node) => node.proposal.id === last);
    const then = await rangeOf();
    expect(then?.range?.high).toBeGreaterThan(6);
    expect(then?.range?.sentence).toContain('6th, between');
    await crowdVotes(stage, id, last, [{ clp: 'salford', agree: 900 }]);
    const now = await rangeOf();
    expect(now?.rank).toBe(1);
    expect(now?.range).toMatchObject({ best: null, low: 1, high: then?.range?.high });
  });

  test('leaves out the CLPs whose counts a round published, and none before that', async () => {
    const id = await consultationUnder(stage, {
      rules: { quorumVotes: 20, quorumClps: 2, countsHiddenUntilVoted: false },
    });
    const [first = '', second = ''] = await proposeMany(stage, id, 2);
    await crowdVotes(stage, id, first, [
      { clp: 'salford', agree: 40 },
      { clp: 'paisley', agree: 20, disagree: 20 },
    ]);
    await crowdVotes(stage, id, second, [
      { clp: 'salford', agree: 30, disagree: 10 },
      { clp: 'paisley', agree: 25, disagree: 10 },
    ]);
    const visitor = await stage.as('visitor');
    await measured(id);
    expect((await read(visitor, id)).nodes.every(({ range }) => range?.best === null)).toBe(true);
    expect((await read(visitor, id, 'breadth@1')).nodes.every(({ range }) => !range)).toBe(true);
    await publishRoundAs(stage, 'helen', id);
    await measured(id);
    const { nodes, ranking } = await read(visitor, id);
    expect(ranking.rangeNote).toContain('any one CLP whose counts were published');
    expect(nodes[0]).toMatchObject({ proposal: { id: first }, range: { best: 1, worst: 2 } });
    expect(nodes[0]?.why.at(-1)?.text).toContain(
      'Leave out any one CLP with published counts and it stays between 1st and 2nd',
    );
    expect((await read(visitor, id, 'breadth@1')).nodes.every(({ range }) => range)).toBe(true);
  });

  test('and the counts of the groups are hidden where the counts are', async () => {
    const { id, proposals, last } = await inTwoCamps({ countsHiddenUntilVoted: true });
    await measured(id);
    const asha = await stage.as('asha');
    for (const proposal of proposals.slice(0, 12)) await asha.ask(VOTE, { id: proposal });
    for (const lens of ['support@1', 'common-ground@1']) {
      const { nodes } = await read(asha, id, lens);
      for (const node of nodes) {
        const isHidden = node.proposal.id === last;
        expect(node.proposal.tallyHidden).toBe(isHidden);
        expect(node.range === null).toBe(isHidden);
        expect(node.groups.length).toBe(isHidden ? 0 : 2);
        expect(node.why.length).toBe(isHidden ? 0 : 2);
        expect(node.score === null).toBe(isHidden);
      }
    }
  });
});

describe('The live order of what matters most', () => {
  async function withBallots(ballots: number, rules = {}) {
    const found = await inTwoCamps(rules);
    const { id, proposals, people, last } = found;
    const lists = Array.from({ length: ballots }, (_, at) => [last, proposals[at % 2] as string]);
    await choosePriorities(stage, id, people, lists);
    await measured(id);
    await setPhase(stage, id, 'prioritising');
    return found;
  }

  test('begins with thirty secret ballots, and tells on how many each is', async () => {
    const few = await withBallots(29);
    const visitor = await stage.as('visitor');
    const before = await read(visitor, few.id, 'priorities@1');
    expect(before.ranking.withheld).toEqual({
      reason: 'lens_not_available',
      message: expect.stringContaining('once the choices of 30 people are counted'),
    });
    expect((await read(visitor, few.id)).nodes.every(({ chosen }) => chosen === null)).toBe(true);
    const many = await withBallots(32);
    const { ranking, nodes } = await read(visitor, many.id, 'priorities@1');
    expect(ranking).toMatchObject({ withheld: null, ballotCount: 32 });
    expect(ranking.tieBreaker).toContain('burden their voters');
    expect(nodes.slice(0, 4).map(({ proposal, chosen }) => [proposal.id, chosen])).toEqual([
      [many.last, 32],
      [many.proposals[0], 16],
      [many.proposals[1], 16],
      [many.proposals[2], 0],
    ]);
    expect(nodes[0]?.whySteps[0]?.kind).toBe('priorities');
    expect(nodes[0]?.range).toBeNull();
    expect(ranking.rangeNote).toContain('where the ballots are published');
  });

  test('is withheld from Asha until she has chosen, where the rules hide counts, and so is every number in it', async () => {
    const { id, proposals, last } = await withBallots(32, { countsHiddenUntilVoted: true });
    const asha = await stage.as('asha');
    for (const proposal of proposals) await asha.ask(VOTE, { id: proposal });
    const before = await read(asha, id, 'priorities@1');
    expect(before.ranking.withheld.reason).toBe('counts_hidden');
    expect(before.ranking.withheld.message).toContain('after you have chosen');
    expect(lensIn(before.ranking, 'priorities@1').available).toBe(false);
    expect(before.ranking.ballotCount).toBe(0);
    expect((await read(asha, id)).nodes.every(({ chosen }) => chosen === null)).toBe(true);
    const { castPriorityBallot } = await asha.ask(CHOOSE, { id, proposals: [last] });
    expect(castPriorityBallot.reason).toBeUndefined();
    const after = await read(asha, id, 'priorities@1');
    expect(after.ranking.withheld).toBeNull();
    expect(after.nodes[0]).toMatchObject({ proposal: { id: last }, chosen: 32 });
  });

  test('holds ten back while members choose, and a round tells nothing of ballots; at the close all are told', async () => {
    const { id, proposals, people } = await inTwoCamps();
    await setPhase(stage, id, 'prioritising');
    const choose = async (from: number, to: number, at: number) => {
      const here = people.slice(from, to);
      await choosePriorities(
        stage,
        id,
        here,
        here.map(() => [proposals[at] as string]),
      );
      await stage.database.query('UPDATE turnout SET ballots = $2 WHERE consultation_id = $1', [
        id,
        to,
      ]);
    };
    const visitor = await stage.as('visitor');
    const chosen = async (round: number | null = null) => {
      await measured(id);
      const { ranking, nodes } = await read(visitor, id, 'priorities@1', round);
      return {
        ballots: ranking.ballotCount,
        chosen: nodes.reduce((sum, node) => sum + (node.chosen ?? 0), 0),
      };
    };
    await choose(0, 40, 0);
    expect(await chosen()).toEqual({ ballots: 30, chosen: 30 });
    // One more chooses: nothing moves, nor does it with nine.
    await choose(40, 41, 1);
    expect(await chosen()).toEqual({ ballots: 30, chosen: 30 });
    await choose(41, 49, 1);
    expect(await chosen()).toEqual({ ballots: 30, chosen: 30 });
    await choose(49, 50, 1);
    expect(await chosen()).toEqual({ ballots: 40, chosen: 40 });
    await choose(50, 51, 2);
    await publishRoundAs(stage, 'helen', id);
    const { ranking } = await read(visitor, id, 'priorities@1', 1);
    expect(ranking).toMatchObject({ ballotCount: 0, withheld: { reason: 'lens_not_available' } });
    await setPhase(stage, id, 'reviewing');
    expect(await chosen()).toEqual({ ballots: 51, chosen: 51 });
  });

  test('is what there is none of where the rules have no ballot', async () => {
    const { id } = await inTwoCamps({ priorityBallotSize: 0 });
    const { ranking } = await read(await stage.as('visitor'), id, 'priorities@1');
    expect(ranking.withheld.message).toContain('no priority ballot');
  });
});

const ANSWERED = `query ($id: ID!) { consultation(id: $id) { queue(first: 50) {
  edges { node { proposal { id } rank } } } } }`;

describe('The official lens', () => {
  test.each(['common-ground@1', 'priorities@1'])(
    'orders what is answered in the end, also when it is %s',
    async (officialLens) => {
      const { id, people, last, proposals } = await inTwoCamps({ officialLens });
      await choosePriorities(
        stage,
        id,
        people,
        people.slice(0, 12).map((_, at) => [last, proposals[at % 2] as string]),
      );
      await measured(id);
      await setPhase(stage, id, 'reviewing');
      const helen = await stage.as('helen');
      const { queue } = (await helen.ask(ANSWERED, { id })).consultation;
      expect(queue.edges[0].node).toEqual({ proposal: { id: last }, rank: 1 });
      const { ranking } = await read(helen, id);
      expect(ranking).toMatchObject({ isOfficial: true, lens: { id: officialLens } });
    },
  );
});

describe('An official lens with nothing to say', () => {
  test.each([
    ['common-ground@1', 'open'],
    ['priorities@1', 'open'],
    ['priorities@1', 'reviewing'],
  ] as const)('leaves the order to support: %s while %s', async (officialLens, phase) => {
    const { id, people, last } = await inTwoCamps({ officialLens });
    await choosePriorities(
      stage,
      id,
      people,
      people.slice(0, 9).map(() => [last]),
    );
    if (officialLens === 'priorities@1') await measured(id);
    await setPhase(stage, id, phase);
    const helen = await stage.as('helen');
    const { ranking, nodes } = await read(helen, id);
    expect(ranking).toMatchObject({ lens: { id: 'support@1' }, isOfficial: true, withheld: null });
    expect(lensIn(ranking, officialLens).available).toBe(false);
    if (phase === 'open') return;
    const { queue } = (await helen.ask(ANSWERED, { id })).consultation;
    expect(queue.edges.map(({ node }: any) => node.proposal.id)).toEqual(
      nodes.map(({ proposal }) => proposal.id),
    );
    // By the nine ballots it would be the first.
    expect(nodes[0]?.proposal.id).not.toBe(last);
  });
});

describe('The page of the ranking', () => {
  test('takes 3 statements under each lens once its order is kept, whatever is asked of its rows', async () => {
    const { id, people, last } = await inTwoCamps();
    await choosePriorities(
      stage,
      id,
      people,
      people.slice(0, 32).map(() => [last]),
    );
    await measured(id);
    const asha = await stage.as('asha');
    for (const lens of ['support@1', 'common-ground@1', 'breadth@1', 'priorities@1']) {
      const fewest = await fewestStatements(stage, () => read(asha, id, lens));
      expect([lens, fewest]).toEqual([lens, 3]);
    }
  });

  test('comes as a file with the range and how many chose each', async () => {
    const { id, people, last } = await inTwoCamps();
    await choosePriorities(
      stage,
      id,
      people,
      people.slice(0, 32).map(() => [last]),
    );
    await measured(id);
    for (const lens of ['support@1', 'common-ground@1', 'breadth@1', 'priorities@1']) {
      const reply = await (await stage.as('visitor')).get(
        `/download/consultations/${id}/ranking.csv?lens=${lens}`,
      );
      const [header = [], ...rows] = readCsv(await reply.text());
      const cell = (row: string[], name: string) => row[header.indexOf(name)];
      const row = rows.find((each) => cell(each, 'id') === last) as string[];
      expect(cell(row, 'chosen')).toBe('32');
      // Under the others the range rests on what nobody has published yet.
      const isKnown = lens === 'support@1' || lens === 'common-ground@1';
      expect(cell(row, 'low') !== '').toBe(isKnown);
      expect(Number(cell(row, 'high'))).toBeGreaterThanOrEqual(Number(cell(row, 'low')));
      expect([cell(row, 'best'), cell(row, 'worst')]).toEqual(['', '']);
      expect(rows).toHaveLength(13);
    }
    const other = await (await stage.as('visitor')).get(
      `/download/consultations/${randomUUID()}/ranking.csv`,
    );
    expect(other.status).toBe(404);
  });
});
