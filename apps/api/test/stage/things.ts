import type { BodyKey } from '../../src/demo/bodies.js';
import { bodyId } from '../../src/demo/ids.js';
import type { Known } from './every-field.js';
import {
  changePhase,
  comment,
  createConsultation,
  dayIn,
  evidenceOf,
  giveEvidence,
  newId,
  paperOf,
  propose,
} from './over-http.js';
import type { Person } from './stage.js';

/** One of everything that something may be asked about, by its id. */
export interface Things {
  bodyId: string;
  consultation: string;
  proposal: string;
  comment: string;
  evidence: string;
  decision: string;
  draft: string;
}

async function done<T extends { id: string }>(
  by: Person,
  document: string,
  input: T,
): Promise<string> {
  const reply = await by.ask<Record<string, { __typename: string; message?: string }>>(document, {
    input,
  });
  const [answer] = Object.values(reply);
  if (answer?.__typename === 'Refusal') throw new Error(answer.message);
  return input.id;
}

/** Proposes and comments as somebody; the ids of both. */
export async function contribute(by: Person, consultationId: string) {
  const proposal = (await propose(by, consultationId)).id;
  return { proposal, comment: (await comment(by, proposal)).id };
}

export interface Cast {
  body: BodyKey;
  /** Convenes, answers and drafts for that body. */
  officer: Person;
  author: Person;
  witness: Person;
  /** The body that the witness gives evidence for, where it is another one. */
  evidenceOf?: BodyKey;
}

const ANSWER = `mutation ($input: DecisionInput!) {
  decide(input: $input) { __typename ... on Refusal { message } } }`;
const DRAFT = `mutation ($input: DraftInput!) {
  createDraft(input: $input) { __typename ... on Refusal { message } } }`;

/** Answers a proposal and begins a draft as an officer of a body; the ids of both. */
export async function decideAndDraft(
  by: Person,
  bodyKey: BodyKey,
  { consultation, proposal }: Pick<Things, 'consultation' | 'proposal'>,
) {
  const body = { bodyId: bodyId(bodyKey) };
  const stop = { nextStop: 'The draft', dueOn: dayIn(20) };
  const words = { outcome: 'accept', reason: 'It is right.', ...stop };
  const title = { title: 'Buses', summary: 'S.' };
  return {
    decision: await done(by, ANSWER, { id: newId(), proposalId: proposal, ...body, ...words }),
    draft: await done(by, DRAFT, { id: newId(), consultationId: consultation, ...body, ...title }),
  };
}

/** One of everything in a consultation of its own, that runs or has ended. */
export async function makeThings(
  { body, officer, author, witness, evidenceOf: witnessed = body }: Cast,
  stands: 'open' | 'withdrawn',
): Promise<Things> {
  const paper = paperOf({ commissionIds: [bodyId(body)], template: 'standard' });
  const { id: consultation } = await createConsultation(officer, paper);
  await changePhase(officer, consultation, 'open');
  const sent = await contribute(author, consultation);
  const evidence = (await giveEvidence(witness, evidenceOf(consultation, witnessed))).id;
  const answered = await decideAndDraft(officer, body, { consultation, ...sent });
  if (stands === 'withdrawn') await changePhase(officer, consultation, stands, 'It is over.');
  return { bodyId: bodyId(body), consultation, ...sent, evidence, ...answered };
}

/** What `id` names, by the field that takes it; a new thing where it is none of these. */
const ABOUT: Record<string, keyof Things> = {
  consultation: 'consultation',
  editConsultation: 'consultation',
  proposal: 'proposal',
  editProposal: 'proposal',
  withdrawProposal: 'proposal',
  comment: 'comment',
  editComment: 'comment',
  withdrawComment: 'comment',
  withdrawEvidence: 'evidence',
  draft: 'draft',
};

/** Whether a field is asked about something that is there already. */
export const isAboutOne = (field: string): boolean => field in ABOUT;

const NAMED: [RegExp, (things: Things) => unknown][] = [
  [/^commissionIds$/, (things) => [things.bodyId]],
  [/^(bodyId|commissionId)$/, (things) => things.bodyId],
  [/^consultationId$/, (things) => things.consultation],
  [/^(proposalId|contributionId)$/, (things) => things.proposal],
  [/^commentId$/, (things) => things.comment],
  [/^evidenceId$/, (things) => things.evidence],
  [/^draftId$/, (things) => things.draft],
  [/^decisionId$/, (things) => things.decision],
];

/** The things as arguments of whatever field. Text is a word that only papers in preparation have. */
export const asArguments =
  (things: Things): Known =>
  (name, field) => {
    const about = ABOUT[field];
    if (name === 'id') return about ? things[about] : newId();
    if (name === 'text' && field !== 'saveDraft') return 'Quokka';
    if (field === 'giveEvidence' && name === 'proposalId') return null;
    return NAMED.find(([pattern]) => pattern.test(name))?.[1](things);
  };
