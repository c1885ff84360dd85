import { randomUUID } from 'node:crypto';
import {
  membershipNumber,
  type Refusal,
  refusal,
  refuseAdministering,
  refuseEmail,
  refuseSecond,
  STAFF_HOURS,
  staffNeedsSecond,
  ukDay,
} from '@clarion/deliberation';
import type { Acting } from '../accounts/acting.js';
import { once } from '../database/once.js';
import { enter } from '../record/record.service.js';
import * as contacts from '../roll/contact.queries.js';
import * as members from '../roll/member.queries.js';
import * as changes from './contact-change.queries.js';
import { makeChanges } from './contact-change.service.js';
import * as waiting from './waiting-changes.queries.js';

const AN_HOUR_MS = 3_600_000;

/**
 * Puts somebody else's address right, as an administrator: held like every change, so that no code goes
 * there before its owner could object. After so many within a day the next ones wait for a second
 * administrator. The same id again is the same change.
 */
export async function changeContactOfMember(
  { tx, viewer, at }: Acting,
  { id, number, email }: { id: string; number: string; email: string },
): Promise<{ id: string; isWaiting: boolean } | Refusal> {
  const refused = refuseAdministering(viewer.offices, ukDay(at));
  if (refused) return refused;
  const taken = await once(tx, 'contact_change', id);
  if (taken) return taken;
  const before = await changes.byId(tx, id);
  if (before?.actorId === viewer.id) return { id, isWaiting: before.status === 'pending' };
  if (before) return refusal('already_exists', { what: 'contact_change' });
  const member = await members.byNumber(tx, membershipNumber(number) ?? '');
  if (!member) return refusal('not_found', { what: 'member', field: 'membershipNumber' });
  if (member.id === viewer.id) return refusal('not_for_oneself');
  // Both in one order whatever it is, so that two administrators never wait for each other.
  for (const each of [viewer.id, member.id].sort()) await members.lock(tx, each);
  const current = await contacts.ofMember(tx, member.id);
  const refusedEmail = refuseEmail(email, current?.email ?? null);
  if (refusedEmail) return refusedEmail;
  const since = new Date(at.getTime() - STAFF_HOURS * AN_HOUR_MS);
  const earlier = await changes.countBy(tx, { actorId: viewer.id, way: 'staff', since });
  const isWaiting = staffNeedsSecond(earlier);
  await changes.supersede(tx, member.id, 'pending', at);
  await changes.ask(tx, {
    id,
    memberId: member.id,
    way: 'staff',
    actorId: viewer.id,
    batchId: isWaiting ? ((await waiting.batchOf(tx, viewer.id)) ?? randomUUID()) : null,
    status: 'pending',
    oldEmail: current?.email ?? null,
    newEmail: email.trim(),
    askedAt: at,
  });
  if (isWaiting) return { id, isWaiting };
  await makeChanges(tx, { id }, at, null);
  await enter(tx, {
    kind: 'contact_changed',
    aboutKind: 'contact',
    aboutId: id,
    consultationId: null,
    actorId: viewer.id,
    at,
    data: { way: 'staff', count: 1 },
  });
  return { id, isWaiting };
}

/** Lets changes that wait be made, or refuses them, as another administrator than the one who asked. */
export async function decideWaiting(
  { tx, viewer, at }: Acting,
  { batchId, approve }: { batchId: string; approve: boolean },
): Promise<{ count: number } | Refusal> {
  const refused = refuseAdministering(viewer.offices, ukDay(at));
  if (refused) return refused;
  await tx.query(`SET LOCAL statement_timeout = '120s'`);
  const batch = await waiting.lockBatch(tx, batchId);
  if (!batch) return refusal('not_found', { what: 'contact_change' });
  const alone = refuseSecond({ askedById: batch.actorId, deciderId: viewer.id });
  if (alone) return alone;
  const count = approve
    ? await makeChanges(tx, { batchId }, at, viewer.id)
    : await changes.refuse(tx, { batchId }, { at, decidedById: viewer.id });
  await enter(tx, {
    kind: approve ? 'contact_changes_approved' : 'contact_changes_refused',
    aboutKind: 'contact',
    aboutId: batchId,
    consultationId: null,
    actorId: viewer.id,
    at,
    data: { way: batch.way, count },
  });
  return { count };
}
