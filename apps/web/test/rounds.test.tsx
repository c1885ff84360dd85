import { type WrittenRound, zipRound } from '@clarion/exchange/round';
import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { recountBundle } from '../src/features/rounds/recountBundle';
import type { RecountAsk, RecountMessage } from '../src/features/rounds/report';
import { axeViolations } from './axe';
import { type Answers, renderPage } from './renderPage';
import { dentistryRound, proposalId } from './roundFixture';
import { viewerOf } from './viewerFixture';

afterEach(cleanup);

let written: WrittenRound;
beforeAll(async () => {
  written = await dentistryRound();
});

/** What the network gives for the bundle. */
let network: () => Promise<Response>;
const { fetch: usual } = globalThis;
beforeEach(() => {
  network = async () => new Response(Uint8Array.from(zipRound(written.files)));
  globalThis.fetch = () => network();
  globalThis.Worker = WorkerHere as unknown as typeof Worker;
});
afterEach(() => {
  globalThis.fetch = usual;
});

/** jsdom has no workers: this one runs the worker's work beside the page, in the same thread. */
class WorkerHere {
  onmessage: ((event: { data: RecountMessage }) => void) | null = null;
  postMessage(ask: RecountAsk) {
    const say = (data: RecountMessage) => this.onmessage?.({ data });
    void recountBundle(ask, (progress) => say({ kind: 'progress', progress })).then(say);
  }
  terminate() {
    this.onmessage = null;
  }
}

const health = { __typename: 'Body', id: 'health', kind: 'policy_commission', name: 'Health' };
const proposal = (number: number) => ({
  __typename: 'Proposal',
  id: `p${number}`,
  statement: `Statement number ${number}`,
});
const move = (number: number, from: number | null, to: number | null) => ({
  __typename: 'RankMove',
  proposal: proposal(number),
  from,
  to,
});

function roundTwo() {
  const { manifest, manifestSha256 } = written;
  const file = (sealed: boolean) => (listed: (typeof manifest.files)[number]) => ({
    __typename: 'RoundFile',
    ...listed,
    sealed,
  });
  return {
    __typename: 'Round',
    id: 'r2',
    number: 2,
    lens: 'support@1',
    publishedAt: '2026-11-16T10:00:00.000Z',
    voterCount: 240,
    rollSize: 900,
    ballotCount: 0,
    proposalCount: 8,
    rankedCount: 8,
    groupSizes: [231, null],
    manifestSha256,
    key: manifest.key,
    files: [...manifest.files.map(file(false)), ...manifest.sealed.map(file(true))],
    movement: [move(1, 3, 2), move(2, null, 5), move(3, 1, 4)],
  };
}

/** From before rounds carried their data. */
const roundOne = () => ({
  ...roundTwo(),
  id: 'r1',
  number: 1,
  publishedAt: '2026-10-31T10:00:00.000Z',
  rollSize: 0,
  groupSizes: [],
  manifestSha256: '',
  key: '',
  files: [],
  movement: [],
});

function open(
  query = '',
  rounds: unknown[] = [roundTwo(), roundOne()],
  shell: Answers[string] = { viewer: null, demo: null },
  officialLens = 'support@1',
) {
  const lens = { __typename: 'Lens', id: 'support@1', question: 'How many agree?' };
  return renderPage(`/consultations/dentistry/rounds${query}`, {
    Shell: shell,
    Rounds: {
      consultation: {
        __typename: 'Consultation',
        id: 'dentistry',
        title: 'NHS dentistry',
        phase: 'open',
        viewerMay: [],
        votesUntil: '2026-12-03T23:59:59.000Z',
        answersBy: '2026-12-25',
        convenedBy: health,
        rules: { __typename: 'Rules', topN: 20, priorityBallotSize: 0, officialLens },
        answers: { __typename: 'Answers', answered: 0, of: 3, overdueDays: 0 },
        history: [],
        ranking: { __typename: 'Ranking', lenses: [lens] },
        rounds,
      },
    },
  });
}

const card = async (number: number) => {
  const heading = await screen.findByRole('heading', { name: `Round ${number}` });
  const found = heading.closest('li');
  if (!found) throw new Error(`Round ${number} has no card`);
  return within(found);
};

const report = (panel: { getAllByRole: typeof screen.getAllByRole }) =>
  panel.getAllByRole('listitem').map(({ textContent }) => textContent ?? '');

