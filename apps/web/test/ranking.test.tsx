import { afterEach, expect, test } from '@jest/globals';
import { cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { axeViolations } from './axe';
import { type Answers, renderPage } from './renderPage';
import { viewerOf } from './viewerFixture';

// A page's code is fetched when it is opened, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 5_000 });
afterEach(cleanup);

const asha = {
  viewer: viewerOf('Asha Rahman', { clp: null }),
  demo: null,
};

const health = { __typename: 'Body', id: 'health', kind: 'policy_commission', name: 'Health' };

const lens = (id: string, question: string, unavailable: string | null = null) => ({
  __typename: 'Lens',
  id,
  question,
  measure: `What ${id} measures.`,
  available: unavailable === null,
  unavailable,
});

const lenses = [
  lens('support@1', 'How many agree?'),
  lens('common-ground@1', 'Do people who usually differ agree on it?'),
  lens('breadth@1', 'Is it carried across the country?'),
  lens('priorities@1', 'What matters most to people?', 'Ten people must choose first.'),
];

interface Item {
  number: number;
  rank: number | null;
  isTied?: boolean;
  votesNeeded?: number;
  tally?: unknown;
  decisions?: unknown[];
  range?: unknown;
  chosen?: number;
  groups?: unknown[];
  history?: (number | null)[];
  whySteps?: unknown[];
}

const tally = (agree: number, disagree: number, pass: number) => ({
  __typename: 'Tally',
  agree,
  disagree,
  pass,
});

const step = (kind: string, numbers: Record<string, number>) => ({
  __typename: 'WhyStep',
  kind,
  numbers: Object.entries(numbers).map(([name, value]) => ({
    __typename: 'WhyNumber',
    name,
    value,
  })),
});

const ranked = ({ number, rank, isTied = false, ...more }: Item) => ({
  __typename: 'RankedProposalEdge',
  cursor: `c${number}`,
  node: {
    __typename: 'RankedProposal',
    rank,
    isTied,
    votesNeeded: more.votesNeeded ?? 0,
    clpsNeeded: 0,
    tally: 'tally' in more ? more.tally : tally(900 - number, 10, 5),
    chosen: more.chosen ?? null,
    groups: more.groups ?? [],
    range: more.range ?? null,
    history: (more.history ?? []).map((past, at) => ({
      __typename: 'PastRank',
      round: at + 1,
      rank: past,
    })),
    why: [{ __typename: 'WhySentence', title: 'What put it here', text: '899 of 909 agreed.' }],
    whySteps: more.whySteps ?? [step('support', { agree: 899, cautious: 0.97834 })],
    proposal: {
      __typename: 'Proposal',
      id: `p${number}`,
      statement: `Statement number ${number}`,
      decisions: more.decisions ?? [],
    },
  },
});

const three = [
  ranked({ number: 1, rank: 1 }),
  ranked({ number: 2, rank: 2, isTied: true }),
  ranked({ number: 3, rank: 2, isTied: true, tally: null }),
  ranked({ number: 4, rank: null, votesNeeded: 40 }),
];

const files = [{ __typename: 'RoundFile', name: 'votes.csv' }];

const rounds = [
  { __typename: 'Round', id: 'r2', number: 2, publishedAt: '2026-11-16T10:00:00.000Z', files },
  { __typename: 'Round', id: 'r1', number: 1, publishedAt: '2026-10-31T10:00:00.000Z', files: [] },
];

interface Served {
  edges?: unknown[];
  withheld?: unknown;
  viewerMay?: string[];
  officialLens?: string;
}

function dentistry(variables: Record<string, unknown>, served: Served = {}) {
  const asked = String(variables['lens'] ?? 'support@1');
  const round = rounds.find(({ number }) => number === variables['round']) ?? null;
  const edges = served.edges ?? (served.withheld ? [] : three);
  return {
    consultation: {
      __typename: 'Consultation',
      id: 'dentistry',
      title: 'NHS dentistry',
      phase: 'open',
      viewerMay: served.viewerMay ?? [],
      votesUntil: '2026-12-03T23:59:59.000Z',
      hiddenProposals: [],
      answersBy: '2026-12-25',
      convenedBy: health,
      rules: {
        __typename: 'Rules',
        topN: 20,
        officialLens: served.officialLens ?? 'support@1',
        priorityBallotSize: 0,
      },
      answers: { __typename: 'Answers', answered: 0, of: 3, overdueDays: 0 },
      history: [],
      rounds,
      ranking: {
        __typename: 'Ranking',
        isOfficial: asked === 'support@1',
        orderingLens: 'support@1',
        voterCount: 1025,
        ballotCount: 1204,
        rangeNote: 'The range is made by recounts.',
        rankedCount: 3,
        tieBreaker: 'More agrees come first.',
        quorum: 'A proposal needs 100 votes, and votes from at least 8 CLPs.',
        lens: lenses.find(({ id }) => id === asked),
        lenses,
        round,
        withheld: served.withheld ?? null,
        proposals: {
          __typename: 'RankedProposalConnection',
          totalCount: edges.length,
          pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: 'c4' },
          edges,
        },
      },
    },
  };
}

