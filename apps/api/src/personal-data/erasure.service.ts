import { type Refusal, refuseErasure, ukDay } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import type { Acting } from '../accounts/acting.js';
import * as sessions from '../accounts/own-session.queries.js';
import { committing } from '../contributions/emptying.queries.js';
import type { Keyring } from '../keyring/keyring.js';
import { enqueue } from '../mail/mail.js';
import { endAtOnce } from '../offices/end-at-once.js';
import * as offices from '../offices/office.queries.js';
import { eraseSalts } from '../record/erase.service.js';
import { enter, type PublicAct } from '../record/record.service.js';
import * as contacts from '../roll/contact.queries.js';
import { erasedNumber } from '../roll/erased.js';
import * as members from '../roll/member.queries.js';
import { takeBackAll } from '../voting/take-back.service.js';
import * as erasing from './erasure.queries.js';

/** Who is erased, and how that came about. */
export interface Erasing {
  memberId: string;
  at: Date;
  keys: Keyring;
  /** Whether they did it themselves, or the operator at their request. */
  by: 'member' | 'operator';
}

/** What went, as counts. */
export interface Went {
  proposals: number;
  comments: number;
  evidence: number;
  votes: number;
  offices: number;
}

async function takeBackVotes(tx: EntityManager, { memberId, keys }: Erasing): Promise<number> {
  let votes = 0;
  for (const consultationId of await erasing.stillSecret(tx)) {
    const pseudonym = keys.pseudonymIfKept(consultationId, memberId);
    if (pseudonym) votes += await takeBackAll(tx, { consultationId, pseudonym });
  }
  return votes;
}

/** Ends every office that runs or will, from today on. */
async function endOffices(tx: EntityManager, { memberId, at }: Erasing): Promise<PublicAct[]> {
  const acts: PublicAct[] = [];
  for (const held of await offices.presentAndComing(tx, memberId, at)) {
    acts.push(await endAtOnce(tx, { ...held, memberId }, at));
  }
  return acts;
}

/** Tells the last address that it is done, once nothing else is on its way to any of them. */
async function sayGoodbye(tx: EntityManager, memberId: string): Promise<void> {
  const contact = await contacts.ofMember(tx, memberId);
  await erasing.forgetMail(tx, await erasing.addressesOf(tx, memberId));
  if (contact) await enqueue(tx, { to: contact.email, letter: { kind: 'erased' } });
}

const takenBack = ({ memberId, at }: Erasing, one: erasing.Withdrawn): PublicAct => ({
  kind: 'withdrawn',
  aboutKind: one.kind,
  aboutId: one.id,
  consultationId: one.consultationId,
  actorId: memberId,
  bodyId: one.bodyId,
  at,
});

/**
 * Erases what is held about somebody, but for what the rules say stays, and why (`NOT_ERASED`). The words go
 * from the tables, the salts of their commitments from the record, which says so; every place stays. Null
 * where it has been done already.
 */
export async function erase(tx: EntityManager, asked: Erasing): Promise<Went | null> {
  const { memberId, at, keys, by } = asked;
  await tx.query('SET LOCAL statement_timeout = 0');
  // Before anything else: waits for what they are doing, which holds the session it is done by.
  await sessions.endAll(tx, memberId, null);
  await erasing.hold(tx, memberId);
  const votes = await takeBackVotes(tx, asked);
  await members.lock(tx, memberId);
  const membershipNumber = await members.numberOf(tx, memberId);
  if (membershipNumber === null) return null;
  const sent = await erasing.sentBy(tx, memberId);
  const standing = await erasing.standing(tx, sent);
  const numbers = await committing(tx, sent);
  await erasing.eraseWords(tx, sent);
  await erasing.eraseGoodPoints(tx, memberId);
  await erasing.eraseModeration(tx, memberId);
  await sayGoodbye(tx, memberId);
  await erasing.eraseDoors(tx, memberId);
  const ended = await endOffices(tx, asked);
  const number = erasedNumber(keys, membershipNumber);
  await erasing.erasePerson(tx, { memberId, number, day: ukDay(at), at });
  // About itself: the entry leads to nobody.
  const erased = { kind: 'member_erased', aboutKind: 'roll', aboutId: v7() } as const;
  await enter(tx, ...standing.map((one) => takenBack(asked, one)), ...ended, {
    ...erased,
    consultationId: null,
    actorId: null,
    at,
    data: { by },
  });
  await eraseSalts(tx, numbers, { actorId: null, at });
  const { proposals, comments, evidence } = sent;
  return {
    proposals: proposals.length,
    comments: comments.length,
    evidence: evidence.length,
    votes,
    offices: ended.length,
  };
}

/** Erases the viewer, who typed that they mean it. Null when it is done. */
export async function eraseMe(
  { tx, viewer, at, keys }: Acting,
  { typed }: { typed: string },
): Promise<Refusal | null> {
  const { heldUntil } = await members.voterNow(tx, viewer.id);
  const refused = refuseErasure({ typed, heldUntil: heldUntil ?? null, now: at });
  if (refused) return refused;
  await erase(tx, { memberId: viewer.id, at, keys, by: 'member' });
  return null;
}
