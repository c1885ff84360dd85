import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { decide } from '../src/decisions/decision.service.js';
import { bodyId } from '../src/demo/ids.js';
import { dayFrom } from '../src/demo/roll.js';
import { publishDraft } from '../src/drafts/draft-version.service.js';
import type { ParagraphInput } from '../src/graphql/generated.js';
import { act } from './stage/acting.js';
import {
  castForty8,
  commentAs,
  daysAgo,
  giveEvidenceAs,
  openConsultation,
  proposeAs,
  publishRoundAs,
} from './stage/in-the-past.js';
import { openStage } from './stage/stage.js';

const stage = openStage();

const DRAFT = `id title revision viewerMayEdit sourcedCount ownCount mine
  version { number status note publishedBy { displayName } }
  versions { number status }
  paragraphs { id number heading text ownReason sources { id label note item { __typename
    ... on Proposal { statement author { name } } ... on Comment { words: body createdAt }
    ... on Evidence { claim body { name } } ... on Decision { outcome decidedAt } } } }
  adoption { meeting for against abstained body { name } }
  consultation { title commissions { name } }`;
const RESULT = `{ ... on Draft { ${DRAFT} } ... on Refusal { reason message field } }`;
const READ = `query ($id: ID!, $version: Int) { draft(id: $id, version: $version) { ${DRAFT} } }`;
const CREATE = `mutation ($input: DraftInput!) { createDraft(input: $input) ${RESULT} }`;
const SAVE = `mutation ($id: ID!, $revision: Int!, $paragraphs: [ParagraphInput!]!) {
  saveDraft(draftId: $id, revision: $revision, title: "Care close to home", summary: "Teeth first.",
    paragraphs: $paragraphs) ${RESULT} }`;
const PUBLISH = `mutation ($id: ID!, $note: String!) { publishDraft(draftId: $id, note: $note) ${RESULT} }`;
const NEXT = `mutation ($id: ID!) { beginNextVersion(draftId: $id) ${RESULT} }`;
const ADOPT = `mutation ($input: AdoptionInput!) { adoptDraft(input: $input) ${RESULT} }`;
const CHECK = `query ($id: ID!) { draft(id: $id) { publishCheck {
  mayPublish unsourced empty unanswered { id } sentences } } }`;

const newDraft = (consultationId: string) => ({
  id: randomUUID(),
  title: 'Care close to home',
  summary: 'Teeth first.',
  consultationId,
  bodyId: bodyId('npf'),
});

const paragraph = (text: string, rest: Partial<ParagraphInput> = {}): ParagraphInput => ({
  id: randomUUID(),
  text,
  sources: [],
  ...rest,
});

/** A consultation with two ranked proposals, a comment, evidence and an answer to the first. */
async function furnish() {
  const consultation = await openConsultation(stage);
  const chairs = await proposeAs(stage, 'asha', consultation);
  const towns = await proposeAs(stage, 'tom', consultation, {
    statement: 'Publish how many were turned away, town by town.',
  });
  const comment = await commentAs(stage, 'sunita', chairs);
  const evidence = await giveEvidenceAs(stage, 'ewan', 'sha', consultation);
  await castForty8(stage, consultation, { [chairs]: 44, [towns]: 30 });
  await publishRoundAs(stage, 'helen', consultation);
  const decision = randomUUID();
  await act(stage, 'helen', new Date('2026-05-06T11:00:00Z'), (acting) =>
    decide(acting, {
      id: decision,
      proposalId: chairs,
      bodyId: bodyId('health'),
      outcome: 'accept_in_part',
      reason: 'Not every centre has a plumbed room.',
      nextStop: 'NPF drafting group',
      dueOn: dayFrom(new Date(), 20),
    }),
  );
  return { consultation, chairs, towns, comment, evidence, decision };
}

/** The same with a draft, its working version saved with these paragraphs. */
async function draftWith(
  paragraphs: (them: Awaited<ReturnType<typeof furnish>>) => ParagraphInput[],
) {
  const them = await furnish();
  const faisal = await stage.as('faisal');
  const input = newDraft(them.consultation);
  await faisal.ask(CREATE, { input });
  const written = paragraphs(them);
  const { saveDraft } = await faisal.ask(SAVE, { id: input.id, revision: 0, paragraphs: written });
  expect(saveDraft.reason).toBeUndefined();
  return { ...them, faisal, id: input.id, written };
}