function open(path: string, served: Served = {}, more: Answers = {}) {
  const asked: Record<string, unknown>[] = [];
  const answer = (variables: Record<string, unknown>) => {
    asked.push(variables);
    return dentistry(variables, served);
  };
  return { asked, ...renderPage(path, { Ranking: answer, ...more }) };
}

test('Asha reads the order: places, ties, hidden counts, the quorum line, and nothing wrong for axe', async () => {
  const { container } = open('/consultations/dentistry/ranking?round=2');
  const first = await screen.findByRole('heading', { name: '1st: Statement number 1' });
  expect(first).toBeTruthy();
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
    'What members want on NHS dentistry',
  );
  expect(screen.getByRole('heading', { name: '2nd, equal: Statement number 2' })).toBeTruthy();
  expect(screen.getAllByText('2nd, equal')).toHaveLength(2);
  expect(screen.getByText('You see these counts after you have voted on it.')).toBeTruthy();
  const waiting = screen.getByRole('region', { name: 'Not ranked yet' });
  expect(within(waiting).getByText(/About 40 more votes before this can be ranked/)).toBeTruthy();
  expect(screen.getByText('Round 2, published Monday 16 November')).toBeTruthy();
  expect(await axeViolations(container)).toEqual([]);
});

test('why is this here: the sentences, and the numbers with their names', async () => {
  open('/consultations/dentistry/ranking?round=2');
  await screen.findByRole('heading', { name: '1st: Statement number 1' });
  const [summary] = screen.getAllByText('Why is this here?', { selector: 'summary' });
  if (!summary) throw new Error('Nothing asks why');
  await userEvent.click(summary);
  expect(screen.getAllByText('899 of 909 agreed.').length).toBeGreaterThan(0);
  const [table] = screen.getAllByRole('table', { name: 'The numbers behind it' });
  if (!table) throw new Error('The numbers are not there');
  expect(within(table).getByRole('row', { name: 'Agree 899' })).toBeTruthy();
  expect(within(table).getByRole('row', { name: /Cautious end .* 97\.83%/ })).toBeTruthy();
  const [recount] = screen.getAllByRole('link', { name: /^Recount in this browser ?: Statement/ });
  expect(recount?.getAttribute('href')).toBe(
    '/consultations/dentistry/rounds?recount=2&proposal=p1#recount-2',
  );
});

test('while support stands in for the official question, the page says why and until when', async () => {
  open('/consultations/dentistry/ranking', { officialLens: 'priorities@1' });
  expect(
    await screen.findByText(
      'Ordered by support: the official question, “What matters most to people?”, can be answered once 10 people have chosen what matters most.',
    ),
  ).toBeTruthy();
  expect(screen.getByRole('radio', { name: /How many agree\?.*The official order/ })).toBeTruthy();
});

