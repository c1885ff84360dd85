import { Readable } from 'node:stream';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';
import { CONTEXT_OF, type ContextOf } from '../accounts/context.js';
import * as batches from './batch.queries.js';

const ID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const NUMBER = /^[1-9][0-9]{0,8}$/;
/** Commitments that are read and written at once. */
const AT_ONCE = 2_048;
/** The digits of a commitment. */
const COMMITMENT = /.{64}/g;

/** The list of a batch in lines, a part at a time: one may hold hundreds of thousands. */
async function* linesOf(
  db: EntityManager,
  batch: { consultationId: string; number: number },
  count: number,
) {
  for (let from = 0; from < count; from += AT_ONCE) {
    const span: batches.Span = { of: 'commitments', from, count: Math.min(AT_ONCE, count - from) };
    const [part] = await batches.spansOf(db, batch, [span]);
    yield part?.toString('hex').replace(COMMITMENT, '$&\n') ?? '';
  }
}

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
    const number = ID.test(consultationId) && NUMBER.test(batch) ? Number(batch) : null;
    const count = number && (await batches.countOf(db, consultationId, number));
    reply.type('text/plain; charset=utf-8');
    if (!number || !count) {
      await reply.code(404).header('cache-control', 'no-store').send('There is no such batch.\n');
      return;
    }
    const lines = Readable.from(linesOf(db, { consultationId, number }, count));
    await reply.header('cache-control', 'public, max-age=31536000, immutable').send(lines);
  }
}
