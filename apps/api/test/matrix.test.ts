import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readPolis } from '@clarion/exchange';
import { describe, expect, test } from '@jest/globals';
import { bodyId } from '../src/demo/ids.js';
import { importPolis } from '../src/exchange/polis-import.js';
import { readMatrix, type VoteMatrix } from '../src/voting/vote-matrix.queries.js';
import { consultationUnder, crowdVotes, proposeMany } from './stage/electorate.js';
import { openStage } from './stage/stage.js';

const stage = openStage();

const DATA = resolve(process.env['CLARION_EXPORTS'] ?? '../../../shared/data');
const withData = existsSync(DATA) ? test : test.skip;

const read = (id: string): Promise<VoteMatrix> =>
  stage.database.transaction((tx) => readMatrix(tx, id));

const VOTE = `mutation ($id: ID!, $choice: Choice!) { castVote(proposalId: $id, choice: $choice) {
  ... on Vote { choice } ... on Refusal { reason } } }`;

/** Counts of each proposal by the matrix, as the tallies have them. */
function countsOf({ proposals, votes }: VoteMatrix) {
  const counts = new Map(proposals.map(({ id }) => [id, { agree: 0, disagree: 0, pass: 0 }]));
  votes.choice.forEach((choice, at) => {
    const count = counts.get(proposals[votes.statement[at] as number]?.id ?? '');
    if (count) count[choice === 1 ? 'agree' : choice === 0 ? 'pass' : 'disagree'] += 1;
  });
  return counts;
}

async function expectEqualToTallies(id: string, matrix: VoteMatrix) {
  const tallies = await stage.database.query(
    'SELECT proposal_id AS id, agree, disagree, pass FROM tally WHERE consultation_id = $1',
    [id],
  );
  const counts = countsOf(matrix);
  for (const { id: proposal, ...tally } of tallies) expect(counts.get(proposal)).toEqual(tally);
  expect(matrix.votes.choice.length).toBe(
    tallies.reduce(
      (sum: number, { agree, disagree, pass }: any) => sum + agree + disagree + pass,
      0,
    ),
  );
}

describe('The matrix of votes', () => {
  test('counts what the tallies count, by person in the order of pseudonyms and then by proposal', async () => {
    const id = await consultationUnder(stage);
    const proposals = await proposeMany(stage, id, 3);
    await crowdVotes(stage, id, proposals[2] as string, [{ clp: 'salford', agree: 5, pass: 2 }]);
    const asha = await stage.as('asha');
    for (const [at, choice] of ['agree', 'disagree', 'pass'].entries()) {
      await asha.ask(VOTE, { id: proposals[2 - at], choice });
    }
    const matrix = await read(id);
    await expectEqualToTallies(id, matrix);
    expect(matrix.proposals.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(matrix.proposals[0]).toMatchObject({
      id: proposals[0],
      status: 'published',
      statement: 'Statement 1.',
      authorName: 'Tom Ainsley',
      isLeftOut: false,
    });
    const { pseudonyms, votes } = matrix;
    expect(pseudonyms).toEqual([...pseudonyms].sort(Buffer.compare));
    const places = Array.from(
      votes.person,
      (person, at) => person * 10 + (votes.statement[at] ?? 0),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));

    const own = pseudonyms.findIndex((each) =>
      each.equals(stage.clarion.keys.pseudonym(id, asha.id)),
    );
    const ownVotes = Array.from(votes.person, (person, at) => ({ person, at })).filter(
      ({ person }) => person === own,
    );
    expect(ownVotes.map(({ at }) => [votes.statement[at], votes.choice[at]])).toEqual([
      [0, 0],
      [1, -1],
      [2, 1],
    ]);
    const clps = Array.from(matrix.clpOf, (clp) => matrix.clps[clp]?.id);
    expect(clps.filter((clp) => clp === bodyId('salford')).length).toBeGreaterThanOrEqual(7);
    expect(Array.from(matrix.groupOf)).toEqual(pseudonyms.map(() => -1));
  });

  test('marks what is left out: taken back by Tom, and waiting', async () => {
    const id = await consultationUnder(stage);
    const proposals = await proposeMany(stage, id, 5);
    const statuses = ['withdrawn', 'waiting', 'not_taken_forward'];
    for (const [at, status] of statuses.entries()) {
      await stage.database.query('UPDATE proposal SET status = $2 WHERE id = $1', [
        proposals[at],
        status,
      ]);
    }
    const matrix = await read(id);
    expect(matrix.proposals.map(({ isLeftOut }) => isLeftOut)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  test('of a consultation in which nobody voted has its proposals and nobody', async () => {
    const id = await consultationUnder(stage);
    await proposeMany(stage, id, 2);
    const matrix = await read(id);
    expect(matrix).toMatchObject({ pseudonyms: [], clps: [] });
    expect(matrix.proposals).toHaveLength(2);
    expect(matrix.votes.person).toHaveLength(0);
  });

  test('is of one moment: a vote that is cast while it is read is not in it and not held up', async () => {
    const id = await consultationUnder(stage);
    const [first = '', second = ''] = await proposeMany(stage, id, 2);
    await crowdVotes(stage, id, first, [{ clp: 'salford', agree: 3 }]);
    const asha = await stage.as('asha');
    const votes: string[] = [];
    const matrix = await stage.database.transaction((tx) =>
      readMatrix(tx, id, async () => {
        const { castVote } = await asha.ask(VOTE, { id: second, choice: 'agree' });
        votes.push(castVote.choice);
      }),
    );
    // Told of progress before the first people and after the last, it waited for her.
    expect(votes).toEqual(['agree', 'agree']);
    expect(matrix.pseudonyms).toHaveLength(3);
    expect((await read(id)).pseudonyms).toHaveLength(4);
  });

  withData('of an import marks what its moderators rejected, and nothing else', async () => {
    const folder = join(DATA, 'polis', 'vtaiwan.uberx');
    const given = await readPolis(folder);
    const { consultationId } = await stage.database.transaction((tx) =>
      importPolis(tx, stage.clarion.keys, folder, given, new Date()),
    );
    const told: number[][] = [];
    const matrix = await stage.database.transaction((tx) =>
      readMatrix(tx, consultationId, (...progress) => {
        told.push(progress);
      }),
    );
    await expectEqualToTallies(consultationId, matrix);
    const rejected = given.statements.filter(({ moderated }) => moderated === -1);
    expect(rejected.length).toBeGreaterThan(10);
    expect(matrix.proposals.filter(({ isLeftOut }) => isLeftOut)).toHaveLength(rejected.length);
    expect(matrix.proposals.filter(({ isLeftOut }) => !isLeftOut)).not.toHaveLength(0);
    expect(told.at(-1)).toEqual([matrix.pseudonyms.length, matrix.pseudonyms.length]);
  });
});
