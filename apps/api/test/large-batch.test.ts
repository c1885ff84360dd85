import { setTimeout as pause } from 'node:timers/promises';
import { fromHex, leafHash, rootOf, subtreesOver, treeAt, verifyInclusion } from '@clarion/record';
import { describe, expect, test } from '@jest/globals';
import { makeCheckpoint, recordName } from '../src/record/checkpoint.service.js';
import { lockRecord } from '../src/record/record.service.js';
import { makeBatch, makeDueBatches } from '../src/voting/batch.service.js';
import { treeHere, treeOver } from '../src/voting/batch-tree.js';
import { castVote } from '../src/voting/vote.service.js';
import { voteReceipts } from '../src/voting/vote-receipt.service.js';
import { consultationUnder, proposeIn } from './stage/electorate.js';
import { openStage } from './stage/stage.js';
import { strangers } from './stage/voters.js';

const stage = openStage({ CLARION_LOG: 'silent' });

/** So many that they are written in three parts. */
const MANY = 12_000;
const PEOPLE = 40;

/** The nth commitment that waits in a consultation. */
const COMMITMENT = `sha256(convert_to($1::text || ' ' || nth, 'UTF8'))`;

/** Has commitments of forty people wait, as if cast before ten minutes that are over. */
async function haveWait(consultationId: string, count: number): Promise<void> {
  await stage.database.query(
    `INSERT INTO pending_commitment (commitment, consultation_id, pseudonym, since)
     SELECT ${COMMITMENT}, $1::uuid, sha256(int4send(nth % $3)), NULL FROM generate_series(1, $2) AS nth`,
    [consultationId, count, PEOPLE],
  );
}

interface Facts {
  waiting: number;
  batches: number;
  placed: number;
  entries: number;
}

async function factsOf(consultationId: string): Promise<Facts> {
  const [facts] = await stage.database.query<[Facts]>(
    `SELECT (SELECT count(*)::int FROM pending_commitment WHERE consultation_id = $1) AS waiting,
       (SELECT count(*)::int FROM ballot_batch WHERE consultation_id = $1) AS batches,
       (SELECT count(*)::int FROM batched_commitment WHERE consultation_id = $1) AS placed,
       (SELECT count(*)::int FROM record_entry
         WHERE consultation_id = $1 AND kind = 'votes_committed') AS entries`,
    [consultationId],
  );
  return facts;
}

const batchNow = (id: string, signal?: AbortSignal) =>
  stage.database.transaction((tx) => makeBatch(tx, id, { at: new Date(), signal }));

/** Until somebody waits for a lock. */
async function untilOneWaits(): Promise<void> {
  const waiting = 'SELECT FROM pg_locks WHERE NOT granted';
  while ((await stage.database.query(waiting)).length === 0) await pause(5);
}

const listOf = async (id: string): Promise<Buffer[]> => {
  const text = await (await fetch(`${stage.address}/record/votes/${id}/1`)).text();
  return text
    .trimEnd()
    .split('\n')
    .map((line) => Buffer.from(line, 'hex'));
};

/** The longest that nobody else had a turn while something was done, in milliseconds. */
async function longestStall(work: () => Promise<unknown>): Promise<number> {
  let [last, longest] = [performance.now(), 0];
  const note = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  };
  const clock = setInterval(note, 1);
  await work();
  note();
  clearInterval(clock);
  return longest;
}

