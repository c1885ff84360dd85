import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  type BallotOpening,
  type BallotReceipt,
  commitBallot,
  type Entry,
  entryBytes,
  entryHash,
  inclusionProof,
  leafHash,
  makeReceipt,
  NO_ENTRY,
  type NoteKey,
  publicKeyOf,
  readKey,
  rootOf,
  signCheckpoint,
  subtreesOver,
  toHex,
  treeAt,
  verifyBallotReceipt,
  writeKey,
} from '../src/index.js';
import { problemIn, valueIn } from './found.js';

const SECRET = new Uint8Array(32).fill(7);
const ORIGIN = 'clarion.example.org/record';

const voteOf = (at: number): BallotOpening => ({
  consultation: 'dentists',
  proposal: 'pay-dentists',
  choice: at % 3 === 0 ? 'agree' : 'pass',
  random: new Uint8Array(32).fill(at),
  previous: null,
});

let key: NoteKey;
let receipt: BallotReceipt;

/** An entry about these data, alone in a record, with its receipt. */
async function entered(act: Entry['act']): Promise<string> {
  const entry: Entry = { number: 1, previous: NO_ENTRY, act, commitments: {} };
  const read = await subtreesOver([await entryHash(entry)]);
  const head = { origin: ORIGIN, size: 1, root: await rootOf(await treeAt(1, read)) };
  const checkpoint = await signCheckpoint(head, { name: ORIGIN, secret: SECRET });
  return makeReceipt({ index: 0, proof: [], checkpoint, entry: entryBytes(entry) });
}

/** The batch of thirteen people; Asha's vote is the fifth in it. */
beforeAll(async () => {
  const publicKey = await publicKeyOf(SECRET);
  key = valueIn(await readKey(await writeKey({ name: ORIGIN, use: 'note', publicKey })));
  const commitments = await Promise.all(
    Array.from({ length: 13 }, (_, at) => commitBallot(voteOf(at))),
  );
  const read = await subtreesOver(await Promise.all(commitments.map(leafHash)));
  const root = toHex(await rootOf(await treeAt(13, read)));
  receipt = {
    commitment: commitments[4] as Uint8Array,
    index: 4,
    path: await inclusionProof(4, 13, read),
    proof: await entered({
      kind: 'votes_committed',
      consultationId: 'dentists',
      data: { batch: 2, count: 13, root },
    }),
  };
});

const check = (change: Partial<BallotReceipt> = {}, opening?: BallotOpening) =>
  verifyBallotReceipt({ ...receipt, ...change }, { record: [key] }, opening);

describe('The receipt of a vote', () => {
  test('says that it is in the record, and in which batch', async () => {
    const { batch, receipt: entry } = valueIn(await check());
    expect(batch).toMatchObject({ consultation: 'dentists', batch: 2, count: 13 });
    expect(entry.index).toBe(0);
  });

  test('says which vote it is to whoever has what opens it', async () => {
    expect((await check({}, voteOf(4))).ok).toBe(true);
    const other = { ...voteOf(4), choice: 'disagree' };
    expect(problemIn(await check({}, other))).toBe('The commitment is not to this vote.');
    const elsewhere = { ...voteOf(4), consultation: 'buses' };
    expect(problemIn(await check({}, elsewhere))).toContain('another consultation');
  });

  test('is not that of another vote, another place, another batch or another key', async () => {
    const commitment = await commitBallot(voteOf(5));
    expect(problemIn(await check({ commitment }))).toContain('does not lead');
    expect(problemIn(await check({ index: 5 }))).toContain('does not lead');
    expect(problemIn(await check({ path: receipt.path.slice(1) }))).toContain('does not lead');
    const proof = await entered({ kind: 'sent', aboutId: 'pay-dentists' });
    expect(problemIn(await check({ proof }))).toContain('something else than votes');
    const other = { ...key, publicKey: await publicKeyOf(new Uint8Array(32).fill(8)) };
    expect((await verifyBallotReceipt(receipt, { record: [other] })).ok).toBe(false);
  });
});
