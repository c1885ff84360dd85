import type { OfficeName } from '@clarion/deliberation';
import {
  cleanLine,
  cleanText,
  mayActFor,
  type Refusal,
  refusal,
  refuseDecision,
  refuseNextStopDone,
  ukDay,
} from '@clarion/deliberation';
import type { Acting } from '../accounts/acting.js';
import * as bodies from '../bodies/body.queries.js';
import * as consultations from '../consultations/consultation.queries.js';
import * as proposals from '../contributions/proposal.queries.js';
import { once } from '../database/once.js';
import type { DecisionInput } from '../graphql/generated.js';
import { enter, type PublicAct } from '../record/record.service.js';
import { Decision } from './decision.entity.js';
import * as decisions from './decision.queries.js';

type Result = Promise<decisions.DecisionRow | Refusal>;

async function find({ tx }: Acting, id: string): Promise<decisions.DecisionRow> {
  const row = (await decisions.byIds(tx, [id])).get(id);
  if (!row) throw new Error(`decision ${id} vanished inside its transaction`);
  return row;
}

/** The consultation with everybody, then the proposals alone in order of id: no two answers wait in a ring. */
async function lockPlace({ tx }: Acting, proposalId: string, mergedIntoId: string | null) {
  const seen = (await proposals.byIds(tx, [proposalId])).get(proposalId);
  const consultation = seen && (await consultations.lock(tx, seen.consultationId, 'SHARE'));
  if (!consultation) return null;
  const locked = new Map<string, proposals.ProposalRow>();
  for (const id of [...new Set([proposalId, mergedIntoId ?? proposalId])].sort()) {
    const row = await proposals.lock(tx, id);
    if (row) locked.set(id, row);
  }
  const proposal = locked.get(proposalId);
  const target = (mergedIntoId && locked.get(mergedIntoId)) || null;
  return proposal ? { consultation, proposal, target } : null;
}

/** The office by which the viewer signs for a body. */
function officeIn({ viewer, at }: Acting, body: bodies.BodyRow): OfficeName {
  const held = viewer.offices.find((office) => mayActFor([office], body, 'decide', ukDay(at)));
  if (!held) throw new Error(`${viewer.id} decides for ${body.id} without an office in it`);
  return held.office;
}

interface Place {
  consultation: consultations.ConsultationRow;
  proposal: proposals.ProposalRow;
  target: proposals.ProposalRow | null;
}

async function refuse(acting: Acting, input: DecisionInput, place: Place) {
  const { tx, viewer, at } = acting;
  const { consultation, proposal, target } = place;
  const referredToId = input.outcome === 'refer' ? (input.referredToId ?? null) : null;
  const known = await bodies.byIds(tx, [input.bodyId, ...(referredToId ? [referredToId] : [])]);
  const body = known.get(input.bodyId) ?? null;
  const referredTo = (referredToId && known.get(referredToId)) || null;
  const refused = refuseDecision({
    phase: consultation.phase,
    offices: viewer.offices,
    body,
    on: ukDay(at),
    answeringBodyIds: [
      consultation.convenedById,
      ...consultation.commissions.map((commission) => commission.id),
      ...(await decisions.referredTo(tx, proposal.id)),
    ],
    proposal,
    outcome: input.outcome,
    reason: input.reason,
    nextStop: input.nextStop,
    dueOn: input.dueOn,
    mergedInto: target && {
      id: target.id,
      status: target.status,
      isInSameConsultation: target.consultationId === consultation.id,
    },
    referredTo,
  });
  if (refused) return refused;
  if (!body) throw new Error('the rules let a body through that does not exist');
  return { body, referredTo };
}

