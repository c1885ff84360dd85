import { randomBytes } from 'node:crypto';
import {
  commitBallot,
  fromHex,
  leafHash,
  readKey,
  toHex,
  verifyInclusion,
  verifyReceipt,
} from '@clarion/record';
import { describe, expect, test } from '@jest/globals';
import { memberId } from '../src/demo/ids.js';
import * as toldBreakdowns from '../src/opinion/told-breakdown.queries.js';
import { makeCheckpoint, recordName } from '../src/record/checkpoint.service.js';
import { makeBatch, makeDueBatches } from '../src/voting/batch.service.js';
import { castVote, undoVote } from '../src/voting/vote.service.js';
import { castMany } from '../src/voting/vote-many.service.js';
import { consultationUnder, proposeIn, proposeMany } from './stage/electorate.js';
import { openStage } from './stage/stage.js';
import { strangers, voteAsBrowser } from './stage/voters.js';

const stage = openStage({ CLARION_LOG: 'silent' });

const VOTE = `mutation ($id: ID!, $choice: Choice!, $random: String) {
  castVote(proposalId: $id, choice: $choice, random: $random) {
    ... on Vote { choice commitment previous } ... on Refusal { reason message } } }`;
const RECEIPTS = `query ($of: [String!]!) { voteReceipts(commitments: $of) {
  commitment consultationId batch count index path proof key } }`;

const bytes = (hex: string) => fromHex(hex) as Uint8Array;
const draw = () => randomBytes(32).toString('hex');
const batchNow = (id: string) =>
  stage.database.transaction((tx) => makeBatch(tx, id, { at: new Date() }));
const batchesOf = async (id: string): Promise<number> =>
  (await stage.database.query('SELECT FROM ballot_batch WHERE consultation_id = $1', [id])).length;
const momentsKept = async (id: string): Promise<(Date | null)[]> =>
  (
    await stage.database.query(
      'SELECT DISTINCT since FROM pending_commitment WHERE consultation_id = $1',
      [id],
    )
  ).map(({ since }: { since: Date | null }) => since);
const supersededIn = async (id: string): Promise<[string, string][]> =>
  (
    await stage.database.query(
      `SELECT encode(commitment, 'hex') AS commitment, reason FROM superseded_commitment
       WHERE consultation_id = $1 ORDER BY reason, commitment`,
      [id],
    )
  ).map((row: { commitment: string; reason: string }) => [row.commitment, row.reason]);
const list = async (id: string, batch: number) =>
  (await fetch(`${stage.address}/record/votes/${id}/${batch}`)).text();

describe('A vote is committed to', () => {
  test('by what Asha’s browser drew, and the same again is the first one', async () => {
    const consultation = await consultationUnder(stage);
    const proposal = await proposeIn(stage, consultation);
    const asha = await stage.as('asha');
    const random = draw();
    const first = (await asha.ask(VOTE, { id: proposal, choice: 'agree', random })).castVote;
    const opening = { consultation, proposal, choice: 'agree', random: bytes(random) };
    expect(first.commitment).toBe(toHex(await commitBallot({ ...opening, previous: null })));
    for (const again of [random, draw(), null]) {
      const { castVote: vote } = await asha.ask(VOTE, {
        id: proposal,
        choice: 'agree',
        random: again,
      });
      expect(vote).toEqual(first);
    }
    const next = draw();
    const changed = (await asha.ask(VOTE, { id: proposal, choice: 'pass', random: next })).castVote;
    const previous = bytes(first.commitment);
    const change = { ...opening, choice: 'pass', random: bytes(next), previous };
    expect(changed).toMatchObject({
      previous: first.commitment,
      commitment: toHex(await commitBallot(change)),
    });
    expect(await supersededIn(consultation)).toEqual([[first.commitment, 'changed']]);
  });

  test('by what Clarion draws where the browser drew nothing; and not by what cannot be read', async () => {
    const consultation = await consultationUnder(stage);
    const id = await proposeIn(stage, consultation);
    const asha = await stage.as('asha');
    const bad = (await asha.ask(VOTE, { id, choice: 'agree', random: 'abc' })).castVote;
    expect(bad.reason).toBe('not_valid');
    const { castVote: vote } = await asha.ask(VOTE, { id, choice: 'agree', random: null });
    expect(vote.commitment).toMatch(/^[0-9a-f]{64}$/);
  });

  test('until it is taken back or imported over, and the reason is kept', async () => {
    const consultation = await consultationUnder(stage);
    const [one, two] = (await proposeMany(stage, consultation, 2)) as [string, string];
    const [voter] = await strangers(stage, 1);
    if (!voter) throw new Error('nobody votes');
    const first = await voteAsBrowser(voter, consultation, { proposalId: one, choice: 'agree' });
    await voter.act((acting) => undoVote(acting, { proposalId: one }));
    const again = await voteAsBrowser(voter, consultation, { proposalId: one, choice: 'agree' });
    expect(again.previous).toBeNull();
    const asha = await stage.as('asha');
    const { castVote: mine } = await asha.ask(VOTE, { id: two, choice: 'agree', random: draw() });
    const pseudonym = stage.clarion.keys.pseudonym(consultation, memberId('asha'));
    await stage.database.transaction((tx) =>
      castMany(tx, consultation, [
        { proposalId: two, pseudonym, choice: 'pass', castAt: new Date() },
      ]),
    );
    expect(await supersededIn(consultation)).toEqual([
      [mine.commitment, 'imported_over'],
      [first.commitment, 'taken_back'],
    ]);
  });

  test('once by each of two hundred people who vote at once, twice each', async () => {
    const consultation = await consultationUnder(stage);
    const proposalId = await proposeIn(stage, consultation);
    const people = await strangers(stage, 200);
    await Promise.all(
      people.map(async (voter) => {
        const random = draw();
        const [a, b] = await Promise.all(
          [1, 2].map(() =>
            voter.act((acting) => castVote(acting, { proposalId, choice: 'agree', random })),
          ),
        );
        // But for the counts, which others change meanwhile.
        expect({ ...a, ballot: undefined }).toEqual({ ...b, ballot: undefined });
      }),
    );
    const [{ pending, standing }] = await stage.database.query(
      `SELECT (SELECT count(*)::int FROM pending_commitment WHERE consultation_id = $1) AS pending,
         (SELECT count(DISTINCT commitment)::int FROM vote WHERE consultation_id = $1) AS standing`,
      [consultation],
    );
    expect({ pending, standing }).toEqual({ pending: 200, standing: 200 });
    await Promise.all([batchNow(consultation), batchNow(consultation)]);
    expect((await list(consultation, 1)).trimEnd().split('\n')).toHaveLength(200);
  });
});

