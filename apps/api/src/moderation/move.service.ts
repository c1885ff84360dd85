import { phaseAllows, type Refusal, refusal, refuseMove } from '@clarion/deliberation';
import { v7 } from 'uuid';
import type { Acting } from '../accounts/acting.js';
import * as consultations from '../consultations/consultation.queries.js';
import { mayRead } from '../consultations/consultation.service.js';
import { Proposal } from '../contributions/proposal.entity.js';
import * as proposals from '../contributions/proposal.queries.js';
import { ProposalVersion } from '../contributions/proposal-version.entity.js';
import { enter } from '../record/record.service.js';
import type { Held } from './moderating.js';
import type { NewAct } from './moderation-act.service.js';
import * as moves from './move.queries.js';
import * as things from './thing.queries.js';

type Moved = Pick<NewAct, 'statusBefore' | 'fromId' | 'fromParentId' | 'toId'>;

/**
 * Moves a contribution to where it belongs: comments with their replies and evidence to another proposal
 * of the consultation, a proposal to another consultation.
 */
export async function move(
  acting: Acting,
  held: Held,
  toId: string | null,
): Promise<Moved | Refusal> {
  const { thing } = held;
  if (thing.kind === 'proposal') return moveProposal(acting, held, toId);
  const to = held.proposals.get(toId ?? '');
  const isHere = to?.id === thing.proposalId;
  const isOpen = to?.consultationId === thing.consultationId && to.status === 'published';
  const refused = refuseMove(thing.kind, to ? { isHere, isOpen } : null);
  if (refused || !to) return refused ?? refusal('not_found', { what: 'proposal' });
  const { tx } = acting;
  if (thing.kind === 'comment')
    await moves.moveThread(tx, thing, { proposalId: to.id, parentId: null });
  else await moves.moveEvidence(tx, thing.id, to.id);
  return { fromId: thing.proposalId, fromParentId: thing.parentId, toId: to.id };
}

/**
 * A proposal goes on in the other consultation under a new number, by the same author and in the same
 * words. Votes are secret to a consultation, so none go along: they stay with the first, whose place
 * says where it went.
 */
async function moveProposal(
  acting: Acting,
  { thing }: Held,
  toId: string | null,
): Promise<Moved | Refusal> {
  const { tx, viewer, at } = acting;
  const found = toId && (await consultations.lock(tx, toId, 'SHARE'));
  const to = found && mayRead(found, viewer) ? found : null;
  const isOpen = to !== null && phaseAllows(to.phase, 'propose');
  const refused = refuseMove('proposal', to && { isHere: to.id === thing.consultationId, isOpen });
  const row = (await tx.findOneBy(Proposal, { id: thing.id })) ?? null;
  if (refused || !to || !row) return refused ?? refusal('not_found', { what: 'proposal' });
  const id = v7();
  const number = await proposals.nextNumber(tx, to.id);
  const { statement, argument, authorId, authorName, onBehalfOfId, tags } = row;
  await tx.insert(Proposal, {
    ...{ id, number, statement, argument, authorId, authorName, onBehalfOfId, tags },
    consultationId: to.id,
    createdAt: at,
    activeAt: at,
  });
  await tx.insert(ProposalVersion, {
    ...{ proposalId: id, version: 1, statement, argument, reason: null, createdAt: at },
  });
  await enter(tx, {
    kind: 'sent',
    aboutKind: 'proposal',
    aboutId: id,
    consultationId: to.id,
    actorId: authorId,
    bodyId: onBehalfOfId,
    at,
    data: { version: 1, movedFromId: thing.id },
    personal: { statement, argument, ...(authorName === null ? {} : { authorName }) },
  });
  await things.setStatus(tx, thing, 'hidden');
  return { statusBefore: thing.status, fromId: thing.consultationId, toId: id };
}

/** Moves it back. A proposal that went on elsewhere is joined with the first again: what was said there stays. */
export async function moveBack(
  { tx }: Acting,
  { thing }: Held,
  act: Pick<NewAct, 'statusBefore' | 'fromId' | 'fromParentId' | 'toId'>,
): Promise<void> {
  if (thing.kind === 'proposal') {
    await things.setStatus(tx, thing, act.statusBefore ?? 'published');
    await things.setStatus(tx, { kind: 'proposal', id: act.toId ?? '' }, 'merged', thing.id);
  } else if (thing.kind === 'evidence') await moves.moveEvidence(tx, thing.id, act.fromId ?? null);
  else {
    await moves.moveThread(tx, thing, {
      proposalId: act.fromId ?? '',
      parentId: act.fromParentId ?? null,
    });
  }
}
