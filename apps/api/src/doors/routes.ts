import { ACCESS, type Asked, type Asker, isAsked, refuseAsk } from '@clarion/deliberation';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PlainError } from '../plain-error.js';

type ContextOf = (
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<{ viewer: Asker | null; now: Date; isDemo: boolean }>;

/** A route as the table of access names it; asking for the head alone is asking. */
const nameOf = (method: string, url: string) => `${method === 'HEAD' ? 'GET' : method} ${url}`;

/** Methods that Fastify answers for itself. */
const OWN = new Set(['HEAD', 'OPTIONS']);

/**
 * Asks the table of access before every address outside GraphQL. Call it before the first route is
 * made: the server does not start with an address that has no row.
 */
export function guardRoutes(fastify: FastifyInstance, contextOf: ContextOf): void {
  const routes = new Set<string>();
  fastify.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) if (!OWN.has(each)) routes.add(nameOf(each, url));
  });
  fastify.addHook('onReady', async () => {
    const without = [...routes].filter((name) => !isAsked(name));
    if (without.length === 0) return;
    throw new PlainError(
      `These addresses have no row in the table of access: ${without.join(', ')}`,
    );
  });
  const refuseTo = async (name: Asked, request: FastifyRequest, reply: FastifyReply) => {
    const context = await contextOf(request, reply);
    const refused = refuseAsk(name, context.viewer, context);
    if (!refused) return false;
    void reply
      .code(403)
      .type('text/plain; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(`${refused.message}\n`);
    return true;
  };
  fastify.addHook('onRequest', (request, reply, done) => {
    const { url } = request.routeOptions;
    const name = url && nameOf(request.method, url);
    // An address that is none is answered by whoever says so.
    if (!name || !isAsked(name) || ACCESS[name].who === 'anyone') {
      done();
      return;
    }
    refuseTo(name, request, reply).then((isRefused) => {
      if (!isRefused) done();
    }, done);
  });
}
