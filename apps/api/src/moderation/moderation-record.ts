import type { ModeratedKind, ModerationAct } from '@clarion/deliberation';
import type { Acting } from '../accounts/acting.js';
import type { PublicAct } from '../record/record.service.js';
import type { ActRow } from './moderation-act.queries.js';

/** What an act on a contribution is called in the record, and so in its story. */
const KINDS: Partial<Record<ModerationAct, string>> = {
  hide: 'hidden',
  restore: 'restored',
  move: 'moved',
  move_back: 'moved_back',
  merge: 'joined',
  separate: 'separated',
  lock: 'thread_locked',
  unlock: 'thread_unlocked',
  read: 'seal_opened',
};

interface About {
  aboutKind: ModeratedKind;
  aboutId: string;
  consultationId: string;
}

/**
 * An act as it enters the record: kind, reason code and what it is about. No word of anybody, no name:
 * not of who wrote it, nor of the moderator, who acts for a body. An act about a person is about itself.
 */
export function recorded(act: ActRow): PublicAct[] {
  const { id, reason, aboutKind, aboutId, consultationId, body, at, toId } = act;
  const by = { actorId: null, bodyId: body.id, at };
  if (act.suspendedId !== null) {
    const kind = act.act === 'suspend' ? 'suspended' : 'suspension_lifted';
    const days = act.until && Math.round((act.until.getTime() - at.getTime()) / 86_400_000);
    const data = { code: reason, ...(days ? { days } : {}) };
    return [{ ...by, kind, aboutKind: 'moderation', aboutId: id, consultationId: null, data }];
  }
  const kind = KINDS[act.act];
  // That something was reported and left as it is, is nobody's business but the reporter's.
  if (!kind) return [];
  const about: About = { aboutKind, aboutId, consultationId };
  const told = { ...by, ...about, kind, data: { code: reason, actId: id, toId } };
  if (act.act !== 'merge' || !toId) return [told];
  const joined = { ...by, ...about, aboutId: toId, kind: 'joined_by' };
  return [told, { ...joined, data: { code: reason, actId: id, proposalId: aboutId } }];
}

/** That a report came or was answered, without what it is about: so that none can be lost unseen. */
export const recordedReport = (
  kind: 'reported' | 'report_answered',
  id: string,
  at: Date,
  data: Record<string, string>,
): PublicAct => ({
  kind,
  aboutKind: 'moderation',
  aboutId: id,
  consultationId: null,
  actorId: null,
  at,
  data,
});

/** That an act was appealed against, or how the appeal ended; about the contribution, or the act itself where it is about a person. */
export function recordedAppeal(
  { at }: Pick<Acting, 'at'>,
  act: ActRow,
  kind: 'appealed' | 'appeal_answered',
  bodyId: string | null,
  data: Record<string, unknown>,
): PublicAct {
  const isAboutPerson = act.suspendedId !== null;
  return {
    kind,
    aboutKind: isAboutPerson ? 'moderation' : act.aboutKind,
    aboutId: isAboutPerson ? act.id : act.aboutId,
    consultationId: isAboutPerson ? null : act.consultationId,
    actorId: null,
    bodyId,
    at,
    data: { actId: act.id, ...data },
  };
}
