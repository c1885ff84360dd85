import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from '@jest/globals';
import type { Provider as OidcProvider } from 'oidc-provider';
import type { Browser } from './browser.js';

/** What the party's login knows of somebody. */
export interface Known {
  /** As it stands there; none where it does not know. */
  number?: string | number;
  acr?: string;
  amr?: string[];
  /** Seconds since 1970 at which they showed there who they are, where that was before. */
  shownAt?: number;
}

/** The party's own login, a real OpenID provider on this machine, for as long as a test file runs. */
export interface Party {
  issuer: string;
  people: Map<string, Known>;
}

export const CLIENT = { id: 'clarion', secret: 'a secret that only the two know, for tests' };

function providerAt(Provider: typeof OidcProvider, party: Party, back: string): OidcProvider {
  return new Provider(party.issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [back],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    claims: { openid: ['sub', 'acr', 'amr'], profile: ['membership_number'] },
    acrValues: ['urn:example:key'],
    scopes: ['openid', 'profile'],
    cookies: { keys: ['a key of the test'] },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({ sub, membership_number: party.people.get(sub)?.number }),
    }),
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
  });
}

/** Opens it; `back` is where it sends people back to. Its own pages are left out: a test says who signs in. */
export function openParty(back: string): Party {
  const party: Party = { issuer: '', people: new Map() };
  let server: Server;
  beforeAll(async () => {
    const { default: Provider } = await import('oidc-provider');
    server = createServer();
    await new Promise<void>((listening) => {
      server.listen(0, '127.0.0.1', listening);
    });
    party.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const provider = providerAt(Provider, party, back);
    const answer = provider.callback();
    server.on('request', (request, reply) => {
      const asked = new URL(request.url ?? '/', party.issuer);
      if (!asked.pathname.startsWith('/as/')) {
        void answer(request, reply);
        return;
      }
      signInThere(provider, party, asked).then(
        async (result) => provider.interactionFinished(request, reply, result),
        (fault: Error) => reply.writeHead(500).end(fault.message),
      );
    });
  });
  afterAll(() => {
    server?.close();
  });
  return party;
}

/** Signs somebody in there and agrees for them, as its own pages would. */
async function signInThere(provider: OidcProvider, party: Party, asked: URL) {
  const sub = asked.pathname.slice('/as/'.length);
  if (sub === 'nobody') return { error: 'access_denied', error_description: 'They said no.' };
  const { acr, amr, shownAt } = party.people.get(sub) ?? {};
  const grant = new provider.Grant({ accountId: sub, clientId: CLIENT.id });
  grant.addOIDCScope('openid profile');
  return {
    login: {
      accountId: sub,
      ...(acr && { acr }),
      ...(amr && { amr }),
      ...(shownAt && { ts: shownAt }),
    },
    consent: { grantId: await grant.save() },
  };
}

/** Goes to an address at the party's login, signs in as somebody, and answers the address to go back to. */
export async function passThrough(party: Party, visitor: Browser, to: string, sub: string) {
  const first = await visitor.fetch(to);
  const interaction = first.headers.get('location') ?? '';
  const uid = interaction.split('/').at(-1);
  // Its cookie for the interaction is bound to the page of the interaction.
  const done = await visitor.fetch(`${party.issuer}/as/${sub}?uid=${uid}`);
  const resumed = await visitor.fetch(done.headers.get('location') ?? '');
  return resumed.headers.get('location') ?? '';
}
