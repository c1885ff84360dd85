import type { FastifyInstance, FastifyRequest } from 'fastify';
import { REPORTS } from './headers.js';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether a browser says that a request came from a page of this site, or from nobody's page. */
function isOwn(request: FastifyRequest, publicUrl: string): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = request.headers;
  // Neither header: no browser of these years, so nobody's cookie is taken along.
  if (origin === undefined) return true;
  return origin === (publicUrl || `${request.protocol}://${request.host}`);
}

/**
 * Refuses whatever changes something on behalf of another site's page, or opens a connection to listen.
 * Browsers say where a request comes from (Fetch Metadata); those that do not name its origin.
 */
export function refuseOtherSites(fastify: FastifyInstance, publicUrl: string): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    // Browsers send reports on behalf of nobody; they change nothing but a count.
    const isReading = READING.has(request.method) && request.headers.upgrade === undefined;
    if (isReading || request.url === REPORTS || isOwn(request, publicUrl)) {
      done();
      return;
    }
    void reply
      .code(403)
      .type('text/plain; charset=utf-8')
      .send('That came from another site’s page. Open Clarion itself and try again.\n');
  });
}
