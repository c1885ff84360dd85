import { type Refusal, refusal, ukDay } from '@clarion/deliberation';
import type { Acting } from '../accounts/acting.js';
import * as consultations from '../consultations/consultation.queries.js';
import * as drafts from './draft.queries.js';
import * as locks from './draft-lock.queries.js';
import { readerOf } from './reader.js';

/** What writing a draft answers. */
export type Result = Promise<drafts.DraftRow | Refusal>;

export interface Locked {
  draft: locks.LockedDraft;
  consultation: consultations.ConsultationRow;
  working: locks.LockedDraft['versions'][number] | null;
  newestPublished: locks.LockedDraft['versions'][number] | null;
}

export async function find(
  { tx, viewer, at }: Acting,
  id: string,
  version: number | null = null,
): Promise<drafts.DraftRow> {
  const row = await drafts.one(tx, readerOf(viewer, at), id, version);
  if (!row) throw new Error(`draft ${id} vanished inside its transaction`);
  return row;
}

/** The draft under lock, after its consultation: the order in which everybody locks. Adopted, it is written no more. */
export async function lock({ tx }: Acting, id: string): Promise<Locked | Refusal> {
  const consultationId = await locks.consultationOf(tx, id);
  const consultation = consultationId && (await consultations.lock(tx, consultationId, 'SHARE'));
  const draft = consultation && (await locks.lock(tx, id));
  if (!draft) return refusal('not_found', { what: 'draft' });
  return {
    draft,
    consultation,
    working: draft.isAdopted
      ? null
      : (draft.versions.find((version) => version.status === 'working') ?? null),
    newestPublished: draft.versions.findLast((version) => version.status !== 'working') ?? null,
  };
}

/** The person and the draft, as the rules ask of whoever writes in it. */
export const asDrafter = ({ viewer, at }: Acting, { draft, consultation }: Locked) => ({
  phase: consultation.phase,
  offices: viewer.offices,
  body: draft.body,
  commissions: consultation.commissions,
  on: ukDay(at),
});

export const actOf = ({ viewer, at }: Acting, draft: locks.LockedDraft | drafts.DraftRow) => ({
  aboutKind: 'draft' as const,
  aboutId: draft.id,
  consultationId: draft.consultationId,
  actorId: viewer.id,
  bodyId: draft.bodyId,
  at,
});
