import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import * as sessions from './accounts/session.queries.js';
import type { Viewer } from './accounts/viewer.js';
import { type Clarion, listenerOf, urlOf } from './clarion.js';
import { consultationNews } from './consultations/consultation.news.js';
import { proposalNews, TOLD_COUNTS } from './contributions/contribution.news.js';
import { openLive } from './doors/live.js';
import type { TrustedDocuments } from './doors/trusted-documents.js';
import { maskErrors } from './graphql/errors.js';
import type { Keyring } from './keyring/keyring.js';
import { readAsked } from './live/asked.js';
import { Hub } from './live/hub.js';
import { protocol } from './live/protocol.js';
import { openPulse, type Pulse } from './live/pulse.js';
import { TOLD_ROUNDS } from './ranking/round.news.js';
import { TOLD_VOTERS, tallyNews } from './voting/vote.news.js';

/** What can be watched, from the features in the order that data is born. */
const topicsOf = (keys: Keyring) => [
  consultationNews([...TOLD_COUNTS, TOLD_VOTERS, TOLD_ROUNDS]),
  proposalNews,
  tallyNews(keys),
];

export interface News {
  /** Says that something was written here. */
  wrote: () => void;
  /** Opens the address where it is told, of a contract that is known once the server is. */
  serve: (
    fastify: FastifyInstance,
    what: { schema: () => GraphQLSchema; documents: TrustedDocuments },
  ) => Promise<void>;
}

/** Tells browsers of what changes while they look, on all instances: `live/` does it, this knows the features. */
export function openNews(clarion: Clarion): News {
  const { database, environment, keys, log } = clarion;
  const hub = new Hub({
    db: database.manager,
    topics: topicsOf(keys),
    running: (ids) => sessions.running(database.manager, ids, new Date()),
    log,
  });
  let pulse: Pulse | null = null;
  return {
    wrote: () => pulse?.say(),
    async serve(fastify, { schema, documents }) {
      let read: ReturnType<typeof readAsked> | undefined;
      const speak = protocol<Viewer>({
        hub,
        textOf: async (extensions) => documents.named(extensions?.['persistedQuery']),
        read: (asking, viewer) => {
          read ??= readAsked(schema(), environment.isDemo);
          return read(asking, viewer);
        },
        mask: maskErrors((fault) => log.error(fault)),
      });
      await openLive<Viewer>(fastify, {
        viewerOf: (request) => listenerOf(clarion, request),
        speak: (socket, wire, viewer, request) =>
          speak(socket, { viewer, wire, mayAskFreely: !documents.refuseFree(request) }),
      });
      fastify.addHook('onReady', async () => {
        pulse = openPulse({ url: urlOf(database), hear: () => hub.hear(), log });
      });
      fastify.addHook('onClose', async () => {
        await hub.stop();
        await pulse?.stop();
      });
    },
  };
}
