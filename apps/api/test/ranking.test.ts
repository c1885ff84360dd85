import { randomUUID } from 'node:crypto';
import { readCsv } from '@clarion/exchange';
import { describe, expect, test } from '@jest/globals';
import { consultationUnder, crowdVotes, proposeMany, setPhase } from './stage/electorate.js';
import { fewestStatements, openStage, type Person } from './stage/stage.js';

const stage = openStage();

const RANKING = `query ($id: ID!, $lens: String, $round: Int, $first: Int, $after: String) {
  consultation(id: $id) {
    ranking(lens: $lens, round: $round) {
      lens { id } lenses { id available } isOfficial round { number rankedCount } voterCount rankedCount
      tieBreaker quorum withheld { reason message }
      proposals(first: $first, after: $after) {
        totalCount pageInfo { hasNextPage endCursor }
        edges { node {
          rank isTied score clpCount votesNeeded clpsNeeded
          proposal { id number statement author { name } tallyHidden myVote { choice } }
          tally { agree disagree pass votes } why { title text } whySteps { kind numbers { name value } }
        } }
      }
    }
  }
}`;
const PUBLISH = `mutation ($id: ID!, $consultationId: ID!) {
  publishRound(id: $id, consultationId: $consultationId) {
    ... on Round { id number lens voterCount proposalCount rankedCount }
    ... on Refusal { reason }
  }
}`;
const VOTE = `mutation ($id: ID!) { castVote(proposalId: $id, choice: agree) { ... on Refusal { reason } } }`;

interface Node {
  rank: number | null;
  isTied: boolean;
  score: number | null;
  votesNeeded: number;
  clpsNeeded: number;
  proposal: { id: string; number: number; tallyHidden: boolean };
  tally: { agree: number; votes: number } | null;
  why: { title: string; text: string }[];
  whySteps: { kind: string }[];
}

async function read(person: Person, id: string, variables: Record<string, unknown> = {}) {
  const { ranking } = (await person.ask(RANKING, { id, ...variables })).consultation;
  const nodes: Node[] = ranking.proposals.edges.map((edge: { node: Node }) => edge.node);
  return { ranking, nodes };
}

/** Four proposals: the second best supported, the first and the third tied, the fourth below the line. */
async function fourProposals(rules = {}) {
  const id = await consultationUnder(stage, {
    rules: { quorumVotes: 20, quorumClps: 2, countsHiddenUntilVoted: false, ...rules },
  });
  const proposals = await proposeMany(stage, id, 4);
  const crowds = [
    [16, 8],
    [30, 2],
    [16, 8],
    [4, 0],
  ] as const;
  for (const [at, [agree, disagree]] of crowds.entries()) {
    await crowdVotes(stage, id, proposals[at] as string, [
      { clp: 'salford', agree: agree / 2, disagree: disagree / 2 },
      { clp: 'paisley', agree: agree / 2, disagree: disagree / 2 },
    ]);
  }
  return { id, proposals };
}