describe('A batch of thousands of votes', () => {
  test('is one list and one entry, and the tree over it is that of its leaves one by one', async () => {
    const consultation = await consultationUnder(stage);
    await haveWait(consultation, MANY);
    expect(await batchNow(consultation)).toBe(1);
    expect(await factsOf(consultation)).toEqual({
      waiting: 0,
      batches: 1,
      placed: MANY,
      entries: 1,
    });
    const list = await listOf(consultation);
    expect(list).toHaveLength(MANY);
    expect(list).toEqual([...list].sort(Buffer.compare));
    const read = await subtreesOver(await Promise.all(list.map(leafHash)));
    const [{ root }] = await stage.database.query(
      'SELECT root FROM ballot_batch WHERE consultation_id = $1',
      [consultation],
    );
    expect(root).toEqual(Buffer.from(await rootOf(await treeAt(MANY, read))));
  });

  test('has nobody’s vote wait: Asha’s is taken while all of it is written, and not committed', async () => {
    const consultation = await consultationUnder(stage);
    const proposalId = await proposeIn(stage, consultation);
    const [asha] = await strangers(stage, 1);
    await haveWait(consultation, MANY);
    const { vote, making } = await stage.database.transaction(async (other) => {
      // The last that it waits for: everything else is done by then.
      await lockRecord(other);
      const making = batchNow(consultation);
      await untilOneWaits();
      const vote = await asha?.act((acting) => castVote(acting, { proposalId, choice: 'agree' }));
      return { vote, making };
    });
    expect(vote).toMatchObject({ choice: 'agree' });
    expect(await making).toBe(1);
    expect(await factsOf(consultation)).toMatchObject({ waiting: 1, placed: MANY });
  });

  test('that is given up half-way is as if it had not begun, and the next is whole', async () => {
    const consultation = await consultationUnder(stage);
    await haveWait(consultation, MANY);
    const stopping = new AbortController();
    const other = stage.database.createQueryRunner();
    await other.startTransaction();
    // Its second part waits for this one.
    await other.query(
      `INSERT INTO batched_commitment SELECT commitment, consultation_id, 1 FROM pending_commitment
       WHERE consultation_id = $1 ORDER BY commitment LIMIT 1 OFFSET 7000`,
      [consultation],
    );
    const making = makeDueBatches(stage.database, new Date(), stopping.signal);
    await untilOneWaits();
    stopping.abort(new Error('The server stops.'));
    await other.rollbackTransaction();
    await other.release();
    await expect(making).rejects.toThrow();
    expect(await factsOf(consultation)).toEqual({
      waiting: MANY,
      batches: 0,
      placed: 0,
      entries: 0,
    });
    await Promise.all([1, 2].map(() => makeDueBatches(stage.database, new Date())));
    expect(await factsOf(consultation)).toEqual({
      waiting: 0,
      batches: 1,
      placed: MANY,
      entries: 1,
    });
  });

  test('takes nothing that is in a batch already, which waits no more; nor does that make ten people', async () => {
    const consultation = await consultationUnder(stage);
    await haveWait(consultation, 100);
    expect(await batchNow(consultation)).toBe(1);
    // The same again, as somebody makes it who takes a vote back and casts it with the same random bytes.
    await haveWait(consultation, 105);
    expect(await batchNow(consultation)).toBeNull();
    expect(await factsOf(consultation)).toMatchObject({ waiting: 5, batches: 1 });
    await stage.database.query(
      `INSERT INTO pending_commitment (commitment, consultation_id, pseudonym, since)
       SELECT sha256(int4send(nth)), $1, sha256(int4send(nth)), NULL FROM generate_series(1, 10) AS nth`,
      [consultation],
    );
    expect(await batchNow(consultation)).toBe(2);
    expect(await factsOf(consultation)).toEqual({
      waiting: 0,
      batches: 2,
      placed: 115,
      entries: 2,
    });
  });

  test('proves each vote by itself, and reads a few bytes of its list for that', async () => {
    const consultation = await consultationUnder(stage);
    await haveWait(consultation, MANY);
    await batchNow(consultation);
    const { keys, environment } = stage.clarion;
    const name = recordName(environment.publicUrl);
    await makeCheckpoint(stage.database.manager, { keys, name, at: new Date() });
    const list = await listOf(consultation);
    const { root } = treeHere(Buffer.concat(list));
    const asked = [0, 1, 63, 64, 4_095, 8_191, 8_192, MANY - 2, MANY - 1];
    const receipts = await voteReceipts(
      stage.database.manager,
      asked.map((at) => list[at] as Buffer),
    );
    expect(receipts.map(({ index }) => index)).toEqual(asked);
    for (const { commitment, index, count, path } of receipts) {
      const leaf = await leafHash(fromHex(commitment) as Uint8Array);
      const steps = path.map((each) => fromHex(each) as Uint8Array);
      expect(await verifyInclusion(leaf, index, { size: count, root }, steps)).toBe(true);
    }
    const [{ most }] = await stage.database.query(
      `SELECT max(octet_length(subtrees)) AS most FROM ballot_batch WHERE consultation_id = $1`,
      [consultation],
    );
    // A subtree for each 64 votes, and those above them.
    expect(most).toBeLessThan((MANY / 64) * 2 * 32);
  });
});

describe('The tree over 100,000 votes', () => {
  const list = Buffer.alloc(100_000 * 32, 7);

  test('is made while others have their turn; here and at once nobody has', async () => {
    const here = await longestStall(async () => treeHere(list));
    const beside = await longestStall(() => treeOver(list));
    expect(beside).toBeLessThan(here / 2);
    expect((await treeOver(list)).root).toEqual(new Uint8Array(treeHere(list).root));
  });
});
