import { crowd } from '../crowd.js';
import { newId } from '../over-http.js';
import type { Stage } from '../stage.js';
import { proposals, sendComment } from './contributions.js';
import { type Creating, type Make, made, many, REFUSAL, turn } from './key.js';

const ACT = `__typename ... on ModerationAct { id act isReversed appeal { isUpheld answer } } ${REFUSAL}`;

/** So many that of a thousand reports none is beyond the day's limit of its reader. */
const READERS = 50;

async function report(on: Stage, count: number): Promise<Creating> {
  const about = await proposals(on, Math.ceil(count / READERS));
  const readers = await crowd(on, Math.min(count, READERS));
  return {
    counted: `SELECT count(*) FROM report WHERE reporter_id IS NOT NULL`,
    keys: many(count, (index) => ({
      by: turn(readers, index),
      document: `mutation ($input: ReportInput!) { answer: report(input: $input) { __typename ... on OwnReport { id isOpen } ${REFUSAL} } }`,
      variables: {
        input: {
          ...{ id: newId(), aboutId: about[Math.floor(index / READERS)] },
          ...{ reason: 'abuse', words: 'It calls her a liar.' },
        },
      },
    })),
  };
}

async function reportUnlawful(on: Stage, count: number): Promise<Creating> {
  const [by, about] = [await on.as('visitor'), await proposals(on, count)];
  return {
    counted: `SELECT count(*) FROM report WHERE reporter_id IS NULL`,
    keys: about.map((id) => ({
      by,
      document: `mutation ($input: ReportUnlawfulInput!) { answer: reportUnlawful(input: $input) { __typename ... on ReportReceived { id } ${REFUSAL} } }`,
      variables: { input: { id: newId(), place: `/proposals/${id}`, words: 'A child’s name.' } },
    })),
  };
}

/** Comments of others that Joan hides. */
async function moderate(on: Stage, count: number, reason = 'abuse') {
  const [by, sent] = [await on.as('joan'), await made(sendComment(on, count))];
  return {
    counted: `SELECT count(*) FROM moderation_act`,
    keys: sent.map(({ id: aboutId, by: author }) => {
      const id = newId();
      return {
        ...{ id, by, author, aboutId },
        document: `mutation ($input: ModerateInput!) { answer: moderate(input: $input) { ${ACT} } }`,
        variables: { input: { id, aboutId, act: 'hide', reason, note: '' } },
      };
    }),
  };
}

/** Each of another author. */
async function suspend(on: Stage, count: number): Promise<Creating> {
  const [by, sent] = [await on.as('joan'), await made(sendComment(on, count, count))];
  return {
    counted: `SELECT count(*) FROM member WHERE suspended_until IS NOT NULL`,
    keys: sent.map(({ id: aboutId }) => ({
      by,
      document: `mutation ($input: SuspendInput!) { answer: suspend(input: $input) { ${ACT} } }`,
      variables: { input: { id: newId(), aboutId, days: 7, reason: 'abuse', note: '' } },
    })),
  };
}

async function undoModeration(on: Stage, count: number): Promise<Creating> {
  return {
    counted: `SELECT count(*) FROM moderation_act WHERE reverses_id IS NOT NULL`,
    keys: (await made(moderate(on, count))).map(({ id: actId, by }) => ({
      by,
      document: `mutation ($input: UndoModerationInput!) { answer: undoModeration(input: $input) { ${ACT} } }`,
      variables: { input: { id: newId(), actId, reason: 'mistake', note: '' } },
    })),
  };
}

async function readSealed(on: Stage, count: number): Promise<Creating> {
  return {
    counted: `SELECT count(*) FROM moderation_act WHERE act = 'read'`,
    keys: (await made(moderate(on, count, 'unlawful'))).map(({ aboutId, by }) => ({
      by,
      document: `mutation ($input: ReadSealedInput!) { answer: readSealed(input: $input) { __typename ... on SealedWords { act { id } words { text } } ${REFUSAL} } }`,
      variables: { input: { id: newId(), aboutId, reason: 'for_duty' } },
    })),
  };
}

async function appeal(on: Stage, count: number) {
  return {
    counted: `SELECT count(*) FROM appeal`,
    keys: (await made(moderate(on, count))).map(({ id: actId, author: by }) => {
      const id = newId();
      return {
        id,
        by,
        document: `mutation ($id: ID!, $actId: ID!) { answer: appeal(id: $id, actId: $actId, words: "I argued with what she said.") { ${ACT} } }`,
        variables: { id, actId },
      };
    }),
  };
}

async function answerAppeal(on: Stage, count: number): Promise<Creating> {
  const [by, appealed] = [await on.as('priya'), await made(appeal(on, count))];
  return {
    counted: `SELECT count(*) FROM appeal WHERE answered_at IS NOT NULL`,
    keys: appealed.map(({ id: appealId }) => ({
      by,
      document: `mutation ($input: AppealAnswerInput!) { answer: answerAppeal(input: $input) { ${ACT} } }`,
      variables: { input: { id: newId(), appealId, isUpheld: true, answer: 'You did argue.' } },
    })),
  };
}

/** What is reported, what moderators do about it, and what is said against that. */
export const MODERATION = {
  report,
  reportUnlawful,
  moderate,
  suspend,
  undoModeration,
  readSealed,
  appeal,
  answerAppeal,
} satisfies Record<string, Make>;
