import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FormattedExecutionResult } from 'graphql';
import { sendKept } from '../packed.js';
import type { Question, Reader } from './asked.js';
import type { SharedPages } from './pages.js';

type ContextOf = (request: FastifyRequest, reply: FastifyReply) => Promise<Reader>;

const JSON_TYPE = 'application/json; charset=utf-8';
const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';

/** The type of a reply that was asked for in the usual ways; null for others, which the library weighs. */
export function typeFor(accept: string | undefined): string | null {
  if (accept === undefined || accept === '*/*' || accept === 'application/json') return JSON_TYPE;
  return accept.startsWith('application/graphql-response+json') ? GRAPHQL_TYPE : null;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A question in a request as pages send it; null where it has anything else. */
export function questionIn({ body, method, headers }: FastifyRequest): Question | null {
  if (method !== 'POST' || !headers['content-type']?.startsWith('application/json')) return null;
  if (!isObject(body)) return null;
  const { query, variables = {}, operationName = null, ...rest } = body;
  if (typeof query !== 'string' || Object.keys(rest).length > 0) return null;
  if (operationName !== null && typeof operationName !== 'string') return null;
  return isObject(variables) ? { query, variables, operationName } : null;
}

interface Asking {
  contextOf: ContextOf;
  /** Whether a request says of itself that it is somebody's. */
  hasSession: (request: FastifyRequest) => boolean;
}

/**
 * Answers what everybody is shown from what is kept, before the library is asked. Only what passed through
 * all of it a moment ago, and with these very variables, is answered so; what is not is left to it.
 */
export function answerShared(
  fastify: FastifyInstance,
  pages: SharedPages,
  { contextOf, hasSession }: Asking,
): void {
  fastify.addHook('preHandler', (request, reply, done) => {
    const isAsked = request.routeOptions.url === '/graphql';
    const question = isAsked ? questionIn(request) : null;
    const type = question && typeFor(request.headers.accept);
    if (!question || !type || !pages.isKnown(question)) {
      done();
      return;
    }
    const answer = (text: Buffer | null) => {
      if (text) void reply.header('cache-control', 'no-store').type(type).send(text);
      else done();
    };
    const whole = hasSession(request) ? null : pages.keptWhole(question);
    if (whole) {
      sendKept(request, reply.header('cache-control', 'no-store').type(type), whole);
      return;
    }
    contextOf(request, reply)
      .then((reader) => pages.answer(question, reader))
      // Who asks could not be looked up: whoever answers instead says so.
      .then(answer, () => done());
  });
}

/** The same for a page that is written in this process; null for who must be answered on their own. */
export async function sharedHere(
  pages: SharedPages,
  reader: Reader,
  query: string,
  variables: Record<string, unknown>,
): Promise<FormattedExecutionResult | null> {
  const text = await pages.answer({ query, variables, operationName: null }, reader);
  return text && (JSON.parse(text.toString()) as FormattedExecutionResult);
}
