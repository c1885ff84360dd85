import { randomUUID } from 'node:crypto';
import {
  type KeptVote,
  ownVotes,
  type RoundFiles,
  recountRound,
  unzipRound,
} from '@clarion/exchange/round';
import { toHex } from '@clarion/record';
import { describe, expect, test } from '@jest/globals';
import { undoVote } from '../src/voting/vote.service.js';
import { consultationUnder, crowdVotes, proposeMany } from './stage/electorate.js';
import { openStage } from './stage/stage.js';
import { strangers, type Voter, voteAsBrowser } from './stage/voters.js';

const stage = openStage({ CLARION_LOG: 'silent' });

const PUBLISH = `mutation ($id: ID!, $consultationId: ID!) {
  publishRound(id: $id, consultationId: $consultationId) {
    ... on Round { id number } ... on Refusal { reason message } } }`;

async function publish(consultationId: string): Promise<RoundFiles> {
  const helen = await stage.as('helen');
  const { publishRound } = await helen.ask(PUBLISH, { id: randomUUID(), consultationId });
  const reply = await helen.get(`/download/rounds/${publishRound.id}/bundle.zip`);
  return unzipRound(new Uint8Array(await reply.arrayBuffer()));
}

const text = (files: RoundFiles, name: string) => new TextDecoder().decode(files.get(name));
const rows = (files: RoundFiles, name: string) => text(files, name).trimEnd().split('\n').slice(1);
const wrong = async (files: RoundFiles) =>
  (await recountRound(files)).checks.filter(({ ok }) => ok === false).map(({ name }) => name);

/** As a browser keeps them: the last on each proposal is what it believes to stand. */
const keptBy = ({ kept }: Voter): KeptVote[] =>
  kept.map((vote, at) => ({
    proposalId: vote.proposal,
    choice: vote.choice,
    random: toHex(vote.random),
    previous: vote.previous && toHex(vote.previous),
    batch: null,
    isLast: kept.slice(at + 1).every(({ proposal }) => proposal !== vote.proposal),
  }));
const lookedUp = async (files: RoundFiles, voter: Voter) =>
  (await ownVotes(files, keptBy(voter)))?.map(({ found }) => found);

/** Twenty-five people on the first proposal, nine of them on the second; the first three changed their minds. */
async function voted() {
  const consultation = await consultationUnder(stage);
  const proposals = await proposeMany(stage, consultation, 3);
  const [first, second] = proposals as [string, string];
  const people = await strangers(stage, 25);
  for (const [at, voter] of people.entries()) {
    const choice = at % 2 === 0 ? 'agree' : 'disagree';
    await voteAsBrowser(voter, consultation, { proposalId: first, choice });
    if (at >= 16) await voteAsBrowser(voter, consultation, { proposalId: second, choice });
    if (at < 3) await voteAsBrowser(voter, consultation, { proposalId: first, choice: 'pass' });
  }
  return { consultation, first, second, people };
}

/** Somebody whose vote is opened: those that stay closed are the first by commitment. */
async function surelyOpened(proposalId: string, people: readonly Voter[]) {
  const [{ random }] = await stage.database.query(
    `SELECT random FROM vote WHERE proposal_id = $1 AND previous IS NULL
     ORDER BY commitment DESC LIMIT 1`,
    [proposalId],
  );
  const victim = people.find(({ kept }) => toHex(kept[0]?.random as Uint8Array) === toHex(random));
  return { victim: victim as Voter, random };
}

