import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { ContextOf } from './accounts/context.js';
import { openLastWrites } from './accounts/last-writes.js';
import { ALL_SHUT, AppModule, type Doors } from './app.module.js';
import { type Clarion, contextOf } from './clarion.js';
import { setHeaders } from './doors/headers.js';
import { limitLoad } from './doors/load-limit.js';
import { limitRequestsPace } from './doors/pace-limits.js';
import { takeReports } from './doors/policy-reports.js';
import { guardRoutes } from './doors/routes.js';
import { refuseOtherSites } from './doors/same-site.js';
import { readDocuments, trustDocuments } from './doors/trusted-documents.js';
import { logForLibraries } from './log.js';

/** Bytes of a request; a proposal with its argument is under 20,000. */
const LARGEST_BODY = 256 * 1024;
const WEB = fileURLToPath(new URL('../../web/dist', import.meta.url));
const DOCUMENTS = join(WEB, 'documents.json');

const FILE = /\.[a-z0-9]+$/i;

/** The web app: hashed files are kept for a year, the page itself is always asked for anew. */
async function serveWeb(fastify: FastifyInstance): Promise<void> {
  if (!existsSync(WEB)) return;
  // Not at the top: it requires a module in a way that Jest on Node 20 cannot follow.
  const { default: serveFiles } = await import('@fastify/static');
  await fastify.register(serveFiles, {
    root: WEB,
    serve: false,
    setHeaders: (reply, path) => {
      const isHashed = path.includes('/assets/');
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  fastify.get<{ Params: { '*': string } }>('/*', (request, reply) => {
    const path = request.params['*'];
    // A file is a file, there or not; every other address is a page of the web app.
    return reply.sendFile(FILE.test(path) ? path : 'index.html');
  });
}

/** So many proxies in front, or those at certain addresses. */
const believed = (proxies: Clarion['environment']['trustProxy']) =>
  typeof proxies === 'number' ? (_address: string, hop: number) => hop < proxies : proxies;

/** Builds the server without listening: the API on /graphql, health on /health, the web app everywhere else. */
export async function buildServer(
  clarion: Clarion,
  doors: Doors = ALL_SHUT,
): Promise<NestFastifyApplication> {
  const writes = openLastWrites();
  const contextFor: ContextOf = (request, reply) => contextOf(clarion, writes, request, reply);
  const adapter = new FastifyAdapter({
    bodyLimit: LARGEST_BODY,
    trustProxy: believed(clarion.environment.trustProxy),
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.of(clarion, contextFor, doors),
    adapter,
    {
      logger: logForLibraries(clarion.log),
      abortOnError: false,
    },
  );
  const fastify = adapter.getInstance<FastifyInstance>();
  const { mode, publicUrl, pace, atOnce, documents, servesWeb } = clarion.environment;
  await setHeaders(fastify, {
    hasPolicy: mode !== 'development',
    isSecure: publicUrl.startsWith('https://'),
  });
  // First of all: to refuse must cost next to nothing.
  limitLoad(fastify, atOnce);
  if (doors.sites) refuseOtherSites(fastify, publicUrl);
  await fastify.register(compress, { threshold: 1024 });
  await fastify.register(cookie);
  if (pace > 0) limitRequestsPace(fastify, pace, contextFor, clarion.database.manager);
  if (doors.access) guardRoutes(fastify, contextFor);
  await takeReports(fastify, clarion.database, clarion.log);
  fastify.get('/health', async (_request, reply) => {
    try {
      await clarion.database.query('SELECT 1');
      return { status: 'ok' };
    } catch {
      return reply.code(503).send({ status: 'the database is out of reach' });
    }
  });
  await trustDocuments(
    fastify,
    clarion.database.manager,
    servesWeb ? readDocuments(DOCUMENTS) : {},
    { whose: documents, log: clarion.log },
  );
  if (servesWeb) await serveWeb(fastify);
  await app.init();
  await fastify.ready();
  return app;
}
