import { createHash, randomUUID } from 'node:crypto';
import type { TemplateName } from '@clarion/deliberation';
import { changePhase, createConsultation } from '../../src/consultations/consultation.service.js';
import { sendComment } from '../../src/contributions/comment.service.js';
import { giveEvidence } from '../../src/contributions/evidence.service.js';
import { propose } from '../../src/contributions/proposal.service.js';
import { inTransaction } from '../../src/database/transaction.js';
import { CLPS } from '../../src/demo/bodies.js';
import { bodyId } from '../../src/demo/ids.js';
import { dayFrom } from '../../src/demo/roll.js';
import type { CommissionKey, PersonKey, SocietyKey } from '../../src/demo/script.js';
import type { CommentInput, EvidenceInput, ProposeInput } from '../../src/graphql/generated.js';
import { publishRound } from '../../src/ranking/round.service.js';
import { castMany } from '../../src/voting/vote-many.service.js';
import { act } from './acting.js';
import type { Stage } from './stage.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The moment so many days ago. */
export const daysAgo = (days: number): Date => new Date(Date.now() - days * DAY_MS);

/** A consultation that opened twenty days ago, put by the health commission unless told otherwise; its id. */
export async function openConsultation(
  stage: Stage,
  wanted: {
    title?: string;
    paper?: string;
    commissions?: CommissionKey[];
    convenor?: PersonKey;
    template?: TemplateName;
  } = {},
): Promise<string> {
  const id = randomUUID();
  const convenor = wanted.convenor ?? 'helen';
  await act(stage, convenor, daysAgo(21), (acting) =>
    createConsultation(acting, {
      id,
      title: wanted.title ?? 'A dentist when you need one',
      question: 'How do we get people seen by a dentist?',
      paper: wanted.paper ?? '## What we know\n\nFour in ten adults could not be seen.',
      questions: ['Where should we start?'],
      commissionIds: (wanted.commissions ?? ['health']).map(bodyId),
      template: wanted.template ?? 'quick',
      votesUntil: daysAgo(-10),
      answersBy: dayFrom(new Date(), 30),
    }),
  );
  await act(stage, convenor, daysAgo(20), (acting) =>
    changePhase(acting, { consultationId: id, to: 'open', reason: null }),
  );
  return id;
}

/** A proposal sent ten days ago; its id. */
export async function proposeAs(
  stage: Stage,
  person: PersonKey,
  consultationId: string,
  words: Partial<ProposeInput> = {},
  at = daysAgo(10),
): Promise<string> {
  const id = words.id ?? randomUUID();
  const statement = 'Put a dentist’s chair in every community diagnostic centre.';
  const argument = 'The rooms are there, and they stand empty in the evening.';
  await act(stage, person, at, (acting) =>
    propose(acting, { id, consultationId, statement, argument, ...words }),
  );
  return id;
}

/** A comment sent nine days ago; its id. */
export async function commentAs(
  stage: Stage,
  person: PersonKey,
  proposalId: string,
  words: Partial<CommentInput> = {},
): Promise<string> {
  const id = words.id ?? randomUUID();
  await act(stage, person, daysAgo(9), (acting) =>
    sendComment(acting, {
      id,
      proposalId,
      stance: 'for',
      body: 'My mother waited eleven months.',
      ...words,
    }),
  );
  return id;
}

/** Evidence given eight days ago by an officer of a society; its id. */
export async function giveEvidenceAs(
  stage: Stage,
  person: PersonKey,
  society: SocietyKey,
  consultationId: string,
  words: Partial<EvidenceInput> = {},
): Promise<string> {
  const id = words.id ?? randomUUID();
  await act(stage, person, daysAgo(8), (acting) =>
    giveEvidence(acting, {
      id,
      consultationId,
      bodyId: bodyId(society),
      authorName: 'Dr Ewan Leckie',
      claim: 'Plumbing one room costs £240,000.',
      detail: 'From tenders of 14 trusts.',
      confidence: 'medium',
      confidenceReason: 'Fourteen tenders, all English.',
      costFlag: true,
      legalFlag: false,
      declaredInterest: 'None.',
      mandate: 'Agreed by the central council.',
      sources: [{ title: 'Tenders of 14 trusts', url: null }],
      ...words,
    }),
  );
  return id;
}

/** Forty-eight voters of six CLPs: so many of them agree, the others disagree. Enough for the quorum of `quick`. */
export async function castForty8(
  stage: Stage,
  consultationId: string,
  agree: Record<string, number>,
): Promise<void> {
  const voters = Array.from({ length: 48 }, (_, index) => ({
    pseudonym: createHash('sha256').update(`${consultationId} ${index}`).digest(),
    clpId: bodyId(CLPS[index % 6]?.key ?? ''),
  }));
  const votes = Object.entries(agree).flatMap(([proposalId, count]) =>
    voters.map(({ pseudonym }, index) => ({
      proposalId,
      pseudonym,
      choice: index < count ? ('agree' as const) : ('disagree' as const),
      castAt: daysAgo(7),
    })),
  );
  await inTransaction(stage.database, (tx) => castMany(tx, consultationId, votes, voters));
}

/** A round published five days ago; its id. */
export async function publishRoundAs(
  stage: Stage,
  person: PersonKey,
  consultationId: string,
): Promise<string> {
  const id = randomUUID();
  await act(stage, person, daysAgo(5), (acting) => publishRound(acting, { id, consultationId }));
  return id;
}
