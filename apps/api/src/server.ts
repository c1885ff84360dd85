import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { differsBy } from '@clarion/deliberation';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context, ContextOf } from './accounts/context.js';
import { openLastWrites } from './accounts/last-writes.js';
import { openSessions } from './accounts/session.service.js';
import { ALL_SHUT, AppModule, type Doors } from './app.module.js';
import { type Clarion, contextOf, contextOfNobody, tokenOf } from './clarion.js';
import { type Ask, openFirstScreens } from './doors/first-screens.js';
import { setHeaders } from './doors/headers.js';
import { limitLoad } from './doors/load-limit.js';
import { limitRequestsPace, openPaces } from './doors/pace-limits.js';
import { takeReports } from './doors/policy-reports.js';
import { guardRoutes } from './doors/routes.js';
import { refuseOtherSites } from './doors/same-site.js';
import { openDocuments, readDocuments, trustDocuments } from './doors/trusted-documents.js';
import { serveWeb } from './doors/web.js';
import { answerMutations } from './graphql/answer-mutations.js';
import { askHere } from './graphql/ask-here.js';
import { maskErrors } from './graphql/errors.js';
import { KnownMutations } from './graphql/mutations.js';
import { answerShared, sharedHere } from './graphql/shared/answer.js';
import { SharedPages } from './graphql/shared/pages.js';
import { logForLibraries } from './log.js';
import { openNews } from './news.js';

/** Bytes of a request; a proposal with its argument is under 20,000. */
const LARGEST_BODY = 256 * 1024;
const WEB = fileURLToPath(new URL('../../web/dist', import.meta.url));
/** The part of the web app that writes pages here. */
const WRITER = fileURLToPath(new URL('../../web/dist-server/server.js', import.meta.url));
const DOCUMENTS = join(WEB, 'documents.json');

/** So many proxies in front, or those at certain addresses. */
const believed = (proxies: Clarion['environment']['trustProxy']) =>
  typeof proxies === 'number' ? (_address: string, hop: number) => hop < proxies : proxies;

/** The context of a request is made once, whoever asks for it. */
function onceForEach(make: ContextOf): ContextOf {
  const made = new WeakMap<FastifyRequest, ReturnType<ContextOf>>();
  return (request, reply) => {
    const known = made.get(request);
    if (known) return known;
    const context = make(request, reply);
    made.set(request, context);
    return context;
  };
}

/** Builds the server without listening: the API on /graphql, health on /health, the web app everywhere else. */
export async function buildServer(
  clarion: Clarion,
  doors: Doors = ALL_SHUT,
): Promise<NestFastifyApplication> {
  const news = openNews(clarion);
  const writes = openLastWrites(news.wrote);
  const common = { writes, resume: openSessions(clarion.database.manager) };
  const contextFor = onceForEach((request, reply) => contextOf(clarion, common, request, reply));
  const pages = new SharedPages(
    (interests, wroteAt, differs) => contextOfNobody(clarion, { interests, wroteAt, differs }),
    differsBy,
  );
  const { mode, publicUrl, pace, atOnce, documents, servesWeb } = clarion.environment;
  const waitFor = pace > 0 ? openPaces(clarion.database.manager, pace) : null;
  const mutations = new KnownMutations<Context>({
    hasLimits: doors.limits,
    waitFor,
    mask: maskErrors((fault) => clarion.log.error(fault)),
  });
  const adapter = new FastifyAdapter({
    bodyLimit: LARGEST_BODY,
    trustProxy: believed(clarion.environment.trustProxy),
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.of(clarion, { contextFor, pages, mutations, waitFor }, doors),
    adapter,
    {
      logger: logForLibraries(clarion.log),
      abortOnError: false,
    },
  );
  const fastify = adapter.getInstance<FastifyInstance>();
  setHeaders(fastify, {
    hasPolicy: mode !== 'development',
    isSecure: publicUrl.startsWith('https://'),
  });
  // First of all: to refuse must cost next to nothing.
  limitLoad(fastify, atOnce);
  if (doors.sites) refuseOtherSites(fastify, publicUrl);
  await fastify.register(compress, { threshold: 1024 });
  await fastify.register(cookie);
  if (waitFor) {
    limitRequestsPace(fastify, { factor: pace, waitFor }, contextFor, clarion.database.manager);
  }
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
  const ours = servesWeb ? readDocuments(DOCUMENTS) : {};
  const trusted = await openDocuments(clarion.database.manager, ours, documents);
  trustDocuments(fastify, trusted, clarion.log);
  const schema = () => app.get(GraphQLSchemaHost).schema;
  await news.serve(fastify, { schema, documents: trusted });
  if (doors.shared) {
    answerShared(fastify, pages, {
      contextOf: contextFor,
      hasSession: (request) => tokenOf(clarion, request) !== null,
    });
  }
  answerMutations(fastify, mutations, contextFor);
  if (servesWeb) {
    const readerOf = async (request: FastifyRequest, reply: FastifyReply) => {
      const context = await contextFor(request, reply);
      const { viewer, now } = context;
      const ask: Ask = async (hash, variables) => {
        const query = ours[hash] ?? '';
        const shared = await sharedHere(pages, context, query, variables);
        return shared ?? askHere(app, context, query, variables);
      };
      return { viewer, now, ask };
    };
    const { log } = clarion;
    const screens = await openFirstScreens({ web: WEB, writer: WRITER, readerOf, log });
    await serveWeb(fastify, WEB, screens);
  }
  await app.init();
  await fastify.ready();
  return app;
}
