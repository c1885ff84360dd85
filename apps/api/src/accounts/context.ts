import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Environment } from '../environment.js';
import type { RequestContext } from '../graphql/context.js';
import type { Keyring } from '../keyring/keyring.js';
import type { Log } from '../log.js';
import type { Viewer } from './viewer.js';

/** The context of a request by somebody, or by nobody in particular. */
export interface Context extends RequestContext {
  viewer: Viewer | null;
  keys: Keyring;
  isDemo: boolean;
  environment: Environment;
  log: Log;
  /** Keeps a session's token in the browser, or takes it away. */
  setSession: (token: string | null) => void;
  /** The token of the session, fresh where it has just been exchanged. */
  sessionToken: string | null;
  /** The secret that this browser was given before it signed in, if it was. */
  browser: string | null;
  /** Gives this browser a secret, so that what it begins is ended by nobody else. */
  setBrowser: (secret: string) => void;
  /** Where the request comes from, as far as proxies are believed. Kept nowhere. */
  address: string;
  /** The browser in words. */
  device: () => string;
}

/** Makes the context of a request that is not GraphQL: a download. Injected by this name. */
export const CONTEXT_OF = 'context of a request';
/** `asked`: what is about to be done, by its names in the table of access, so that its pace is asked for with who asks. */
export type ContextOf = (
  request: FastifyRequest,
  reply: FastifyReply,
  asked?: readonly string[],
) => Promise<Context>;