describe('The live ranking', () => {
  test('puts the best supported first, marks ties, and lists what cannot be ranked yet below the line', async () => {
    const { id } = await fourProposals();
    const { ranking, nodes } = await read(await stage.as('visitor'), id);
    expect(nodes.map(({ proposal }) => proposal.number)).toEqual([2, 1, 3, 4]);
    expect(nodes.map(({ rank, isTied }) => [rank, isTied])).toEqual([
      [1, false],
      [2, true],
      [2, true],
      [null, false],
    ]);
    expect(nodes[0]?.tally).toEqual({ agree: 30, disagree: 2, pass: 0, votes: 32 });
    expect(nodes[3]).toMatchObject({ votesNeeded: 16, clpsNeeded: 0 });
    expect(ranking).toMatchObject({
      lens: { id: 'support@1' },
      isOfficial: true,
      round: null,
      rankedCount: 3,
      voterCount: 32 + 24 + 24 + 4,
      withheld: null,
    });
  });

  test('says in three sentences with the real numbers why a proposal is there, and as data', async () => {
    const { id } = await fourProposals();
    const { nodes } = await read(await stage.as('visitor'), id);
    expect(nodes[0]?.why).toHaveLength(3);
    expect(nodes[0]?.why[0]?.text).toContain('30 of the 32 who chose agreed');
    expect(nodes[0]?.whySteps.map(({ kind }) => kind)).toContain('support');
  });

  test('can be read by breadth, not by priorities that nobody has chosen, and by no lens that does not exist', async () => {
    const { id } = await fourProposals();
    const visitor = await stage.as('visitor');
    const breadth = await read(visitor, id, { lens: 'breadth@1' });
    expect(breadth.ranking).toMatchObject({ lens: { id: 'breadth@1' }, isOfficial: false });
    const later = await read(visitor, id, { lens: 'priorities@1' });
    expect(later.ranking.withheld.reason).toBe('lens_not_available');
    expect(later.nodes).toEqual([]);
    for (const lens of ['loudest@1', '']) {
      const { errors } = await visitor.send(RANKING, { id, lens });
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
  });

  test('comes page by page without a gap or a repeat', async () => {
    const { id } = await fourProposals();
    const visitor = await stage.as('visitor');
    const seen: number[] = [];
    let after: string | null = null;
    do {
      const { ranking, nodes } = await read(visitor, id, { first: 3, after });
      seen.push(...nodes.map(({ proposal }) => proposal.number));
      after = ranking.proposals.pageInfo.hasNextPage ? ranking.proposals.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual([2, 1, 3, 4]);
    const { errors } = await visitor.send(RANKING, { id, after: 'nonsense' });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('takes 4 statements with 3 proposals and with 30, the session among them, and 3 while its order is kept', async () => {
    const asha = await stage.as('asha');
    const counts: number[][] = [];
    for (const size of [3, 30]) {
      const id = await consultationUnder(stage, { phase: 'reviewing' });
      const proposals = await proposeMany(stage, id, size);
      await crowdVotes(stage, id, proposals[0] as string, [{ clp: 'salford', agree: 12 }]);
      const first = await stage.statementsOf(() => read(asha, id, { first: 50 }));
      const then = await fewestStatements(stage, () => read(asha, id, { first: 50 }));
      counts.push([first.length, then]);
    }
    expect(counts).toEqual([
      [4, 3],
      [4, 3],
    ]);
  });
});

describe('While counts are hidden', () => {
  test('Asha is told to vote on ten first, then sees the order but no count she has not voted for', async () => {
    const id = await consultationUnder(stage);
    const proposals = await proposeMany(stage, id, 12);
    for (const proposal of proposals) {
      await crowdVotes(stage, id, proposal, [{ clp: 'salford', agree: 5, disagree: 1 }]);
    }
    const asha = await stage.as('asha');
    const before = await read(asha, id);
    expect(before.ranking.withheld).toMatchObject({ reason: 'counts_hidden' });
    expect(before.ranking.withheld.message).toContain('10 more proposals');
    expect(before.ranking.proposals).toMatchObject({ edges: [], totalCount: 0 });

    for (const proposal of proposals.slice(0, 10)) await asha.ask(VOTE, { id: proposal });
    const { ranking, nodes } = await read(asha, id);
    expect(ranking.withheld).toBeNull();
    expect(nodes).toHaveLength(12);
    for (const node of nodes) {
      const hasVoted = proposals.indexOf(node.proposal.id) < 10;
      expect(node.proposal.tallyHidden).toBe(!hasVoted);
      expect(node.tally !== null).toBe(hasVoted);
      expect(node.score !== null).toBe(hasVoted);
      expect(node.why).toHaveLength(hasVoted ? 2 : 0);
      expect(node.whySteps.map(({ kind }) => kind)).not.toContain('behind');
    }
    const visitors = await read(await stage.as('visitor'), id);
    expect(visitors.ranking.withheld.reason).toBe('counts_hidden');
  });

  test('whoever has voted on all there are sees the order of fewer than ten', async () => {
    const id = await consultationUnder(stage);
    const proposals = await proposeMany(stage, id, 3);
    const asha = await stage.as('asha');
    for (const proposal of proposals.slice(0, 2)) await asha.ask(VOTE, { id: proposal });
    expect((await read(asha, id)).ranking.withheld.reason).toBe('counts_hidden');
    await asha.ask(VOTE, { id: proposals[2] });
    expect((await read(asha, id)).ranking.withheld).toBeNull();
  });
});

describe('A round', () => {
  const stored = (roundId: string) =>
    stage.database.query(
      `SELECT proposal_id AS id, rank, agree FROM round_count WHERE round_id = $1 ORDER BY position`,
      [roundId],
    );

  test('is published once by Helen however often she sends it, and numbered from 1', async () => {
    const { id: consultationId } = await fourProposals();
    const helen = await stage.as('helen');
    const id = randomUUID();
    for (let each = 0; each < 2; each += 1) {
      expect((await helen.ask(PUBLISH, { id, consultationId })).publishRound).toEqual({
        id,
        number: 1,
        lens: 'support@1',
        voterCount: 84,
        proposalCount: 4,
        rankedCount: 3,
      });
    }
    const second = await helen.ask(PUBLISH, { id: randomUUID(), consultationId });
    expect(second.publishRound.number).toBe(2);
    const { consultation } = await helen.ask(
      'query ($id: ID!) { consultation(id: $id) { rounds { number } } }',
      { id: consultationId },
    );
    expect(consultation.rounds).toEqual([{ number: 2 }, { number: 1 }]);
    const entries = await stage.database.query(
      `SELECT data FROM record_entry WHERE kind = 'round_published' AND about_id = $1 ORDER BY number`,
      [consultationId],
    );
    expect(entries.map((entry: { data: { number: number } }) => entry.data.number)).toEqual([1, 2]);
  });

  test('ranked again by the same rules has exactly the ranks that were stored, and stays so', async () => {
    const { id: consultationId, proposals } = await fourProposals();
    const id = randomUUID();
    await (await stage.as('helen')).ask(PUBLISH, { id, consultationId });
    const asStored = await stored(id);
    await crowdVotes(stage, consultationId, proposals[3] as string, [
      { clp: 'salford', agree: 90 },
    ]);
    const { ranking, nodes } = await read(await stage.as('visitor'), consultationId, { round: 1 });
    expect(
      nodes.map(({ proposal, rank, tally }) => ({ id: proposal.id, rank, agree: tally?.agree })),
    ).toEqual(asStored);
    expect(ranking).toMatchObject({ round: { number: 1, rankedCount: 3 }, voterCount: 84 });
    const breadth = await read(await stage.as('visitor'), consultationId, {
      round: 1,
      lens: 'breadth@1',
    });
    expect(breadth.nodes).toHaveLength(4);
  });

  test('is counted from the votes, so a tally that drifted does not reach it', async () => {
    const { id: consultationId, proposals } = await fourProposals();
    await stage.database.query('UPDATE tally SET agree = 999 WHERE proposal_id = $1', [
      proposals[0],
    ]);
    const id = randomUUID();
    await (await stage.as('helen')).ask(PUBLISH, { id, consultationId });
    const counts = await stored(id);
    expect(counts.find((row: { id: string }) => row.id === proposals[0]).agree).toBe(16);
  });

  test('is open to everybody while counts are hidden', async () => {
    const { id: consultationId } = await fourProposals({ countsHiddenUntilVoted: true });
    await (await stage.as('helen')).ask(PUBLISH, { id: randomUUID(), consultationId });
    const { ranking, nodes } = await read(await stage.as('visitor'), consultationId, { round: 1 });
    expect(ranking.withheld).toBeNull();
    expect(nodes.every(({ tally, score }) => tally !== null && score !== null)).toBe(true);
  });

  test('is refused to Asha, before the opening, and where nobody voted; an unknown one is bad input', async () => {
    const { id: consultationId } = await fourProposals();
    const publish = async (person: 'asha' | 'helen', id: string) =>
      (await (await stage.as(person)).ask(PUBLISH, { id: randomUUID(), consultationId: id }))
        .publishRound.reason;
    expect(await publish('asha', consultationId)).toBe('not_an_officer');
    expect(await publish('helen', randomUUID())).toBe('not_found');
    expect(await publish('helen', await consultationUnder(stage))).toBe('nothing_to_publish');
    await setPhase(stage, consultationId, 'withdrawn');
    expect(await publish('helen', consultationId)).toBe('wrong_phase');
    const { errors } = await (await stage.as('visitor')).send(RANKING, {
      id: consultationId,
      round: 7,
    });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('can never be changed or deleted in the database', async () => {
    const { id: consultationId } = await fourProposals();
    await (await stage.as('helen')).ask(PUBLISH, { id: randomUUID(), consultationId });
    await expect(stage.database.query('UPDATE round_count SET agree = 0')).rejects.toThrow(
      /append-only/,
    );
    await expect(stage.database.query('DELETE FROM round')).rejects.toThrow(/append-only/);
  });
});

describe('The download of a ranking', () => {
  test('holds what the page shows, with the sentences and without a formula', async () => {
    const { id, proposals } = await fourProposals();
    await stage.database.query(`UPDATE proposal SET statement = '=1+1' WHERE id = $1`, [
      proposals[1],
    ]);
    const reply = await (await stage.as('visitor')).get(
      `/download/consultations/${id}/ranking.csv`,
    );
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-type')).toMatch(/^text\/csv/);
    expect(reply.headers.get('content-disposition')).toContain('dentists-live-support-1.csv');
    const text = await reply.text();
    expect(text).toContain(`'=1+1`);
    const [header = [], first = []] = readCsv(text);
    const cell = (name: string) => first[header.indexOf(name)];
    expect([cell('rank'), cell('number'), cell('agree'), cell('id')]).toEqual([
      '1',
      '2',
      '30',
      proposals[1],
    ]);
    expect(cell('why')).toContain('30 of the 32 who chose agreed');
  });

  test('is withheld like the page, from Asha who has not voted', async () => {
    const { id } = await fourProposals({ countsHiddenUntilVoted: true });
    const asha = await stage.as('asha');
    const live = await asha.get(`/download/consultations/${id}/ranking.csv`);
    expect(live.status).toBe(403);
    expect(await live.text()).toContain('after you have voted');
    await (await stage.as('helen')).ask(PUBLISH, { id: randomUUID(), consultationId: id });
    const round = await asha.get(
      `/download/consultations/${id}/ranking.csv?round=1&lens=breadth@1`,
    );
    expect(round.status).toBe(200);
    expect(readCsv(await round.text())).toHaveLength(5);
  });

  test('of nothing that exists, or under no known lens, says so plainly', async () => {
    const { id } = await fourProposals();
    const visitor = await stage.as('visitor');
    const statusOf = async (path: string) =>
      (await visitor.get(`/download/consultations/${path}`)).status;
    expect(await statusOf(`${randomUUID()}/ranking.csv`)).toBe(404);
    expect(await statusOf('nonsense/ranking.csv')).toBe(404);
    expect(await statusOf(`${id}/ranking.csv?lens=loudest@1`)).toBe(400);
    expect(await statusOf(`${id}/ranking.csv?round=9`)).toBe(400);
    expect(await statusOf(`${id}/ranking.csv?round=one`)).toBe(400);
    expect(await statusOf(`${id}/ranking.csv?lens=support@1&lens=breadth@1`)).toBe(400);
  });
});
