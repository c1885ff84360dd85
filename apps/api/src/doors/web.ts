import { existsSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import type { SendScreen } from './first-screens.js';

const FILE = /\.[a-z0-9]+$/i;

/** The web app: hashed files are kept for a year, pages are always asked for anew. */
export async function serveWeb(
  fastify: FastifyInstance,
  web: string,
  sendScreen: SendScreen,
): Promise<void> {
  if (!existsSync(web)) return;
  // Not at the top: it requires a module in a way that Jest on Node 20 cannot follow.
  const { default: serveFiles } = await import('@fastify/static');
  await fastify.register(serveFiles, {
    root: web,
    serve: false,
    setHeaders: (reply, path) => {
      const isHashed = path.includes('/assets/');
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  fastify.get<{ Params: { '*': string } }>('/*', async (request, reply) => {
    const path = request.params['*'];
    // A file is a file, there or not; every other address is a page of the web app.
    if (FILE.test(path)) return reply.sendFile(path);
    return (await sendScreen(request, reply)) ? reply : reply.sendFile('index.html');
  });
}
