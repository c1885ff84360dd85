import type { BrowserContext } from 'playwright-core';
import { v7 } from 'uuid';

type Who = 'helen' | 'asha' | 'ewan' | 'kofi';

/** What was planted, and the pages that show it. */
export interface Planted {
  consultation: string;
  pages: string[];
}

const DAY_MS = 24 * 60 * 60 * 1000;
const momentIn = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
const dayIn = (days: number) => momentIn(days).slice(0, 10);

/** One mutation as somebody; fails when it is refused. */
async function send(
  by: BrowserContext,
  field: string,
  variables: Record<string, [type: string, value: unknown]>,
): Promise<void> {
  const names = Object.keys(variables);
  const declared = names.map((name) => `$${name}: ${variables[name]?.[0] ?? ''}`).join(', ');
  const given = names.map((name) => `${name}: $${name}`).join(', ');
  const query = `mutation (${declared}) { ${field}(${given}) { __typename ... on Refusal { message } } }`;
  const values = Object.fromEntries(names.map((name) => [name, variables[name]?.[1]]));
  const reply = await by.request.post('/graphql', { data: { query, variables: values } });
  const { data, errors } = (await reply.json()) as {
    data?: Record<string, { __typename: string; message?: string }>;
    errors?: { message: string }[];
  };
  const answer = data?.[field];
  if (errors || !answer || answer.__typename === 'Refusal') {
    throw new Error(`${field}: ${errors?.[0]?.message ?? answer?.message ?? 'no answer'}`);
  }
}

const input = (type: string, value: object) => ({ input: [type, value] as [string, unknown] });

/** All of them in texts of at most so many characters. */
function joined(payloads: readonly string[], most: number): string[] {
  const texts: string[] = [''];
  for (const payload of payloads) {
    const last = texts[texts.length - 1] ?? '';
    const longer = `${last}${payload}\n\n`;
    if (longer.length > most) texts.push(`${payload}\n\n`);
    else texts[texts.length - 1] = longer;
  }
  return texts;
}

/** Runs so many at a time. */
async function each<T>(list: readonly T[], work: (one: T, index: number) => Promise<void>) {
  for (let from = 0; from < list.length; from += 6) {
    await Promise.all(list.slice(from, from + 6).map((one, index) => work(one, from + index)));
  }
}

async function bodyIds(by: BrowserContext): Promise<(name: string) => string> {
  const reply = await by.request.post('/graphql', { data: { query: '{ bodies { id name } }' } });
  const { data } = (await reply.json()) as { data: { bodies: { id: string; name: string }[] } };
  return (name) => {
    const found = data.bodies.find((body) => body.name === name);
    if (!found) throw new Error(`There is no body called ${name}`);
    return found.id;
  };
}

