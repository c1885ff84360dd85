import {
  cleanLine,
  cleanText,
  type Refusal,
  refusal,
  refuseConsideration,
  refuseContest,
  refuseEvidence,
  refuseOfficer,
  refuseWithdrawal,
  ukDay,
} from '@clarion/deliberation';
import type { Acting } from '../accounts/acting.js';
import * as bodies from '../bodies/body.queries.js';
import * as consultations from '../consultations/consultation.queries.js';
import { lockToAct } from '../consultations/consultation.service.js';
import { once } from '../database/once.js';
import type {
  EvidenceInput,
  MutationConsiderEvidenceArgs,
  MutationContestEvidenceArgs,
  MutationWithdrawEvidenceArgs,
} from '../graphql/generated.js';
import { enter, type PublicAct } from '../record/record.service.js';
import { Evidence } from './evidence.entity.js';
import * as evidence from './evidence.queries.js';
import { EvidenceContest } from './evidence-contest.entity.js';
import * as proposals from './proposal.queries.js';
import { refuseWriter } from './writer.service.js';

type Result = Promise<evidence.EvidenceRow | Refusal>;

async function bodyOf({ tx }: Acting, id: string) {
  return (await bodies.byIds(tx, [id])).get(id) ?? null;
}

async function find({ tx }: Acting, id: string): Promise<evidence.EvidenceRow> {
  const row = (await evidence.byIds(tx, [id])).get(id);
  if (!row) throw new Error(`evidence ${id} vanished inside its transaction`);
  return row;
}

/** Gives evidence for a body, by one of its officers. The same id by the same officer is the same evidence. */
export async function giveEvidence(acting: Acting, input: EvidenceInput): Result {
  const { tx, viewer, at } = acting;
  const taken = await once(tx, 'evidence', input.id);
  if (taken) return taken;
  const consultation = await lockToAct(acting, input.consultationId);
  if (!consultation) return refusal('not_found', { what: 'consultation' });
  const earlier = (await evidence.byIds(tx, [input.id])).get(input.id);
  if (earlier) return earlier.officerId === viewer.id ? earlier : refusal('already_exists');
  const proposalId = input.proposalId ?? null;
  const about = proposalId ? (await proposals.byIds(tx, [proposalId])).get(proposalId) : null;
  if (about === undefined || (about && about.consultationId !== consultation.id)) {
    return refusal('not_found', { what: 'proposal', field: 'proposalId' });
  }
  const body = await bodyOf(acting, input.bodyId);
  const refused =
    refuseEvidence({
      ...officer(acting, consultation, body),
      proposalStatus: about?.status ?? null,
      evidence: input,
    }) ?? (await refuseWriter(acting, null));
  if (refused) return refused;

  const texts = {
    authorName: cleanLine(input.authorName),
    claim: cleanLine(input.claim),
    detail: cleanText(input.detail),
    confidenceReason: cleanLine(input.confidenceReason),
    declaredInterest: cleanLine(input.declaredInterest),
    mandate: cleanLine(input.mandate),
  };
  const sources = input.sources.map((source) => ({
    title: cleanLine(source.title),
    url: source.url ? cleanLine(source.url) : null,
  }));
  const { confidence, costFlag, legalFlag } = input;
  await tx.insert(Evidence, {
    ...texts,
    id: input.id,
    consultationId: consultation.id,
    proposalId,
    bodyId: input.bodyId,
    officerId: viewer.id,
    confidence,
    costFlag,
    legalFlag,
    sources,
    createdAt: at,
  });
  const act = {
    consultationId: consultation.id,
    actorId: viewer.id,
    bodyId: input.bodyId,
    at,
    data: { evidenceId: input.id, proposalId, confidence, costFlag, legalFlag },
  };
  const sent: PublicAct = {
    ...act,
    kind: 'sent',
    aboutKind: 'evidence',
    aboutId: input.id,
    personal: {
      ...texts,
      sources: sources.map(({ title, url }) => `${title} ${url ?? ''}`).join('\n'),
    },
  };
  const given: PublicAct = {
    ...act,
    kind: 'evidence_given',
    aboutKind: 'proposal',
    aboutId: proposalId ?? '',
    personal: { claim: texts.claim },
  };
  await enter(tx, sent, ...(proposalId ? [given] : []));
  return find(acting, input.id);
}