const cite = (source: Record<string, string>, note?: string) => ({
  id: randomUUID(),
  ...source,
  note,
});

describe('writing a draft', () => {
  test('Faisal cites a proposal, a comment, evidence and an answer, each with its label', async () => {
    const { faisal, id } = await draftWith(({ chairs, comment, evidence, decision, towns }) => [
      paragraph('We will open chairs.', {
        heading: 'A dentist when you need one',
        sources: [
          cite({ proposalId: chairs }, 'Every centre became forty towns.'),
          cite({ evidenceId: evidence }),
          cite({ decisionId: decision }),
          cite({ commentId: comment }),
        ],
      }),
      paragraph('The board will answer for it.', { ownReason: 'Nobody had proposed who.' }),
      paragraph('Figures will be published.', { sources: [cite({ proposalId: towns })] }),
    ]);
    const { draft } = await faisal.ask(READ, { id });
    expect(draft.paragraphs.map(({ number }: { number: string }) => number)).toEqual([
      '1',
      '2',
      '3',
    ]);
    const labels = draft.paragraphs[0].sources.map(({ label }: { label: string }) => label);
    expect(labels).toEqual([
      'Ranked 1st, Asha Rahman',
      'Evidence: Socialist Health Association',
      'Accepted in part, 6 May, Health and Social Care commission',
      'Comment by Sunita Rao',
    ]);
    const types = draft.paragraphs[0].sources.map(
      ({ item }: { item: { __typename: string } }) => item.__typename,
    );
    expect(types).toEqual(['Proposal', 'Evidence', 'Decision', 'Comment']);
    expect(draft).toMatchObject({ sourcedCount: 2, ownCount: 1, revision: 1, viewerMayEdit: true });
    expect(draft.consultation.title).toBe('A dentist when you need one');
  });

  test('a working version is seen by those who draft, and by nobody else', async () => {
    const { id } = await draftWith(() => [paragraph('Not yet.')]);
    for (const drafter of ['faisal', 'helen'] as const) {
      expect((await (await stage.as(drafter)).ask(READ, { id })).draft.version.status).toBe(
        'working',
      );
    }
    for (const reader of ['asha', 'ewan', 'visitor'] as const) {
      const person = await stage.as(reader);
      expect((await person.ask(READ, { id })).draft).toBeNull();
      const { drafts } = await person.ask('{ drafts { id } }');
      expect(drafts.map((draft: { id: string }) => draft.id)).not.toContain(id);
    }
  });

  test('Asha may not begin one, save one or see what may be cited', async () => {
    const { id, consultation } = await draftWith(() => []);
    const asha = await stage.as('asha');
    const { createDraft } = await asha.ask(CREATE, { input: newDraft(consultation) });
    expect(createDraft.reason).toBe('not_an_officer');
    const { saveDraft } = await asha.ask(SAVE, { id, revision: 1, paragraphs: [] });
    expect(saveDraft.reason).toBe('not_an_officer');
    const { citable } = await asha.ask(
      'query ($id: ID!) { citable(consultationId: $id) { label } }',
      {
        id: consultation,
      },
    );
    expect(citable).toEqual([]);
    const visitor = await stage.as('visitor');
    const refused = await visitor.ask(CREATE, { input: newDraft(consultation) });
    expect(refused.createDraft.reason).toBe('not_signed_in');
  });

  test('a draft sent twice is one draft; its id is not given to somebody else', async () => {
    const consultation = await openConsultation(stage);
    const input = newDraft(consultation);
    const faisal = await stage.as('faisal');
    for (let time = 0; time < 2; time += 1) {
      expect((await faisal.ask(CREATE, { input })).createDraft.id).toBe(input.id);
    }
    const helen = await stage.as('helen');
    expect((await helen.ask(CREATE, { input })).createDraft.reason).toBe('already_exists');
    const society = { ...newDraft(consultation), bodyId: bodyId('sera') };
    const { createDraft } = await faisal.ask(CREATE, { input: society });
    expect(createDraft.reason).toBe('wrong_kind_of_body');
  });

  test('Helen saves meanwhile, so Faisal is told before he overwrites her', async () => {
    const { id, faisal } = await draftWith(() => [paragraph('First.')]);
    const helen = await stage.as('helen');
    const mine = [paragraph('Helen’s.')];
    expect((await helen.ask(SAVE, { id, revision: 1, paragraphs: mine })).saveDraft.revision).toBe(
      2,
    );
    const { saveDraft } = await faisal.ask(SAVE, { id, revision: 1, paragraphs: [] });
    expect(saveDraft.reason).toBe('changed_since');
    expect((await faisal.ask(READ, { id })).draft.paragraphs[0].text).toBe('Helen’s.');
  });

  test('a source must exist, be of this consultation, be one thing and be cited once', async () => {
    const { id, faisal, chairs } = await draftWith(() => []);
    const elsewhere = await proposeAs(
      stage,
      'tom',
      await openConsultation(stage, { title: 'Buses' }),
    );
    const save = async (paragraphs: ParagraphInput[]) =>
      (await faisal.ask(SAVE, { id, revision: 1, paragraphs })).saveDraft.reason;
    const citing = (...sources: ParagraphInput['sources']) =>
      save([paragraph('Words.', { sources })]);
    expect(await citing(cite({ proposalId: randomUUID() }))).toBe('not_found');
    expect(await citing(cite({ proposalId: elsewhere }))).toBe('not_found');
    expect(await citing(cite({ commentId: chairs }))).toBe('not_found');
    expect(await citing(cite({}))).toBe('one_source_each');
    expect(await citing(cite({ proposalId: chairs, commentId: chairs }))).toBe('one_source_each');
    expect(await citing(cite({ proposalId: chairs }), cite({ proposalId: chairs }))).toBe(
      'not_valid',
    );
    const twice = paragraph('Twice.');
    expect(await save([twice, { ...twice, id: twice.id.toUpperCase() }])).toBe('not_valid');
    expect(await save([paragraph('x'.repeat(6001))])).toBe('too_long');
    expect(await save([twice, { ...twice, id: `{${twice.id}}` }])).toBe('not_valid');
    expect((await faisal.ask(READ, { id })).draft.revision).toBe(1);
  });

  test('what may be cited is found by words: ranked proposals, evidence, answers, comments', async () => {
    const { consultation, faisal } = await draftWith(() => []);
    const CITABLE = `query ($id: ID!, $text: String) { citable(consultationId: $id, text: $text) {
      label excerpt item { __typename } } }`;
    const labels = async (text: string | null) =>
      (await faisal.ask(CITABLE, { id: consultation, text })).citable.map(
        ({ label }: { label: string }) => label,
      );
    expect(await labels(null)).toEqual([
      'Ranked 1st, Asha Rahman',
      'Ranked 2nd, Tom Ainsley',
      'Evidence: Socialist Health Association',
      'Accepted in part, 6 May, Health and Social Care commission',
      'Comment by Sunita Rao',
    ]);
    expect(await labels('turned')).toEqual(['Ranked 2nd, Tom Ainsley']);
    expect(await labels('plumbi')).toEqual(['Evidence: Socialist Health Association']);
    expect(await labels('100%_')).toEqual([]);
  });
});

