import {
  cleanLine,
  cleanText,
  firstRefusal,
  type Phase,
  type Refusal,
  refusal,
  refuseEdit,
  refuseProposal,
  refuseReason,
  refuseSpeaking,
  refuseWithdrawal,
  TEXT,
  ukDay,
} from '@clarion/deliberation';
import type { Acting } from '../accounts/acting.js';
import * as bodies from '../bodies/body.queries.js';
import * as consultations from '../consultations/consultation.queries.js';
import { commissionsOf, lockToAct } from '../consultations/consultation.service.js';
import { once } from '../database/once.js';
import type { EditProposalInput, ProposeInput } from '../graphql/generated.js';
import { enter } from '../record/record.service.js';
import { Proposal } from './proposal.entity.js';
import * as proposals from './proposal.queries.js';
import { ProposalCommission } from './proposal-commission.entity.js';
import { ProposalVersion } from './proposal-version.entity.js';
import { refuseWriter } from './writer.service.js';

type Result = Promise<proposals.ProposalRow | Refusal>;

const words = (input: { statement: string; argument: string }) => ({
  statement: cleanLine(input.statement),
  argument: cleanText(input.argument),
});

async function find({ tx }: Acting, id: string): Promise<proposals.ProposalRow> {
  const row = (await proposals.byIds(tx, [id])).get(id);
  if (!row) throw new Error(`proposal ${id} vanished inside its transaction`);
  return row;
}

async function refuseBehalf({ tx, viewer, at }: Acting, phase: Phase, bodyId: string) {
  const body = (await bodies.byIds(tx, [bodyId])).get(bodyId) ?? null;
  return refuseSpeaking({ phase, offices: viewer.offices, body, on: ukDay(at) });
}

/** Sends a proposal. The same id by the same author is the same proposal. */
export async function propose(acting: Acting, input: ProposeInput): Result {
  const { tx, viewer, at } = acting;
  const taken = await once(tx, 'proposal', input.id);
  if (taken) return taken;
  const consultation = await lockToAct(acting, input.consultationId);
  if (!consultation) return refusal('not_found', { what: 'consultation' });
  const earlier = (await proposals.byIds(tx, [input.id])).get(input.id);
  if (earlier) return earlier.authorId === viewer.id ? earlier : refusal('already_exists');
  const behalf = input.onBehalfOfId ?? null;
  const refused =
    refuseProposal({ ...input, phase: consultation.phase, isSignedIn: true }) ??
    (behalf ? await refuseBehalf(acting, consultation.phase, behalf) : null) ??
    (await refuseWriter(acting, { what: 'proposal', text: input.argument }));
  if (refused) return refused;
  const tags = await commissionsOf(acting, [...new Set(input.commissionIds ?? [])]);
  if ('message' in tags) return tags;

  const { statement, argument } = words(input);
  await tx.insert(Proposal, {
    id: input.id,
    consultationId: consultation.id,
    number: await proposals.nextNumber(tx, consultation.id),
    authorId: viewer.id,
    onBehalfOfId: behalf,
    statement,
    argument,
    createdAt: at,
    activeAt: at,
  });
  await tx.insert(ProposalVersion, {
    proposalId: input.id,
    version: 1,
    statement,
    argument,
    reason: null,
    createdAt: at,
  });
  if (tags.length > 0) {
    await tx.insert(
      ProposalCommission,
      tags.map((body) => ({ proposalId: input.id, bodyId: body.id })),
    );
  }
  await enter(tx, {
    kind: 'sent',
    aboutKind: 'proposal',
    aboutId: input.id,
    consultationId: consultation.id,
    actorId: viewer.id,
    bodyId: behalf,
    at,
    data: { version: 1, commissionIds: tags.map((body) => body.id) },
    personal: { statement, argument },
  });
  return find(acting, input.id);
}

/** Changes the words. Refused when they changed since the author read them; older words are kept. */
export async function editProposal(acting: Acting, input: EditProposalInput): Result {
  const { tx, viewer, at } = acting;
  const found = await lockForAuthor(acting, input.id);
  if ('message' in found) return found;
  const { proposal, consultation } = found;
  const { statement, argument } = words(input);
  // Sent again after its reply was lost: the words are there already.
  if (statement === proposal.statement && argument === proposal.argument) return proposal;
  const own = { what: 'proposal', isMine: true, isSignedIn: true } as const;
  const refused = firstRefusal(
    refuseEdit({
      ...own,
      phase: consultation.phase,
      status: proposal.status,
      isStale: input.version !== proposal.version,
    }),
    refuseProposal({ ...input, phase: consultation.phase, isSignedIn: true }),
    refuseReason(input.reason, 'reason', TEXT.editReason.max),
    await refuseWriter(acting, null),
  );
  if (refused) return refused;

  const version = proposal.version + 1;
  const reason = cleanText(input.reason);
  await tx.update(
    Proposal,
    { id: proposal.id },
    { statement, argument, version, editedAt: at, activeAt: at },
  );
  await tx.insert(ProposalVersion, {
    proposalId: proposal.id,
    version,
    statement,
    argument,
    reason,
    createdAt: at,
  });
  await enter(tx, {
    kind: 'edited',
    aboutKind: 'proposal',
    aboutId: proposal.id,
    consultationId: consultation.id,
    actorId: viewer.id,
    at,
    data: { version },
    personal: { statement, argument, reason },
  });
  return find(acting, proposal.id);
}

/** Takes a proposal back: kept and marked. */
export async function withdrawProposal(
  acting: Acting,
  input: { id: string; reason: string },
): Result {
  const { tx, viewer, at } = acting;
  const found = await lockForAuthor(acting, input.id);
  if ('message' in found) return found;
  const { proposal, consultation } = found;
  if (proposal.status === 'withdrawn') return proposal;
  const refused = refuseWithdrawal({
    what: 'proposal',
    isMine: true,
    isSignedIn: true,
    phase: consultation.phase,
    status: proposal.status,
    reason: input.reason,
  });
  if (refused) return refused;
  const reason = cleanText(input.reason);
  await tx.update(
    Proposal,
    { id: proposal.id },
    { status: 'withdrawn', statusReason: reason, activeAt: at },
  );
  await enter(tx, {
    kind: 'withdrawn',
    aboutKind: 'proposal',
    aboutId: proposal.id,
    consultationId: consultation.id,
    actorId: viewer.id,
    at,
    personal: { reason },
  });
  return find(acting, proposal.id);
}

/** The consultation first, then the proposal: every write takes them in this order, so none wait in a ring. */
async function lockForAuthor(acting: Acting, id: string) {
  const { tx, viewer } = acting;
  const seen = (await proposals.byIds(tx, [id])).get(id);
  const consultation = seen && (await consultations.lock(tx, seen.consultationId, 'SHARE'));
  const proposal = consultation && (await proposals.lock(tx, id));
  if (!consultation || !proposal) return refusal('not_found', { what: 'proposal' });
  if (proposal.authorId !== viewer.id) return refusal('not_yours', { what: 'proposal' });
  return { consultation, proposal };
}
