import type { BodyKind } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { DemoPerson } from '../accounts/demo-person.entity.js';
import { Body } from '../bodies/body.entity.js';
import { BodySuccessor } from '../bodies/body-successor.entity.js';
import { Office } from '../offices/office.entity.js';
import { Contact } from '../roll/contact.entity.js';
import { Member } from '../roll/member.entity.js';
import {
  CLPS,
  COMMISSIONS,
  FORMER_COMMISSIONS,
  NATIONAL_BODIES,
  REGIONS,
  SOCIETIES,
  UNIONS,
} from './bodies.js';
import { CAST, SOCIETY_OFFICERS, STAFF } from './cast.js';
import { bodyId, demoId, memberId } from './ids.js';
import type { ExtraPerson } from './people.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const BATCH = 1000;

/** The day so many days before (negative) or after another, as ISO 8601. */
export const dayFrom = (today: Date, days: number): string =>
  new Date(today.getTime() + days * DAY_MS).toISOString().slice(0, 10);

type BodyValues = Pick<Body, 'id' | 'kind' | 'name'> & Partial<Omit<Body, 'parent'>>;

function allBodies(): BodyValues[] {
  const body = (key: string, kind: BodyKind, name: string, rest: Partial<BodyValues> = {}) => ({
    id: bodyId(key),
    kind,
    name,
    field: null,
    description: null,
    parentId: null,
    from: null,
    until: null,
    interest: null,
    ...rest,
  });
  return [
    ...REGIONS.map((it) => body(it.key, 'region', it.name)),
    ...CLPS.map((it) => body(it.key, 'clp', it.name, { parentId: bodyId(it.region) })),
    ...SOCIETIES.map((it) =>
      body(it.key, 'socialist_society', it.name, { field: it.field, description: it.description }),
    ),
    ...UNIONS.map((it) => body(it.key, 'union', it.name, { description: it.description })),
    ...[...COMMISSIONS, ...FORMER_COMMISSIONS].map((it) =>
      body(it.key, 'policy_commission', it.name, {
        from: it.from,
        until: 'until' in it ? it.until : null,
        interest: it.interest,
        description: it.remit,
      }),
    ),
    ...NATIONAL_BODIES.map((it) => body(it.key, it.kind, it.name, { description: it.description })),
  ];
}

/** Bodies, the cast and the officers of the societies, with their offices. Clarion's tests stand on the same people. */
export async function loadCast(tx: EntityManager, today: Date): Promise<void> {
  await tx.insert(Body, allBodies());
  await tx.insert(
    BodySuccessor,
    FORMER_COMMISSIONS.flatMap((former) =>
      former.successors.map((successor) => ({
        bodyId: bodyId(former.key),
        successorId: bodyId(successor),
      })),
    ),
  );
  const people = [
    ...CAST.map((it) => ({ ...it, offices: it.offices })),
    ...SOCIETY_OFFICERS.map((it) => ({
      ...it,
      standing: 'member' as const,
      skills: [],
      offices: [it.office],
    })),
    ...STAFF,
  ];
  await tx.insert(
    Member,
    people.map((it, index) => ({
      id: memberId(it.key),
      membershipNumber: `L${String(1000001 + index)}`,
      displayName: it.name,
      standing: it.standing,
      clpId: bodyId(it.clp),
      joinedOn: dayFrom(today, it.joined),
      lapsedOn: null,
      interests: it.interests,
      skills: it.skills,
    })),
  );
  await tx.insert(
    Office,
    people.flatMap((it) =>
      it.offices.map((held) => ({
        id: demoId('office', `${it.key} ${held.office} ${held.body}`),
        memberId: memberId(it.key),
        bodyId: bodyId(held.body),
        office: held.office,
        from: dayFrom(today, held.from),
        until: null,
      })),
    ),
  );
  await tx.insert(
    DemoPerson,
    [...CAST, ...STAFF].map((it, position) => ({
      memberId: memberId(it.key),
      position,
      description: it.line,
    })),
  );
}

/** Walk-ons and simulated members. */
export async function loadExtras(
  tx: EntityManager,
  people: readonly ExtraPerson[],
  today: Date,
  firstNumber: number,
): Promise<void> {
  for (let start = 0; start < people.length; start += BATCH) {
    await tx.insert(
      Member,
      people.slice(start, start + BATCH).map((it, index) => ({
        id: memberId(it.key),
        membershipNumber: `L${firstNumber + start + index}`,
        displayName: it.name,
        standing: it.standing,
        clpId: bodyId(it.clp),
        joinedOn: dayFrom(today, it.joined),
        lapsedOn: null,
        interests: it.interests,
        skills: [],
      })),
    );
  }
}

/** Addresses for everybody of the demonstration, at a domain that is nobody's (RFC 2606). */
export async function giveAddresses(
  tx: EntityManager,
  keys: readonly string[],
  today: Date,
): Promise<void> {
  for (let start = 0; start < keys.length; start += BATCH) {
    await tx.insert(
      Contact,
      keys.slice(start, start + BATCH).map((key) => ({
        memberId: memberId(key),
        email: `${key}@example.org`,
        emailKey: `${key}@example.org`,
        rollKey: null,
        changedAt: today,
        heldUntil: null,
      })),
    );
  }
}
