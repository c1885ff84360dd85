import { bodyId } from '../../../src/demo/ids.js';
import { changePhase, newId } from '../over-http.js';
import type { Stage } from '../stage.js';
import { castVote, DUE, openOne, proposals } from './contributions.js';
import { type Creating, type Make, made, many, REFUSAL, turn } from './key.js';

const DRAFT = `__typename ... on Draft { id title revision version { number status } paragraphs { id number text } } ${REFUSAL}`;
const WORDS = { title: 'Buses', summary: 'S.' };

/** Answers to a few proposals, one after the other. */
async function decide(on: Stage, count: number, about?: readonly string[]) {
  const ids = about ?? (await proposals(on, Math.min(count, 20)));
  const by = await on.as('helen');
  return {
    counted: `SELECT count(*) FROM decision`,
    keys: many(count, (index) => {
      const id = newId();
      return {
        id,
        by,
        document: `mutation ($input: DecisionInput!) { answer: decide(input: $input) { __typename ... on Decision { id outcome } ${REFUSAL} } }`,
        variables: {
          input: {
            ...{ id, proposalId: turn(ids, index), bodyId: bodyId('health'), outcome: 'accept' },
            ...{ reason: `It is right, ${index}.`, nextStop: 'The draft', dueOn: DUE() },
          },
        },
      };
    }),
  };
}

/** Whoever agreed says whether the answer met the point. */
async function answerVerdict(on: Stage, count: number): Promise<Creating> {
  const votes = await made(castVote(on, count));
  const about = [...new Set(votes.map(({ proposalId }) => proposalId))];
  const answered = await made(decide(on, about.length, about));
  return {
    counted: `SELECT count(*) FROM answer_verdict`,
    keys: votes.map(({ by, proposalId }) => ({
      by,
      document: `mutation ($id: ID!) { answer: answerVerdict(decisionId: $id, verdict: yes) { __typename ... on Decision { id } ${REFUSAL} } }`,
      variables: { id: answered[about.indexOf(proposalId)]?.id },
    })),
  };
}

/** As each round takes its turn in a consultation, there are a few. */
async function publishRound(on: Stage, count: number): Promise<Creating> {
  const by = await on.as('helen');
  const where = await Promise.all(many(Math.min(count, 4), () => openOne(on)));
  for (const each of where) await made(castVote(on, 3, each));
  return {
    counted: `SELECT count(*) FROM round`,
    keys: many(count, (index) => ({
      by,
      document: `mutation ($id: ID!, $consultationId: ID!) { answer: publishRound(id: $id, consultationId: $consultationId) { __typename ... on Round { id number manifestSha256 } ${REFUSAL} } }`,
      variables: { id: newId(), consultationId: turn(where, index) },
    })),
  };
}

async function createDraft(on: Stage, count: number, where?: string) {
  const [by, consultationId] = [await on.as('helen'), where ?? (await openOne(on))];
  return {
    counted: `SELECT count(*) FROM draft`,
    keys: many(count, () => {
      const id = newId();
      return {
        id,
        by,
        document: `mutation ($input: DraftInput!) { answer: createDraft(input: $input) { ${DRAFT} } }`,
        variables: { input: { id, consultationId, bodyId: bodyId('npf'), ...WORDS } },
      };
    }),
  };
}

async function saveDraft(on: Stage, count: number, where?: string) {
  const consultationId = where ?? (await openOne(on));
  const [proposalId] = await proposals(on, 1, consultationId);
  return {
    counted: `SELECT sum(revision) FROM draft_version`,
    keys: (await made(createDraft(on, count, consultationId))).map(({ id, by }) => ({
      id,
      by,
      document: `mutation ($draftId: ID!, $title: String!, $summary: String!, $paragraphs: [ParagraphInput!]!) { answer: saveDraft(draftId: $draftId, revision: 0, title: $title, summary: $summary, paragraphs: $paragraphs) { ${DRAFT} } }`,
      variables: {
        draftId: id,
        ...WORDS,
        paragraphs: [
          { id: newId(), text: 'Run them.', sources: [{ id: newId(), proposalId }] },
          { id: newId(), text: 'Late.', ownReason: 'Ours.', sources: [] },
        ],
      },
    })),
  };
}

async function publishDraft(on: Stage, count: number, where?: string) {
  return {
    counted: `SELECT count(*) FROM draft_version WHERE status = 'published'`,
    keys: (await made(saveDraft(on, count, where))).map(({ id, by }) => ({
      id,
      by,
      document: `mutation ($draftId: ID!) { answer: publishDraft(draftId: $draftId, note: "First.", version: 1) { ${DRAFT} } }`,
      variables: { draftId: id },
    })),
  };
}

export async function beginNextVersion(on: Stage, count: number) {
  return {
    counted: `SELECT count(*) FROM draft_version`,
    keys: (await made(publishDraft(on, count))).map((published) => ({
      published,
      by: published.by,
      document: `mutation ($draftId: ID!) { answer: beginNextVersion(draftId: $draftId, after: 1) { ${DRAFT} } }`,
      variables: { draftId: published.id },
    })),
  };
}

/** Published drafts of a consultation that is being reviewed, which the forum adopts. */
async function adoptDraft(on: Stage, count: number): Promise<Creating> {
  const consultationId = await openOne(on);
  const published = await made(publishDraft(on, count, consultationId));
  await changePhase(await on.as('helen'), consultationId, 'reviewing');
  const by = await on.as('faisal');
  return {
    counted: `SELECT count(*) FROM adoption`,
    keys: published.map(({ id: draftId }) => ({
      by,
      document: `mutation ($input: AdoptionInput!) { answer: adoptDraft(input: $input) { ${DRAFT} } }`,
      variables: {
        input: { draftId, meeting: 'The forum on 3 March', for: 20, against: 3, abstained: 1 },
      },
    })),
  };
}

/** What bodies make of what was sent in. */
export const ANSWERS = {
  decide,
  answerVerdict,
  publishRound,
  createDraft,
  saveDraft,
  publishDraft,
  beginNextVersion,
  adoptDraft,
} satisfies Record<string, Make>;
