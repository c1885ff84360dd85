import { randomUUID } from 'node:crypto';
import {
  changePhase,
  createConsultation,
  editConsultation,
} from '../../src/consultations/consultation.service.js';
import {
  editComment,
  sendComment,
  withdrawComment,
} from '../../src/contributions/comment.service.js';
import {
  considerEvidence,
  contestEvidence,
  giveEvidence,
  withdrawEvidence,
} from '../../src/contributions/evidence.service.js';
import {
  editProposal,
  propose,
  withdrawProposal,
} from '../../src/contributions/proposal.service.js';
import { completeNextStop, decide } from '../../src/decisions/decision.service.js';
import { bodyId } from '../../src/demo/ids.js';
import type { PersonKey } from '../../src/demo/script.js';
import { createDraft, saveDraft } from '../../src/drafts/draft.service.js';
import {
  adoptDraft,
  beginNextVersion,
  publishDraft,
} from '../../src/drafts/draft-version.service.js';
import type { EvidenceInput } from '../../src/graphql/generated.js';
import { publishRound } from '../../src/ranking/round.service.js';
import { makeBatch } from '../../src/voting/batch.service.js';
import { castVote, undoVote } from '../../src/voting/vote.service.js';
import { act } from './acting.js';
import { dayIn, evidenceOf, newId, paperOf } from './over-http.js';
import type { Stage } from './stage.js';
import { strangers, type Voter, voteAsBrowser } from './voters.js';

/** What a whole small deliberation made, by id. */
export interface Deliberated {
  consultation: string;
  proposals: string[];
  draft: string;
}

const AUTHORS = ['asha', 'callum', 'tom', 'gwenllian', 'ruth'] as const;

/** One of every public act there is, in one consultation of Health and social care, from paper to adoption. */
export async function deliberate(stage: Stage): Promise<Deliberated> {
  const { consultation, proposals } = await discussed(stage);
  const decision = await answered(stage, consultation, proposals);
  const draft = await drafted(stage, consultation, proposals, decision);
  return { consultation, proposals, draft };
}

const now = () => new Date();

async function discussed(stage: Stage) {
  const as = <T>(person: PersonKey, write: Parameters<typeof act<T>>[3]) =>
    act(stage, person, now(), write);
  const paper = { ...paperOf(), votesUntil: new Date(Date.now() + 30 * 24 * 3600 * 1000) };
  const input = { ...paper, template: 'local' as const };
  const { id: consultation } = await as('helen', (it) => createConsultation(it, input));
  await as('helen', (it) => editConsultation(it, { ...input, title: 'Buses after eight' }));
  const open = { consultationId: consultation, to: 'open' as const, reason: null };
  await as('helen', (it) => changePhase(it, open));
  const proposals: string[] = [];
  for (const [at, person] of AUTHORS.entries()) {
    const words = {
      statement: `Let bus ${at + 1} run until midnight.`,
      argument: 'Shifts end late.',
    };
    const given = { id: newId(), consultationId: consultation, ...words };
    const tagged = at === 0 ? { commissionIds: [bodyId('transport')] } : {};
    proposals.push((await as(person, (it) => propose(it, { ...given, ...tagged }))).id);
  }
  const [first = '', , , , last = ''] = proposals;
  const words = { statement: 'Let bus 1 run until one.', argument: 'Shifts end later.' };
  const edit = { id: first, version: 1, ...words, reason: 'A nurse told me.' };
  await as('asha', (it) => editProposal(it, edit));
  await as('ruth', (it) => withdrawProposal(it, { id: last, reason: 'It runs already.' }));
  await talked(stage, first);
  await witnessed(stage, consultation, first);
  for (const person of AUTHORS.slice(0, 4)) {
    for (const proposalId of proposals.slice(0, 4)) {
      const vote = { proposalId, choice: 'agree' as const };
      await act(stage, person, now(), (it) => castVote(it, vote)).catch(() => undefined);
    }
  }
  await crowdVotes(stage, consultation, proposals.slice(0, 4));
  const round = { id: newId(), consultationId: consultation };
  await as('helen', (it) => publishRound(it, round));
  return { consultation, proposals };
}

