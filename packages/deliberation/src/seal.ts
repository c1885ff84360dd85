import { firstRefusal } from './eligibility.js';
import { ACT_NEEDS, type ModerationReason, SEALED_DAYS } from './moderation.js';
import { type ModeratorAct, refuseModerator } from './moderation-refusal.js';
import { type Refusal, refusal } from './refusal.js';

const DAY_MS = 86_400_000;

/** Words that may be unlawful, put under seal. */
export interface Seal {
  /** When they are to be destroyed, unless they are held. */
  until: Date;
  /** The operator keeps them longer, because a court or the police asked for them. */
  isHeld: boolean;
  destroyedAt: Date | null;
}

/** When words that were sealed at a moment are to be destroyed. */
export const sealedUntil = (sealedAt: Date): Date =>
  new Date(sealedAt.getTime() + SEALED_DAYS * DAY_MS);

/** Whether sealed words are to be destroyed now. A hold keeps them for as long as it lasts. */
export const isToBeDestroyed = ({ until, isHeld, destroyedAt }: Seal, now: Date): boolean =>
  !isHeld && destroyedAt === null && until <= now;

const GONE = { saying: `was destroyed after ${SEALED_DAYS} days` };

/** Refuses to bring back what was destroyed. */
export const refuseDestroyed = (seal: Seal | null): Refusal | null =>
  seal?.destroyedAt ? refusal('already_moderated', GONE) : null;

/** Refuses the reading of sealed words: who does not moderate here or is party to it, what is not sealed, a reason it is not done for. */
export function refuseReadingSealed(
  ask: ModeratorAct & { seal: Seal | null; reason: ModerationReason },
): Refusal | null {
  const { seal, reason } = ask;
  const isReason = ACT_NEEDS.read.reasons.includes(reason);
  return firstRefusal(
    refuseModerator(ask),
    seal ? null : refusal('not_valid', { saying: 'These words are not under seal.' }),
    refuseDestroyed(seal),
    isReason ? null : refusal('not_valid', { field: 'reason', saying: 'Choose what it is for.' }),
  );
}
