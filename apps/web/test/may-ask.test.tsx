import { afterEach, expect, test } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { renderPage } from './renderPage';
import { viewerOf } from './viewerFixture';

afterEach(cleanup);

/** Somebody as the frame of the site knows them, with one office or none. */
const somebody = (office: string | null, kind = '', lapsedOn: string | null = null) => ({
  demo: null,
  viewer: viewerOf('Somebody', {
    id: 'somebody',
    clp: null,
    lapsedOn,
    offices: office
      ? [
          {
            __typename: 'Office',
            id: 'o1',
            office,
            body: { __typename: 'Body', id: 'b1', kind, name: 'A body' },
          },
        ]
      : [],
  }),
});

const visitor = { demo: null, viewer: null };
const body = { __typename: 'Body', id: 'health', kind: 'policy_commission', name: 'Health' };
const buses = {
  __typename: 'Consultation',
  id: 'c1',
  title: 'Buses after seven',
  viewerMay: ['draft'],
  convenedBy: body,
  commissions: [body],
};
const noDrafts = {
  Drafts: { drafts: [] },
  Draftable: {
    bodies: [],
    consultations: {
      __typename: 'ConsultationConnection',
      edges: [{ __typename: 'ConsultationEdge', cursor: 'c', node: buses }],
    },
  },
};

// The API refuses the request by the same row of the table: `apps/api/test/access.test.ts`.
test.each([
  ['a representative on the forum', somebody('representative', 'national_policy_forum'), true],
  ['a convenor of a commission', somebody('convenor', 'policy_commission'), true],
  ['a policy officer of a CLP', somebody('policy_officer', 'clp'), true],
  ['a policy officer of a society', somebody('policy_officer', 'socialist_society'), false],
  ['a moderator', somebody('moderator', 'nec'), false],
  ['a convenor who lapsed', somebody('convenor', 'policy_commission', '2020-01-01'), false],
  ['a member', somebody(null), false],
  ['a visitor', visitor, false],
])('%s is offered to begin a draft exactly when the table lets them ask', async (_, Shell, may) => {
  renderPage('/drafts', { ...noDrafts, Shell });
  await screen.findByRole('heading', { level: 1 });
  const begin = { name: 'Begin a draft' };
  if (may) expect(await screen.findByRole('button', begin)).toBeTruthy();
  await screen.findByText(/No draft/);
  expect(Boolean(screen.queryByRole('button', begin))).toBe(may);
});