/** What the record says of an answer: about the proposal, and about the one it goes into. */
function told(acting: Acting, decision: decisions.DecisionRow, proposal: proposals.ProposalRow) {
  const act = {
    aboutKind: 'proposal' as const,
    consultationId: decision.consultationId,
    actorId: acting.viewer.id,
    bodyId: decision.bodyId,
    at: acting.at,
  };
  const decided: PublicAct = {
    ...act,
    kind: 'decided',
    aboutId: decision.proposalId,
    data: {
      decisionId: decision.id,
      outcome: decision.outcome,
      office: decision.office,
      dueOn: decision.dueOn,
      mergedIntoId: decision.mergedIntoId,
      referredToId: decision.referredTo?.id ?? null,
    },
    personal: { reason: decision.reason, nextStop: decision.nextStopName },
  };
  if (decision.mergedIntoId === null) return [decided];
  const merged: PublicAct = {
    ...act,
    kind: 'merged_in',
    aboutId: decision.mergedIntoId,
    data: {
      decisionId: decision.id,
      proposalId: proposal.id,
      number: proposal.number,
      version: proposal.version,
    },
    personal: { statement: proposal.statement },
  };
  return [decided, merged];
}

/**
 * Answers a proposal for a body. A later answer by the same body replaces its earlier one, and the
 * proposal's status follows the latest answer that stands. The same id is the same answer.
 */
export async function decide(acting: Acting, input: DecisionInput): Result {
  const { tx, viewer, at } = acting;
  const taken = await once(tx, 'decision', input.id);
  if (taken) return taken;
  const mergedIntoId = input.outcome === 'merge' ? (input.mergedIntoId ?? null) : null;
  const place = await lockPlace(acting, input.proposalId, mergedIntoId);
  if (!place) return refusal('not_found', { what: 'proposal' });
  const earlier = (await decisions.byIds(tx, [input.id])).get(input.id);
  if (earlier) {
    const isTheSame = earlier.by.id === viewer.id && earlier.proposalId === input.proposalId;
    return isTheSame ? earlier : refusal('already_exists', { what: 'decision' });
  }
  const answer = await refuse(acting, input, place);
  if ('message' in answer) return answer;
  const { body, referredTo } = answer;

  await decisions.supersede(tx, { proposalId: input.proposalId, bodyId: body.id }, input.id);
  await tx.insert(Decision, {
    id: input.id,
    consultationId: place.consultation.id,
    proposalId: input.proposalId,
    bodyId: body.id,
    byId: viewer.id,
    office: officeIn(acting, body),
    outcome: input.outcome,
    reason: cleanText(input.reason),
    nextStop: cleanLine(input.nextStop),
    dueOn: input.dueOn,
    mergedIntoId,
    referredToId: referredTo?.id ?? null,
    decidedAt: at,
  });
  await decisions.restate(tx, input.proposalId, at);
  const decision = await find(acting, input.id);
  await enter(tx, ...told(acting, decision, place.proposal));
  return decision;
}

/** Says that the next stop was reached, and what was done there. Saying it again in the same words changes nothing. */
export async function completeNextStop(
  acting: Acting,
  { decisionId, note }: { decisionId: string; note: string },
): Result {
  const { tx, viewer, at } = acting;
  const seen = (await decisions.byIds(tx, [decisionId])).get(decisionId);
  const consultation = seen && (await consultations.lock(tx, seen.consultationId, 'SHARE'));
  const decision = consultation && (await decisions.lock(tx, decisionId));
  if (!consultation || !decision) return refusal('not_found', { what: 'decision' });
  const doneNote = cleanText(note);
  if (decision.doneNote === doneNote) return decision;
  const refused = refuseNextStopDone({
    phase: consultation.phase,
    offices: viewer.offices,
    body: decision.body,
    on: ukDay(at),
    isDone: decision.doneAt !== null,
    isReplaced: decision.isSuperseded,
    note,
  });
  if (refused) return refused;
  await tx.update(Decision, { id: decisionId }, { doneAt: at, doneNote });
  await enter(tx, {
    kind: 'next_stop_reached',
    aboutKind: 'proposal',
    aboutId: decision.proposalId,
    consultationId: consultation.id,
    actorId: viewer.id,
    bodyId: decision.bodyId,
    at,
    data: { decisionId },
    personal: { note: doneNote },
  });
  return find(acting, decisionId);
}