describe('With a round votes are opened', () => {
  test('so that anyone finds every count, and each voter their own', async () => {
    const { consultation, people } = await voted();
    const files = await publish(consultation);
    const report = await recountRound(files);
    expect(report.identical).toBe(true);
    expect(report.checks.find(({ name }) => name === 'openings')?.ok).toBe(true);
    // Three were changed: with seven more they stay closed.
    expect(rows(files, 'openings.csv')).toHaveLength(15);
    expect(rows(files, 'unopened.csv')).toEqual(['1,10,0,0', '2,9,0,0']);
    expect(rows(files, 'commitments.csv')).toHaveLength(37);
    expect(text(files, 'README.md')).toContain('openings.csv');
    const found = await Promise.all(people.map((voter) => lookedUp(files, voter)));
    expect(found[0]).toEqual(['superseded', 'hidden']);
    expect(found.flat().filter((each) => each === 'opened')).toHaveLength(15);
    expect(found.flat()).not.toContain('missing');
  });

  test('but not those that wait, and imported ones have nothing to open', async () => {
    const { consultation, first, people } = await voted();
    await crowdVotes(stage, consultation, first, [{ clp: 'salford', agree: 12 }]);
    const before = await publish(consultation);
    const [tenth, late] = [people[10] as Voter, (await strangers(stage, 1))[0] as Voter];
    await tenth.act((acting) => undoVote(acting, { proposalId: first }));
    await voteAsBrowser(late, consultation, { proposalId: first, choice: 'agree' });
    const files = await publish(consultation);
    expect(await wrong(files)).toEqual([]);
    expect(await lookedUp(files, late)).toEqual(['waiting']);
    expect(await lookedUp(files, tenth)).toEqual(['replaced']);
    expect(rows(files, 'unopened.csv')[0]).toBe('1,3,1,12');
    expect(rows(files, 'openings.csv').length).toBe(21);
    // What the first round kept closed the second does too: together they would tell of fewer than ten.
    const closed = rows(before, 'commitments.csv').filter((row) => row.includes(',hidden,'));
    expect(closed.length).toBeGreaterThan(0);
    const opened = new Set(
      rows(files, 'commitments.csv').filter((row) => row.includes(',opened,')),
    );
    expect(closed.filter((row) => opened.has(row.replace(/,hidden,.*/, ',opened,')))).toEqual([]);
  });

  test('and a vote that was changed in the database beforehand is found, by its voter and by all', async () => {
    const { consultation, first, people } = await voted();
    const { victim, random } = await surelyOpened(first, people);
    await stage.database.query(
      `UPDATE vote SET choice = 'pass' WHERE proposal_id = $1 AND random = $2`,
      [first, random],
    );
    const files = await publish(consultation);
    expect((await lookedUp(files, victim))?.[0]).toBe('missing');
    expect(await wrong(files)).toEqual(['openings']);
  });

  test('and one that was put in place of another without its commitment is missing; without commitments nobody sees it', async () => {
    const { consultation, first, people } = await voted();
    const { victim, random } = await surelyOpened(first, people);
    const honest = await publish(consultation);
    await stage.database.query(
      `UPDATE vote SET choice = 'pass', random = NULL, previous = NULL, commitment = NULL
       WHERE proposal_id = $1 AND random = $2`,
      [first, random],
    );
    const files = await publish(consultation);
    expect((await lookedUp(files, victim))?.[0]).toBe('missing');
    expect(await wrong(files)).toEqual(['fates']);
    expect(await wrong(honest)).toEqual([]);
    const control = new Map(files);
    for (const name of ['batches.json', 'openings.csv', 'commitments.csv', 'unopened.csv']) {
      control.delete(name);
    }
    const { checks } = await recountRound(control);
    expect(checks.find(({ name }) => name === 'counts')?.ok).toBe(true);
    expect(checks.find(({ name }) => name === 'openings')?.ok).toBeNull();
  });

  test('and a tampered opening, fate or batch is named', async () => {
    const { consultation } = await voted();
    const files = await publish(consultation);
    const changed = (name: string, change: (before: string) => string) =>
      new Map([...files, [name, new TextEncoder().encode(change(text(files, name)))]]);
    const flip = (before: string) => before.replace('agree', 'pass').replace('dispass', 'pass');
    expect(await wrong(changed('openings.csv', flip))).toContain('openings');
    expect(
      await wrong(changed('commitments.csv', (before) => before.replace(',opened,', ',hidden,'))),
    ).toContain('openings');
    expect(
      await wrong(changed('batches.json', (before) => before.replace(/"root":"./, '"root":"z'))),
    ).toContain('openings');
    expect(
      await wrong(
        changed('commitments.csv', (before) => before.replace(/\n1,[0-9a-f]{4}/, '\n1,0000')),
      ),
    ).toContain('batches');
    expect(
      await wrong(changed('unopened.csv', (before) => before.replace('1,10,', '1,11,'))),
    ).toContain('opened');
  });
});