/** Writes the payloads into every text that somebody can write, each into each. */
export async function plant(
  { helen, asha, ewan, kofi }: Record<Who, BrowserContext>,
  payloads: readonly string[],
): Promise<Planted> {
  const bodyOf = await bodyIds(helen);
  const health = bodyOf('Health and Social Care');
  const consultation = v7();
  const paper = (id: string, text: string, whole: string) => ({
    id,
    title: text,
    question: text,
    paper: whole,
    questions: payloads.slice(0, 12),
    commissionIds: [health],
    template: 'local',
    votesUntil: momentIn(20),
    answersBy: dayIn(40),
  });
  const [first = ''] = payloads;
  await send(
    helen,
    'createConsultation',
    input('ConsultationInput!', paper(consultation, first, payloads.join('\n\n'))),
  );
  await send(helen, 'changePhase', {
    consultationId: ['ID!', consultation],
    to: ['Phase!', 'open'],
    reason: ['String', payloads[1]],
  });
  await each(payloads.slice(1), (text) =>
    send(helen, 'createConsultation', input('ConsultationInput!', paper(v7(), text, text))),
  );
  const proposals = payloads.map(() => v7());
  await each(payloads, (text, index) =>
    send(
      asha,
      'propose',
      input('ProposeInput!', {
        id: proposals[index],
        consultationId: consultation,
        statement: text,
        argument: text,
      }),
    ),
  );
  const wholes = joined(payloads, 7_500).map((argument) => ({ id: v7(), argument }));
  await each(wholes, ({ id, argument }) =>
    send(
      asha,
      'propose',
      input('ProposeInput!', { id, consultationId: consultation, statement: first, argument }),
    ),
  );
  const about = wholes[0]?.id ?? '';
  await each(joined(payloads, 3_800), async (body) => {
    const id = v7();
    await send(
      asha,
      'sendComment',
      input('CommentInput!', { id, proposalId: about, stance: 'for', body }),
    );
    await send(asha, 'editComment', {
      id: ['ID!', id],
      stance: ['Stance!', 'against'],
      body: ['Markdown!', `${body} `],
    });
  });
  for (const [index, reason] of joined(payloads, 450).entries()) {
    const words = { statement: payloads[index], argument: payloads[index], reason };
    await send(
      asha,
      'editProposal',
      input('EditProposalInput!', { id: about, version: index + 1, ...words }),
    );
  }
  await plantEvidence({ helen, ewan, kofi }, consultation, payloads, bodyOf);
  await each(proposals, (id, index) => {
    const text = payloads[index];
    return send(
      helen,
      'decide',
      input('DecisionInput!', {
        id: v7(),
        proposalId: id,
        bodyId: health,
        outcome: 'accept',
        reason: text,
        nextStop: text,
        dueOn: dayIn(30),
      }),
    );
  });
  const draft = await plantDraft(helen, consultation, health, payloads);
  // Four names, which stand under all of this.
  const names = payloads.filter((text) => text.length <= 80);
  for (const [index, who] of [helen, asha, ewan, kofi].entries()) {
    await send(who, 'changeDisplayName', { name: ['String!', names[index * 3]] });
  }
  const within = [
    '',
    '/edit',
    '/vote',
    '/proposals',
    '/ranking',
    '/groups',
    '/rounds',
    '/evidence',
    '/review',
  ];
  return {
    consultation,
    pages: [
      '/',
      ...within.map((page) => `/consultations/${consultation}${page}`),
      ...wholes.map(({ id }) => `/proposals/${id}`),
      `/proposals/${about}/versions`,
      ...proposals.slice(0, 8).flatMap((id) => [`/proposals/${id}`, `/contributions/${id}/story`]),
      `/drafts/${draft}`,
      `/drafts/${draft}/edit`,
      `/drafts/${draft}/print`,
      '/drafts',
      '/rankings',
      '/discuss',
      '/mine',
      '/count',
      '/search?text=canary',
    ],
  };
}

async function plantEvidence(
  { helen, ewan, kofi }: Record<'helen' | 'ewan' | 'kofi', BrowserContext>,
  consultation: string,
  payloads: readonly string[],
  bodyOf: (name: string) => string,
): Promise<void> {
  const [sha, sera, health] = [
    bodyOf('Socialist Health Association'),
    bodyOf('SERA'),
    bodyOf('Health and Social Care'),
  ];
  const given = payloads.map(() => v7());
  await each(payloads, async (text, index) => {
    const url = `https://example.org/${encodeURIComponent(text)}"onclick="canary()`;
    const evidence = {
      id: given[index],
      consultationId: consultation,
      bodyId: sha,
      authorName: text,
      claim: text,
      detail: text,
      confidence: 'low',
      confidenceReason: text,
      costFlag: true,
      legalFlag: true,
      declaredInterest: text,
      mandate: text,
      sources: [{ title: text, url }],
    };
    await send(ewan, 'giveEvidence', input('EvidenceInput!', evidence));
  });
  await each(joined(payloads, 3_800), (text, index) =>
    send(kofi, 'contestEvidence', {
      id: ['ID!', v7()],
      evidenceId: ['ID!', given[index]],
      bodyId: ['ID!', sera],
      text: ['Markdown!', text],
    }),
  );
  await each(joined(payloads, 450), (sentence, index) =>
    send(helen, 'considerEvidence', {
      evidenceId: ['ID!', given[index]],
      bodyId: ['ID!', health],
      sentence: ['String!', sentence],
    }),
  );
}

/** A draft with a paragraph for each, published. */
async function plantDraft(
  helen: BrowserContext,
  consultation: string,
  health: string,
  payloads: readonly string[],
): Promise<string> {
  const draft = v7();
  const [title = '', summary = ''] = payloads;
  await send(
    helen,
    'createDraft',
    input('DraftInput!', {
      id: draft,
      title,
      summary,
      consultationId: consultation,
      bodyId: health,
    }),
  );
  const paragraphs = payloads.map((text) => ({
    id: v7(),
    heading: text,
    text,
    sources: [],
    ownReason: text,
  }));
  await send(helen, 'saveDraft', {
    draftId: ['ID!', draft],
    revision: ['Int!', 0],
    title: ['String!', title],
    summary: ['String!', summary],
    paragraphs: ['[ParagraphInput!]!', paragraphs],
  });
  await send(helen, 'publishDraft', { draftId: ['ID!', draft], note: ['String!', title] });
  await send(helen, 'beginNextVersion', { draftId: ['ID!', draft] });
  return draft;
}