test('another question and a round stand in the address, and the data of each is at hand', async () => {
  const { asked, router } = open('/consultations/dentistry/ranking');
  await screen.findByRole('heading', { name: '1st: Statement number 1' });
  expect(screen.getByRole('radio', { name: /How many agree\?.*The official order/ })).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Recount in this browser' })).toBeNull();
  await userEvent.click(screen.getByRole('radio', { name: /Is it carried/ }));
  await waitFor(() => expect(router.state.location.search).toBe('?lens=breadth%401'));
  expect(await screen.findByText(/The official order asks “How many agree\?”/)).toBeTruthy();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Counted' }), '2');
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ lens: 'breadth@1', round: 2 }));
  await screen.findByText('Round 2, published Monday 16 November');
  const link = (name: string) => screen.getByRole('link', { name }).getAttribute('href');
  expect(link('Download the data')).toBe('/download/rounds/r2/bundle.zip');
  expect(link('Recount in this browser')).toBe(
    '/consultations/dentistry/rounds?recount=2#recount-2',
  );
  expect(link('All rounds')).toBe('/consultations/dentistry/rounds#round-2');
});

test('a round of before rounds carried their data has its order alone, and nothing to recount', async () => {
  open('/consultations/dentistry/ranking?round=1');
  const download = await screen.findByRole('link', { name: 'Download the data' });
  expect(download.getAttribute('href')).toBe(
    '/download/consultations/dentistry/ranking.csv?lens=support%401&round=1',
  );
  expect(screen.queryByRole('link', { name: /Recount in this browser/ })).toBeNull();
});

test('Ruth goes back and forth through the rounds with the keyboard, and stays where she was', async () => {
  const { router } = open('/consultations/dentistry/ranking');
  const earlier = await screen.findByRole('button', {
    name: /^Earlier ?: Round 2, 16 Nov$/,
  });
  const later = screen.getByRole('button', { name: /^Later ?: there is nothing/ });
  earlier.focus();
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(router.state.location.search).toBe('?round=2'));
  await waitFor(() => expect(earlier.textContent).toBe('Earlier: Round 1, 31 Oct'));
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(router.state.location.search).toBe('?round=1'));
  await userEvent.keyboard('{Enter}');
  expect(router.state.location.search).toBe('?round=1');
  expect(document.activeElement).toBe(earlier);
  await waitFor(() => expect(later.textContent).toBe('Later: Round 2, 16 Nov'));
});

test('a question that cannot be answered yet keeps its place, says why, and can be asked', async () => {
  const { router } = open('/consultations/dentistry/ranking', {
    withheld: {
      __typename: 'Refusal',
      reason: 'lens_not_available',
      message: 'Ten people must choose first.',
    },
  });
  const closed = await screen.findByRole('radio', {
    name: /What matters most.*Cannot be shown now/,
    description: 'Ten people must choose first.',
  });
  await userEvent.click(closed);
  await waitFor(() => expect(router.state.location.search).toBe('?lens=priorities%401'));
  expect(await screen.findByText('This question cannot be answered yet')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'See the official order' }).getAttribute('href')).toBe(
    '/consultations/dentistry/ranking',
  );
});

test('beside each place stands how firm it is, and what became of it over the rounds', async () => {
  const range = {
    __typename: 'RankRange',
    best: 2,
    worst: 4,
    low: 2,
    high: 5,
    sentence: '3rd, between 2nd and 5th',
  };
  open('/consultations/dentistry/ranking', {
    edges: [
      ranked({ number: 1, rank: 3, range, history: [5, 4] }),
      ranked({ number: 2, rank: 4, history: [null, 4] }),
    ],
  });
  await screen.findByText('3rd, between 2nd and 5th');
  const [first, second] = screen
    .getAllByRole('listitem')
    .filter(({ textContent }) => textContent?.includes('Statement number')) as [
    HTMLElement,
    HTMLElement,
  ];
  expect(within(first).getByText('3rd, between 2nd and 5th')).toBeTruthy();
  expect(within(first).getByText('Was 5th in round 1 and 4th in round 2.')).toBeTruthy();
  expect(within(second).getByText('Was not ranked in round 1 and 4th in round 2.')).toBeTruthy();
  // The drawings are for the eye alone.
  expect(within(first).queryByRole('img', { name: /rank|place/i })).toBeNull();
});