describe('publishing', () => {
  test('an unsourced paragraph blocks, an unanswered proposal of the top only warns', async () => {
    const { faisal, id, towns, written } = await draftWith(({ chairs }) => [
      paragraph('Sourced.', { sources: [cite({ proposalId: chairs })] }),
      paragraph('From nowhere.'),
    ]);
    const { draft } = await faisal.ask(CHECK, { id });
    expect(draft.publishCheck).toMatchObject({
      mayPublish: false,
      unsourced: ['2'],
      unanswered: [{ id: towns }],
    });
    const { publishDraft: refused } = await faisal.ask(PUBLISH, { id, note: 'First.' });
    expect(refused).toMatchObject({ reason: 'unsourced_paragraphs' });
    expect(refused.message).toContain('Paragraph 2');
    const own = written.map((each, index) =>
      index === 1 ? { ...each, ownReason: 'Ours.' } : each,
    );
    await faisal.ask(SAVE, { id, revision: 1, paragraphs: own });
    const { publishDraft: published } = await faisal.ask(PUBLISH, { id, note: 'First.' });
    expect(published.version).toEqual({
      number: 1,
      status: 'published',
      note: 'First.',
      publishedBy: { displayName: 'Faisal Qureshi' },
    });
    expect((await (await stage.as('visitor')).ask(CHECK, { id })).draft.publishCheck).toBeNull();
  });

  test('numbers stay: what is put between 1 and 2 is 1A, what is cut leaves its number', async () => {
    const { faisal, id, written } = await draftWith(() =>
      ['One.', 'Two.', 'Three.'].map((text) => paragraph(text, { ownReason: 'Ours.' })),
    );
    await faisal.ask(PUBLISH, { id, note: 'First.' });
    await faisal.ask(NEXT, { id });
    const [one, two, three] = written as [ParagraphInput, ParagraphInput, ParagraphInput];
    const between = paragraph('Between.', { ownReason: 'Ours.' });
    const last = paragraph('Four.', { ownReason: 'Ours.' });
    const second = [{ ...one, text: 'One, better.' }, between, three, last];
    const { saveDraft } = await faisal.ask(SAVE, { id, revision: 0, paragraphs: second });
    const numbers = saveDraft.paragraphs.map((each: { number: string }) => each.number);
    expect(numbers).toEqual(['1', '1A', '3', '4']);
    await faisal.ask(PUBLISH, { id, note: 'Second.' });
    const { draft } = await (await stage.as('visitor')).ask(
      `query ($id: ID!) { draft(id: $id) { versions { number }
        changes(since: 1) { kind moved before { id text } after { text } } } }`,
      { id },
    );
    expect(draft.versions).toEqual([{ number: 2 }, { number: 1 }]);
    expect(draft.changes.map((change: { kind: string }) => change.kind)).toEqual([
      'changed',
      'removed',
      'added',
      'same',
      'added',
    ]);
    expect(draft.changes[1].before.id).toBe(two.id);
    const old = await (await stage.as('visitor')).ask(READ, { id, version: 1 });
    expect(old.draft.paragraphs[0].text).toBe('One.');
  });

  test('a published version never changes: not by saving, not by SQL', async () => {
    const { faisal, id, written } = await draftWith(({ chairs }) => [
      paragraph('Fixed.', { sources: [cite({ proposalId: chairs })] }),
    ]);
    await faisal.ask(PUBLISH, { id, note: 'First.' });
    const { saveDraft } = await faisal.ask(SAVE, { id, revision: 1, paragraphs: written });
    expect(saveDraft.reason).toBe('not_editable');
    const again = await faisal.ask(PUBLISH, { id, note: 'Again.' });
    expect(again.publishDraft.reason).toBe('not_editable');
    await faisal.ask(NEXT, { id });
    for (const sql of [
      `UPDATE paragraph SET text = 'Other.' WHERE draft_id = $1 AND version = 1`,
      'DELETE FROM paragraph WHERE draft_id = $1 AND version = 1',
      `UPDATE paragraph_source SET note = 'Other.' WHERE draft_id = $1 AND version = 1`,
      'UPDATE paragraph SET version = 2, id = gen_random_uuid() WHERE draft_id = $1 AND version = 1',
      `UPDATE draft_version SET title = 'Other.' WHERE draft_id = $1 AND number = 1`,
      'DELETE FROM draft_version WHERE draft_id = $1 AND number = 1',
    ]) {
      await expect(stage.database.query(sql, [id])).rejects.toThrow('never changes');
    }
  });

  test('the record tells each contribution where it was used, once while nothing changes', async () => {
    const { faisal, id, chairs, towns, comment, evidence } = await draftWith((them) => [
      paragraph('Chairs.', {
        sources: [
          cite({ proposalId: them.chairs }, 'Forty towns.'),
          cite({ decisionId: them.decision }),
          cite({ commentId: them.comment }),
        ],
      }),
      paragraph('Costs.', { sources: [cite({ evidenceId: them.evidence })] }),
    ]);
    await faisal.ask(PUBLISH, { id, note: 'First.' });
    await faisal.ask(NEXT, { id });
    const { draft } = await faisal.ask(READ, { id });
    const kept = draft.paragraphs.map(
      (each: { id: string; text: string; sources: { id: string }[] }) => each,
    );
    await faisal.ask(SAVE, {
      id,
      revision: 0,
      paragraphs: [
        {
          id: kept[0].id,
          text: 'Chairs.',
          sources: [cite({ proposalId: chairs }, 'Forty towns.')],
        },
        { id: kept[1].id, text: 'Costs, and towns.', sources: [cite({ proposalId: towns })] },
      ],
    });
    await faisal.ask(PUBLISH, { id, note: 'Second.' });
    const used = await stage.database.query(
      `SELECT about_id AS about, data->>'number' AS number, data->>'version' AS version,
         commitments ? 'note' AS "isNoted"
       FROM record_entry WHERE kind = 'used_in_paragraph' AND data->>'draftId' = $1 ORDER BY number`,
      [id],
    );
    expect(used).toHaveLength(4);
    expect(used).toEqual(
      expect.arrayContaining([
        { about: chairs, number: '1', version: '1', isNoted: true },
        { about: comment, number: '1', version: '1', isNoted: false },
        { about: evidence, number: '2', version: '1', isNoted: false },
        { about: towns, number: '2', version: '2', isNoted: false },
      ]),
    );
  });

  test('Asha finds her paragraph, and a proposal says where it was used', async () => {
    const { id, chairs, towns, faisal } = await draftWith((them) => [
      paragraph('Figures.', { sources: [cite({ proposalId: them.towns })] }),
      paragraph('Chairs.', { sources: [cite({ decisionId: them.decision })] }),
    ]);
    await faisal.ask(PUBLISH, { id, note: 'First.' });
    expect((await (await stage.as('asha')).ask(READ, { id })).draft.mine).toEqual(['2']);
    expect((await (await stage.as('tom')).ask(READ, { id })).draft.mine).toEqual(['1']);
    expect((await (await stage.as('visitor')).ask(READ, { id })).draft.mine).toEqual([]);
    const USES = `query ($id: ID!) { proposal(id: $id) { uses { draft { id title }
      version { number } paragraph { number } } } }`;
    const visitor = await stage.as('visitor');
    for (const [proposal, number] of [
      [chairs, '2'],
      [towns, '1'],
    ]) {
      expect((await visitor.ask(USES, { id: proposal })).proposal.uses).toEqual([
        {
          draft: { id, title: 'Care close to home' },
          version: { number: 1 },
          paragraph: { number },
        },
      ]);
    }
  });
});

