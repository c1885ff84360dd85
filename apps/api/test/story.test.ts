import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { considerEvidence } from '../src/contributions/evidence.service.js';
import { editProposal, withdrawProposal } from '../src/contributions/proposal.service.js';
import { completeNextStop, decide } from '../src/decisions/decision.service.js';
import { bodyId } from '../src/demo/ids.js';
import { dayFrom } from '../src/demo/roll.js';
import { createDraft, saveDraft } from '../src/drafts/draft.service.js';
import { adoptDraft, publishDraft } from '../src/drafts/draft-version.service.js';
import { castVote } from '../src/voting/vote.service.js';
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

const STORY = `query ($id: ID!) { story(contributionId: $id) {
  title byline standing item { __typename }
  decision { outcome nextStop { name } }
  steps { kind state title at dueOn overdueDays bodyName personName text reason nextStop excerpt link
    tally { agree disagree pass votes } } } }`;

interface Step {
  kind: string;
  state: string;
  title: string;
  [field: string]: unknown;
}

async function story(id: string, person: 'asha' | 'tom' | 'visitor' = 'visitor') {
  const reader = await stage.as(person);
  return (await reader.ask(STORY, { id })).story as {
    byline: string;
    standing: string;
    item: { __typename: string };
    decision: unknown;
    steps: Step[];
  };
}

/** Answers for the health commission three days ago, with the next stop so many days from then. */
async function answer(proposalId: string, dueInDays: number): Promise<string> {
  const id = randomUUID();
  await act(stage, 'helen', daysAgo(3), (acting) =>
    decide(acting, {
      id,
      proposalId,
      bodyId: bodyId('health'),
      outcome: 'accept_in_part',
      reason: 'Not every centre has a plumbed room.',
      nextStop: 'Costing from the Treasury team',
      dueOn: dayFrom(daysAgo(3), dueInDays),
    }),
  );
  return id;
}

async function draftFrom(consultationId: string, sources: Record<string, string>[]) {
  const id = randomUUID();
  await act(stage, 'faisal', daysAgo(2), async (acting) => {
    await createDraft(acting, {
      id,
      title: 'Care close to home',
      summary: 'Teeth first.',
      consultationId,
      bodyId: bodyId('npf'),
    });
    await saveDraft(acting, {
      draftId: id,
      revision: 0,
      title: 'Care close to home',
      summary: 'Teeth first.',
      paragraphs: [
        {
          id: randomUUID(),
          text: 'We will open dental chairs.',
          sources: sources.map((source) => ({ id: randomUUID(), ...source, note: 'Forty towns.' })),
        },
      ],
    });
    return publishDraft(acting, { draftId: id, note: 'First.' });
  });
  return id;
}