/** A dozen strangers vote, one changes her mind and one takes it back; their votes are fixed, and some after that wait. */
async function crowdVotes(stage: Stage, consultation: string, proposals: readonly string[]) {
  const [first = '', second = ''] = proposals;
  const [late, ...people] = (await strangers(stage, 13)) as [Voter, ...Voter[]];
  for (const voter of people) {
    for (const proposalId of proposals) {
      await voteAsBrowser(voter, consultation, { proposalId, choice: 'agree' });
    }
  }
  const [one, two] = people as [Voter, Voter];
  await voteAsBrowser(one, consultation, { proposalId: first, choice: 'pass' });
  await two.act((acting) => undoVote(acting, { proposalId: first }));
  await stage.database.transaction((tx) => makeBatch(tx, consultation, { at: now() }));
  await voteAsBrowser(late, consultation, { proposalId: second, choice: 'agree' });
}

async function talked(stage: Stage, proposalId: string): Promise<void> {
  const ids: string[] = [];
  for (const person of ['callum', 'tom', 'gwenllian'] as const) {
    const input = {
      id: newId(),
      proposalId,
      stance: 'for' as const,
      body: `I agree, says ${person}.`,
    };
    ids.push((await act(stage, person, now(), (it) => sendComment(it, input))).id);
  }
  const [first = '', second = ''] = ids;
  const changed = { id: first, stance: 'against' as const, body: 'On reflection, no.' };
  await act(stage, 'callum', now(), (it) => editComment(it, changed));
  await act(stage, 'tom', now(), (it) => withdrawComment(it, { id: second }));
}

async function witnessed(stage: Stage, consultation: string, proposalId: string): Promise<void> {
  const given = async (about: string | null) => {
    const input = evidenceOf(consultation, 'sha', { proposalId: about }) as EvidenceInput;
    return (await act(stage, 'ewan', now(), (it) => giveEvidence(it, input))).id;
  };
  const evidenceId = await given(proposalId);
  const contest = { id: newId(), evidenceId, bodyId: bodyId('sera'), text: 'Three towns say no.' };
  await act(stage, 'kofi', now(), (it) => contestEvidence(it, contest));
  const considered = { evidenceId, bodyId: bodyId('health'), sentence: 'It made us think again.' };
  await act(stage, 'helen', now(), (it) => considerEvidence(it, considered));
  const taken = { id: await given(null), reason: 'It was last year’s.' };
  await act(stage, 'ewan', now(), (it) => withdrawEvidence(it, taken));
}

async function answered(stage: Stage, consultation: string, proposals: readonly string[]) {
  const review = {
    consultationId: consultation,
    to: 'reviewing' as const,
    reason: 'Enough was said.',
  };
  await act(stage, 'helen', now(), (it) => changePhase(it, review));
  const [first = '', second = '', third = ''] = proposals;
  const answer = async (proposalId: string, rest: object) => {
    const input = {
      id: newId(),
      proposalId,
      bodyId: bodyId('health'),
      outcome: 'accept' as const,
      reason: 'It is cheap, and the evidence is strong.',
      nextStop: 'The draft',
      dueOn: dayIn(20),
      ...rest,
    };
    return (await act(stage, 'helen', now(), (it) => decide(it, input))).id;
  };
  await answer(first, { outcome: 'refer', referredToId: bodyId('transport') });
  const decisionId = await answer(first, {});
  await answer(second, { outcome: 'merge', mergedIntoId: first });
  await answer(third, { outcome: 'not_take_forward', reason: 'There is no such bus.' });
  const reached = { decisionId, note: 'It is in paragraph 1.' };
  await act(stage, 'helen', now(), (it) => completeNextStop(it, reached));
  return decisionId;
}

async function drafted(
  stage: Stage,
  consultationId: string,
  [first = '']: readonly string[],
  decisionId: string,
): Promise<string> {
  const as = <T>(write: Parameters<typeof act<T>>[3]) => act(stage, 'helen', now(), write);
  const words = { title: 'Buses for all', summary: 'They run.' };
  const input = { id: newId(), consultationId, bodyId: bodyId('health'), ...words };
  const { id } = await as((it) => createDraft(it, input));
  const paragraph = (text: string, source: object) => ({
    id: randomUUID(),
    text,
    sources: [{ id: randomUUID(), ...source }],
  });
  const paragraphs = [
    paragraph('Buses run until one.', { proposalId: first, note: 'An hour later.' }),
    paragraph('Shifts are asked for.', { decisionId }),
  ];
  await as((it) => saveDraft(it, { draftId: id, revision: 0, ...words, paragraphs }));
  await as((it) => publishDraft(it, { draftId: id, note: 'The first.' }));
  const vote = { meeting: 'Health commission', for: 9, against: 2, abstained: 1 };
  await as((it) => beginNextVersion(it, { draftId: id }));
  await as((it) => publishDraft(it, { draftId: id, note: 'The second.' }));
  await as((it) => adoptDraft(it, { draftId: id, ...vote }));
  return id;
}