describe('Commitments enter the record', () => {
  test('with those of ten people when the ten minutes are over, not with ten votes of nine', async () => {
    const consultation = await consultationUnder(stage);
    const proposals = await proposeMany(stage, consultation, 2);
    const now = new Date();
    const [last, ...nine] = await strangers(stage, 10, now);
    for (const voter of nine) {
      for (const proposalId of proposals) {
        await voteAsBrowser(voter, consultation, { proposalId, choice: 'agree' });
      }
    }
    const later = new Date(now.getTime() + 11 * 60_000);
    await makeDueBatches(stage.database, later);
    expect(await batchNow(consultation)).toBeNull();
    if (!last) throw new Error('nobody is the tenth');
    await voteAsBrowser(last, consultation, { proposalId: proposals[0] as string, choice: 'pass' });
    // The tenth may still be the only one of these minutes: a list now would tell when they voted.
    await makeDueBatches(stage.database, now);
    expect(await batchesOf(consultation)).toBe(0);
    await makeDueBatches(stage.database, later);
    expect(await batchesOf(consultation)).toBe(1);
    expect(await batchNow(consultation)).toBeNull();
    const lines = (await list(consultation, 1)).trimEnd().split('\n');
    expect(lines).toHaveLength(19);
    expect(lines).toEqual([...lines].sort());
    expect(await list(consultation, 2)).toBe('There is no such batch.\n');
    await expect(
      stage.database.query('DELETE FROM ballot_batch WHERE consultation_id = $1', [consultation]),
    ).rejects.toThrow(/append-only/);
  });

  test('and of those who wait no more is kept than ten minutes, and nothing once these are over', async () => {
    const consultation = await consultationUnder(stage);
    const proposalId = await proposeIn(stage, consultation);
    const [voter] = await strangers(stage, 1, new Date('2026-11-25T12:37:41Z'));
    await voter?.act((acting) => castVote(acting, { proposalId, choice: 'agree' }));
    expect(await momentsKept(consultation)).toEqual([new Date('2026-11-25T12:30:00Z')]);
    await makeDueBatches(stage.database, new Date('2026-11-25T12:39:59Z'));
    expect(await momentsKept(consultation)).toEqual([new Date('2026-11-25T12:30:00Z')]);
    await makeDueBatches(stage.database, new Date('2026-11-25T12:40:00Z'));
    expect(await momentsKept(consultation)).toEqual([null]);
  });

  test('and wait for nobody who finds what breakdowns tell, which may take a minute', async () => {
    const consultation = await consultationUnder(stage);
    const proposalId = await proposeIn(stage, consultation);
    for (const voter of await strangers(stage, 10)) {
      await voteAsBrowser(voter, consultation, { proposalId, choice: 'agree' });
    }
    const number = await stage.database.transaction(async (recount) => {
      await toldBreakdowns.take(recount, consultation);
      return batchNow(consultation);
    });
    expect(number).toBe(1);
  });

  test('and each voter gets a receipt that holds by itself; one for another vote does not', async () => {
    const consultation = await consultationUnder(stage);
    const proposalId = await proposeIn(stage, consultation);
    const people = await strangers(stage, 13);
    for (const voter of people) {
      await voteAsBrowser(voter, consultation, { proposalId, choice: 'disagree' });
    }
    const of = await Promise.all(
      people.map(async ({ kept }) => toHex(await commitBallot(kept[0] as (typeof kept)[0]))),
    );
    const asha = await stage.as('asha');
    expect((await asha.ask(RECEIPTS, { of })).voteReceipts).toEqual([]);
    await batchNow(consultation);
    await makeCheckpoint(stage.database.manager, {
      keys: stage.clarion.keys,
      name: recordName(stage.clarion.environment.publicUrl),
      at: new Date(),
    });
    const { voteReceipts } = await asha.ask(RECEIPTS, { of: [...of, draw(), 'no'] });
    expect(voteReceipts).toHaveLength(13);
    for (const { commitment, count, index, path, proof, key } of voteReceipts) {
      const known = await readKey(key);
      if (!known.ok) throw new Error(known.problem);
      const checked = await verifyReceipt(proof, { record: [known.value] });
      if (!checked.ok) throw new Error(checked.problem);
      const { data } = (checked.value.entry?.act ?? {}) as {
        data: { root: string; count: number };
      };
      expect(data.count).toBe(count);
      const tree = { size: count, root: bytes(data.root) };
      const leaf = await leafHash(bytes(commitment));
      expect(await verifyInclusion(leaf, index, tree, path.map(bytes))).toBe(true);
      const other = await leafHash(bytes(draw()));
      expect(await verifyInclusion(other, index, tree, path.map(bytes))).toBe(false);
    }
  });
});