describe('the story of a contribution', () => {
  test('Asha’s proposal from the day she sent it to its adoption, with what is owed', async () => {
    const consultation = await openConsultation(stage);
    const id = await proposeAs(stage, 'asha', consultation);
    const other = await proposeAs(stage, 'tom', consultation, {
      statement: 'Publish the figures.',
    });
    await giveEvidenceAs(stage, 'ewan', 'sha', consultation, { proposalId: id });
    await castForty8(stage, consultation, { [id]: 44, [other]: 20 });
    await publishRoundAs(stage, 'helen', consultation);
    await act(stage, 'asha', daysAgo(4), (acting) =>
      editProposal(acting, {
        id,
        version: 1,
        statement: 'Put a dentist’s chair in every diagnostic centre, evenings too.',
        argument: 'The rooms stand empty.',
        reason: 'Evenings were missing.',
      }),
    );
    const decision = await answer(id, 1);
    const draft = await draftFrom(consultation, [{ proposalId: id }]);
    await act(stage, 'faisal', daysAgo(1), (acting) =>
      adoptDraft(acting, {
        draftId: draft,
        meeting: 'Nottingham',
        for: 112,
        against: 31,
        abstained: 4,
      }),
    );

    const told = await story(id, 'asha');
    expect(told.steps.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'sent done',
      'evidence_given done',
      'round_ranked done',
      'edited done',
      'decided done',
      'used_in_paragraph done',
      'adopted done',
      'next_stop late',
      'votes_close next',
    ]);
    const step = (kind: string) => told.steps.find((each) => each.kind === kind);
    expect(step('sent')?.['text']).toBe('You sent it.');
    expect(step('evidence_given')).toMatchObject({
      bodyName: 'Socialist Health Association',
      personName: 'Dr Ewan Leckie',
      text: 'Plumbing one room costs £240,000.',
    });
    expect(step('round_ranked')).toMatchObject({
      text: 'In round 1 it came 1st of 2.',
      tally: { agree: 44, disagree: 4, pass: 0, votes: 48 },
      link: `/consultations/${consultation}/ranking?round=1`,
    });
    expect(step('decided')).toMatchObject({
      title: 'Accepted in part',
      bodyName: 'Health and Social Care commission',
      personName: 'Helen Adeyemi',
      reason: 'Not every centre has a plumbed room.',
      nextStop: 'Costing from the Treasury team',
    });
    expect(step('used_in_paragraph')).toMatchObject({
      title: 'Used in paragraph 1',
      excerpt: 'We will open dental chairs.',
      link: `/drafts/${draft}?version=1#1`,
    });
    expect(step('next_stop')).toMatchObject({
      overdueDays: 2,
      title: 'Costing from the Treasury team',
    });
    expect(told.standing).toBe('Adopted, one step late, one step to go.');
    expect(told.item).toEqual({ __typename: 'Proposal' });
    expect(told.decision).toMatchObject({ outcome: 'accept_in_part' });
    expect(told.byline).toContain('Proposal by Asha Rahman, Bristol East, sent on');
    expect((await story(id, 'tom')).steps[0]?.['text']).toBe('Asha Rahman sent it.');

    await act(stage, 'helen', daysAgo(0), (acting) =>
      completeNextStop(acting, { decisionId: decision, note: 'It costs £240,000 a room.' }),
    );
    const reached = (await story(id)).steps.find(({ kind }) => kind === 'next_stop_done');
    expect(reached).toMatchObject({ state: 'done', text: 'It costs £240,000 a room.' });
    expect((await story(id)).steps.some(({ state }) => state === 'late')).toBe(false);
  });

  test('an unanswered proposal of the top is promised an answer, one far below is not', async () => {
    const consultation = await openConsultation(stage);
    const ids: string[] = [];
    for (let n = 0; n < 11; n += 1) {
      ids.push(
        await proposeAs(stage, 'tom', consultation, { statement: `Proposal ${n} of eleven.` }),
      );
    }
    await castForty8(stage, consultation, Object.fromEntries(ids.map((id, n) => [id, 47 - n])));
    await publishRoundAs(stage, 'helen', consultation);
    const kinds = async (id = '') => (await story(id)).steps.map(({ kind }) => kind);
    // The rules of a quick consultation promise answers to the top ten.
    expect(await kinds(ids[9])).toContain('answer_due');
    expect(await kinds(ids[10])).not.toContain('answer_due');
  });

  test('comments and evidence have stories too', async () => {
    const consultation = await openConsultation(stage);
    const proposal = await proposeAs(stage, 'asha', consultation);
    const comment = await commentAs(stage, 'sunita', proposal);
    const evidence = await giveEvidenceAs(stage, 'ewan', 'sha', consultation);
    await act(stage, 'helen', daysAgo(6), (acting) =>
      considerEvidence(acting, {
        evidenceId: evidence,
        bodyId: bodyId('health'),
        sentence: 'It is why we start with forty towns.',
      }),
    );
    await draftFrom(consultation, [{ commentId: comment }, { evidenceId: evidence }]);
    const ofComment = await story(comment);
    expect(ofComment.item).toEqual({ __typename: 'Comment' });
    expect(ofComment.steps.map(({ kind }) => kind)).toEqual(['sent', 'used_in_paragraph']);
    const ofEvidence = await story(evidence);
    expect(ofEvidence.item).toEqual({ __typename: 'Evidence' });
    expect(ofEvidence.byline).toContain('for Socialist Health Association');
    expect(ofEvidence.steps.map(({ kind }) => kind)).toEqual([
      'sent',
      'evidence_considered',
      'used_in_paragraph',
    ]);
  });

  test('a withdrawal ends every promise, and a stranger’s id has no story', async () => {
    const consultation = await openConsultation(stage);
    const id = await proposeAs(stage, 'callum', consultation);
    await act(stage, 'callum', daysAgo(1), (acting) =>
      withdrawProposal(acting, { id, reason: 'Somebody said it better.' }),
    );
    const told = await story(id);
    expect(told.steps.map(({ kind }) => kind)).toEqual(['sent', 'withdrawn']);
    expect(told.steps[1]?.['reason']).toBe('Somebody said it better.');
    expect(await story(randomUUID())).toBeNull();
    const visitor = await stage.as('visitor');
    const odd = await visitor.send(STORY, { id: 'x' });
    expect(odd.errors?.[0]?.message).toBe('An id in the request is not a valid id.');
  });

  test('a story takes three statements, however much happened', async () => {
    const consultation = await openConsultation(stage);
    const id = await proposeAs(stage, 'asha', consultation);
    const asha = await stage.as('asha');
    const count = async () => (await stage.statementsOf(() => asha.ask(STORY, { id }))).length;
    expect(await count()).toBe(3);
    for (let n = 0; n < 30; n += 1) {
      await giveEvidenceAs(stage, 'ewan', 'sha', consultation, { proposalId: id });
    }
    await answer(id, 30);
    expect(await count()).toBe(3);
  });
});

