import { bodyId } from '../../../src/demo/ids.js';
import { crowd } from '../crowd.js';
import { consultationUnder, proposeMany } from '../electorate.js';
import { dayIn, evidenceOf, newId, openConsultation, paperOf } from '../over-http.js';
import type { Person, Stage } from '../stage.js';
import { type Creating, type Key, type Make, made, many, REFUSAL, turn } from './key.js';

/** How many people share the writing; the more there are, the longer it takes to sign them in. */
const WRITERS = 20;

export const openOne = async (on: Stage) => openConsultation(await on.as('helen'));

/** Proposals by twenty people. */
export async function propose(on: Stage, count: number, where?: string) {
  const consultationId = where ?? (await openOne(on));
  const writers = await crowd(on, Math.min(count, WRITERS));
  return {
    counted: `SELECT count(*) FROM proposal`,
    keys: many(count, (index) => {
      const id = newId();
      return {
        id,
        by: turn(writers, index),
        document: `mutation ($input: ProposeInput!) { answer: propose(input: $input) { __typename ... on Proposal { id number version } ${REFUSAL} } }`,
        variables: { input: { id, consultationId, statement: `Bus ${index}.`, argument: 'Yes.' } },
      };
    }),
  };
}

/** The ids of so many proposals that are there. */
export const proposals = async (on: Stage, count: number, where?: string): Promise<string[]> =>
  (await made(propose(on, count, where))).map(({ id }) => id);

/** Comments on a few proposals: by so many people in turn. */
export async function sendComment(on: Stage, count: number, people = Math.min(count, WRITERS)) {
  const about = await proposals(on, Math.min(count, WRITERS));
  const writers = await crowd(on, people);
  return {
    counted: `SELECT count(*) FROM comment`,
    keys: many(count, (index) => {
      const id = newId();
      return {
        id,
        by: turn(writers, index),
        document: `mutation ($input: CommentInput!) { answer: sendComment(input: $input) { __typename ... on Comment { id body } ${REFUSAL} } }`,
        variables: {
          input: { id, proposalId: turn(about, index), stance: 'for', body: `Word ${index}.` },
        },
      };
    }),
  };
}

export async function giveEvidence(on: Stage, count: number) {
  const [by, consultationId] = [await on.as('ewan'), await openOne(on)];
  return {
    counted: `SELECT count(*) FROM evidence`,
    keys: many(count, () => {
      const id = newId();
      return {
        id,
        by,
        document: `mutation ($input: EvidenceInput!) { answer: giveEvidence(input: $input) { __typename ... on Evidence { id claim } ${REFUSAL} } }`,
        variables: { input: evidenceOf(consultationId, 'sha', { id }) },
      };
    }),
  };
}

async function contestEvidence(on: Stage, count: number): Promise<Creating> {
  const [by, given] = [await on.as('kofi'), await made(giveEvidence(on, count))];
  return {
    counted: `SELECT count(*) FROM evidence_contest`,
    keys: given.map(({ id: evidenceId }) => ({
      by,
      document: `mutation ($id: ID!, $evidenceId: ID!, $bodyId: ID!) { answer: contestEvidence(id: $id, evidenceId: $evidenceId, bodyId: $bodyId, text: "Older figures.") { __typename ... on Evidence { id contests { id text } } ${REFUSAL} } }`,
      variables: { id: newId(), evidenceId, bodyId: bodyId('sera') },
    })),
  };
}

async function considerEvidence(on: Stage, count: number): Promise<Creating> {
  const [by, given] = [await on.as('helen'), await made(giveEvidence(on, count))];
  return {
    counted: `SELECT count(*) FROM record_entry WHERE kind = 'evidence_considered' AND about_kind = 'evidence'`,
    keys: given.map(({ id: evidenceId }) => ({
      by,
      document: `mutation ($evidenceId: ID!, $bodyId: ID!) { answer: considerEvidence(evidenceId: $evidenceId, bodyId: $bodyId, sentence: "We take the point on costs.") { __typename ... on Evidence { id considered { sentence } } ${REFUSAL} } }`,
      variables: { evidenceId, bodyId: bodyId('health') },
    })),
  };
}

async function createConsultation(on: Stage, count: number): Promise<Creating> {
  const by = await on.as('helen');
  return {
    counted: `SELECT count(*) FROM consultation`,
    keys: many(count, () => ({
      by,
      document: `mutation ($input: ConsultationInput!) { answer: createConsultation(input: $input) { __typename ... on Consultation { id phase } ${REFUSAL} } }`,
      variables: { input: paperOf() },
    })),
  };
}

const vote = (by: Person, proposalId: string): Key & { proposalId: string } => ({
  by,
  proposalId,
  document: `mutation ($id: ID!) { answer: castVote(proposalId: $id, choice: agree) { __typename ... on Vote { choice version commitment } ${REFUSAL} } }`,
  variables: { id: proposalId },
});

/** Every voter votes on every proposal, one after the other. */
export async function castVote(on: Stage, count: number, where?: string) {
  const ids = await proposals(on, Math.ceil(count / WRITERS), where);
  const voters = await crowd(on, Math.min(count, WRITERS));
  return {
    counted: `SELECT count(*) FROM vote`,
    keys: many(count, (index) =>
      vote(turn(voters, index), ids[Math.floor(index / WRITERS)] as string),
    ),
  };
}

async function castPriorityBallot(on: Stage, count: number): Promise<Creating> {
  const id = await consultationUnder(on, { phase: 'prioritising', rules: { joinedBy: null } });
  const ids = (await proposeMany(on, id, 3)).slice(0, 2);
  return {
    counted: `SELECT count(DISTINCT pseudonym) FROM priority_choice`,
    keys: (await crowd(on, count)).map((by) => ({
      by,
      document: `mutation ($id: ID!, $ids: [ID!]!) { answer: castPriorityBallot(consultationId: $id, proposalIds: $ids) { __typename ${REFUSAL} } }`,
      variables: { id, ids },
    })),
  };
}

async function markGoodPoint(on: Stage, count: number): Promise<Creating> {
  const sent = await made(sendComment(on, Math.ceil(count / WRITERS)));
  const readers = await crowd(on, Math.min(count, WRITERS));
  return {
    counted: `SELECT count(*) FROM good_point`,
    keys: many(count, (index) => ({
      by: turn(readers, index),
      document: `mutation ($id: ID!) { answer: markGoodPoint(commentId: $id, good: true) { __typename ... on Comment { id } ${REFUSAL} } }`,
      variables: { id: sent[Math.floor(index / WRITERS)]?.id },
    })),
  };
}

/** What is sent in and how it is found. */
export const CONTRIBUTIONS = {
  propose,
  sendComment,
  giveEvidence,
  contestEvidence,
  considerEvidence,
  createConsultation,
  castVote,
  castPriorityBallot,
  markGoodPoint,
} satisfies Record<string, Make>;

/** A day on which something is due. */
export const DUE = () => dayIn(20);
