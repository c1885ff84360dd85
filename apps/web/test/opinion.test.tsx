import { afterEach, expect, test } from '@jest/globals';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { axeViolations } from './axe';
import { type Answers, renderPage } from './renderPage';
import { viewerOf } from './viewerFixture';

afterEach(cleanup);

const asha = {
  viewer: viewerOf('Asha Rahman', { clp: null }),
  demo: null,
};

type Counts = readonly [agree: number, disagree: number, pass: number];

const tally = ([agree, disagree, pass]: Counts) => ({ __typename: 'Tally', agree, disagree, pass });

/** How groups A, B and C voted; none where fewer than ten of a group did. */
const votes: Record<string, readonly (Counts | null)[]> = {
  lists: [[160, 10, 30], [40, 90, 30], null],
  fluoride: [
    [150, 40, 10],
    [120, 20, 20],
    [18, 72, 10],
  ],
  checkups: [
    [200, 6, 4],
    [160, 4, 6],
    [90, 5, 5],
  ],
};

const statement = (id: string) => ({
  __typename: 'OpinionStatement',
  tally: tally([450, 50, 20]),
  proposal: { __typename: 'Proposal', id, statement: `The statement on ${id}`, commentCount: 0 },
  groups: (votes[id] ?? []).map((counts, at) => ({
    __typename: 'GroupTally',
    letter: 'ABC'.charAt(at),
    tally: counts && tally(counts),
  })),
});

const mark = (id: string, side: string) => ({
  __typename: 'GroupMark',
  side,
  statement: statement(id),
});

const shape = (x: number, y: number) => ({
  __typename: 'GroupShape',
  x,
  y,
  xx: 0.36,
  xy: 0.1,
  yy: 0.64,
});

const group = (letter: string, people: number | null, more: Record<string, unknown> = {}) => ({
  __typename: 'OpinionGroup',
  letter,
  people,
  share: null,
  marks: [],
  shape: null,
  ...more,
});

const comment = (id: string, name: string, body: string) => ({
  __typename: 'Comment',
  id,
  body,
  goodPoints: 4,
  author: { __typename: 'Author', name, clpName: 'Leeds North CLP' },
});

const three = [
  group('A', 214, { share: 0.45, marks: [mark('lists', 'agree')], shape: shape(-1.4, 0.3) }),
  group('B', 166, { share: 0.35, marks: [mark('lists', 'disagree')], shape: shape(1.2, 0.8) }),
  group('C', 95, { share: 0.2, marks: [mark('fluoride', 'disagree')], shape: shape(0.5, -1.3) }),
];

const ownPlace = (letter: string | null, votesNeeded = 0) => ({
  __typename: 'OwnPlace',
  letter,
  x: 1,
  y: 1,
  votesNeeded,
});

const found = {
  __typename: 'Opinion',
  foundAt: '2026-11-16T21:14:00.000Z',
  people: 475,
  voterCount: 612,
  voteCount: 7423,
  groups: three,
  shared: [mark('checkups', 'agree')],
  dividing: [
    {
      __typename: 'DividingStatement',
      towards: 'A',
      against: 'B',
      statement: statement('lists'),
      bestFor: comment('c1', 'Asha Rahman', 'Prevention is worth paying for.'),
      bestAgainst: comment('c2', 'Tom Whitfield', 'A list is easy to hold.'),
    },
    {
      __typename: 'DividingStatement',
      towards: 'B',
      against: 'C',
      statement: statement('fluoride'),
      bestFor: null,
      bestAgainst: null,
    },
  ],
  mine: null as unknown,
  leftOut: 0,
  progress: null as unknown,
  withheld: null as unknown,
};

const nothing = { ...found, people: 0, groups: [], shared: [], dividing: [] };

function dentistry(opinion: object, viewerMay: string[] = ['vote']) {
  return {
    consultation: {
      __typename: 'Consultation',
      id: 'dentistry',
      title: 'NHS dentistry',
      phase: 'open',
      viewerMay,
      votesUntil: '2026-12-03T23:59:59.000Z',
      answersBy: '2026-12-25',
      convenedBy: {
        __typename: 'Body',
        id: 'health',
        kind: 'policy_commission',
        name: 'Health',
      },
      rules: { __typename: 'Rules', topN: 20 },
      answers: { __typename: 'Answers', answered: 0, of: 3, overdueDays: 0 },
      history: [],
      opinion,
    },
  };
}