const MINE = `{ mine {
  sent { title kind latest next isLate consultationTitle item { __typename } }
  changedSinceVote { id } answersToJudge { id } voted { votes consultation { id title } } } }`;

describe('what happened to mine', () => {
  test('Gwenllian sees what she sent, what changed under her vote and what to judge', async () => {
    const consultation = await openConsultation(stage, { title: 'Teeth in Wales' });
    const own = await proposeAs(stage, 'gwenllian', consultation, { statement: 'Teach in Welsh.' });
    const changed = await proposeAs(stage, 'tom', consultation, { statement: 'Publish figures.' });
    const answered = await proposeAs(stage, 'asha', consultation);
    await commentAs(stage, 'gwenllian', changed, { body: 'Nobody **knows** the number.' });
    for (const [proposalId, choice] of [
      [changed, 'disagree'],
      [answered, 'agree'],
    ] as const) {
      await act(stage, 'gwenllian', daysAgo(5), (acting) =>
        castVote(acting, { proposalId, choice }),
      );
    }
    await act(stage, 'tom', daysAgo(4), (acting) =>
      editProposal(acting, {
        id: changed,
        version: 1,
        statement: 'Publish figures each month.',
        argument: 'So that all can see.',
        reason: 'How often was asked.',
      }),
    );
    const decision = await answer(answered, 1);
    const onOwn = await answer(own, 1);
    const gwenllian = await stage.as('gwenllian');
    const { mine } = await gwenllian.ask(MINE);
    expect(mine.sent.map(({ kind }: { kind: string }) => kind)).toEqual(['comment', 'proposal']);
    expect(mine.sent[1]).toMatchObject({
      title: 'Teach in Welsh.',
      consultationTitle: 'Teeth in Wales',
      isLate: true,
      item: { __typename: 'Proposal' },
    });
    expect(mine.sent[1].latest).toContain('Accepted in part (Health and Social Care commission)');
    expect(mine.sent[1].next).toContain('2 days overdue');
    expect(mine.changedSinceVote).toEqual([{ id: changed }]);
    expect(mine.answersToJudge).toEqual([{ id: decision }]);
    expect(mine.voted).toEqual([
      { votes: 2, consultation: { id: consultation, title: 'Teeth in Wales' } },
    ]);
    const judged = await gwenllian.ask(
      `mutation ($id: ID!) { answerVerdict(decisionId: $id, verdict: partly) {
        ... on Decision { id } ... on Refusal { message } } }`,
      { id: decision },
    );
    expect(judged.answerVerdict).toEqual({ id: decision });
    expect((await gwenllian.ask(MINE)).mine.answersToJudge).toEqual([]);
    expect(onOwn).not.toBe(decision);
  });

  test('others see nothing of it, and a visitor has no such page', async () => {
    expect((await (await stage.as('visitor')).ask(MINE)).mine).toBeNull();
    expect((await (await stage.as('lowri')).ask(MINE)).mine).toEqual({
      sent: [],
      changedSinceVote: [],
      answersToJudge: [],
      voted: [],
    });
  });

  test('it takes as many statements with 30 contributions as with 3', async () => {
    const consultation = await openConsultation(stage, { title: 'Much of mine' });
    const kofi = await stage.as('kofi');
    const send = async (count: number) => {
      for (let n = 0; n < count; n += 1) {
        const id = await proposeAs(stage, 'kofi', consultation, { statement: `Plant tree ${n}.` });
        await commentAs(stage, 'kofi', id);
      }
    };
    const count = async () => (await stage.statementsOf(() => kofi.ask(MINE))).length;
    await send(3);
    const few = await count();
    await send(30);
    expect(await count()).toBe(few);
    expect(few).toBeLessThanOrEqual(6);
  });
});

