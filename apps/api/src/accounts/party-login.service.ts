import { CONFIRMED_MINUTES, membershipNumber, refuseLapsed, ukDay } from '@clarion/deliberation';
import type { Configuration } from 'openid-client';
import type { EntityManager } from 'typeorm';
import type { Environment } from '../environment.js';
import * as accounts from './account.queries.js';
import * as challenges from './challenge.service.js';
import { issuer, openOidc } from './party-login.issuer.js';
import { SESSION_SECONDS } from './session.service.js';
import { siteOf } from './site.js';

/** Why nobody is signed in; the web says each in words. */
export type Problem =
  | 'unreachable'
  | 'lost'
  | 'declined'
  | 'failed'
  | 'not_asked_again'
  | 'no_number'
  | 'not_on_roll'
  | 'lapsed';

/** Where people are sent back to; the operator tells the party's login. */
const PARTY_LOGIN_RETURN = '/party-login/return';

/** Where somebody is, when they go to the party's login and when they come back. */
export interface Traveller {
  db: EntityManager;
  environment: Environment;
  now: Date;
  browserHash: Buffer;
}

const asking = (browserHash: Buffer) =>
  ({ purpose: 'party_login', memberId: null, browserHash }) as const;

/** Seconds since somebody may have shown there who they are: to sign in, and to confirm. */
const longestAgo = (isAgain: boolean) => (isAgain ? CONFIRMED_MINUTES * 60 : SESSION_SECONDS);

/**
 * The address at the party's login to go to: authorization code with PKCE (RFC 7636), state and nonce.
 * State is the challenge that must come back to this browser once. `isAgain` asks for the password anew.
 * By `max_age` it also says when it last asked (OpenID Connect Core 1.0, 3.1.2.1).
 */
export async function departure(
  { db, environment, now, browserHash }: Traveller,
  { next, isAgain }: { next: string; isAgain: boolean },
): Promise<URL> {
  const configuration = await issuer(environment);
  const oidc = await openOidc();
  const verifier = oidc.randomPKCECodeVerifier();
  const nonce = oidc.randomNonce();
  const details = { verifier, nonce, next, ...(isAgain && { again: 'yes' }) };
  const state = await challenges.draw(db, { ...asking(browserHash), details }, now);
  return oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: `${siteOf(environment).origin}${PARTY_LOGIN_RETURN}`,
    scope: environment.oidc.scope,
    state: state.toString('base64url'),
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    max_age: String(longestAgo(isAgain)),
    ...(isAgain && { prompt: 'login' }),
  });
}

export interface Arrival {
  memberId: string;
  /** Whether the party's login says that it was as strong as a passkey. */
  isStrong: boolean;
  /** When they showed there who they are; long ago where it does not say. */
  shownAt: Date;
  next: string;
}

export const isProblem = (arrival: Arrival | Problem): arrival is Problem =>
  typeof arrival === 'string';

type Claims = Record<string, unknown>;

/** How somebody signed in there, as the claims `acr` and `amr` say, against what the operator calls strong. */
function isStrong(claims: Claims, strongAcr: readonly string[]): boolean {
  const said = [claims['acr'], claims['amr']].flat();
  return said.some((each) => typeof each === 'string' && strongAcr.includes(each));
}

/** When somebody showed there who they are, as the claim `auth_time` says (seconds); not later than now. */
function shownAt(claims: Claims, now: Date): Date {
  const seconds = claims['auth_time'];
  return new Date(typeof seconds === 'number' ? Math.min(seconds * 1000, now.getTime()) : 0);
}

/** Whatever the claim holds, as a membership number is kept. */
function numberIn(claims: Claims, claim: string): string | null {
  const value = claims[claim];
  const isOne = typeof value === 'string' || typeof value === 'number';
  return isOne ? membershipNumber(String(value)) : null;
}

async function claimsFor(
  configuration: Configuration,
  at: URL,
  kept: Record<string, string>,
  claim: string,
): Promise<Claims> {
  const oidc = await openOidc();
  const tokens = await oidc.authorizationCodeGrant(configuration, at, {
    pkceCodeVerifier: kept['verifier'] ?? '',
    expectedNonce: kept['nonce'] ?? '',
    expectedState: at.searchParams.get('state') ?? '',
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims) return {};
  // Some put little into the token and the rest where one asks for it.
  if (claim in claims || !configuration.serverMetadata().userinfo_endpoint) return claims;
  return {
    ...(await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub)),
    ...claims,
  };
}

/** Who has come back from the party's login: exactly one row of the roll, by membership number. Or what is wrong. */
export async function arrival(
  { db, environment, now, browserHash }: Traveller,
  at: URL,
  onFault: (fault: unknown) => void,
): Promise<Arrival | Problem> {
  const state = Buffer.from(at.searchParams.get('state') ?? '', 'base64url');
  const kept = await challenges.take(db, state, asking(browserHash), now);
  if (!kept) return 'lost';
  if (at.searchParams.get('error') === 'access_denied') return 'declined';
  const { numberClaim, strongAcr } = environment.oidc;
  let claims: Claims;
  try {
    claims = await claimsFor(await issuer(environment), at, kept, numberClaim);
  } catch (fault) {
    onFault(fault);
    return 'failed';
  }
  const shown = shownAt(claims, now);
  // It may have sent them back without asking, whatever we asked for: then nothing is confirmed.
  const isStale = now.getTime() - shown.getTime() > longestAgo(true) * 1000;
  if (kept['again'] && isStale) return 'not_asked_again';
  const number = numberIn(claims, numberClaim);
  if (!number) return 'no_number';
  const member = await accounts.byNumber(db, number);
  if (!member) return 'not_on_roll';
  if (refuseLapsed(member.lapsedOn, ukDay(now))) return 'lapsed';
  return {
    memberId: member.id,
    isStrong: isStrong(claims, strongAcr),
    shownAt: shown,
    next: kept['next'] ?? '/',
  };
}
