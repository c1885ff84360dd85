import {
  isSealed,
  type ModerationReason,
  type Refusal,
  refusal,
  refuseMerge,
  refuseModeration,
  refuseSuspension,
} from '@clarion/deliberation';
import type { Acting } from '../accounts/acting.js';
import type { ModerateInput, SuspendInput } from '../graphql/generated.js';
import { type Held, hold, moderatorOf } from './moderating.js';
import type * as acts from './moderation-act.queries.js';
import { doneBefore, keepAct, type NewAct } from './moderation-act.service.js';
import { move } from './move.service.js';
import { seal } from './seal.service.js';
import * as things from './thing.queries.js';

type Result = Promise<acts.ActRow | Refusal>;

function refuse(acting: Acting, held: Held, act: ModerateInput['act'] | 'suspend', input: Why) {
  const { viewer, at } = acting;
  const { thing } = held;
  return refuseModeration({ ...moderatorOf(viewer, thing, at), ...input, act, thing });
}

interface Why {
  reason: ModerationReason;
  note: string;
}

/** Acts on a contribution; its place stays and says why. The same id is the same act. */
export async function moderate(acting: Acting, input: ModerateInput): Result {
  const { tx } = acting;
  const { id, aboutId, act, reason, note } = input;
  const toId = act === 'move' || act === 'merge' ? (input.toId ?? null) : null;
  const before = await doneBefore(
    acting,
    id,
    (one) => one.aboutId === aboutId && one.act === act && one.reason === reason,
  );
  if (before) return before;
  const held = await hold(acting, aboutId, [toId]);
  if ('message' in held) return held;
  const refused = refuse(acting, held, act, input);
  if (refused) return refused;
  const { thing } = held;
  const made: NewAct = { id, act, reason, note };
  switch (act) {
    case 'hide': {
      await things.setStatus(tx, thing, 'hidden');
      const hidden = await keepAct(acting, held, { ...made, statusBefore: thing.status });
      if (isSealed(reason)) await seal(tx, hidden);
      return hidden;
    }
    case 'lock':
      await things.setLocked(tx, thing.id, true);
      return keepAct(acting, held, made);
    case 'merge':
      return merge(acting, held, { ...made, toId });
    case 'move': {
      const moved = await move(acting, held, toId);
      return 'message' in moved ? moved : keepAct(acting, held, { ...made, ...moved });
    }
    case 'keep':
      return keepAct(acting, held, made);
  }
}

async function merge(acting: Acting, held: Held, made: NewAct): Result {
  const { thing, consultation } = held;
  const to = held.proposals.get(made.toId ?? '');
  const refused = refuseMerge(
    to
      ? {
          isItself: to.id === thing.id,
          isInSameConsultation: to.consultationId === consultation.id,
          status: to.status,
        }
      : null,
  );
  if (refused || !to) return refused ?? refusal('merge_target_required', { field: 'toId' });
  await things.setStatus(acting.tx, thing, 'merged', to.id);
  return keepAct(acting, held, { ...made, statusBefore: thing.status });
}

const DAY_MS = 86_400_000;

/** Keeps an author from writing. A longer time takes the place of a shorter one. The same id is the same act. */
export async function suspend(acting: Acting, input: SuspendInput): Result {
  const { tx, at } = acting;
  const { id, aboutId, days, reason, note } = input;
  const isSame = (one: acts.ActRow) => one.aboutId === aboutId && one.act === 'suspend';
  const before = await doneBefore(acting, id, isSame);
  if (before) return before;
  const held = await hold(acting, aboutId);
  if ('message' in held) return held;
  const { authorId } = held.thing;
  const refused =
    refuse(acting, held, 'suspend', input) ?? refuseSuspension(days, authorId !== null);
  if (refused || authorId === null) return refused ?? refusal('not_found', { what: 'member' });
  const until = new Date(at.getTime() + days * DAY_MS);
  await things.setSuspended(tx, authorId, until);
  return keepAct(acting, held, {
    ...{ id, reason, note, until },
    act: 'suspend',
    suspendedId: authorId,
  });
}