test('while no range has been worked out a sentence says so, and what one means is at hand', async () => {
  open('/consultations/dentistry/ranking');
  expect(
    await screen.findByText(/^How firm each place is has not been worked out yet/),
  ).toBeTruthy();
  const meaning = screen.getByText('The range is made by recounts.');
  expect(meaning.closest('details')?.textContent).toMatch(/^How this order is made/);
});

test('common ground shows the votes of each group by its letter, and no group that is too small', async () => {
  const groups = [
    { __typename: 'GroupTally', letter: 'A', tally: tally(88, 6, 6) },
    { __typename: 'GroupTally', letter: 'B', tally: tally(49, 38, 13) },
    { __typename: 'GroupTally', letter: 'C', tally: null },
  ];
  const whySteps = [
    step('group', { group: 0, agree: 88, votes: 100, share: 0.88 }),
    step('group', { group: 1, agree: 49, votes: 100, share: 0.49 }),
    step('common_ground', { groups: 3, mean: 0.6, product: 0.2156, hidden: 1 }),
  ];
  const { container } = open('/consultations/dentistry/ranking?lens=common-ground@1', {
    edges: [ranked({ number: 1, rank: 1, groups, whySteps })],
  });
  const bar = await screen.findByRole('img', { name: '49 agree, 38 disagree, 13 pass' });
  expect(bar.closest('li')?.textContent).toBe('Group B 49% agree');
  expect(screen.getByText(/Fewer than 10 of this group/).closest('li')?.textContent).toMatch(
    /^Group C/,
  );
  expect(
    screen.getByRole('link', { name: 'Who the opinion groups are' }).getAttribute('href'),
  ).toBe('/consultations/dentistry/groups');
  const table = screen.getByRole('table', { name: 'The numbers behind it', hidden: true });
  expect(table.textContent).toContain('Group B: agree49');
  expect(table.textContent).toContain('Groups too small to show');
  expect(await axeViolations(container)).toEqual([]);
});

test('priorities show how many chose it, breadth the regions and CLPs that carry it', async () => {
  const whySteps = [
    step('breadth', {
      regionsCarried: 9,
      regionCount: 11,
      clpsCarried: 132,
      clpsCounted: 141,
      floor: 10,
    }),
  ];
  const edges = [ranked({ number: 1, rank: 1, chosen: 312, whySteps })];
  open('/consultations/dentistry/ranking?lens=priorities@1', { edges });
  expect((await screen.findByText(/^Chosen by/)).textContent).toBe('Chosen by 312 of 1,204');
  expect(screen.getByText(/1,204 people’s choices are counted/)).toBeTruthy();
  cleanup();
  open('/consultations/dentistry/ranking?lens=breadth@1', { edges });
  expect((await screen.findByText(/^More agree in/)).textContent).toBe(
    'More agree in 9 of 11 regions',
  );
  expect(screen.getByText(/^and in/).textContent).toBe(
    'and in 132 of 141 CLPs with 10 or more voters on it',
  );
});

test('before Asha has chosen what matters most that order is withheld, with the way to choose', async () => {
  const withheld = {
    __typename: 'Refusal',
    reason: 'counts_hidden',
    message: 'You see what matters most to others after you have chosen.',
  };
  const viewerMay = ['vote', 'prioritise'];
  open('/consultations/dentistry/ranking?lens=priorities%401', { withheld, viewerMay });
  const link = await screen.findByRole('link', { name: 'Choose what matters most' });
  expect(link.getAttribute('href')).toBe('/consultations/dentistry/priorities');
  expect(screen.queryByRole('link', { name: 'Vote now' })).toBeNull();
  expect(screen.getByText(/after you have chosen/)).toBeTruthy();
  expect(screen.queryByText(/choices are counted/)).toBeNull();
  const round = screen.getByRole('link', { name: 'See round 2, published 16 Nov' });
  expect(round.getAttribute('href')).toBe('/consultations/dentistry/ranking?round=2');
});

