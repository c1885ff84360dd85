import {
  appealDueOn,
  cleanText,
  isReversible,
  type Refusal,
  refusal,
  refuseAppeal,
  refuseAppealAnswer,
  ukDay,
} from '@clarion/deliberation';
import type { Acting } from '../accounts/acting.js';
import { once } from '../database/once.js';
import type { AppealAnswerInput } from '../graphql/generated.js';
import { enter } from '../record/record.service.js';
import { Appeal } from './appeal.entity.js';
import * as appeals from './appeal.queries.js';
import { moderatorOf, officeOf } from './moderating.js';
import * as acts from './moderation-act.queries.js';
import { recordedAppeal } from './moderation-record.js';
import { holdAct, refuseGone, reverse } from './reverse.service.js';

type Result = Promise<acts.ActRow | Refusal>;

async function find({ tx }: Acting, id: string): Promise<acts.ActRow> {
  const act = (await acts.byIds(tx, [id])).get(id);
  if (!act) throw new Error(`act ${id} vanished inside its transaction`);
  return act;
}

/** Whether an act was done to somebody: to what they sent, or to them. */
export const isDoneTo = (memberId: string, act: acts.ActRow): boolean =>
  (act.suspendedId ?? act.authorId) === memberId;

/** Appeals against an act on one's own, once. The same id is the same appeal. */
export async function appeal(
  acting: Acting,
  { id, actId, words }: { id: string; actId: string; words: string },
): Result {
  const { tx, viewer, at } = acting;
  const taken = await once(tx, 'appeal', id);
  if (taken) return taken;
  const act = await acts.lock(tx, actId);
  if (!act) return refusal('not_found', { what: 'moderation_act' });
  const isMine = isDoneTo(viewer.id, act);
  if (isMine && act.appeal?.id === id) return act;
  if (await appeals.find(tx, id)) return refusal('already_exists', { what: 'appeal' });
  const refused = refuseAppeal({
    isMine,
    hasAppealed: act.appeal !== null,
    act: act.act,
    stands: isReversible(act.act) && !act.isReversed,
    actAt: act.at,
    on: ukDay(at),
    words,
  });
  if (refused) return refused;
  const dueOn = appealDueOn(at);
  await tx.insert(Appeal, {
    ...{ id, actId, at, dueOn, memberId: viewer.id, words: cleanText(words) },
    ...{ answeredAt: null, answeredById: null, answer: null, isUpheld: null },
  });
  await enter(tx, recordedAppeal(acting, act, 'appealed', null, { dueOn }));
  return find(acting, actId);
}

/** Answers an appeal; where it is upheld, the act is taken back. By another moderator than the one who acted. */
export async function answerAppeal(acting: Acting, input: AppealAnswerInput): Result {
  const { tx, viewer, at } = acting;
  const { id, appealId, isUpheld, answer } = input;
  const taken = await once(tx, 'moderation_act', id);
  if (taken) return taken;
  const seen = await appeals.find(tx, appealId);
  if (!seen) return refusal('not_found', { what: 'appeal' });
  const found = await holdAct(acting, seen.actId);
  if ('message' in found) return found;
  const { act, held } = found;
  const current = await appeals.find(tx, appealId);
  const said = cleanText(answer);
  const isSent =
    current?.answeredById === viewer.id && current.isUpheld === isUpheld && current.answer === said;
  // Sent again after its reply was lost: it is answered in these words already.
  if (isSent) return act;
  if (!isReversible(act.act)) return refusal('not_found', { what: 'moderation_act' });
  const refused = refuseAppealAnswer({
    ...moderatorOf(viewer, held.thing, at),
    act: act.act,
    isOwnAct: act.by.id === viewer.id,
    isAnswered: current === null || current.answeredAt !== null,
    answer,
  });
  const gone = refused ?? (isUpheld ? await refuseGone(acting, act) : null);
  if (gone) return gone;
  await tx.update(
    Appeal,
    { id: appealId },
    { answeredAt: at, answeredById: viewer.id, answer: said, isUpheld },
  );
  const { bodyId } = officeOf(acting, held.thing);
  await enter(tx, recordedAppeal(acting, act, 'appeal_answered', bodyId, { isUpheld }));
  // Taken back meanwhile by itself, there is nothing left to take back.
  if (isUpheld && !act.isReversed) {
    await reverse(acting, found, { id, reason: 'appeal_upheld', note: said });
  }
  return find(acting, act.id);
}
