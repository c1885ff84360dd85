import {
  type ModeratorAct,
  moderates,
  type Party,
  type Refusal,
  refusal,
  ukDay,
} from '@clarion/deliberation';
import type { Acting } from '../accounts/acting.js';
import type { Viewer } from '../accounts/viewer.js';
import * as consultations from '../consultations/consultation.queries.js';
import * as proposals from '../contributions/proposal.queries.js';
import type { ThingRow } from './thing.queries.js';
import * as things from './thing.queries.js';

/** How somebody stands to a contribution. */
export const partyOf = (viewer: Viewer, thing: ThingRow): Party => ({
  isAuthor:
    thing.authorId === viewer.id || viewer.offices.some((held) => held.bodyId === thing.bodyId),
  hasReported: thing.hasReported,
  isAnswered: thing.answersId === viewer.id,
});

/** A viewer as the rules of moderation ask about them. */
export const moderatorOf = (viewer: Viewer, thing: ThingRow, now: Date): ModeratorAct => ({
  offices: viewer.offices,
  on: ukDay(now),
  convenedBy: thing.convenedBy,
  party: partyOf(viewer, thing),
});

/** The office by which the viewer acts here, once the rules let them. */
export function officeOf({ viewer, at }: Acting, thing: ThingRow) {
  const held = moderates(viewer.offices, thing.convenedBy, ukDay(at));
  if (!held) throw new Error(`${viewer.id} moderates ${thing.id} without an office for it`);
  return held;
}

/** A contribution under lock, with the proposals that a write about it touches. */
export interface Held {
  thing: ThingRow;
  consultation: consultations.ConsultationRow;
  proposals: Map<string, proposals.ProposalRow>;
}

/**
 * The consultation with everybody, then the proposals in order of id, then the contribution itself: the
 * order of every write, so that none wait in a ring. What it is found as is read after the wait.
 */
export async function hold(
  { tx, viewer }: Acting,
  id: string,
  alsoProposals: readonly (string | null)[] = [],
): Promise<Held | Refusal> {
  const seen = (await things.byIds(tx, [id], viewer.id)).get(id);
  const consultation = seen && (await consultations.lock(tx, seen.consultationId, 'SHARE'));
  if (!seen || !consultation) return refusal('not_found', { what: 'proposal', field: 'aboutId' });
  const held = new Map<string, proposals.ProposalRow>();
  const ids = [seen.proposalId, ...alsoProposals].flatMap((each) => (each ? [each] : []));
  for (const each of [...new Set(ids)].sort()) {
    const row = await proposals.lock(tx, each);
    if (row) held.set(each, row);
  }
  await things.lock(tx, seen);
  const thing = (await things.byIds(tx, [id], viewer.id)).get(id);
  if (!thing || thing.proposalId !== seen.proposalId) {
    return refusal('changed_since', { what: seen.kind });
  }
  return { thing, consultation, proposals: held };
}
