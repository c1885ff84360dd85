import {
  cleanText,
  type Refusal,
  refusal,
  refuseComment,
  refuseEdit,
  refuseText,
  refuseWithdrawal,
  TEXT,
} from '@clarion/deliberation';
import type { Acting } from '../accounts/acting.js';
import * as consultations from '../consultations/consultation.queries.js';
import { once } from '../database/once.js';
import type { CommentInput, MutationEditCommentArgs } from '../graphql/generated.js';
import { enter } from '../record/record.service.js';
import { Comment } from './comment.entity.js';
import * as comments from './comment.queries.js';
import * as proposals from './proposal.queries.js';
import { refuseWriter } from './writer.service.js';

type Result = Promise<comments.CommentRow | Refusal>;

async function find({ tx, viewer }: Acting, id: string): Promise<comments.CommentRow> {
  const row = (await comments.byIds(tx, [id], viewer.id)).get(id);
  if (!row) throw new Error(`comment ${id} vanished inside its transaction`);
  return row;
}

/** Sends a comment. The same id by the same author is the same comment. */
export async function sendComment(acting: Acting, input: CommentInput): Result {
  const { tx, viewer, at } = acting;
  const taken = await once(tx, 'comment', input.id);
  if (taken) return taken;
  const seen = (await proposals.byIds(tx, [input.proposalId])).get(input.proposalId);
  const consultation = seen && (await consultations.lock(tx, seen.consultationId, 'SHARE'));
  // Before anything of the thread: its writers change the counts of the same comments one by one.
  const proposal = consultation && (await proposals.lock(tx, input.proposalId));
  if (!proposal || !consultation) return refusal('not_found', { what: 'proposal' });
  const earlier = (await comments.byIds(tx, [input.id], viewer.id)).get(input.id);
  if (earlier) return earlier.authorId === viewer.id ? earlier : refusal('already_exists');
  const parent = input.parentId
    ? (await comments.byIds(tx, [input.parentId], null)).get(input.parentId)
    : null;
  if (parent === undefined) return refusal('not_found', { what: 'comment', field: 'parentId' });
  const refused =
    refuseComment({
      phase: consultation.phase,
      isSignedIn: true,
      proposalStatus: proposal.status,
      isLocked: proposal.isLocked,
      parent: parent && {
        isOnSameProposal: parent.proposalId === proposal.id,
        status: parent.status,
      },
      body: input.body,
    }) ?? (await refuseWriter(acting, { what: 'comment', text: input.body }));
  if (refused) return refused;

  const body = cleanText(input.body);
  const ancestors = parent ? [...parent.ancestors, parent.id] : [];
  await tx.insert(Comment, {
    id: input.id,
    consultationId: consultation.id,
    proposalId: proposal.id,
    parentId: parent?.id ?? null,
    ancestors,
    depth: ancestors.length,
    authorId: viewer.id,
    stance: input.stance,
    body,
    createdAt: at,
  });
  await comments.countReply(tx, {
    proposalId: proposal.id,
    parentId: parent?.id ?? null,
    ancestors,
    at,
  });
  await enter(tx, {
    kind: 'sent',
    aboutKind: 'comment',
    aboutId: input.id,
    consultationId: consultation.id,
    actorId: viewer.id,
    at,
    data: { proposalId: proposal.id, stance: input.stance, version: 1 },
    personal: { body },
  });
  return find(acting, input.id);
}

/** Changes a comment; the text before is kept and can be read. */
export async function editComment(acting: Acting, input: MutationEditCommentArgs): Result {
  const { tx, viewer, at } = acting;
  const found = await lockForAuthor(acting, input.id);
  if ('message' in found) return found;
  const { comment, consultation } = found;
  const body = cleanText(input.body);
  if (body === comment.body && input.stance === comment.stance) return comment;
  const refused =
    refuseEdit({ ...own(found), what: 'comment', isStale: false }) ??
    refuseText(input.body, TEXT.comment) ??
    (await refuseWriter(acting, { what: 'edit', text: input.body }));
  if (refused) return refused;
  const version = 1 + (await comments.keepVersion(tx, comment.id));
  await tx.update(Comment, { id: comment.id }, { body, stance: input.stance, editedAt: at });
  await enter(tx, {
    kind: 'edited',
    aboutKind: 'comment',
    aboutId: comment.id,
    consultationId: consultation.id,
    actorId: viewer.id,
    at,
    data: { stance: input.stance, version },
    personal: { body },
  });
  return find(acting, comment.id);
}

/** Takes a comment back: its place and the replies stay. */
export async function withdrawComment(acting: Acting, { id }: { id: string }): Result {
  const { tx, viewer, at } = acting;
  const found = await lockForAuthor(acting, id);
  if ('message' in found) return found;
  if (found.comment.status === 'withdrawn') return find(acting, id);
  const refused = refuseWithdrawal({ ...own(found), what: 'comment', reason: null });
  if (refused) return refused;
  await tx.update(Comment, { id }, { status: 'withdrawn' });
  await enter(tx, {
    kind: 'withdrawn',
    aboutKind: 'comment',
    aboutId: id,
    consultationId: found.consultation.id,
    actorId: viewer.id,
    at,
  });
  return find(acting, id);
}

interface Found {
  comment: comments.CommentRow;
  consultation: consultations.ConsultationRow;
}

const own = ({ comment, consultation }: Found) => ({
  isMine: true,
  isSignedIn: true,
  phase: consultation.phase,
  status: comment.status,
});

async function lockForAuthor({ tx, viewer }: Acting, id: string): Promise<Found | Refusal> {
  const seen = (await comments.byIds(tx, [id], viewer.id)).get(id);
  const consultation = seen && (await consultations.lock(tx, seen.consultationId, 'SHARE'));
  const comment = consultation && (await comments.lock(tx, id));
  if (!consultation || !comment) return refusal('not_found', { what: 'comment' });
  if (comment.authorId !== viewer.id) return refusal('not_yours', { what: 'comment' });
  return { comment, consultation };
}
