import { type Refusal, refusal } from '@clarion/deliberation';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { EntityManager } from 'typeorm';
import * as challenges from './challenge.service.js';
import * as passkeys from './passkey.queries.js';
import { handleOf, type PasskeyAnswer, readAnswer } from './passkey-answer.js';
import type { Site } from './site.js';

/** Read with the first passkey: it takes a third of a second and 26 MB. */
const webauthn = () => import('@simplewebauthn/server');

/** Milliseconds that a browser waits for its owner. */
const PATIENCE = 5 * 60_000;

/** Whoever asks for a passkey, and where. */
export interface Asker {
  db: EntityManager;
  site: Site;
  now: Date;
  browserHash: Buffer;
}

const known = (keys: readonly passkeys.PasskeyKey[]) =>
  keys.map(({ credentialId, transports }) => ({ id: credentialId, transports }));

/** What the browser is given to make a passkey: kept by the device itself, and used with a PIN, finger or face. */
export async function offerAdding(
  { db, site, now, browserHash }: Asker,
  member: { id: string; displayName: string },
): Promise<object> {
  const asking = { purpose: 'add_passkey', memberId: member.id, browserHash } as const;
  const { generateRegistrationOptions } = await webauthn();
  return generateRegistrationOptions({
    rpName: 'Clarion',
    rpID: site.host,
    userName: member.displayName,
    userDisplayName: member.displayName,
    userID: new Uint8Array(handleOf(member.id)),
    challenge: new Uint8Array(await challenges.draw(db, asking, now)),
    timeout: PATIENCE,
    excludeCredentials: known(await passkeys.keysOfMember(db, member.id)),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** What the browser is given to sign in, as whoever the device knows, or to confirm, as this member. */
export async function offer(
  { db, site, now, browserHash }: Asker,
  memberId: string | null,
): Promise<object> {
  const purpose = memberId ? 'confirm' : 'sign_in';
  const { generateAuthenticationOptions } = await webauthn();
  return generateAuthenticationOptions({
    rpID: site.host,
    challenge: new Uint8Array(await challenges.draw(db, { purpose, memberId, browserHash }, now)),
    timeout: PATIENCE,
    userVerification: 'required',
    ...(memberId && { allowCredentials: known(await passkeys.keysOfMember(db, memberId)) }),
  });
}

const refused = () => refusal('passkey_refused');

/** The library throws what is wrong with an answer; to whoever sent it that is one refusal. */
const orNull = <T>(verifying: Promise<T>): Promise<T | null> => verifying.catch(() => null);

/** A passkey that the browser has just made, or a refusal. The challenge is used up either way. */
export async function made(
  { db, site, now, browserHash }: Asker,
  memberId: string,
  text: string,
): Promise<Omit<Parameters<typeof passkeys.add>[1], 'id' | 'name'> | Refusal> {
  const answer = readAnswer(text);
  if (!answer) return refused();
  const asking = { purpose: 'add_passkey', memberId, browserHash } as const;
  if (!(await challenges.take(db, answer.challenge, asking, now))) return refused();
  const { verifyRegistrationResponse } = await webauthn();
  const checked = await orNull(
    verifyRegistrationResponse({
      response: answer.json as unknown as RegistrationResponseJSON,
      expectedChallenge: answer.challenge.toString('base64url'),
      expectedOrigin: site.origin,
      expectedRPID: site.host,
      requireUserVerification: true,
    }),
  );
  if (!checked?.verified) return refused();
  const { credential, credentialBackedUp } = checked.registrationInfo;
  return {
    memberId,
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey),
    counter: String(credential.counter),
    transports: answer.transports,
    isSynced: credentialBackedUp,
    createdAt: now,
  };
}

/** Whether the device says it is somebody else's than it is. */
const isAnothers = ({ userHandle }: PasskeyAnswer, memberId: string) =>
  userHandle !== null && !userHandle.equals(handleOf(memberId));

/**
 * Who has answered with their passkey: anybody, to sign in; this member, to confirm. Or a refusal, the
 * same whatever is wrong. The challenge is used up either way.
 */
export async function answered(
  { db, site, now, browserHash }: Asker,
  text: string,
  memberId: string | null,
): Promise<{ memberId: string } | Refusal> {
  const answer = readAnswer(text);
  if (!answer) return refused();
  const asking = { purpose: memberId ? 'confirm' : 'sign_in', memberId, browserHash } as const;
  if (!(await challenges.take(db, answer.challenge, asking, now))) return refused();
  const passkey = await passkeys.byCredential(db, answer.credentialId);
  if (!passkey || isAnothers(answer, passkey.memberId)) return refused();
  if (memberId && passkey.memberId !== memberId) return refused();
  const { verifyAuthenticationResponse } = await webauthn();
  const checked = await orNull(
    verifyAuthenticationResponse({
      response: answer.json as unknown as AuthenticationResponseJSON,
      expectedChallenge: answer.challenge.toString('base64url'),
      expectedOrigin: site.origin,
      expectedRPID: site.host,
      requireUserVerification: true,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: Number(passkey.counter),
      },
    }),
  );
  if (!checked?.verified) return refused();
  const { newCounter, credentialBackedUp } = checked.authenticationInfo;
  await passkeys.used(db, passkey.id, {
    counter: newCounter,
    isSynced: credentialBackedUp,
    at: now,
  });
  return { memberId: passkey.memberId };
}
