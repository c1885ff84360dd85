import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { KnownMutations } from './mutations.js';
import { questionIn, typeFor } from './shared/answer.js';

/** Answers mutations that are known before the library is asked; others are left to it. */
export function answerMutations<Context>(
  fastify: FastifyInstance,
  mutations: KnownMutations<Context>,
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>,
): void {
  fastify.addHook('preHandler', async (request, reply) => {
    if (request.routeOptions.url !== '/graphql') return;
    const question = questionIn(request);
    const type = typeFor(request.headers.accept);
    if (!question || !type || !mutations.isKnown(question)) return;
    // Who asks could not be looked up: whoever answers instead says so.
    const context = await contextOf(request, reply).catch(() => null);
    const answer = context && (await mutations.answer(question, context));
    if (!answer) return;
    const { status, text } = answer;
    await reply.code(status).header('cache-control', 'no-store').type(type).send(text);
  });
}
