import { cleanText, type Refusal, refusal } from '@clarion/deliberation';
import type { Acting } from '../accounts/acting.js';
import { once } from '../database/once.js';
import { enter } from '../record/record.service.js';
import { type Held, officeOf } from './moderating.js';
import { ModerationAct } from './moderation-act.entity.js';
import * as acts from './moderation-act.queries.js';
import { recorded, recordedReport } from './moderation-record.js';
import * as reports from './report.queries.js';
import { tellAuthor } from './tell-author.js';

/** An act of the same id that was done before: the same, or another's. Null where there is none. */
export async function doneBefore(
  { tx, viewer }: Acting,
  id: string,
  isSame: (act: acts.ActRow) => boolean,
): Promise<acts.ActRow | Refusal | null> {
  const taken = await once(tx, 'moderation_act', id);
  if (taken) return taken;
  const earlier = (await acts.byIds(tx, [id])).get(id);
  if (!earlier) return null;
  const isTheSame = earlier.by.id === viewer.id && isSame(earlier);
  return isTheSame ? earlier : refusal('already_exists', { what: 'moderation_act' });
}

export type NewAct = Pick<ModerationAct, 'id' | 'act' | 'reason' | 'note'> &
  Partial<
    Pick<
      ModerationAct,
      'statusBefore' | 'fromId' | 'fromParentId' | 'toId' | 'suspendedId' | 'until' | 'reversesId'
    >
  >;

/** Keeps an act, answers the reports it answers, and enters both into the record. */
export async function keepAct(acting: Acting, held: Held, made: NewAct): Promise<acts.ActRow> {
  const { tx, viewer, at } = acting;
  const { thing } = held;
  const office = officeOf(acting, thing);
  await tx.insert(ModerationAct, {
    statusBefore: null,
    fromId: null,
    fromParentId: null,
    toId: null,
    suspendedId: null,
    until: null,
    reversesId: null,
    ...made,
    note: cleanText(made.note),
    aboutKind: thing.kind,
    aboutId: thing.id,
    consultationId: thing.consultationId,
    byId: viewer.id,
    bodyId: office.bodyId,
    office: office.office,
    at,
  });
  const act = (await acts.byIds(tx, [made.id])).get(made.id);
  if (!act) throw new Error(`act ${made.id} vanished inside its transaction`);
  const isAnswer = !made.reversesId && made.act !== 'read';
  const answered = isAnswer ? await reports.close(tx, thing.id, { id: act.id, at }) : [];
  await tellAuthor(acting, act);
  await enter(
    tx,
    ...recorded(act),
    ...answered.map((id) => {
      const outcome = act.act === 'keep' ? 'kept' : 'acted';
      return recordedReport('report_answered', id, at, { outcome });
    }),
  );
  return act;
}