describe('adopting', () => {
  const adoption = (draftId: string, rest: Record<string, unknown> = {}) => ({
    draftId,
    meeting: 'National Policy Forum, Nottingham',
    for: 112,
    against: 31,
    abstained: 4,
    ...rest,
  });

  test('the forum’s representative enters it, and every contribution is told', async () => {
    const { id, faisal, chairs, evidence } = await draftWith((them) => [
      paragraph('Chairs.', {
        sources: [cite({ proposalId: them.chairs }), cite({ evidenceId: them.evidence })],
      }),
    ]);
    const ask = async (rest: Record<string, unknown> = {}) =>
      (await faisal.ask(ADOPT, { input: adoption(id, rest) })).adoptDraft;
    expect((await ask()).reason).toBe('not_published');
    await faisal.ask(PUBLISH, { id, note: 'First.' });
    await faisal.ask(NEXT, { id });
    const asha = await stage.as('asha');
    const byAsha = await asha.ask(ADOPT, { input: adoption(id) });
    expect(byAsha.adoptDraft.reason).toBe('not_an_officer');
    expect((await ask({ for: -1 })).reason).toBe('not_valid');
    expect(await ask()).toMatchObject({
      version: { number: 1, status: 'adopted' },
      versions: [{ number: 1, status: 'adopted' }],
      viewerMayEdit: false,
      adoption: { for: 112, against: 31, abstained: 4, body: { name: 'National Policy Forum' } },
    });
    expect((await ask()).adoption).toMatchObject({ for: 112 });
    expect((await ask({ for: 113 })).reason).toBe('already_adopted');
    expect((await faisal.ask(NEXT, { id })).beginNextVersion.reason).toBe('already_adopted');
    const told = await stage.database.query(
      `SELECT about_id AS about FROM record_entry
       WHERE kind = 'adopted' AND data->>'draftId' = $1 ORDER BY number`,
      [id],
    );
    const about = told.map((entry: { about: string }) => entry.about);
    expect(new Set(about)).toEqual(new Set([id, chairs, evidence]));
  });
});