const COUNT = `query ($id: ID) { publicCount(consultationId: $id) {
  total { kind received published merged withdrawn notTakenForward waiting unaccounted }
  lines { kind received published merged withdrawn notTakenForward waiting unaccounted } } }`;

describe('the public count', () => {
  let consultation: string;
  let lost: string;
  const count = async (id: string | null = consultation) =>
    (await (await stage.as('visitor')).ask(COUNT, { id })).publicCount;

  beforeAll(async () => {
    consultation = await openConsultation(stage, { title: 'Counted' });
    lost = await proposeAs(stage, 'asha', consultation);
    const target = await proposeAs(stage, 'ruth', consultation, {
      statement: 'Pay by the patient.',
    });
    const merged = await proposeAs(stage, 'tom', consultation, { statement: 'Pay by the list.' });
    const refused = await proposeAs(stage, 'callum', consultation, { statement: 'Abolish teeth.' });
    const back = await proposeAs(stage, 'jamie', consultation, { statement: 'Never mind.' });
    await commentAs(stage, 'sunita', target);
    await giveEvidenceAs(stage, 'ewan', 'sha', consultation, { proposalId: target });
    await act(stage, 'jamie', daysAgo(4), (acting) =>
      withdrawProposal(acting, { id: back, reason: 'Never mind.' }),
    );
    const say = (proposalId: string, rest: object) =>
      act(stage, 'helen', daysAgo(3), (acting) =>
        decide(acting, {
          id: randomUUID(),
          proposalId,
          bodyId: bodyId('health'),
          outcome: 'not_take_forward',
          reason: 'We need them.',
          nextStop: 'None further',
          dueOn: dayFrom(new Date(), 9),
          ...rest,
        }),
      );
    await say(refused, {});
    await say(merged, { outcome: 'merge', mergedIntoId: target });
  });

  test('received is published, merged, withdrawn, not taken forward and waiting together', async () => {
    const { total, lines } = await count();
    const none = { merged: 0, withdrawn: 0, notTakenForward: 0, waiting: 0, unaccounted: 0 };
    expect(lines).toEqual([
      {
        kind: 'proposal',
        received: 5,
        published: 2,
        merged: 1,
        withdrawn: 1,
        notTakenForward: 1,
        waiting: 0,
        unaccounted: 0,
      },
      { kind: 'comment', received: 1, published: 1, ...none },
      { kind: 'evidence', received: 1, published: 1, ...none },
    ]);
    expect(total).toMatchObject({ kind: null, received: 7, published: 4, unaccounted: 0 });
    expect((await count(null)).total.unaccounted).toBe(0);
  });

  test('a proposal deleted behind Clarion’s back shows as one unaccounted for', async () => {
    await stage.database.query('DELETE FROM proposal WHERE id = $1', [lost]);
    const { total, lines } = await count();
    expect(lines[0]).toMatchObject({ kind: 'proposal', received: 5, published: 1, unaccounted: 1 });
    expect(total.unaccounted).toBe(1);
    expect((await count(null)).total.unaccounted).toBe(1);
  });
});
