import { verifyKeptVotes } from '@clarion/exchange/record';
import {
  commitBallot,
  type Entry,
  entryBytes,
  entryHash,
  fromHex,
  inclusionProof,
  leafHash,
  makeReceipt,
  NO_ENTRY,
  publicKeyOf,
  rootOf,
  signCheckpoint,
  subtreesOver,
  toHex,
  treeAt,
  writeKey,
} from '@clarion/record';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { type KeptVote, openKeptVotes } from '../src/features/record/keptVotes';
import { openVoteReceipts } from '../src/features/record/voteReceipts';
import { axeViolations } from './axe';
import { type Answers, renderPage } from './renderPage';
import { viewerOf } from './viewerFixture';

const ORIGIN = 'clarion.example.org/record';
const SECRET = new Uint8Array(32).fill(7);
const bytes = (hex: string) => fromHex(hex) as Uint8Array;

const shell = {
  viewer: viewerOf('Asha Rahman', { interests: ['health'] }),
  demo: null,
};
const nothing = { sent: [], changedSinceVote: [], answersToJudge: [], voted: [] };
const mine = { mine: { __typename: 'Mine', ...nothing, reports: [], moderated: [] } };

/** A vote as Asha’s browser keeps it. */
async function keptVote(at: number, choice: string): Promise<KeptVote> {
  const random = new Uint8Array(32).fill(at);
  const vote = { consultation: 'dentistry', proposal: `p${at}`, choice, random, previous: null };
  return {
    consultationId: 'dentistry',
    proposalId: `p${at}`,
    choice,
    random: toHex(random),
    previous: null,
    commitment: toHex(await commitBallot(vote)),
    statement: `Statement ${at}`,
    isLast: true,
  };
}

/** Batch 1 of these votes and of ten strangers’, in a record with nothing else: a receipt for each. */
async function receiptsOf(votes: readonly KeptVote[]) {
  const own = votes.map(({ commitment }) => bytes(commitment));
  const others = Array.from({ length: 10 }, (_, at) => new Uint8Array(32).fill(100 + at));
  const list = [...own, ...others];
  const read = await subtreesOver(await Promise.all(list.map(leafHash)));
  const root = toHex(await rootOf(await treeAt(list.length, read)));
  const data = { batch: 1, count: list.length, root };
  const act = { kind: 'votes_committed', consultationId: 'dentistry', data };
  const entry: Entry = { number: 1, previous: NO_ENTRY, act, commitments: {} };
  const tree = await treeAt(1, await subtreesOver([await entryHash(entry)]));
  const head = { origin: ORIGIN, size: 1, root: await rootOf(tree) };
  const checkpoint = await signCheckpoint(head, { name: ORIGIN, secret: SECRET });
  const proof = makeReceipt({ index: 0, proof: [], checkpoint, entry: entryBytes(entry) });
  const publicKey = await publicKeyOf(SECRET);
  const key = await writeKey({ name: ORIGIN, use: 'note', publicKey });
  return Promise.all(
    votes.map(async ({ commitment, consultationId }, index) => ({
      __typename: 'VoteReceipt',
      commitment,
      consultationId,
      batch: 1,
      index,
      path: (await inclusionProof(index, list.length, read)).map(toHex),
      proof,
      key,
    })),
  );
}
type Given = Awaited<ReturnType<typeof receiptsOf>>;

/** The last batch of the consultation, in a record that is signed over so many entries. */
const lastBatch = (batch: number, size: number) => ({
  record: { __typename: 'Record', checkpoint: { __typename: 'RecordCheckpoint', size } },
  recordEntries: {
    __typename: 'RecordEntryConnection',
    edges: [
      {
        __typename: 'RecordEntryEdge',
        node: {
          __typename: 'RecordEntry',
          number: batch,
          json: JSON.stringify({ act: { data: { batch } } }),
        },
      },
    ],
  },
});

