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
import { type Clarion, contextOf, contextOfNobody, isSecure, tokenOf, urlOf } from './clarion.js';
import { openReplicas, type Replicas } from './database/replicas/replicas.js';
import { type Ask, openFirstScreens } from './doors/first-screens.js';
import { setHeaders } from './doors/headers.js';
import { openLastPositions } from './doors/last-position.js';
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

const CONTEXT = Symbol('the context of a request');

/**
 * The context of a request is made once, whoever asks for it. It hangs on the request: what is kept in a weak map of
 * them all stays in memory until V8 next looks through everything, and is moved about until then.
 */
function onceForEach(make: ContextOf): ContextOf {
  return (request: FastifyRequest & { [CONTEXT]?: ReturnType<ContextOf> }, reply, asked) => {
    request[CONTEXT] ??= make(request, reply, asked);
    return request[CONTEXT];
  };
}

const replicasOf = ({ database, environment, log }: Clarion): Replicas =>
  openReplicas({
    database,
    url: urlOf(database),
    urls: environment.replicaUrls,
    pool: environment.databasePool,
    log,
  });

/** Whether it can work, for whoever watches it; and of the replicas how many are read from. */
function tellHealth(fastify: FastifyInstance, { database }: Clarion, replicas: Replicas): void {
  fastify.get('/health', async (_request, reply) => {
    try {
      await database.query('SELECT 1');
    } catch {
      return reply.code(503).send({ status: 'the database is out of reach' });
    }
    const { all, used } = replicas.count();
    return { status: 'ok', ...(all > 0 && { replicas: `${used} of ${all} are read from` }) };
  });
}

/** Builds the server without listening: the API on /graphql, health on /health, the web app everywhere else. */
export async function buildServer(
  clarion: Clarion,
  doors: Doors = ALL_SHUT,
): Promise<NestFastifyApplication> {
  const news = openNews(clarion);
  const writes = openLastWrites(news.wrote);
  const replicas = replicasOf(clarion);
  const positions = openLastPositions(replicas, isSecure(clarion.environment));
  const resume = openSessions(clarion.database.manager);
  const { mode, publicUrl, pace, atOnce, documents, servesWeb } = clarion.environment;
  const paces = pace > 0 ? openPaces(clarion.database.manager, pace) : null;
  const waitFor = paces?.waitFor ?? null;
  const common = { replicas, writes, positions, resume, owedFor: paces?.owedFor ?? (() => []) };
  const contextFor = onceForEach((request, reply, asked) =>
    contextOf(clarion, common, request, reply, asked),
  );
  const contextToRead: ContextOf = async (request, reply) => {
    const context = await contextFor(request, reply);
    context.db = context.onlyToRead();
    return context;
  };
  const pages = new SharedPages(
    replicas.after,
    (reading, asking) => contextOfNobody(clarion, reading, asking),
    differsBy,
  );
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
    AppModule.of(clarion, { contextFor, replicas, pages, mutations, waitFor }, doors),
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
  positions.serve(fastify);
  fastify.addHook('onClose', replicas.stop);
  if (waitFor) {
    limitRequestsPace(fastify, { factor: pace, waitFor }, contextFor, clarion.database.manager);
  }
  if (doors.access) guardRoutes(fastify, contextFor);
  await takeReports(fastify, clarion.database, clarion.log);
  tellHealth(fastify, clarion, replicas);
  const ours = servesWeb ? readDocuments(DOCUMENTS) : {};
  const trusted = await openDocuments(clarion.database.manager, ours, documents);
  trustDocuments(fastify, trusted, clarion.log);
  const schema = () => app.get(GraphQLSchemaHost).schema;
  await news.serve(fastify, { schema, documents: trusted });
  if (doors.shared) {
    answerShared(fastify, pages, {
      contextOf: contextToRead,
      hasSession: (request) => tokenOf(clarion, request) !== null,
    });
  }
  answerMutations(fastify, mutations, contextFor);
  if (servesWeb) {
    const readerOf = async (request: FastifyRequest, reply: FastifyReply) => {
      const context = await contextToRead(request, reply);
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