const ADDRESS = '/consultations/dentistry/groups';

const open = (opinion: object, more: Answers = {}) =>
  renderPage(ADDRESS, { Opinion: dentistry(opinion), ...more });

const region = async (name: string) => within(await screen.findByRole('region', { name }));

test('Asha reads which groups there are, how large, and from what they were found', async () => {
  const { container } = open(found);
  const heading = await screen.findByRole('heading', { name: 'Three groups who vote alike' });
  expect(heading.tagName).toBe('H1');
  expect(document.title).toBe('Opinion groups: NHS dentistry – Clarion');
  expect(screen.getByText(/from nothing else: not names, places or words/)).toBeTruthy();
  expect(screen.getByText(/from 7,423 votes by 612 people/).textContent).toBe(
    'Found on Monday 16 November, 9.14pm, from 7,423 votes by 612 people. 475 of them had voted on enough statements to be placed. Counts in groups change only ten people at a time, so they may be a few votes behind.',
  );
  const a = within(screen.getByRole('article', { name: 'Group A' }));
  expect(a.getByText('About 2 in 5, 214 people.')).toBeTruthy();
  expect(await axeViolations(container)).toEqual([]);
});

test('what marks a group: its own bar first, the others beside it, each with a letter', async () => {
  open(found);
  const b = within(await screen.findByRole('article', { name: 'Group B' }));
  expect(b.getByText('Disagrees')).toBeTruthy();
  expect(b.getByRole('link', { name: 'The statement on lists' }).getAttribute('href')).toBe(
    '/proposals/lists',
  );
  const rows = b.getAllByRole('listitem').slice(1);
  expect(rows.map((row) => row.textContent)).toEqual([
    'Group B 56% disagree 25% agree 19% passof 160 votes',
    'Group A 5% disagree',
    'Group CNot shown: too few of the group voted on it.',
  ]);
  const [own] = b.getAllByRole('img');
  expect(own?.getAttribute('aria-label')).toBe('40 agree, 90 disagree, 30 pass');
});

test('a group of fewer than ten people is neither broken down nor drawn', async () => {
  open({ ...found, groups: [...three.slice(0, 2), group('C', null)] });
  expect(
    await screen.findByText(/Group C: fewer than 10 people, so it is not broken/),
  ).toBeTruthy();
  expect(screen.queryByRole('article', { name: 'Group C' })).toBeNull();
  const map = await region('The map');
  expect(map.getByRole('img', { name: 'Map of the groups A, B' })).toBeTruthy();
  expect(map.getByText(/Group C is too small to be drawn/)).toBeTruthy();
});

test('where only one group is large enough there is no map, and the small ones are named together', async () => {
  const small = ['B', 'C'].map((letter) => group(letter, null));
  open({ ...found, groups: [...three.slice(0, 1), ...small] });
  expect(
    await screen.findByText(/Groups B and C are not broken down: fewer than 10 people/),
  ).toBeTruthy();
  const map = await region('The map');
  expect(map.queryByRole('img')).toBeNull();
  expect(map.getByText(/It takes two groups of at least ten people/)).toBeTruthy();
});

test('what all share is said by the group that shares it least', async () => {
  open(found);
  const shared = await region('What all three share');
  expect(shared.getByText('At least 90% of each group agree.')).toBeTruthy();
});

test('what divides: both bars, and the best of each side with its author and its thread', async () => {
  open(found);
  const dividing = await region('What divides most');
  expect(dividing.getByText('Group A leans most towards it, group B most against.')).toBeTruthy();
  expect(dividing.getByText('Prevention is worth paying for.')).toBeTruthy();
  expect(dividing.getByText(/Tom Whitfield, Leeds North CLP/)).toBeTruthy();
  expect(
    dividing.getByRole('link', { name: 'Read the replies to Tom Whitfield' }).getAttribute('href'),
  ).toBe('/proposals/lists?comment=c2');
  expect(
    dividing.getByRole('link', { name: /Nobody has argued about it yet/ }).getAttribute('href'),
  ).toBe('/proposals/fluoride');
});

