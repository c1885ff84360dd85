import { bodyId } from '../../src/demo/ids.js';
import { campsVote } from './camps.js';
import {
  comment,
  dayIn,
  evidenceOf,
  giveEvidence,
  newId,
  openConsultation,
  propose,
} from './over-http.js';
import type { Person, Stage } from './stage.js';
import type { Things } from './things.js';

/** A word that stands in what is hidden and nowhere else. */
export const CANARY = 'Xylophonist';

/** Asks for something that must not be refused. */
export async function done(by: Person, document: string, variables: Record<string, unknown>) {
  const answer = Object.values(await by.ask(document, variables))[0] as {
    message?: string;
    id: string;
  };
  if (answer.message) throw new Error(answer.message);
  return answer;
}

/** A proposal, a comment and evidence with the word, edited, voted on, chosen, ranked, answered and cited. */
export async function makeCanaries(stage: Stage): Promise<{ things: Things; roundId: string }> {
  const [helen, asha, tom, ewan] = [
    await stage.as('helen'),
    await stage.as('asha'),
    await stage.as('tom'),
    await stage.as('ewan'),
  ];
  const consultation = await openConsultation(helen, { template: 'quick' });
  const word = (rest: string) => `${CANARY} ${rest}`;
  const { id: proposal } = await propose(tom, consultation, {
    statement: word('first.'),
    argument: word('because.'),
  });
  const { id: other } = await propose(asha, consultation, { statement: 'Late buses.' });
  await done(
    tom,
    `mutation ($input: EditProposalInput!) { editProposal(input: $input) {
      ... on Proposal { id } ... on Refusal { message } } }`,
    {
      input: {
        id: proposal,
        version: 1,
        ...{ statement: word('second.'), argument: word('still.'), reason: word('reason.') },
      },
    },
  );
  const { id: reply } = await comment(tom, other, { body: word('says this.') });
  await done(
    tom,
    `mutation ($id: ID!, $body: Markdown!) { editComment(id: $id, stance: against, body: $body) {
      ... on Comment { id } ... on Refusal { message } } }`,
    { id: reply, body: word('says that.') },
  );
  const { id: evidence } = await giveEvidence(
    ewan,
    evidenceOf(consultation, 'sha', {
      proposalId: other,
      authorName: word('author'),
      claim: word('claim.'),
      detail: word('detail.'),
      confidenceReason: word('confidence'),
      declaredInterest: word('interest'),
      mandate: word('mandate'),
      sources: [{ title: word('source'), url: 'https://www.example.org/Xylophonist' }],
    }),
  );
  await campsVote(
    stage,
    consultation,
    [proposal, other],
    [
      { people: 30, says: '+-' },
      { people: 20, says: '-+' },
    ],
  );
  const { id: decision } = await done(
    helen,
    `mutation ($input: DecisionInput!) { decide(input: $input) {
      ... on Decision { id } ... on Refusal { message } } }`,
    {
      input: {
        ...{ id: newId(), proposalId: other, bodyId: bodyId('health'), outcome: 'merge' },
        ...{ reason: 'The same.', nextStop: 'The draft', dueOn: dayIn(20), mergedIntoId: proposal },
      },
    },
  );
  const { id: round } = await done(
    helen,
    `mutation ($id: ID!, $consultationId: ID!) { publishRound(id: $id, consultationId: $consultationId) {
      ... on Round { id } ... on Refusal { message } } }`,
    { id: newId(), consultationId: consultation },
  );
  const { id: draft } = await done(
    helen,
    `mutation ($input: DraftInput!) { createDraft(input: $input) {
      ... on Draft { id } ... on Refusal { message } } }`,
    {
      input: {
        ...{ id: newId(), consultationId: consultation, bodyId: bodyId('health') },
        ...{ title: 'Buses', summary: 'What we write.' },
      },
    },
  );
  const sources = [{ proposalId: proposal }, { commentId: reply }, { evidenceId: evidence }].map(
    (source) => ({ id: newId(), ...source }),
  );
  await done(
    helen,
    `mutation ($id: ID!, $paragraphs: [ParagraphInput!]!) { saveDraft(draftId: $id, revision: 0,
      title: "Buses", summary: "What we write.", paragraphs: $paragraphs) {
      ... on Draft { id } ... on Refusal { message } } }`,
    { id: draft, paragraphs: [{ id: newId(), text: 'Every town has a late bus.', sources }] },
  );
  await done(
    helen,
    `mutation ($id: ID!) { publishDraft(draftId: $id, note: "The first.") {
      ... on Draft { id } ... on Refusal { message } } }`,
    { id: draft },
  );
  const bodyOf = bodyId('health');
  return {
    roundId: round,
    things: { bodyId: bodyOf, consultation, proposal, comment: reply, evidence, decision, draft },
  };
}