test('each round says what it fixed, what moved most, what it is known by and what its files are', async () => {
  const { container } = open();
  const two = await card(2);
  expect(two.getByText('“How many agree?” (support@1)')).toBeTruthy();
  expect(two.getByText('240 of the 900 who could (26.7%)')).toBeTruthy();
  expect(two.getByText('2, of 231 people, and 1 of fewer than 10')).toBeTruthy();
  // By places moved; out of the order is just below its last.
  expect(
    two.getAllByText(/^(Up from|Down from|New in)/).map(({ textContent }) => textContent),
  ).toEqual(['New in the order, at 5th', 'Down from 1st to 4th', 'Up from 3rd to 2nd']);
  expect(two.getByText(written.manifestSha256)).toBeTruthy();
  expect(two.getByText(/For scrutineers only/)).toBeTruthy();
  const inside = two.getByRole('table', { name: 'In the download', hidden: true });
  expect(within(inside).getByRole('rowheader', { name: /^votes\.csv/, hidden: true })).toBeTruthy();
  expect(two.getByRole('link', { name: /^Download the data/ }).getAttribute('href')).toBe(
    '/download/rounds/r2/bundle.zip',
  );
  const one = await card(1);
  expect(one.getByText(/published before rounds carried their data/)).toBeTruthy();
  expect(one.queryByRole('button', { name: /Recount/ })).toBeNull();
  expect(screen.getByText('npx', { exact: false, selector: 'code' })).toBeTruthy();
  expect(await axeViolations(container)).toEqual([]);
});

test('a round that goes by support says why, and the next, by another question, is not compared with it', async () => {
  const three = { ...roundTwo(), id: 'r3', number: 3, lens: 'common-ground@1' };
  const shell = { viewer: null, demo: null };
  const { container } = open('', [three, roundTwo(), roundOne()], shell, 'common-ground@1');
  const why =
    /^Ordered by support: the official question, .* once two opinion groups are told apart\.$/;
  expect((await card(2)).getByText(why)).toBeTruthy();
  const third = await card(3);
  expect(third.queryByText(why)).toBeNull();
  expect(
    third.getByText(
      'Round 2 was ordered by another question, “How many agree?” (support@1), so places are not compared with it.',
    ),
  ).toBeTruthy();
  expect(third.queryByText(/moved/)).toBeNull();
  expect(await axeViolations(container)).toEqual([]);
});

test('Lowri, a scrutineer, may have the files that are sealed; nobody else is offered them', async () => {
  open();
  const hidden = { name: /^Download the scrutineers’ files/, hidden: true };
  expect((await card(2)).queryByRole('link', hidden)).toBeNull();
  cleanup();
  open('', undefined, {
    viewer: viewerOf('Lowri Bevan', {
      id: 'lowri',
      clp: null,
      offices: [
        {
          __typename: 'Office',
          id: 'o1',
          office: 'scrutineer',
          body: { __typename: 'Body', id: 'nec', kind: 'nec', name: 'NEC' },
        },
      ],
    }),
    demo: null,
  });
  const link = await (await card(2)).findByRole('link', hidden);
  expect(link.getAttribute('href')).toBe('/download/rounds/r2/matrix.zip');
});

test('Ruth recounts a round and reads that every order came out the same', async () => {
  const { container } = open();
  const two = await card(2);
  await userEvent.click(two.getByRole('button', { name: /^Recount ?round 2/ }));
  expect(await two.findByText('Identical')).toBeTruthy();
  const said = report(two);
  expect(said).toContainEqual(
    expect.stringMatching(
      /“How many agree\?” Identical: 8 proposals in the same order under support@1\. Recomputed from votes\.csv/,
    ),
  );
  expect(said).toContainEqual(expect.stringMatching(/^The signature. .* is by the key/));
  expect(said).toContainEqual(expect.stringMatching(/^The key. The key is the one shown here/));
  // What cannot be recounted is not counted as checked.
  const open_ = two.getAllByRole('img', { name: 'Not checked' });
  expect(open_.length).toBeGreaterThan(0);
  expect(await axeViolations(container)).toEqual([]);
});

test('from “why is this here?” the recount begins by itself, and says where that proposal comes out', async () => {
  open(`?recount=2&proposal=${proposalId(0)}#recount-2`);
  const two = await card(2);
  expect(
    await two.findByText(/“Every child should be seen .*” comes out 1st of 8, as published\./),
  ).toBeTruthy();
  await waitFor(() =>
    expect(document.activeElement).toBe(
      two.getByRole('heading', { name: /^Recount in this browser/ }),
    ),
  );
});

