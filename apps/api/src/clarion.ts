import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import type { Context } from './accounts/context.js';
import { SESSION_SECONDS, viewerOf } from './accounts/session.service.js';
import { inTransaction } from './database/transaction.js';
import type { Environment } from './environment.js';
import { type Keyring } from './keyring/keyring.js';
import type { Log } from './log.js';

/** Everything a running Clarion stands on. */
export interface Clarion {
  environment: Environment;
  database: DataSource;
  keys: Keyring;
  log: Log;
}

/** `__Host-` binds the cookie to this host over TLS; a plain http address on the desk cannot have it. */
export const cookieName = (environment: Environment) =>
  environment.publicUrl.startsWith('https://') ? '__Host-clarion' : 'clarion';

/** The context of one request: who asks, what to read from, how to write. */
export async function contextOf(
  clarion: Clarion,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Context> {
  const { database, environment, keys } = clarion;
  const now = new Date();
  const name = cookieName(environment);
  const token = request.cookies[name] ?? null;
  const loaders: Context['loaders'] = new Map();
  return {
    db: database.manager,
    act: async (write) => {
      const result = await inTransaction(database, write);
      // A second act in one request is answered with what it made, not with what was read after the first.
      loaders.clear();
      return result;
    },
    now,
    loaders,
    keys,
    isDemo: environment.isDemo,
    viewer: token ? await viewerOf(database.manager, token, now) : null,
    sessionToken: token,
    setSession: (fresh) => {
      const options = {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure: name.startsWith('__Host-'),
      } as const;
      if (fresh) reply.setCookie(name, fresh, { ...options, maxAge: SESSION_SECONDS });
      else reply.clearCookie(name, options);
    },
  };
}
