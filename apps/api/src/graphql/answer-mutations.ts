import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { KnownMutations, MutationReply } from './mutations.js';
import { questionIn, typeFor } from './shared/answer.js';

/** Answers mutations that are known before the library is asked; others are left to it. */
export function answerMutations<Context extends { wait?: number | undefined }>(
  fastify: FastifyInstance,
  mutations: KnownMutations<Context>,
  contextOf: (
    request: FastifyRequest,
    reply: FastifyReply,
    asked: readonly string[],
  ) => Promise<Context>,
): void {
  fastify.addHook('preHandler', (request, reply, done) => {
    const isAsked = request.routeOptions.url === '/graphql';
    const question = isAsked ? questionIn(request) : null;
    const type = question && typeFor(request.headers.accept);
    const known = type && mutations.find(question);
    if (!known) {
      done();
      return;
    }
    const answer = (told: MutationReply | null) => {
      if (!told) done();
      else {
        const { status, text } = told;
        void reply.code(status).header('cache-control', 'no-store').type(type).send(text);
      }
    };
    contextOf(request, reply, known.asked).then(
      (context) => mutations.answer(known, question.variables, context).then(answer, done),
      // Who asks could not be looked up: whoever answers instead says so.
      () => done(),
    );
  });
}
