import {
  addDays,
  type Day,
  membershipNumber,
  type OfficeName,
  type Refusal,
  refusal,
  refuseAppointment,
  refuseEnding,
  ukDay,
} from '@clarion/deliberation';
import type { Acting } from '../accounts/acting.js';
import * as bodies from '../bodies/body.queries.js';
import { once } from '../database/once.js';
import * as offices from '../offices/office.queries.js';
import { enter } from '../record/record.service.js';
import * as members from '../roll/member.queries.js';

export interface AppointmentInput {
  id: string;
  membershipNumber: string;
  bodyId: string;
  office: OfficeName;
  from: Day;
  until: Day | null;
}

/** Appoints somebody to an office. The same id again is the same appointment. */
export async function appointOfficer(
  { tx, viewer, at }: Acting,
  input: AppointmentInput,
): Promise<offices.OfficeRow | Refusal> {
  const taken = await once(tx, 'office', input.id);
  if (taken) return taken;
  const member = await members.byNumber(tx, membershipNumber(input.membershipNumber) ?? '');
  const before = await offices.byId(tx, input.id);
  if (before) {
    const isSame = before.memberId === member?.id && before.office === input.office;
    return isSame ? before : refusal('already_exists', { what: 'office' });
  }
  if (member) await members.lock(tx, member.id);
  const { id, bodyId, office, from, until } = input;
  const body = (await bodies.byIds(tx, [bodyId])).get(bodyId) ?? null;
  const held = member ? await offices.presentAndComing(tx, member.id, at) : [];
  const refused = refuseAppointment({
    offices: viewer.offices,
    on: ukDay(at),
    appointerId: viewer.id,
    member: member && { ...member, offices: held },
    body,
    office,
    from,
    until,
  });
  if (refused) return refused;
  if (!member) throw new Error('the rules let nobody be appointed');
  const row = { id, memberId: member.id, bodyId, office, from, until };
  await offices.appoint(tx, row);
  await enter(tx, {
    kind: 'officer_appointed',
    aboutKind: 'office',
    aboutId: id,
    consultationId: null,
    actorId: viewer.id,
    bodyId,
    at,
    data: { memberId: member.id, office, from, until },
  });
  return row;
}

/** Ends an office with a last day, or at once: then yesterday was the last. Ending it so again changes nothing. */
export async function endOffice(
  { tx, viewer, at }: Acting,
  input: { officeId: string; until: Day | null },
): Promise<offices.OfficeRow | Refusal> {
  const found = await offices.byId(tx, input.officeId);
  if (found) await members.lock(tx, found.memberId);
  const held = found && (await offices.byId(tx, found.id));
  const on = ukDay(at);
  const until = input.until ?? addDays(on, -1);
  const refused = refuseEnding({ offices: viewer.offices, on, enderId: viewer.id, held, until });
  if (refused) return refused;
  if (!held) throw new Error('the rules let nothing be ended');
  // Before its first day it never runs.
  const last = until < held.from ? addDays(held.from, -1) : until;
  if (last === held.until) return held;
  await offices.end(tx, held.id, last);
  await enter(tx, {
    kind: 'officer_ended',
    aboutKind: 'office',
    aboutId: held.id,
    consultationId: null,
    actorId: viewer.id,
    bodyId: held.bodyId,
    at,
    data: { memberId: held.memberId, office: held.office, until: last },
  });
  return { ...held, until: last };
}
