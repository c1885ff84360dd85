import { timingSafeEqual } from 'node:crypto';
import {
  membershipNumber as asKept,
  emailKey,
  isRefusal,
  type Refusal,
  refusal,
  refuseHeld,
  refuseLapsed,
  ukDay,
} from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { addJob } from '../jobs/queue.js';
import type { Keyring } from '../keyring/keyring.js';
import * as attempts from './sign-in-code.queries.js';

export const CODE_MINUTES = 10;
const MOST_TRIES = 5;
/** A mail that comes later than this helps nobody: with growing pauses about half a minute. */
const SENDING_TRIES = 4;
export const SEND_CODE = 'send-sign-in-code';

export interface CodeAsk {
  attemptId: string;
  browserHash: Buffer;
  /** As it was typed, to sign in. */
  email: string | null;
  /** Who confirms; then it goes to their own address. */
  memberId: string | null;
  at: Date;
}

/** What the job is given. The address leaves the queue with the job. */
export interface CodeJob {
  attemptId: string;
  email: string | null;
}

const inboxOf = (keys: Keyring, key: string) => keys.peppered('inbox', key);

/**
 * Writes down that a code was asked for, and leaves everything that depends on whether anybody has the
 * address to a job: for known and unknown people the same statements run, and the same is answered.
 */
export async function request(tx: EntityManager, keys: Keyring, ask: CodeAsk): Promise<Date> {
  const { isFirst, expiresAt } = await attempts.begin(tx, {
    id: ask.attemptId,
    browserHash: ask.browserHash,
    inbox: ask.email
      ? inboxOf(keys, emailKey(ask.email))
      : keys.peppered('confirming', ask.memberId ?? ''),
    memberId: ask.memberId,
    askedAt: ask.at,
    expiresAt: new Date(ask.at.getTime() + CODE_MINUTES * 60_000),
  });
  const job: CodeJob = { attemptId: ask.attemptId, email: ask.email };
  if (isFirst) await addJob(tx, SEND_CODE, job, { tries: SENDING_TRIES });
  return expiresAt;
}

export const codeHash = (keys: Keyring, attemptId: string, code: string): Buffer =>
  keys.peppered('code', attemptId, code);

export interface Tried {
  attemptId: string;
  code: string;
  browserHash: Buffer;
  at: Date;
}

/** Spaces in a code are for the eye. */
const digitsOf = (code: string) => code.replace(/\D/g, '');

/** Whom a right code may let in. A try is counted either way, so it must not be rolled back. */
async function whoHasCode(
  tx: EntityManager,
  keys: Keyring,
  { attemptId, code, browserHash, at }: Tried,
  memberId: string | null,
): Promise<attempts.Candidate[] | Refusal> {
  const attempt = await attempts.takeTry(tx, {
    id: attemptId,
    browserHash,
    memberId,
    now: at,
    mostTries: MOST_TRIES,
  });
  const given = codeHash(keys, attemptId, digitsOf(code));
  // Where no code was sent it is compared all the same, with what no code gives.
  const kept = attempt?.codeHash ?? keys.peppered('none', attemptId);
  if (!timingSafeEqual(given, kept) || !attempt) return refusal('wrong_code');
  const found = await attempts.candidates(tx, attempt.memberIds);
  if (memberId) return found;
  // Whose address has changed since is not let in by what was sent to the old one.
  return found.filter(({ emailKey: key }) => inboxOf(keys, key).equals(attempt.inbox));
}

function choose(
  found: readonly attempts.Candidate[],
  given: string | null,
): attempts.Candidate | Refusal {
  const field = 'membershipNumber';
  if (found.length > 1 && !given) return refusal('which_member', { field });
  const chosen =
    found.length > 1
      ? found.find((each) => each.membershipNumber === asKept(given ?? ''))
      : found[0];
  if (chosen) return chosen;
  return found.length > 1
    ? refusal('which_member', {
        field,
        saying: 'No member with that number uses this address. Check the number and try again.',
      })
    : refusal('wrong_code');
}

const refuseEntry = ({ lapsedOn, heldUntil }: attempts.Candidate, at: Date) =>
  refuseLapsed(lapsedOn, ukDay(at)) ?? refuseHeld(heldUntil, at);

/** Who signs in with a code, or why not. Uses the code up when somebody does. */
export async function signIn(
  tx: EntityManager,
  keys: Keyring,
  tried: Tried,
  membershipNumber: string | null,
): Promise<string | Refusal> {
  const found = await whoHasCode(tx, keys, tried, null);
  if (isRefusal(found)) return found;
  const chosen = choose(found, membershipNumber);
  if (isRefusal(chosen)) return chosen;
  const refused = refuseEntry(chosen, tried.at);
  if (refused) return refused;
  await attempts.use(tx, tried.attemptId, tried.at);
  return chosen.memberId;
}

/** Refuses a wrong code of somebody who confirms. Uses the code up when it is right. */
export async function confirm(
  tx: EntityManager,
  keys: Keyring,
  tried: Tried,
  memberId: string,
): Promise<Refusal | null> {
  const found = await whoHasCode(tx, keys, tried, memberId);
  if (isRefusal(found)) return found;
  const [candidate] = found;
  if (!candidate) return refusal('wrong_code');
  const refused = refuseEntry(candidate, tried.at);
  if (!refused) await attempts.use(tx, tried.attemptId, tried.at);
  return refused;
}