/** Asha opens Mine, with what her browser kept; the server has these receipts. */
function openMine(votes: readonly KeptVote[], given: Given, more: Answers = {}) {
  localStorage.setItem('clarion:own-votes:asha', JSON.stringify(votes));
  return renderPage('/mine', {
    Shell: shell,
    Mine: mine,
    LastBatches: lastBatch(1, 1),
    VoteReceipts: ({ commitments }) => ({
      voteReceipts: given.filter(({ commitment }) =>
        (commitments as string[]).includes(commitment),
      ),
    }),
    ...more,
  });
}

/** What was saved last. */
let saved: Blob | null = null;
const savedText = () =>
  new Promise<string>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(saved ?? new Blob());
  });

beforeEach(() => {
  localStorage.clear();
  URL.createObjectURL = (blob) => {
    saved = blob as Blob;
    return 'blob:none';
  };
  URL.revokeObjectURL = () => undefined;
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
});
afterEach(() => {
  cleanup();
  jest.restoreAllMocks();
  // As signing out does: the next test is somebody’s first visit.
  openKeptVotes(null);
  openVoteReceipts(null);
});

describe('Asha’s votes', () => {
  test('are in the record or wait, and each receipt is checked here', async () => {
    const votes = await Promise.all([1, 2, 3].map((at) => keptVote(at, 'agree')));
    const { container } = openMine(votes, await receiptsOf(votes.slice(0, 2)));
    await screen.findByText(
      /2 in the record, 1 waiting: votes enter it together, those of at least ten people\./,
    );
    await userEvent.click(screen.getByText('Each of them'));
    expect(screen.getAllByText('In the record, checked in this browser, batch 1')).toHaveLength(2);
    expect(screen.getByText('Waiting for the votes of at least ten people')).toBeTruthy();
    expect(screen.queryByText(/not in the record as you cast it/)).toBeNull();
    expect(await axeViolations(container)).toEqual([]);
  });

  test('are kept as a file that says what they are only where she wants it to', async () => {
    const votes = await Promise.all([1, 2].map((at) => keptVote(at, 'pass')));
    openMine(votes, await receiptsOf(votes));
    await userEvent.click(await screen.findByRole('button', { name: 'Keep all 2 receipts' }));
    const closed = await verifyKeptVotes(await savedText());
    expect(closed).toMatchObject({ ok: true, votes: [{ vote: null }, { vote: null }] });
    expect(await savedText()).not.toContain(votes[0]?.random);
    await userEvent.click(screen.getByText('Each of them'));
    await userEvent.click(screen.getByLabelText(/^Keep receipts with what opens them/));
    const one = screen.getByRole('button', { name: /Keep the receipt of my vote on Statement 1/ });
    await userEvent.click(one);
    const open = await verifyKeptVotes(await savedText());
    expect(open).toMatchObject({ ok: true, votes: [{ vote: { proposal: 'p1', choice: 'pass' } }] });
  });

  test('are said in red not to be there as she cast them, when the receipt is of another vote', async () => {
    const [vote, other] = await Promise.all([keptVote(1, 'agree'), keptVote(1, 'pass')]);
    const [receipt] = await receiptsOf([other]);
    const wrong = { ...receipt, commitment: vote?.commitment } as Given[number];
    openMine([vote], [wrong]);
    await screen.findByText('1 vote of yours is not in the record as you cast it');
  });

  test('and when two batches passed one over, but not after one', async () => {
    const vote = await keptVote(1, 'agree');
    let last = 4;
    openMine([vote], [], { LastBatches: () => lastBatch(last, last) });
    const ask = await screen.findByRole('button', { name: /Ask for receipts/ });
    const passed = () => screen.queryByText(/not in the record as you cast it/);
    last = 5;
    await userEvent.click(ask);
    await screen.findByRole('button', { name: /Ask for receipts/ });
    expect(passed()).toBeNull();
    last = 6;
    await userEvent.click(screen.getByRole('button', { name: /Ask for receipts/ }));
    await screen.findByText('1 vote of yours is not in the record as you cast it');
  });
});