/** Objects to evidence for another body: once a body. */
export async function contestEvidence(acting: Acting, input: MutationContestEvidenceArgs): Result {
  const { tx, viewer, at } = acting;
  const taken = await once(tx, 'evidence_contest', input.id);
  if (taken) return taken;
  const found = await lockEvidence(acting, input.evidenceId);
  if ('message' in found) return found;
  const { row, consultation } = found;
  const earlier = await evidence.contest(tx, input.id);
  if (earlier) {
    const isTheSame = earlier.officerId === viewer.id && earlier.evidenceId === row.id;
    return isTheSame ? row : refusal('already_exists', { what: 'evidence' });
  }
  const body = await bodyOf(acting, input.bodyId);
  const hasContested = row.contests.some((contest) => contest.body.id === input.bodyId);
  const refused =
    refuseContest({
      ...officer(acting, consultation, body),
      givenByBodyId: row.bodyId,
      status: row.status,
      text: input.text,
    }) ??
    (hasContested ? refusal('already_contested', { bodyName: body?.name }) : null) ??
    (await refuseWriter(acting, null));
  if (refused) return refused;
  const text = cleanText(input.text);
  await tx.insert(EvidenceContest, {
    id: input.id,
    evidenceId: row.id,
    bodyId: input.bodyId,
    officerId: viewer.id,
    text,
    createdAt: at,
  });
  const act = {
    kind: 'evidence_contested',
    consultationId: consultation.id,
    actorId: viewer.id,
    bodyId: input.bodyId,
    at,
    data: { evidenceId: row.id, contestId: input.id },
    personal: { text },
  };
  await enter(tx, ...aboutBoth(row, act));
  return find(acting, row.id);
}

/** Marks evidence as considered, by an officer of one of the consultation's commissions. */
export async function considerEvidence(
  acting: Acting,
  input: MutationConsiderEvidenceArgs,
): Result {
  const { tx, viewer, at } = acting;
  const found = await lockEvidence(acting, input.evidenceId);
  if ('message' in found) return found;
  const { row, consultation } = found;
  const sentence = cleanText(input.sentence);
  // Sent again after its reply was lost: it is considered in these words already.
  if (row.considered?.body.id === input.bodyId && row.considered.sentence === sentence) return row;
  const body = await bodyOf(acting, input.bodyId);
  const refused = refuseConsideration({
    ...officer(acting, consultation, body),
    answeringBodyIds: consultation.commissions.map((commission) => commission.id),
    status: row.status,
    consideredBy: row.considered?.body.name ?? null,
    sentence: input.sentence,
  });
  if (refused) return refused;
  await tx.update(
    Evidence,
    { id: row.id },
    { consideredById: input.bodyId, consideredSentence: sentence, consideredAt: at },
  );
  const act = {
    kind: 'evidence_considered',
    consultationId: consultation.id,
    actorId: viewer.id,
    bodyId: input.bodyId,
    at,
    data: { evidenceId: row.id },
    personal: { sentence },
  };
  await enter(tx, ...aboutBoth(row, act));
  return find(acting, row.id);
}

/** Takes evidence back, by an officer of the body that gave it: kept and marked. */
export async function withdrawEvidence(
  acting: Acting,
  input: MutationWithdrawEvidenceArgs,
): Result {
  const { tx, viewer, at } = acting;
  const found = await lockEvidence(acting, input.id);
  if ('message' in found) return found;
  const { row, consultation } = found;
  const refused =
    refuseOfficer({ offices: viewer.offices, body: row.body, on: ukDay(at) }, 'speak') ??
    refuseWithdrawal({
      what: 'evidence',
      isMine: true,
      isSignedIn: true,
      phase: consultation.phase,
      status: row.status,
      reason: input.reason,
    });
  if (row.status === 'withdrawn' && refused?.reason === 'already_withdrawn') return row;
  if (refused) return refused;
  const reason = cleanText(input.reason);
  await tx.update(Evidence, { id: row.id }, { status: 'withdrawn', statusReason: reason });
  await enter(tx, {
    kind: 'withdrawn',
    aboutKind: 'evidence',
    aboutId: row.id,
    consultationId: consultation.id,
    actorId: viewer.id,
    bodyId: row.bodyId,
    at,
    personal: { reason },
  });
  return find(acting, row.id);
}

const officer = (
  { viewer, at }: Acting,
  consultation: consultations.ConsultationRow,
  body: bodies.BodyRow | null,
) => ({ phase: consultation.phase, offices: viewer.offices, body, on: ukDay(at) });

/** An act on evidence is told in its own story and in that of its proposal. */
function aboutBoth<T extends object>(row: evidence.EvidenceRow, act: T) {
  return [
    { ...act, aboutKind: 'evidence' as const, aboutId: row.id },
    ...(row.proposalId
      ? [{ ...act, aboutKind: 'proposal' as const, aboutId: row.proposalId }]
      : []),
  ];
}

async function lockEvidence({ tx }: Acting, id: string) {
  const seen = (await evidence.byIds(tx, [id])).get(id);
  const consultation = seen && (await consultations.lock(tx, seen.consultationId, 'SHARE'));
  const row = consultation && (await evidence.lock(tx, id));
  return row && consultation ? { row, consultation } : refusal('not_found', { what: 'evidence' });
}
