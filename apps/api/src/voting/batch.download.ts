import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONTEXT_OF, type ContextOf } from '../accounts/context.js';
import * as batches from './batch.queries.js';
import { listOf } from './batch.service.js';

const ID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const NUMBER = /^[1-9][0-9]{0,8}$/;

/** The commitments of a batch as they entered the record: in hexadecimal, sorted, one a line. */
@Controller('record/votes')
export class BatchDownload {
  constructor(@Inject(CONTEXT_OF) private readonly contextOf: ContextOf) {}

  @Get(':consultationId/:batch')
  async list(
    @Param('consultationId') consultationId: string,
    @Param('batch') batch: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { db } = await this.contextOf(request, reply);
    const isAsked = ID.test(consultationId) && NUMBER.test(batch);
    const found = isAsked && (await batches.find(db, consultationId, Number(batch)));
    reply.type('text/plain; charset=utf-8');
    if (!found) {
      await reply.code(404).header('cache-control', 'no-store').send('There is no such batch.\n');
      return;
    }
    const lines = listOf(found.commitments).map((each) => `${each.toString('hex')}\n`);
    await reply.header('cache-control', 'public, max-age=31536000, immutable').send(lines.join(''));
  }
}
