import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONTEXT_OF, type ContextOf } from '../accounts/context.js';

/** The public half of the key that signs rounds: for whoever checks one, to compare with the key in its bundle. */
@Controller('download/signing-key')
export class SigningKeyDownload {
  constructor(@Inject(CONTEXT_OF) private readonly contextOf: ContextOf) {}

  @Get()
  async key(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { keys } = await this.contextOf(request, reply);
    const key = keys.signing();
    reply.type('text/plain; charset=utf-8').header('cache-control', 'no-cache');
    if (!key) {
      await reply.code(404).send('No round has been signed here yet, so there is no key.\n');
      return;
    }
    await reply.send(
      `${key.publicKey.toString('base64')}\nSHA-256 fingerprint: ${key.fingerprint}\n`,
    );
  }
}
