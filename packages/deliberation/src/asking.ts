import type { Access } from './access/row.js';
import { ACCESS, type Asked } from './access.js';
import { type Day, ukDay } from './day.js';
import { refuseLapsed } from './eligibility.js';
import { type OfficeHeld, officesFor } from './office.js';
import { type Refusal, refusal } from './refusal.js';

/** How long a confirmation that it is still the same person lasts. */
export const CONFIRMED_MINUTES = 10;

/** Refuses what asks for a confirmation to whoever gave none in the last ten minutes. */
export function refuseUnconfirmed(confirmedAt: Date | null, now: Date): Refusal | null {
  const since = confirmedAt ? now.getTime() - confirmedAt.getTime() : Number.POSITIVE_INFINITY;
  return since < CONFIRMED_MINUTES * 60_000 ? null : refusal('confirm_first');
}

/** Somebody who asks, as far as the table of access looks. */
export interface Asker {
  offices: readonly OfficeHeld[];
  /** The day from which their membership no longer runs; null while it does. */
  lapsedOn?: Day | null;
  /** When they last confirmed that it is still them; left out where that is not known, as in a button. */
  confirmedAt?: Date | null;
}

/** Whether a name is one of the table. What is not is refused. */
export const isAsked = (name: string): name is Asked => Object.hasOwn(ACCESS, name);

function refuseWho(
  { who }: Access,
  asker: Asker | null,
  { now, isDemo }: Circumstances,
): Refusal | null {
  if (who === 'anyone') return null;
  if (who === 'demonstration') return isDemo ? null : refusal('not_found', { what: 'demo_person' });
  if (!asker) return refusal('not_signed_in');
  if (who === 'signed_in') return null;
  const lapsed = refuseLapsed(asker.lapsedOn, ukDay(now));
  if (lapsed) return lapsed;
  if (who === 'on_the_roll' || officesFor(asker.offices, who, ukDay(now)).length > 0) return null;
  return refusal('not_an_officer');
}

/** When it is asked, and whether here is a demonstration. */
export interface Circumstances {
  now: Date;
  isDemo: boolean;
}

/**
 * Refuses somebody what the table of access keeps from them, whatever it is about: sign-in, the duty,
 * the confirmation. The row's own rule is asked next, about the very thing. A visitor is null.
 */
export function refuseAsk(
  asked: Asked,
  asker: Asker | null,
  circumstances: Circumstances,
): Refusal | null {
  const row: Access = ACCESS[asked];
  const refused = refuseWho(row, asker, circumstances);
  if (refused) return row.says ? { ...refused, message: row.says } : refused;
  if (!row.confirm || asker?.confirmedAt === undefined) return null;
  return refuseUnconfirmed(asker.confirmedAt, circumstances.now);
}

/** Whether somebody may ask for it at all: a button for what they may not is not shown. */
export const mayAsk = (...asked: Parameters<typeof refuseAsk>): boolean =>
  refuseAsk(...asked) === null;
