import { afterEach, expect, test } from '@jest/globals';
import { cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { axeViolations } from './axe';
import { type Answers, renderPage } from './renderPage';

// A page's code is fetched when it is opened, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 5_000 });
afterEach(cleanup);

const asha = {
  viewer: {
    __typename: 'Viewer',
    standing: 'member',
    isRepresentative: false,
    interests: [],
    member: { __typename: 'Member', id: 'asha', displayName: 'Asha Rahman', clp: null },
    offices: [],
  },
  demo: null,
};

const health = { __typename: 'Body', id: 'health', kind: 'policy_commission', name: 'Health' };

const lens = (id: string, question: string, available = true) => ({
  __typename: 'Lens',
  id,
  question,
  measure: `What ${id} measures.`,
  available,
});

const lenses = [
  lens('support@1', 'How many agree?'),
  lens('common-ground@1', 'Do people who usually differ agree on it?', false),
  lens('breadth@1', 'Is it carried across the country?'),
  lens('priorities@1', 'What matters most to people?', false),
];

interface Item {
  number: number;
  rank: number | null;
  isTied?: boolean;
  votesNeeded?: number;
  tally?: unknown;
  decisions?: unknown[];
}

const ranked = ({ number, rank, isTied = false, ...more }: Item) => ({
  __typename: 'RankedProposalEdge',
  cursor: `c${number}`,
  node: {
    __typename: 'RankedProposal',
    rank,
    isTied,
    votesNeeded: more.votesNeeded ?? 0,
    clpsNeeded: 0,
    tally:
      'tally' in more
        ? more.tally
        : { __typename: 'Tally', agree: 900 - number, disagree: 10, pass: 5 },
    why: [{ __typename: 'WhySentence', title: 'What put it here', text: '899 of 909 agreed.' }],
    whySteps: [
      {
        __typename: 'WhyStep',
        kind: 'support',
        numbers: [
          { __typename: 'WhyNumber', name: 'agree', value: 899 },
          { __typename: 'WhyNumber', name: 'cautious', value: 0.97834 },
        ],
      },
    ],
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

const rounds = [
  { __typename: 'Round', id: 'r2', number: 2, publishedAt: '2026-11-16T10:00:00.000Z' },
  { __typename: 'Round', id: 'r1', number: 1, publishedAt: '2026-10-31T10:00:00.000Z' },
];

interface Served {
  edges?: unknown[];
  withheld?: unknown;
  viewerMay?: string[];
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
      answersBy: '2026-12-25',
      convenedBy: health,
      rules: { __typename: 'Rules', topN: 20, officialLens: 'support@1' },
      answers: { __typename: 'Answers', answered: 0, of: 3, overdueDays: 0 },
      history: [],
      rounds,
      ranking: {
        __typename: 'Ranking',
        isOfficial: asked === 'support@1',
        voterCount: 1025,
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
});

test('another question and a round stand in the address; those to come cannot be chosen', async () => {
  const { asked, router } = open('/consultations/dentistry/ranking');
  await screen.findByRole('heading', { name: '1st: Statement number 1' });
  const coming = screen.getByRole('radio', { name: /What matters most/ });
  expect((coming as HTMLInputElement).disabled).toBe(true);
  expect(screen.getByRole('radio', { name: /How many agree\?.*The official order/ })).toBeTruthy();
  await userEvent.click(screen.getByRole('radio', { name: /Is it carried/ }));
  await waitFor(() => expect(router.state.location.search).toBe('?lens=breadth%401'));
  expect(await screen.findByText(/The official order asks “How many agree\?”/)).toBeTruthy();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Counted' }), '1');
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ lens: 'breadth@1', round: 1 }));
  const download = await screen.findByRole('link', { name: 'Download the data' });
  expect(download.getAttribute('href')).toBe(
    '/download/consultations/dentistry/ranking.csv?lens=breadth%401&round=1',
  );
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
