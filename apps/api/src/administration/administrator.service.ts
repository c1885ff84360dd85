import { needsPasskey, refuseLapsed, ukDay } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import { personById } from '../accounts/session.queries.js';
import { endAtOnce } from '../offices/end-at-once.js';
import * as offices from '../offices/office.queries.js';
import { enter } from '../record/record.service.js';
import * as members from '../roll/member.queries.js';
import * as administrators from './administrator.queries.js';
import { makeLink } from './link.service.js';

/** Who is to be an administrator. The name makes a member of somebody who is not on the roll. */
export interface NewAdministrator {
  number: string;
  name: string | null;
  clp: string | null;
}

export type Created =
  | { fault: 'not on the roll' | 'no such CLP' | 'lapsed' }
  | { token: string; displayName: string; isNewMember: boolean; isNewOffice: boolean };

/**
 * Makes somebody an administrator who is none, in the operator's name, and a link by which they sign in.
 * The record says both.
 */
export async function createAdministrator(
  tx: EntityManager,
  { number, name, clp }: NewAdministrator,
  at: Date,
): Promise<Created> {
  await members.lockRoll(tx);
  const on = ukDay(at);
  const found = await members.byNumber(tx, number);
  if (!found && !name) return { fault: 'not on the roll' };
  if (found && refuseLapsed(found.lapsedOn, on)) return { fault: 'lapsed' };
  const clpId = clp === null ? null : await administrators.clpByName(tx, clp);
  if (clp !== null && !clpId) return { fault: 'no such CLP' };
  const member = found ?? { id: v7(), displayName: name ?? '' };
  if (!found) {
    const { id, displayName } = member;
    await administrators.addMember(tx, {
      id,
      membershipNumber: number,
      displayName,
      clpId,
      joinedOn: on,
    });
  }
  const held = (await administrators.all(tx, at)).find((each) => each.memberId === member.id);
  const office = held?.officeId ?? v7();
  const bodyId = held?.bodyId ?? (await administrators.nationalExecutive(tx, v7()));
  if (!held) {
    await offices.appoint(tx, {
      id: office,
      memberId: member.id,
      bodyId,
      office: 'administrator',
      from: on,
      until: null,
    });
  }
  const token = await makeLink(tx, member.id, at);
  const act = {
    aboutKind: 'office',
    aboutId: office,
    consultationId: null,
    actorId: null,
    bodyId,
    at,
  } as const;
  const appointed = { memberId: member.id, office: 'administrator', from: on, until: null };
  await enter(tx, ...(held ? [] : [{ ...act, kind: 'officer_appointed', data: appointed }]), {
    ...act,
    kind: 'sign_in_link_made',
    data: { memberId: member.id },
  });
  return { token, displayName: member.displayName, isNewMember: !found, isNewOffice: !held };
}

export type Linked =
  | { fault: 'not on the roll' | 'lapsed' | 'no such office' }
  | { token: string; displayName: string };

/**
 * Makes a link by which somebody whose office needs a passkey signs in once and adds one: the first, or
 * another in the place of one that is lost. The record says so of the office.
 */
export async function linkOfficer(tx: EntityManager, number: string, at: Date): Promise<Linked> {
  const on = ukDay(at);
  const found = await members.byNumber(tx, number);
  if (!found) return { fault: 'not on the roll' };
  if (refuseLapsed(found.lapsedOn, on)) return { fault: 'lapsed' };
  const person = await personById(tx, found.id, at);
  const held = person?.offices.find((each) => needsPasskey([each], on));
  if (!held) return { fault: 'no such office' };
  const token = await makeLink(tx, found.id, at);
  await enter(tx, {
    kind: 'sign_in_link_made',
    aboutKind: 'office',
    aboutId: held.id,
    consultationId: null,
    actorId: null,
    bodyId: held.bodyId,
    at,
    data: { memberId: found.id },
  });
  return { token, displayName: found.displayName };
}

/** Ends somebody's office of administrator at once, in the operator's name. Answers how many offices that were. */
export async function endAdministrator(
  tx: EntityManager,
  number: string,
  at: Date,
): Promise<number> {
  const held = (await administrators.all(tx, at)).filter(
    (each) => each.membershipNumber === number,
  );
  for (const { officeId: id, ...each } of held) {
    await enter(tx, await endAtOnce(tx, { ...each, id, office: 'administrator' }, at));
  }
  return held.length;
}
