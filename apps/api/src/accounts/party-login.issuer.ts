import type * as openid from 'openid-client';
import type { Environment } from '../environment.js';
import { PlainError } from '../plain-error.js';

/** Read where a party has a login of its own. */
export const openOidc = () => import('openid-client');

/** Seconds to wait for the party's login. */
const PATIENCE = 10;
const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether the party's own login is set up. */
export const hasPartyLogin = ({ oidc: { issuer } }: Environment): boolean => issuer !== '';

/** What the issuer said of itself, kept while the process runs: its keys are fetched anew by the library. */
const found = new Map<string, Promise<openid.Configuration>>();

/** Basic, where nothing else is said (OpenID Connect Discovery 1.0, 3). */
function authentication(
  oidc: typeof openid,
  metadata: openid.ServerMetadata,
  secret: string,
): openid.ClientAuth {
  if (!secret) return oidc.None();
  const taken = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  return taken.includes('client_secret_basic')
    ? oidc.ClientSecretBasic(secret)
    : oidc.ClientSecretPost(secret);
}

async function discover({ issuer: address, clientId, clientSecret }: Environment['oidc']) {
  const oidc = await openOidc();
  const server = new URL(address);
  // Over plain http only to this machine, which is a test or a proxy's business.
  const execute = LOCAL.has(server.hostname) ? [oidc.allowInsecureRequests] : [];
  const options = { execute, timeout: PATIENCE };
  const first = await oidc.discovery(server, clientId, undefined, oidc.None(), options);
  const metadata = first.serverMetadata();
  const configuration = new oidc.Configuration(
    metadata,
    clientId,
    undefined,
    authentication(oidc, metadata, clientSecret),
  );
  configuration.timeout = PATIENCE;
  for (const extend of execute) extend(configuration);
  return configuration;
}

/** The party's login as it says of itself. Asked once; again after it could not be reached. */
export function issuer({ oidc: settings }: Environment): Promise<openid.Configuration> {
  const key = JSON.stringify(settings);
  const known = found.get(key);
  if (known) return known;
  const asked = discover(settings);
  found.set(key, asked);
  asked.catch(() => found.delete(key));
  return asked;
}

/** Asks the party's login for what it says of itself. Throws a PlainError that says what is wrong. */
export async function tryIssuer({ oidc: settings }: Environment): Promise<void> {
  try {
    await discover(settings);
  } catch (fault) {
    const { message, cause } = fault as Error & { cause?: { code?: string; message?: string } };
    const why = cause?.code ?? cause?.message ?? message;
    throw new PlainError(
      `The party’s login at ${settings.issuer} cannot be used: ${why}. Its address must answer at /.well-known/openid-configuration.`,
    );
  }
}
