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
import { bucketKey, forgetFull, type Owed, type Taking, take } from './rate-limit.queries.js';

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

/** Secrets of a day, each made once: keys that change with the day tell nobody who. */
function secretsOfDays() {
  let of = '';
  const known = new Map<string, Buffer>();
  return ({ now, keys }: Pick<Paced, 'now' | 'keys'>, name: PaceName, kind: string): Buffer => {
    const day = now.toISOString().slice(0, 10);
    if (day !== of) known.clear();
    of = day;
    const secret = known.get(`${name} ${kind}`) ?? keys.peppered('pace', day, name, kind);
    known.set(`${name} ${kind}`, secret);
    return secret;
  };
}

/** What is owed before something is asked for, by the pace of each. */
function owing(factor: number) {
  const secretOf = secretsOfDays();
  return (asked: readonly string[], asking: Omit<Paced, 'viewer'>): Owed[] => {
    const names = new Set(asked.flatMap((each) => paceOf(each) ?? []));
    if (names.size === 0) return [];
    const network = networkOf(asking.address);
    return [...names].flatMap((name) => {
      const { account, address } = PACES[name];
      // Behind a proxy that was not named everybody has one address, and would wait for one another.
      const isShared = isLoopback(network) && name !== 'sign_in';
      const ofAccount = account && {
        key: secretOf(asking, name, 'account'),
        ofAccount: true,
        bucket: times(account, factor),
      };
      const ofNetwork = isShared
        ? null
        : {
            key: bucketKey(secretOf(asking, name, 'address'), network),
            ofAccount: false,
            bucket: times(address, factor),
          };
      return [ofAccount, ofNetwork].filter((each) => each !== null);
    });
  };
}

/** The buckets of somebody. */
const takingsOf = (owed: readonly Owed[], viewer: Paced['viewer']): Taking[] =>
  owed.flatMap(({ key, ofAccount, bucket }) => {
    if (!ofAccount) return { key, bucket };
    return viewer ? { key: bucketKey(key, viewer.id), bucket } : [];
  });

/** Tells the seconds to wait before asking for these; 0 when there is nothing to wait for. */
export type WaitFor = (asked: readonly string[], asking: Paced) => Promise<number>;

/** Requests whose paces are asked for in one statement. */
const MOST_TOGETHER = 100;

export interface Paces {
  waitFor: WaitFor;
  /** What is to be taken by the statement that finds out who asks, for these. */
  owedFor: (asked: readonly string[], asking: Omit<Paced, 'viewer'>) => Owed[];
}

/** Whoever asks while a statement is under way goes with the next. */
export function openPaces(db: EntityManager, factor: number): Paces {
  const owedFor = owing(factor);
  const taking = inSets((set: readonly Taking[][]) => take(db, set), { most: MOST_TOGETHER });
  return {
    owedFor,
    waitFor: async (asked, asking) => {
      const takings = takingsOf(owedFor(asked, asking), asking.viewer);
      return takings.length === 0 ? 0 : taking(takings);
    },
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