describe('reading and downloading', () => {
  let id: string;

  beforeAll(async () => {
    const drafted = await draftWith((them) => [
      paragraph('We will open *chairs*.', {
        heading: 'Teeth',
        sources: [
          cite({ proposalId: them.chairs }, 'Forty towns.'),
          cite({ evidenceId: them.evidence }),
        ],
      }),
      paragraph('=HYPERLINK("x")', { ownReason: 'To see what a spreadsheet does.' }),
    ]);
    id = drafted.id;
  });

  test('a working version cannot be downloaded, a published one can, as Markdown and CSV', async () => {
    const asha = await stage.as('asha');
    expect((await asha.get(`/download/drafts/${id}.md`)).status).toBe(404);
    await (await stage.as('faisal')).ask(PUBLISH, { id, note: 'First.' });
    const markdown = await asha.get(`/download/drafts/${id}.md`);
    expect(markdown.headers.get('content-type')).toContain('text/markdown');
    expect(markdown.headers.get('content-disposition')).toContain('care-close-to-home-draft-1.md');
    const text = await markdown.text();
    expect(text).toContain('# Care close to home');
    expect(text).toContain('## Teeth\n\n**1.** We will open *chairs*.');
    expect(text).toContain('> - Ranked 1st, Asha Rahman: “Put a dentist’s chair');
    expect(text).toContain('Altered: Forty towns.');
    expect(text).toContain('> - Added by the drafters: To see what a spreadsheet does.');
    const lines = (await (await asha.get(`/download/drafts/${id}.csv`)).text())
      .trim()
      .split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toContain('Ranked 1st, Asha Rahman');
    expect(lines[3]).toContain(`'=HYPERLINK`);
    for (const nothing of [
      `${randomUUID()}.md`,
      'nonsense.md',
      `${id}.exe`,
      `${id}.md?version=2`,
      `${id}.md?version=x`,
    ]) {
      expect((await asha.get(`/download/drafts/${nothing}`)).status).toBe(404);
    }
  });

  test('a page takes two statements with 3 paragraphs and with 30, the session among them', async () => {
    const count = async (paragraphs: number) => {
      const { id: draft, faisal } = await draftWith((them) =>
        Array.from({ length: paragraphs }, (_, index) =>
          paragraph(`Paragraph ${index}.`, {
            sources: [
              cite({ proposalId: index % 2 ? them.chairs : them.towns }),
              cite({ evidenceId: them.evidence }),
              cite({ decisionId: them.decision }),
              cite({ commentId: them.comment }),
            ],
          }),
        ),
      );
      await faisal.ask(PUBLISH, { id: draft, note: 'First.' });
      const asha = await stage.as('asha');
      return (await stage.statementsOf(() => asha.ask(READ, { id: draft }))).length;
    };
    expect(await count(3)).toBe(2);
    expect(await count(30)).toBe(2);
  });

  test('paragraphs are found by search in the newest published version only', async () => {
    const {
      id: draft,
      faisal,
      written,
    } = await draftWith(() => [paragraph('We will fund orthodontics.', { ownReason: 'Ours.' })]);
    const found = async (text: string) => {
      const visitor = await stage.as('visitor');
      const { search } = await visitor.ask(
        'query ($text: String!) { search(text: $text, kind: paragraph) { hits { id link title { text } } } }',
        { text },
      );
      return search.hits;
    };
    expect(await found('orthodontics')).toEqual([]);
    await faisal.ask(PUBLISH, { id: draft, note: 'First.' });
    expect(await found('orthodontics')).toEqual([
      {
        id: written[0]?.id,
        link: `/drafts/${draft}#1`,
        title: [{ text: 'Care close to home, paragraph 1' }],
      },
    ]);
    await faisal.ask(NEXT, { id: draft });
    const second = [{ ...written[0], text: 'We will fund periodontists.' }];
    await faisal.ask(SAVE, { id: draft, revision: 0, paragraphs: second });
    expect(await found('periodontists')).toEqual([]);
    await faisal.ask(PUBLISH, { id: draft, note: 'Second.' });
    expect(await found('periodontists')).toHaveLength(1);
    expect(await found('orthodontics')).toEqual([]);
  });

  test('published twice at once, with the same note or another, it is published once', async () => {
    const { id: draft } = await draftWith((them) => [
      paragraph('Chairs.', { sources: [cite({ proposalId: them.chairs })] }),
    ]);
    const publish = (note: string) =>
      act(stage, 'faisal', daysAgo(0), (acting) =>
        publishDraft(acting, { draftId: draft, note }),
      ).then(
        () => 'published',
        (fault: Error) => fault.message,
      );
    const outcomes = await Promise.all([publish('At once.'), publish('Another.')]);
    expect(outcomes.filter((outcome) => outcome === 'published')).toHaveLength(1);
    const again = await Promise.all([publish('At once.'), publish('Another.')]);
    expect(again).toEqual(outcomes);
    const [row] = await stage.database.query(
      `SELECT count(*)::int AS times FROM record_entry WHERE about_id = $1 AND kind = 'draft_published'`,
      [draft],
    );
    expect(row.times).toBe(1);
  });
});
