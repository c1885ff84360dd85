import type { Day } from './day.js';
import { type BodyKind, isInOffice, type OfficeHeld, type OfficeName } from './office.js';
import { type Refusal, refusal } from './refusal.js';

/** How somebody got in. */
export const SIGN_IN_WAYS = ['demo', 'code', 'passkey', 'oidc', 'link'] as const;
export type SignInWay = (typeof SIGN_IN_WAYS)[number];

const NATIONAL: readonly BodyKind[] = [
  'policy_commission',
  'national_policy_forum',
  'joint_policy_committee',
  'nec',
  'conference',
];
const TRUSTED: readonly OfficeName[] = ['administrator', 'moderator'];

/** Whether somebody holds an office that is only exercised with a passkey: staff, moderators, and every office of a national body. */
export function needsPasskey(
  offices: readonly Pick<OfficeHeld, 'office' | 'bodyKind' | 'from' | 'until'>[],
  on: Day,
): boolean {
  return offices.some(
    (held) =>
      isInOffice(held, on) && (TRUSTED.includes(held.office) || NATIONAL.includes(held.bodyKind)),
  );
}

export interface PasskeyChangeAsk {
  /** Whether an office of theirs needs a passkey. */
  needsPasskey: boolean;
  /** How many they have. */
  passkeys: number;
  /** Whether this session began with a passkey or something as strong. */
  isStrong: boolean;
  /** How this session began. */
  signedInBy: SignInWay;
}

/**
 * Refuses adding a passkey to whoever needs one, where a stolen inbox would be enough. Who has one signs
 * in with it first; who has none, or has lost it, is here by more than a code: the party's own login, or
 * a link that the operator gave to them in person.
 */
export function refuseAddingPasskey(ask: PasskeyChangeAsk): Refusal | null {
  if (!ask.needsPasskey || ask.isStrong || ask.signedInBy === 'link') return null;
  if (ask.passkeys > 0) return refusal('passkey_first');
  return ask.signedInBy === 'code' ? refusal('second_proof') : null;
}

/** Refuses taking a passkey away: for the reason above, and the last one of whoever needs one. */
export function refuseRemovingPasskey(ask: Omit<PasskeyChangeAsk, 'signedInBy'>): Refusal | null {
  if (!ask.needsPasskey) return null;
  if (!ask.isStrong) return refusal('passkey_first');
  return ask.passkeys <= 1 ? refusal('last_passkey') : null;
}
