import type { Breach, ModeratorMay, Reading } from '@clarion/deliberation';
import { type Answer, newId } from './over-http.js';
import type { Person } from './stage.js';

const REFUSAL = '... on Refusal { reason message field }';
const ACT = `__typename ... on ModerationAct { id act code isReversed toAuthor by { displayName }
  goesOnAt until appeal { dueOn answeredAt isUpheld answer } } ${REFUSAL}`;

async function mutate(by: Person, name: string, type: string, input: object): Promise<Answer> {
  const reply = await by.ask(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${name.startsWith('report') ? '' : ACT}
      ${name === 'report' ? `__typename ... on OwnReport { id outcome isOpen } ${REFUSAL}` : ''}
      ${name === 'reportUnlawful' ? `__typename ... on ReportReceived { id } ${REFUSAL}` : ''} } }`,
    { input },
  );
  return reply[name];
}

export const report = (
  by: Person,
  aboutId: string,
  changes: { id?: string; reason?: Breach; words?: string } = {},
) =>
  mutate(by, 'report', 'ReportInput', {
    ...{ id: newId(), aboutId, reason: 'abuse', words: 'He calls her a liar.' },
    ...changes,
  });

export const reportUnlawful = (by: Person, input: { id?: string; place: string; words?: string }) =>
  mutate(by, 'reportUnlawful', 'ReportUnlawfulInput', {
    ...{ id: newId(), words: 'It names a child.' },
    ...input,
  });

export const moderate = (
  by: Person,
  aboutId: string,
  changes: {
    id?: string;
    act?: ModeratorMay;
    reason?: Breach;
    note?: string;
    toId?: string | null;
  } = {},
) =>
  mutate(by, 'moderate', 'ModerateInput', {
    ...{ id: newId(), aboutId, act: 'hide', reason: 'abuse', note: '' },
    ...changes,
  });

export const suspend = (
  by: Person,
  aboutId: string,
  changes: { id?: string; days?: number; reason?: Breach; note?: string } = {},
) =>
  mutate(by, 'suspend', 'SuspendInput', {
    ...{ id: newId(), aboutId, days: 7, reason: 'abuse', note: '' },
    ...changes,
  });

export const undo = (
  by: Person,
  actId: string,
  changes: { id?: string; reason?: 'mistake' | 'put_right'; note?: string } = {},
) =>
  mutate(by, 'undoModeration', 'UndoModerationInput', {
    ...{ id: newId(), actId, reason: 'mistake', note: '' },
    ...changes,
  });

export async function appeal(
  by: Person,
  actId: string,
  { id = newId(), words = 'I argued with what she said, not with her.' } = {},
): Promise<Answer> {
  const reply = await by.ask(
    `mutation ($id: ID!, $actId: ID!, $words: String!) {
      appeal(id: $id, actId: $actId, words: $words) { ${ACT} } }`,
    { id, actId, words },
  );
  return reply.appeal;
}

export const answerAppeal = (
  by: Person,
  appealId: string,
  changes: { id?: string; isUpheld?: boolean; answer?: string } = {},
) =>
  mutate(by, 'answerAppeal', 'AppealAnswerInput', {
    ...{ id: newId(), appealId, isUpheld: true, answer: 'You did argue with what she said.' },
    ...changes,
  });

/** A page of the queue as a moderator reads it. */
export async function queue(by: Person, first = 50, after: string | null = null) {
  const { moderation } = await by.ask(
    `query ($first: Int!, $after: String) { moderation { queue(first: $first, after: $after) { totalCount
      pageInfo { hasNextPage endCursor } edges { node { id reportCount isUnlawful viewerMay whyNot
      viewerMaySuspend words { label text } contribution { __typename ... on Comment { body author { name } }
      ... on Proposal { statement } } consultation { id } proposal { id } parent { id } replies { id }
      reports { reason words isByVisitor } author { name isNew hidden sent suspendedUntil }
      earlier { act by { displayName } } } } } } }`,
    { first, after },
  );
  return moderation?.queue;
}

/** Reads what is under seal. */
export async function readSealed(
  by: Person,
  aboutId: string,
  { id = newId(), reason = 'for_duty' }: { id?: string; reason?: Reading } = {},
): Promise<Answer> {
  const reply = await by.ask(
    `mutation ($input: ReadSealedInput!) { readSealed(input: $input) { __typename
      ... on SealedWords { act { id act code } words { label text } } ${REFUSAL} } }`,
    { input: { id, aboutId, reason } },
  );
  return reply.readSealed;
}