test('a recount that an address asks for waits until it is known whose votes this browser kept', async () => {
  let tell: (shell: Record<string, unknown>) => void = () => undefined;
  const shell = new Promise<Record<string, unknown>>((resolve) => {
    tell = resolve;
  });
  open('?recount=2', undefined, () => shell);
  const two = await card(2);
  await two.findByText(/It also looks for the votes that you cast in this browser/);
  // Time for a recount that does not wait to begin.
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(two.queryByText('Identical')).toBeNull();
  expect(two.queryByRole('button', { name: 'Cancel' })).toBeNull();
  tell({ viewer: null, demo: null });
  expect(await two.findByText('Identical')).toBeTruthy();
});

test('one byte changed on the way: the first difference is named with its place', async () => {
  const files = new Map(written.files);
  const csv = new TextDecoder().decode(files.get('votes.csv'));
  const changed = csv.replace(/^1,(.*),agree$/m, '2,$1,agree');
  expect(changed).not.toBe(csv);
  files.set('votes.csv', new TextEncoder().encode(changed));
  network = async () => new Response(Uint8Array.from(zipRound(files)));
  open('?recount=2');
  const two = await card(2);
  expect(await two.findByText('Not as it was published')).toBeTruthy();
  const difference = two.getByRole('alert');
  expect(difference.textContent).toMatch(/\.csv, line \d+: it says .*; it should say /);
  expect(two.getAllByRole('img', { name: 'Wrong' }).length).toBeGreaterThan(0);
});

test('another round’s data, whole and signed, is not taken for this one’s', async () => {
  const other = { ...roundTwo(), manifestSha256: '0'.repeat(64) };
  open('?recount=2', [other]);
  const two = await card(2);
  expect(await two.findByText('Not as it was published')).toBeTruthy();
  expect(two.getByRole('alert').textContent).toMatch(/for this round 0000/);
});

test('an old browser without Ed25519 checks hashes and orders, and says that the signature is unchecked', async () => {
  const { subtle } = globalThis.crypto;
  const importKey = subtle.importKey;
  subtle.importKey = () =>
    Promise.reject(new DOMException('Unrecognized name', 'NotSupportedError'));
  try {
    open('?recount=2');
    const two = await card(2);
    expect(await two.findByText('Identical')).toBeTruthy();
    const signature = report(two).find((text) => text.startsWith('The signature'));
    expect(signature).toMatch(/cannot be checked/);
    expect(report(two)).toContainEqual(expect.stringMatching(/^Their hashes. .*SHA-256/));
  } finally {
    subtle.importKey = importKey;
  }
});

test('without a network, without the data, and without workers it says so and offers the way that is left', async () => {
  network = () => Promise.reject(new TypeError('Failed to fetch'));
  open('?recount=2');
  const two = await card(2);
  expect(await two.findByText('The data could not be fetched')).toBeTruthy();
  network = async () => new Response('gone', { status: 404 });
  await userEvent.click(two.getByRole('button', { name: /^Try again/ }));
  expect(await two.findByText(/It answered with 404/)).toBeTruthy();
  network = async () => new Response('<html>Sign in to the wireless network</html>');
  await userEvent.click(two.getByRole('button', { name: /^Try again/ }));
  expect(await two.findByText('What came is not the data of a round')).toBeTruthy();
  Reflect.deleteProperty(globalThis, 'Worker');
  await userEvent.click(two.getByRole('button', { name: /^Try again/ }));
  expect(await two.findByText('This browser is too old to recount')).toBeTruthy();
});

test('a recount that takes long can be cancelled, and its answer then no longer comes', async () => {
  let arrive: (response: Response) => void = () => undefined;
  network = () => new Promise((resolve) => (arrive = resolve));
  const { router } = open('?recount=2');
  const two = await card(2);
  expect(await two.findByRole('progressbar', { name: 'Fetching the data' })).toBeTruthy();
  await userEvent.click(two.getByRole('button', { name: 'Cancel' }));
  expect(two.queryByRole('progressbar')).toBeNull();
  expect(router.state.location.search).toBe('');
  arrive(new Response(Uint8Array.from(zipRound(written.files))));
  await new Promise((later) => setTimeout(later, 200));
  expect(two.queryByText('Identical')).toBeNull();
  expect(two.getByRole('button', { name: /^Recount ?round 2/ })).toBeTruthy();
});
