import {
  isReversible,
  type ModerationReason,
  REVERSED_BY,
  type Refusal,
  refusal,
  refuseDestroyed,
  refuseReversal,
} from '@clarion/deliberation';
import type { Acting } from '../accounts/acting.js';
import type { UndoModerationInput } from '../graphql/generated.js';
import { type Held, hold, moderatorOf } from './moderating.js';
import * as acts from './moderation-act.queries.js';
import { doneBefore, keepAct } from './moderation-act.service.js';
import { moveBack } from './move.service.js';
import * as seals from './seal.queries.js';
import * as things from './thing.queries.js';

type Result = Promise<acts.ActRow | Refusal>;

/** The act with what it is about, under lock; refuses what is no act, or one that takes another back. */
export async function holdAct(
  acting: Acting,
  actId: string,
): Promise<{ act: acts.ActRow; held: Held } | Refusal> {
  const { tx } = acting;
  const seen = (await acts.byIds(tx, [actId])).get(actId);
  if (!seen || !isReversible(seen.act)) return refusal('not_found', { what: 'moderation_act' });
  const isAmongProposals = seen.aboutKind !== 'proposal' || seen.act === 'move';
  const beside = isAmongProposals ? [seen.fromId, seen.toId] : [seen.toId];
  const held = await hold(acting, seen.aboutId, beside);
  if ('message' in held) return held;
  const act = await acts.lock(tx, actId);
  return act ? { act, held } : refusal('not_found', { what: 'moderation_act' });
}

/** Refuses to take back what hid words that have been destroyed since. */
export async function refuseGone({ tx }: Acting, act: acts.ActRow): Promise<Refusal | null> {
  const sealed = act.act === 'hide' ? await seals.lock(tx, act.aboutId) : null;
  return refuseDestroyed(sealed?.actId === act.id ? sealed : null);
}

/** Puts everything as it was before an act, and keeps the act that did. The caller has asked the rules. */
export async function reverse(
  acting: Acting,
  { act, held }: { act: acts.ActRow; held: Held },
  why: { id: string; reason: ModerationReason; note: string },
): Promise<acts.ActRow> {
  const { tx } = acting;
  const { thing } = held;
  const by = isReversible(act.act) ? REVERSED_BY[act.act] : null;
  switch (by) {
    case 'restore':
      await seals.remove(tx, act.id);
      await things.setStatus(tx, thing, act.statusBefore ?? 'published');
      break;
    case 'separate':
      await things.setStatus(tx, thing, act.statusBefore ?? 'published', null);
      break;
    case 'unlock':
      await things.setLocked(tx, thing.id, false);
      break;
    case 'lift':
      if (act.suspendedId) await things.setSuspended(tx, act.suspendedId, null);
      break;
    case 'move_back':
      await moveBack(acting, held, act);
      break;
    case null:
      throw new Error(`act ${act.id} cannot be taken back`);
  }
  const made = { ...why, act: by, reversesId: act.id, suspendedId: act.suspendedId };
  return keepAct(acting, held, made);
}

/** Takes an act back: a new act, listed as such. The same id is the same act. */
export async function undoModeration(acting: Acting, input: UndoModerationInput): Result {
  const { viewer, at } = acting;
  const { id, actId, reason, note } = input;
  const before = await doneBefore(acting, id, (one) => one.reversesId === actId);
  if (before) return before;
  const found = await holdAct(acting, actId);
  if ('message' in found) return found;
  const { act, held } = found;
  const by = isReversible(act.act) ? REVERSED_BY[act.act] : act.act;
  const refused = refuseReversal({
    ...moderatorOf(viewer, held.thing, at),
    ...{ by, reason, note, stands: !act.isReversed },
  });
  return refused ?? (await refuseGone(acting, act)) ?? reverse(acting, found, { id, reason, note });
}
