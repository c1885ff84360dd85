import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RequestContext } from '../graphql/context.js';
import type { Keyring } from '../keyring/keyring.js';
import type { Viewer } from './viewer.js';

/** The context of a request by somebody, or by nobody in particular. */
export interface Context extends RequestContext {
  viewer: Viewer | null;
  keys: Keyring;
  isDemo: boolean;
  /** Keeps a session's token in the browser, or takes it away. */
  setSession: (token: string | null) => void;
  /** The token that came with the request. */
  sessionToken: string | null;
}

/** Makes the context of a request that is not GraphQL: a download. Injected by this name. */
export const CONTEXT_OF = 'context of a request';
export type ContextOf = (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;
