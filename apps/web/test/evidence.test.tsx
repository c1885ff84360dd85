import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { forgetKeptTexts } from '../src/ui/useKeptText';
import { axeViolations } from './axe';
import { renderPage } from './renderPage';
import { asha, dentistry } from './threadFixture';

type Variables = Record<string, unknown>;

const sha = {
  __typename: 'Body',
  id: 'sha',
  kind: 'socialist_society',
  name: 'Socialist Health Association',
};
const health = { __typename: 'Body', id: 'health', kind: 'policy_commission', name: 'Health' };

const holding = (displayName: string, office: string, body: typeof sha) => ({
  ...asha,
  viewer: {
    ...asha.viewer,
    member: { ...asha.viewer.member, id: displayName, displayName },
    offices: [{ __typename: 'Office', id: `${displayName} ${office}`, office, body }],
  },
});
const ewan = holding('Dr Ewan Leckie', 'policy_officer', sha);
const helen = holding('Helen Adeyemi', 'convenor', health);

const terms = {
  __typename: 'Evidence',
  id: 'terms',
  claim: 'Service terms keep numbers up while they last.',
  detail: 'Six schemes abroad.',
  authorName: 'Dr Ewan Leckie',
  confidence: 'medium',
  confidenceReason: 'six studies',
  costFlag: false,
  legalFlag: true,
  declaredInterest: 'A salaried NHS dentist.',
  mandate: 'Policy committee, nine for.',
  status: 'published',
  createdAt: '2026-05-02T10:00:00.000Z',
  body: sha,
  officer: { __typename: 'Member', id: 'ewan', displayName: 'Dr Ewan Leckie' },
  sources: [{ __typename: 'EvidenceSource', title: 'A review', url: null }],
  contests: [],
  considered: null,
  proposal: null,
  viewerMayReport: true,
  viewerMayModerate: [],
  hidden: null,
  consultation: { __typename: 'Consultation', id: 'dentistry' },
};

const page = (viewerMay: string[] = []) => ({
  consultation: {
    ...dentistry,
    viewerMay,
    evidence: [terms],
    proposals: {
      __typename: 'ProposalConnection',
      edges: [],
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    },
  },
});

// The page is fetched when opened; the first time takes longer than a test waits.
beforeAll(async () => {
  // One after the other: Jest loses modules that two imports link at once.
  await import('../src/pages/EvidencePage');
  await import('../src/ui/MarkdownText');
});

afterEach(() => {
  cleanup();
  forgetKeptTexts();
});

test('Asha reads who says it, how sure they are and what they gain, and can do nothing with it', async () => {
  const { container } = renderPage('/consultations/dentistry/evidence', {
    Shell: asha,
    Evidence: page(),
  });
  await screen.findByRole('heading', { name: 'On the whole paper' });
  for (const said of [
    'Medium: six studies',
    'A salaried NHS dentist.',
    'Policy committee, nine for.',
  ]) {
    expect(screen.getByText(said)).toBeTruthy();
  }
  expect(screen.queryByRole('button', { name: 'Contest it' })).toBeNull();
  expect(screen.getAllByText(/never counted/)).toHaveLength(1);
  expect(await axeViolations(container)).toEqual([]);
});

test('Ewan forgets the source: he is led to it, and what he typed is there after a reload', async () => {
  const refused = {
    giveEvidence: {
      __typename: 'Refusal',
      reason: 'source_required',
      message: 'Evidence needs at least one source.',
      field: 'sources',
    },
  };
  const answers = { Shell: ewan, Evidence: page(['give_evidence']), GiveEvidence: refused };
  renderPage('/consultations/dentistry/evidence?give=1', answers);
  const fields: [RegExp, string][] = [
    [/^What does it say/, 'Lists pay.'],
    [/^The detail/, 'Trials.'],
    [/^What does that rest on/, 'Three trials'],
    [/stand to gain/, 'None'],
    [/^How did the body agree/, 'Executive'],
  ];
  await screen.findByRole('heading', { name: 'Give evidence' });
  for (const [label, text] of fields) {
    await userEvent.click(screen.getByLabelText(label));
    await userEvent.paste(text);
  }
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(await screen.findByText('Evidence needs at least one source.')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText('Title of source 1'));
  cleanup();
  renderPage('/consultations/dentistry/evidence?give=1', answers);
  await screen.findByRole('heading', { name: 'Give evidence' });
  expect(screen.getByLabelText<HTMLTextAreaElement>(/^What does it say/).value).toBe('Lists pay.');
});

test('Helen marks it as considered with a sentence that stands under it', async () => {
  const sent: Variables[] = [];
  const taken = (variables: Variables) => {
    sent.push(variables);
    const considered = {
      __typename: 'EvidenceConsidered',
      sentence: variables['sentence'],
      at: '2026-05-09T10:00:00.000Z',
      body: health,
    };
    return { result: { ...terms, considered } };
  };
  renderPage('/consultations/dentistry/evidence', {
    Shell: helen,
    Evidence: page(),
    ConsiderEvidence: taken,
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Mark as considered' }));
  await userEvent.type(
    screen.getByLabelText('What did the Health commission make of it?'),
    'We start from it.',
  );
  const form = screen.getByLabelText(/What did the Health/).closest('form') as HTMLElement;
  await userEvent.click(within(form).getByRole('button', { name: 'Mark as considered' }));
  expect(await screen.findByText('We start from it.')).toBeTruthy();
  expect(sent).toEqual([{ evidenceId: 'terms', bodyId: 'health', sentence: 'We start from it.' }]);
});
