import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { EntityManager } from 'typeorm';
import { inSets } from '../database/in-sets.js';
import { rootFieldsOf } from '../graphql/root-fields.js';
import {
  ANYTHING,
  type Bucket,
  isLoopback,
  networkOf,
  PACES,
  type PaceName,
  paceOf,
  sayWait,
} from './pace.js';
import { forgetFull, type Taking, take } from './rate-limit.queries.js';

/** What a pace is kept by. */
export interface Paced {
  viewer: { id: string } | null;
  now: Date;
  address: string;
  keys: { peppered: (...parts: string[]) => Buffer };
}

const FORGET_MS = 10 * 60 * 1000;

const times = (bucket: Bucket, factor: number): Bucket => ({
  burst: bucket.burst * factor,
  perMinute: bucket.perMinute * factor,
});

/** The buckets of a request. Their keys change with the day and tell nobody who. */
function takingsOf(names: ReadonlySet<PaceName>, asking: Paced, factor: number): Taking[] {
  const { viewer, now, keys } = asking;
  const day = now.toISOString().slice(0, 10);
  const network = networkOf(asking.address);
  return [...names].flatMap((name) => {
    const { account, address } = PACES[name];
    const of = (kind: string, who: string, bucket: Bucket): Taking => ({
      key: keys.peppered('pace', day, name, kind, who),
      bucket: times(bucket, factor),
    });
    // Behind a proxy that was not named everybody has one address, and would wait for one another.
    const isShared = isLoopback(network) && name !== 'sign_in';
    return [
      ...(viewer && account ? [of('account', viewer.id, account)] : []),
      ...(isShared ? [] : [of('address', network, address)]),
    ];
  });
}

/** Tells the seconds to wait before asking for these; 0 when there is nothing to wait for. */
export type WaitFor = (asked: readonly string[], asking: Paced) => Promise<number>;

/** Requests whose paces are asked for in one statement. */
const MOST_TOGETHER = 100;

/** Whoever asks while a statement is under way goes with the next. */
export function openPaces(db: EntityManager, factor: number): WaitFor {
  const taking = inSets((set: readonly Taking[][]) => take(db, set), { most: MOST_TOGETHER });
  return async (asked, asking) => {
    const names = new Set(asked.flatMap((name) => paceOf(name) ?? []));
    const takings = takingsOf(names, asking, factor);
    return takings.length === 0 ? 0 : taking(takings);
  };
}

/** Keeps GraphQL at its pace: what has one is asked for it in the database, so that it holds for all instances. */
export function limitPace(waitFor: WaitFor): ApolloServerPlugin<Paced> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, operation, contextValue }) => {
        if (!operation) return;
        const type = operation.operation === 'mutation' ? 'Mutation' : 'Query';
        const asked = rootFieldsOf(document, operation).map((field) => `${type}.${field}`);
        const wait = await waitFor(asked, contextValue);
        if (wait === 0) return;
        const headers = new HeaderMap([['retry-after', String(wait)]]);
        throw new GraphQLError(sayWait(wait), {
          extensions: { code: 'TOO_OFTEN', retryAfter: wait, http: { status: 429, headers } },
        });
      },
    }),
  };
}

/** One bucket for each network in this instance's memory: cheap enough to be asked by every request. */
function inMemory(bucket: Bucket) {
  const step = 60_000 / bucket.perMinute;
  const span = bucket.burst * step;
  const fullAt = new Map<string, number>();
  return {
    take(key: string, now: number): number {
      const full = Math.max(fullAt.get(key) ?? 0, now) + step;
      if (full > now + span) return Math.ceil((full - now - span) / 1000);
      fullAt.set(key, full);
      return 0;
    },
    forget(now: number) {
      for (const [key, full] of fullAt) if (full < now) fullAt.delete(key);
    },
  };
}

/** Keeps every request to a pace, and addresses outside GraphQL to their own. */
export function limitRequestsPace(
  fastify: FastifyInstance,
  { factor, waitFor }: { factor: number; waitFor: WaitFor },
  pacedOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Paced>,
  db: EntityManager,
): void {
  const anything = inMemory(times(ANYTHING, factor));
  const timer = setInterval(() => {
    anything.forget(Date.now());
    // Another instance does it as well; what fails is done the next time.
    void forgetFull(db).catch(() => undefined);
  }, FORGET_MS).unref();
  fastify.addHook('onClose', async () => clearInterval(timer));
  const goOnAfter = (wait: number, reply: FastifyReply, done: () => void) => {
    if (wait === 0) {
      done();
      return;
    }
    void reply
      .code(429)
      .header('retry-after', String(wait))
      .type('text/plain; charset=utf-8')
      .send(`${sayWait(wait)}\n`);
  };
  fastify.addHook('onRequest', (request, reply, done) => {
    const network = networkOf(request.ip);
    const { url } = request.routeOptions;
    const name = `${request.method} ${url ?? ''}`;
    const wait = isLoopback(network) ? 0 : anything.take(network, Date.now());
    if (wait > 0 || !paceOf(name)) {
      goOnAfter(wait, reply, done);
      return;
    }
    pacedOf(request, reply)
      .then((paced) => waitFor([name], paced))
      .then((seconds) => goOnAfter(seconds, reply, done), done);
  });
}
