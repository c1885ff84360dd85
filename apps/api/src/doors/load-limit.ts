import { randomInt } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Seconds after which whoever was refused may ask again: not all at the same moment. */
const AGAIN = { soonest: 2, latest: 8 };

const FILE = /\.[a-z0-9]+(\?|$)/i;
const GRAPHQL = 'application/graphql-response+json';

const sayBusy = (seconds: number) =>
  `More people ask at this moment than Clarion can answer. Try again in ${seconds} seconds; what you typed is kept.`;

/** What is not worth refusing: whether all is well, the web app's files, and connections that stay. */
const isFree = ({ routeOptions: { url: route }, url, headers }: FastifyRequest): boolean =>
  route === '/health' || (route === '/*' && FILE.test(url)) || headers.upgrade !== undefined;

function refuse(request: FastifyRequest, reply: FastifyReply): void {
  const seconds = randomInt(AGAIN.soonest, AGAIN.latest + 1);
  const busy = reply
    .code(503)
    .header('retry-after', String(seconds))
    .header('cache-control', 'no-store');
  if (request.routeOptions.url !== '/graphql') {
    void busy.type('text/plain; charset=utf-8').send(`${sayBusy(seconds)}\n`);
    return;
  }
  const extensions = { code: 'TOO_BUSY', retryAfter: seconds };
  // With this type the client knows that it was GraphQL that answered, whatever the status.
  void busy
    .type(request.headers.accept?.includes(GRAPHQL) ? GRAPHQL : 'application/json')
    .send({ errors: [{ message: sayBusy(seconds), extensions }] });
}

/**
 * Answers at most so many requests at once, and says to the others when to ask again: what was taken is
 * finished in good time, where otherwise everybody would wait until everybody gave up.
 */
export function limitLoad(fastify: FastifyInstance, most: number): void {
  let underWay = 0;
  fastify.addHook('onRequest', (request, reply, done) => {
    const isCounted = !isFree(request);
    if (isCounted && underWay >= most) {
      refuse(request, reply);
      return;
    }
    if (isCounted) {
      underWay += 1;
      // Also where whoever asked has gone.
      reply.raw.once('close', () => {
        underWay -= 1;
      });
    }
    done();
  });
}
