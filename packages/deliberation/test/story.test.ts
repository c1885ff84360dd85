import { describe, expect, test } from '@jest/globals';
import { tellStory } from '../src/story.js';
import type { StoryAct, StoryPromise } from '../src/story-act.js';
import { inBrief } from '../src/story-brief.js';
import { NOW } from './cast.js';

const at = (day: string) => new Date(`2026-${day}T12:00:00.000Z`);
const by = { personName: null, bodyName: null };
const SENT: StoryAct = {
  kind: 'sent',
  what: 'proposal',
  at: at('04-12'),
  personName: 'Asha Rahman',
  bodyName: null,
};
const RANKED: StoryAct = {
  ...by,
  kind: 'round_ranked',
  at: at('05-04'),
  round: 2,
  rank: 4,
  isTied: false,
  votesNeeded: 0,
  total: 143,
  tally: { agree: 1904, disagree: 236, pass: 287 },
};
const DECIDED: StoryAct = {
  kind: 'decided',
  at: at('05-06'),
  personName: 'Helen Adeyemi',
  bodyName: 'Health and Social Care',
  decisionId: 'd1',
  office: 'convenor',
  outcome: 'accept_in_part',
  reason: 'We agree on evenings. We cannot promise every centre.',
  nextStop: 'NPF drafting group',
  dueOn: '2026-05-15',
  doneAt: null,
  doneNote: null,
  target: null,
  isReplaced: false,
};
const USED: StoryAct = {
  ...by,
  kind: 'used_in_paragraph',
  at: at('05-18'),
  draftTitle: 'Care close to home',
  version: 2,
  paragraph: '14',
  excerpt: 'We will open NHS dental chairs.',
  note: 'Altered: every centre became forty towns.',
};
const ADOPTION: StoryPromise = {
  kind: 'adoption_due',
  dueOn: '2026-06-20',
  bodyName: 'National Policy Forum',
};
const ANSWER: StoryPromise = {
  kind: 'answer_due',
  dueOn: '2026-05-20',
  bodyName: 'Health and Social Care',
};

const tell = (acts: StoryAct[], promises: StoryPromise[] = [], isAuthor = true) =>
  tellStory({ acts, promises, now: NOW, isAuthor });
const lines = (acts: StoryAct[], promises: StoryPromise[] = []) =>
  tell(acts, promises).map(({ state, title }) => `${state}: ${title}`);

describe('the story of Asha’s proposal', () => {
  test('What happened comes in order, then what is late, then what is next', () => {
    expect(lines([SENT, RANKED, DECIDED, USED], [ADOPTION, ANSWER])).toEqual([
      'done: Sent',
      'done: Voted on',
      'done: Accepted in part',
      'done: Used in paragraph 14',
      'late: NPF drafting group',
      'next: Vote on the draft',
    ]);
  });

  test('Overdue is shown as overdue, with its days and who owes it', () => {
    const late = tell([SENT, DECIDED]).find(({ state }) => state === 'late');
    expect(late).toMatchObject({
      kind: 'next_stop',
      dueOn: '2026-05-15',
      overdueDays: 8,
      text: '8 days overdue.',
      bodyName: 'Health and Social Care',
      personName: 'Helen Adeyemi',
    });
  });

  test('A next stop that was reached is told once, whether the record or the answer says so', () => {
    const done: StoryAct = {
      ...by,
      kind: 'next_stop_done',
      at: at('05-14'),
      decisionId: 'd1',
      nextStop: 'NPF drafting group',
      note: 'Drafted.',
    };
    const fromAnswer = { ...DECIDED, doneAt: at('05-14'), doneNote: 'Drafted.' };
    const expected = ['done: Sent', 'done: Accepted in part', 'done: NPF drafting group'];
    expect(lines([SENT, DECIDED, done])).toEqual(expected);
    expect(lines([SENT, fromAnswer])).toEqual(expected);
    expect(lines([SENT, fromAnswer, done])).toEqual(expected);
  });

  test('An answer that was replaced promises nothing any more', () => {
    const later: StoryAct = {
      ...DECIDED,
      at: at('05-10'),
      decisionId: 'd2',
      outcome: 'accept',
      dueOn: '2026-07-01',
    };
    const steps = tell([SENT, { ...DECIDED, isReplaced: true }, later]);
    expect(steps.filter(({ kind }) => kind === 'next_stop').map(({ dueOn }) => dueOn)).toEqual([
      '2026-07-01',
    ]);
    expect(steps[1]?.text).toBe('A later answer has replaced this one.');
  });

  test('An answer that never came is late from the day after it was promised', () => {
    const on = (day: string) =>
      tellStory({ acts: [SENT], promises: [ANSWER], now: at(day), isAuthor: true })[1];
    expect(on('05-20')).toMatchObject({ state: 'next', overdueDays: 0 });
    expect(on('05-21')).toMatchObject({ state: 'late', overdueDays: 1, text: '1 day overdue.' });
  });

  test('What she took back is owed nothing', () => {
    const withdrawn: StoryAct = {
      ...by,
      kind: 'withdrawn',
      at: at('04-20'),
      reason: 'The council did it.',
    };
    expect(lines([SENT, withdrawn], [ADOPTION, ANSWER])).toEqual([
      'done: Sent',
      'done: Taken back',
    ]);
  });

  test('She is told “you”, everybody else is told her name', () => {
    expect(tell([SENT])[0]?.text).toBe('You sent it.');
    expect(tell([SENT], [], false)[0]?.text).toBe('Asha Rahman sent it.');
  });

  test('Ranks, ties and the line below are told in words', () => {
    const said = (act: Partial<Extract<StoryAct, { kind: 'round_ranked' }>>) =>
      tell([{ ...RANKED, ...act }])[0]?.text;
    expect(said({})).toBe('In round 2 it came 4th of 143.');
    expect(said({ isTied: true })).toBe('In round 2 it shared 4th place of 143.');
    expect(said({ rank: null, votesNeeded: 40 })).toBe(
      'In round 2 it could not be ranked yet: it needed 40 more votes.',
    );
  });

  test('Acts of the same moment stay in the order of the record', () => {
    const moment = at('05-18');
    const published: StoryAct = {
      ...by,
      kind: 'draft_published',
      at: moment,
      draftTitle: 'Care',
      version: 2,
    };
    expect(lines([{ ...USED, at: moment }, published])).toEqual([
      'done: Used in paragraph 14',
      'done: Draft published',
    ]);
    expect(lines([published, { ...USED, at: moment }])).toEqual([
      'done: Draft published',
      'done: Used in paragraph 14',
    ]);
  });
});

describe('the story in brief', () => {
  test('Where it stands, what was last and what is next', () => {
    expect(inBrief(tell([SENT, DECIDED, USED], [ADOPTION]))).toEqual({
      latest: 'Used in paragraph 14, Monday 18 May 2026.',
      next: 'NPF drafting group (Health and Social Care) was due on Friday 15 May 2026: 8 days overdue.',
      isLate: true,
      standing: 'Used in paragraph 14, one step late, one step to go.',
    });
  });

  test('A proposal that has only been sent waits for its answer', () => {
    const promise: StoryPromise = { ...ANSWER, dueOn: '2026-06-12' };
    expect(inBrief(tell([SENT], [promise]))).toEqual({
      latest: 'Sent, Sunday 12 April 2026.',
      next: 'An answer is due (Health and Social Care), by Friday 12 June 2026.',
      isLate: false,
      standing: 'Sent, one step to go.',
    });
  });
});