test('her own place is on the map for Asha, who may know it, and nobody else is', async () => {
  const { container } = open({ ...found, mine: ownPlace('B') }, { Shell: asha });
  expect(await screen.findByText('You vote most like group B.')).toBeTruthy();
  expect(screen.getByText('Nobody else can see this.')).toBeTruthy();
  const map = await region('The map');
  const drawing = map.getByRole('img', { name: 'Map of the groups A, B, C' });
  expect(within(drawing).getByText('You')).toBeTruthy();
  expect(drawing.querySelectorAll('ellipse')).toHaveLength(3);
  expect(drawing.querySelectorAll('circle:not(pattern *)')).toHaveLength(0);
  expect(await axeViolations(container)).toEqual([]);
});

test('somebody who is not signed in has no place, and reads that they could', async () => {
  open(found);
  const map = await region('The map');
  expect(map.queryByText('You')).toBeNull();
  expect(screen.getByText(/to see which group you vote most like/)).toBeTruthy();
});

test('with too few votes Asha reads how many are missing, and where to cast them', async () => {
  open({ ...found, mine: ownPlace(null, 3) }, { Shell: asha });
  expect(await screen.findByText(/3 more votes, and you see which group/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Vote now' }).getAttribute('href')).toBe(
    '/consultations/dentistry/vote',
  );
  expect((await region('The map')).queryByText('You')).toBeNull();
});

test('after voting has closed Asha is not told to vote', async () => {
  renderPage(ADDRESS, {
    Shell: asha,
    Opinion: dentistry({ ...found, mine: ownPlace(null, 3) }, []),
  });
  expect(await screen.findByText(/too few statements to be compared: 3 votes are/)).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Vote now' })).toBeNull();
});

test('the map says what it does not mean, and is a table of numbers as well', async () => {
  open(found);
  const map = await region('The map');
  expect(map.getByText(/Size and area mean nothing/).textContent).toBe(
    'Near means votes alike. Size and area mean nothing, and neither do left, right, up or down.',
  );
  const table = within(map.getByRole('table', { hidden: true }));
  expect(
    table.getByRole('row', { name: 'Group A 214 -1.40 0.30 1.00', hidden: true }),
  ).toBeTruthy();
});

test('before Asha has voted on ten statements there are no groups to see, and a way to vote', async () => {
  const withheld = {
    __typename: 'Refusal',
    reason: 'counts_hidden',
    message: 'You see the order and the opinion groups after you have voted on 9 more proposals.',
  };
  open({ ...nothing, foundAt: null, withheld }, { Shell: asha });
  expect(await screen.findByText(/voted on 9 more proposals/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Vote now' }).getAttribute('href')).toBe(
    '/consultations/dentistry/vote',
  );
  expect(screen.queryByRole('article')).toBeNull();
});

test('statements that Asha has not voted on are left out, and she is told', async () => {
  open({ ...found, leftOut: 3 }, { Shell: asha });
  expect(await screen.findByText('3 statements are left out here')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Vote on them' })).toBeTruthy();
});

test('where nobody has looked yet, or nobody differs, that is said', async () => {
  open({ ...nothing, foundAt: null, voterCount: 34 });
  expect(await screen.findByText('No groups have been found yet')).toBeTruthy();
  expect(screen.getByText(/34 people have voted so far/)).toBeTruthy();
  cleanup();
  open({ ...nothing, people: 40, groups: [group('A', 40, { share: 1 })] });
  expect(await screen.findByText('No groups can be told apart')).toBeTruthy();
  expect(screen.queryByRole('article')).toBeNull();
});

const searching = (failed: boolean) => ({
  __typename: 'OpinionProgress',
  step: 'reading the votes',
  done: 40,
  total: 100,
  startedAt: '2026-11-17T09:00:00.000Z',
  failed,
});

test('while groups are found anew the last ones stay, and the new ones come by themselves', async () => {
  const answers = [
    { ...found, progress: searching(false) },
    { ...found, groups: three.slice(0, 2) },
  ];
  const answer = () => dentistry((answers.length > 1 ? answers.shift() : answers[0]) ?? found);
  renderPage(ADDRESS, { Opinion: answer });
  expect(await screen.findByText(/being found anew: reading the votes/)).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'Three groups who vote alike' })).toBeTruthy();
  expect(screen.getByRole('progressbar').getAttribute('value')).toBe('40');
  expect(await screen.findByRole('heading', { name: 'Two groups who vote alike' })).toBeTruthy();
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
});

test('a search that failed is owned up to, and the last good result stays', async () => {
  open({ ...found, progress: searching(true) });
  expect(await screen.findByText('The last search for groups did not finish')).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'Three groups who vote alike' })).toBeTruthy();
});
