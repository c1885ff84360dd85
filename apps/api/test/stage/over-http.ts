import { addDays, ukDay } from '@clarion/deliberation';
import { v7 } from 'uuid';
import type { BodyKey } from '../../src/demo/bodies.js';
import { bodyId } from '../../src/demo/ids.js';
import type { Person } from './stage.js';

/** A new id, as a client makes it. */
export const newId = (): string => v7();

const REFUSAL = '... on Refusal { reason message field }';
const DAY_MS = 24 * 60 * 60 * 1000;
export const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();
/** By clocks in the United Kingdom, as rules count days: in summer it is tomorrow there from eleven in the evening on. */
export const dayIn = (days: number): string => addDays(ukDay(new Date()), days);

/** What a mutation answers: the thing, or a refusal with its reason. */
export interface Answer {
  __typename: string;
  id: string;
  reason?: string;
  message?: string;
  field?: string | null;
  [field: string]: unknown;
}

export const paperOf = (changes: Record<string, unknown> = {}) => ({
  id: newId(),
  title: 'Buses after seven',
  question: 'What should every town be able to count on after seven in the evening?',
  paper: '## Where we are\n\nThe last bus leaves at 18.40.',
  questions: ['When is your last bus?'],
  commissionIds: [bodyId('health')],
  template: 'local',
  votesUntil: inDays(30),
  answersBy: dayIn(60),
  ...changes,
});

export async function createConsultation(by: Person, input = paperOf()): Promise<Answer> {
  const { createConsultation } = await by.ask(
    `mutation ($input: ConsultationInput!) { createConsultation(input: $input) {
      __typename ... on Consultation { id title phase paper rules { template frozenAt } } ${REFUSAL} } }`,
    { input },
  );
  return createConsultation;
}

export async function changePhase(
  by: Person,
  consultationId: string,
  to: string,
  reason: string | null = null,
): Promise<Answer> {
  const { changePhase } = await by.ask(
    `mutation ($id: ID!, $to: Phase!, $reason: String) {
      changePhase(consultationId: $id, to: $to, reason: $reason) {
        __typename ... on Consultation { id phase rules { frozenAt } } ${REFUSAL} } }`,
    { id: consultationId, to, reason },
  );
  return changePhase;
}

/** A consultation that members can vote and write in. */
export async function openConsultation(by: Person, changes: Record<string, unknown> = {}) {
  const { id } = await createConsultation(by, paperOf(changes));
  await changePhase(by, id, 'open');
  return id;
}

export async function propose(
  by: Person,
  consultationId: string,
  changes: Record<string, unknown> = {},
): Promise<Answer> {
  const { propose } = await by.ask(
    `mutation ($input: ProposeInput!) { propose(input: $input) {
      __typename ... on Proposal { id number statement version status onBehalfOf { name } } ${REFUSAL} } }`,
    {
      input: {
        id: newId(),
        consultationId,
        statement: 'Run the last bus no earlier than half past ten.',
        argument: 'A cleaner who finishes at ten cannot walk six miles home.',
        ...changes,
      },
    },
  );
  return propose;
}

export async function comment(
  by: Person,
  proposalId: string,
  changes: Record<string, unknown> = {},
): Promise<Answer> {
  const { sendComment } = await by.ask(
    `mutation ($input: CommentInput!) { sendComment(input: $input) {
      __typename ... on Comment { id depth stance body } ${REFUSAL} } }`,
    {
      input: {
        id: newId(),
        proposalId,
        stance: 'for',
        body: 'The hospital shift ends at ten, so half past ten is the least.',
        ...changes,
      },
    },
  );
  return sendComment;
}

export const evidenceOf = (
  consultationId: string,
  body: BodyKey,
  changes: Record<string, unknown> = {},
) => ({
  id: newId(),
  consultationId,
  proposalId: null,
  bodyId: bodyId(body),
  authorName: 'Dr Ewan Leckie, salaried NHS dentist',
  claim: 'Late buses fill up within two years.',
  detail: 'In four of five towns the ten o’clock bus carried more people each year.',
  confidence: 'medium',
  confidenceReason: '5 towns, 3 years',
  costFlag: true,
  legalFlag: false,
  declaredInterest: 'None',
  mandate: 'Agreed by the policy committee on 3 March, 9 to 1',
  sources: [{ title: 'Bus statistics', url: 'https://www.example.org/buses' }],
  ...changes,
});

export async function giveEvidence(by: Person, input: ReturnType<typeof evidenceOf>) {
  const { giveEvidence } = await by.ask(
    `mutation ($input: EvidenceInput!) { giveEvidence(input: $input) {
      __typename ... on Evidence { id claim body { name } considered { sentence } contests { text } } ${REFUSAL} } }`,
    { input },
  );
  return giveEvidence as Answer;
}
