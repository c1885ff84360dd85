import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Log } from '../log.js';
import { PlainError } from '../plain-error.js';
import * as kept from './trusted-document.queries.js';

const HASH = /^[0-9a-f]{64}$/;

type Done = () => void;

/** Whose documents are taken: of its own pages alone; of other programs too, but of pages only its own; anybody's. */
export type WhoseDocuments = 'own' | 'programs' | 'any';

/** What the pages of a build ask, by hash; nothing where there is no build. Throws when a hash is not of its text. */
export function readDocuments(file: string): Record<string, string> {
  if (!existsSync(file)) return {};
  const documents = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, 'utf8')));
  for (const [hash, text] of Object.entries(documents)) {
    if (createHash('sha256').update(text).digest('hex') !== hash) {
      throw new PlainError(
        `${file} names a document by another one’s hash. Build the web app again.`,
      );
    }
  }
  return documents;
}

/** Says of itself that it is a browser, on whose page a foreign script could be. */
const isBrowser = ({ headers }: FastifyRequest) =>
  headers['sec-fetch-site'] !== undefined || headers.origin !== undefined;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** What a request names its document by; nothing where it does not. Every page asks so: no schema is made for it. */
const namedIn = (body: unknown): unknown =>
  isObject(body) && isObject(body['extensions']) ? body['extensions']['persistedQuery'] : undefined;

function hashOf(persistedQuery: unknown): string | null {
  if (!isObject(persistedQuery) || persistedQuery['version'] !== 1) return null;
  const { sha256Hash } = persistedQuery;
  return typeof sha256Hash === 'string' && HASH.test(sha256Hash) ? sha256Hash : null;
}

const refusalOf = (code: string, message: string) => ({
  errors: [{ message, extensions: { code } }],
});
const NOT_FOUND = refusalOf(
  'PERSISTED_QUERY_NOT_FOUND',
  'This page is of an older version of Clarion. Load it again; what you typed is kept.',
);
const NOT_OURS = refusalOf(
  'DOCUMENT_NOT_TRUSTED',
  'This server takes from browsers only what its own pages ask. Programs may ask anything within its limits.',
);
const BROKEN = refusalOf(
  'INTERNAL_SERVER_ERROR',
  'Something broke on our side. Nothing you typed is lost; try again in a moment.',
);
const NO_FREE_ONES = refusalOf(
  'DOCUMENT_NOT_TRUSTED',
  'This server answers only what its own pages ask.',
);

/** What is known of documents, and whose are taken. */
export interface TrustedDocuments {
  /** The text behind a hash as a request names it; null where there is none. */
  named: (persistedQuery: unknown) => string | null | Promise<string | null>;
  /** What a request with a text of its own is refused with; null where it is taken. */
  refuseFree: (request: FastifyRequest) => typeof NOT_OURS | null;
}

/** Keeps the documents of the pages that are served now, and finds those of pages that are still open. */
export async function openDocuments(
  db: EntityManager,
  documents: Readonly<Record<string, string>>,
  whose: WhoseDocuments,
): Promise<TrustedDocuments> {
  const known = new Map(Object.entries(documents));
  if (known.size > 0) await kept.keep(db, documents);
  return {
    named(persistedQuery) {
      const hash = hashOf(persistedQuery);
      if (hash === null) return null;
      return (
        known.get(hash) ??
        kept.find(db, hash).then((text) => {
          if (text !== null) known.set(hash, text);
          return text;
        })
      );
    },
    refuseFree(request) {
      if (whose === 'own') return NO_FREE_ONES;
      return whose === 'programs' && isBrowser(request) ? NOT_OURS : null;
    },
  };
}

/**
 * Puts the document in the place of its hash, and refuses other documents to whom they are not for.
 * Pages send hashes alone, so a script that got into one could ask nothing that no page asks.
 */
export function trustDocuments(
  fastify: FastifyInstance,
  documents: TrustedDocuments,
  log: Log,
): void {
  const refuse = (request: FastifyRequest, reply: FastifyReply, code: number, body: object) => {
    // With this type the client knows that it was GraphQL that answered, whatever the status.
    const type = 'application/graphql-response+json';
    const takesIt = request.headers.accept?.includes(type);
    void reply
      .code(code)
      .type(takesIt ? type : 'application/json')
      .send(body);
  };

  const put = (query: string | null, request: FastifyRequest, reply: FastifyReply, done: Done) => {
    if (query === null) {
      refuse(request, reply, 400, NOT_FOUND);
      return;
    }
    const { extensions: _hash, ...rest } = request.body as Record<string, unknown>;
    request.body = { ...rest, query };
    done();
  };

  fastify.addHook('preHandler', (request, reply, done) => {
    if (request.routeOptions.url !== '/graphql') {
      done();
      return;
    }
    const { body } = request;
    const isFree = (isObject(body) && 'query' in body) || request.method === 'GET';
    const refused = isFree ? documents.refuseFree(request) : null;
    if (refused) {
      refuse(request, reply, 403, refused);
      return;
    }
    const named = isFree ? undefined : namedIn(body);
    // What is no request at all is answered by whoever reads requests.
    if (named === undefined) {
      done();
      return;
    }
    const found = documents.named(named);
    if (!(found instanceof Promise)) {
      put(found, request, reply, done);
      return;
    }
    found.then(
      (query) => put(query, request, reply, done),
      (fault: unknown) => {
        // Who asks in GraphQL is answered in it, also where the database is out of reach.
        log.error(fault);
        refuse(request, reply, 503, BROKEN);
      },
    );
  });
}