test('before Asha has voted the order is withheld, with the way to vote and to the latest round', async () => {
  const withheld = {
    __typename: 'Refusal',
    reason: 'counts_hidden',
    message: 'You see the order and the opinion groups after you have voted on 9 more proposals.',
  };
  open('/consultations/dentistry/ranking', { withheld, viewerMay: ['vote'] }, { Shell: asha });
  expect(await screen.findByText(/voted on 9 more proposals/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Vote now' }).getAttribute('href')).toBe(
    '/consultations/dentistry/vote',
  );
  expect(
    screen.getByRole('link', { name: 'See round 2, published 16 Nov' }).getAttribute('href'),
  ).toBe('/consultations/dentistry/ranking?round=2');
  expect(screen.queryByRole('link', { name: 'Download the data' })).toBeNull();
});

test('an answered proposal carries the answer of the body that stands, not one that was replaced', async () => {
  const decision = (id: string, outcome: string, isSuperseded: boolean) => ({
    __typename: 'Decision',
    id,
    outcome,
    isSuperseded,
    body: health,
  });
  const decisions = [decision('d2', 'accept', false), decision('d1', 'not_take_forward', true)];
  open('/consultations/dentistry/ranking?round=2', {
    edges: [ranked({ number: 1, rank: 1, decisions })],
  });
  const mark = await screen.findByRole('link', { name: /Accepted ?: Health commission/ });
  expect(mark.getAttribute('href')).toBe('/contributions/p1/story');
  expect(screen.queryByText(/Not taken forward/)).toBeNull();
});

test('Helen publishes a round: she reads what will be fixed, and it is sent once', async () => {
  const sent: unknown[] = [];
  const publish = (variables: Record<string, unknown>) => {
    sent.push(variables);
    return { publishRound: { __typename: 'Round', id: variables['id'], number: 3 } };
  };
  const { router } = open(
    '/consultations/dentistry/ranking?round=1',
    { viewerMay: ['publish_round'] },
    { PublishRound: publish },
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Publish round 3' }));
  const dialog = await screen.findByRole('dialog', { name: 'Publish round 3?' });
  expect(within(dialog).getByText(/It cannot be taken back/)).toBeTruthy();
  expect(within(dialog).getByText(/How many agree, disagree and pass/)).toBeTruthy();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Publish round 3' }));
  await waitFor(() => expect(router.state.location.search).toBe('?round=3'));
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({ consultationId: 'dentistry' });
});

/** Helen has said that the third round be published; the answer comes when it is let go. */
async function publishSlowly(answer: object) {
  let finish = () => {};
  const answered = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const publish = async () => {
    await answered;
    return { publishRound: answer };
  };
  const { router } = open(
    '/consultations/dentistry/ranking?round=1',
    { viewerMay: ['publish_round'] },
    { PublishRound: publish },
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Publish round 3' }));
  const dialog = await screen.findByRole('dialog', { name: 'Publish round 3?' });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Publish round 3' }));
  return { router, dialog, finish };
}

test('Helen is told that a large round takes its time, and that she need not wait', async () => {
  const round = { __typename: 'Round', id: 'round-3', number: 3 };
  const { router, dialog, finish } = await publishSlowly(round);
  await within(dialog).findByText(/For \d+ seconds so far/, {}, { timeout: 10_000 });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Do not wait' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  finish();
  await waitFor(() => expect(router.state.location.search).toBe('?round=3'));
});

test('Helen, who did not wait, is told that the round was refused', async () => {
  const message = 'Voting has closed meanwhile.';
  const { dialog, finish } = await publishSlowly({
    __typename: 'Refusal',
    reason: 'phase',
    message,
  });
  await userEvent.click(await within(dialog).findByRole('button', { name: 'Do not wait' }));
  finish();
  expect(await screen.findByText(`Round 3 was not published. ${message}`)).toBeTruthy();
});
