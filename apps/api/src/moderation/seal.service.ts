import {
  HIDDEN_NAME,
  HIDDEN_WORDS,
  isToBeDestroyed,
  type Refusal,
  refuseReadingSealed,
  sealedUntil,
} from '@clarion/deliberation';
import type { DataSource, EntityManager } from 'typeorm';
import type { Acting } from '../accounts/acting.js';
import * as consultations from '../consultations/consultation.queries.js';
import * as emptying from '../contributions/emptying.queries.js';
import * as proposals from '../contributions/proposal.queries.js';
import { inTransaction } from '../database/transaction.js';
import type { ReadSealedInput } from '../graphql/generated.js';
import * as roundWords from '../ranking/round-words.queries.js';
import { eraseSalts } from '../record/erase.service.js';
import { enter } from '../record/record.service.js';
import * as hidden from './hidden-words.queries.js';
import { hold, moderatorOf } from './moderating.js';
import type { ActRow } from './moderation-act.queries.js';
import { doneBefore, keepAct } from './moderation-act.service.js';
import { Seal } from './seal.entity.js';
import * as seals from './seal.queries.js';
import * as things from './thing.queries.js';

/** Seals what an act hid, until the day on which it is destroyed. */
export async function seal(tx: EntityManager, act: ActRow): Promise<void> {
  const { id: actId, aboutKind, aboutId, at } = act;
  await tx.insert(Seal, { actId, aboutKind, aboutId, until: sealedUntil(at), destroyedAt: null });
}

/** Sealed words with the act of reading them. */
export interface SealedWords {
  __typename: 'SealedWords';
  act: ActRow;
  words: hidden.WordsRow['words'];
}

/** Reads sealed words; that and what for stands in the log and in the record. The same id is the same reading. */
export async function readSealed(
  acting: Acting,
  { id, aboutId, reason }: ReadSealedInput,
): Promise<SealedWords | Refusal> {
  const { tx, viewer, at } = acting;
  const isSame = (one: ActRow) =>
    one.aboutId === aboutId && one.act === 'read' && one.reason === reason;
  const before = await doneBefore(acting, id, isSame);
  if (before && 'message' in before) return before;
  const held = await hold(acting, aboutId);
  if ('message' in held) return held;
  const refused = refuseReadingSealed({
    ...moderatorOf(viewer, held.thing, at),
    seal: await seals.lock(tx, aboutId),
    reason,
  });
  if (refused) return refused;
  const act = before ?? (await keepAct(acting, held, { id, act: 'read', reason, note: '' }));
  const words = (await hidden.sealed(tx, [aboutId])).get(aboutId)?.words ?? [];
  return { __typename: 'SealedWords', act, words };
}

/** Destroys sealed words if it is still their time: here, in every round, and what would let them be found out. */
async function destroy(tx: EntityManager, id: string, at: Date): Promise<void> {
  const seen = (await things.byIds(tx, [id], null)).get(id);
  if (!seen) return;
  await consultations.lock(tx, seen.consultationId, 'SHARE');
  if (seen.proposalId) await proposals.lock(tx, seen.proposalId);
  await things.lock(tx, seen);
  const sealed = await seals.lock(tx, id);
  if (!sealed || !isToBeDestroyed(sealed, at)) return;
  const only = (kind: string) => (seen.kind === kind ? [id] : []);
  const ids = {
    proposals: only('proposal'),
    comments: only('comment'),
    evidence: only('evidence'),
  };
  const numbers = await emptying.committing(tx, ids);
  await emptying.emptyWords(tx, ids, { words: HIDDEN_WORDS, name: HIDDEN_NAME });
  await roundWords.empty(tx, ids.proposals, 'hidden');
  await seals.emptyAround(tx, id);
  await tx.update(Seal, { actId: sealed.actId }, { destroyedAt: at });
  await enter(tx, {
    kind: 'destroyed',
    aboutKind: seen.kind,
    aboutId: id,
    consultationId: seen.consultationId,
    actorId: null,
    at,
    data: { actId: sealed.actId },
  });
  await eraseSalts(tx, numbers, { actorId: null, at });
}

/** Destroys all sealed words whose time has come, each in a transaction of its own; tells how many there were. */
export async function destroyDue(
  database: DataSource,
  at: Date,
  signal?: AbortSignal,
): Promise<number> {
  const due = await seals.waiting(database.manager, at);
  for (const id of due) {
    signal?.throwIfAborted();
    await inTransaction(database, (tx) => destroy(tx, id, at));
  }
  return due.length;
}
