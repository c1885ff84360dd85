import { officesFor, ukDay } from '@clarion/deliberation';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONTEXT_OF, type Context, type ContextOf } from '../accounts/context.js';
import { isId } from '../database/is-id.js';
import * as rounds from './round.queries.js';
import { roundFileName } from './round-name.js';
import { bundleOf, handOutMatrix, type RoundOfFiles } from './round-zip.service.js';

/** What is signed never changes, but words may have been taken away since: whoever has it asks again. */
const ASK_AGAIN = 'no-cache';

interface Answer {
  code: number;
  says: string;
}
const NONE: Answer = { code: 404, says: 'There is no such round.' };
const BEFORE_BUNDLES: Answer = {
  code: 404,
  says: 'This round was made before bundles were, so it has none. Its ranking can be downloaded as CSV.',
};

/** What a round published, as files. */
@Controller('download/rounds')
export class RoundDownload {
  constructor(@Inject(CONTEXT_OF) private readonly contextOf: ContextOf) {}

  @Get(':id/bundle.zip')
  async bundle(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const context = await this.contextOf(request, reply);
    const round = await this.find(context, id);
    const zip = round && (await bundleOf(context.db, round));
    if (!zip) return say(reply, round ? BEFORE_BUNDLES : NONE);
    await sendZip(reply, roundFileName(round, 'bundle'), zip, ASK_AGAIN);
  }

  @Get(':id/matrix.zip')
  async matrix(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const context = await this.contextOf(request, reply);
    const { viewer, now } = context;
    const [office] = officesFor(viewer?.offices ?? [], 'scrutinise', ukDay(now));
    // The table of access has let nobody else in; here it is asked for which body.
    if (!viewer || !office) return say(reply, NONE);
    const round = await this.find(context, id);
    if (!round) return say(reply, NONE);
    const scrutiny = { actorId: viewer.id, bodyId: office.bodyId, at: now };
    const zip = await context.act((tx) => handOutMatrix(tx, round, scrutiny));
    if (!zip) return say(reply, BEFORE_BUNDLES);
    await sendZip(reply, roundFileName(round, 'matrix'), zip, 'no-store');
  }

  private find(context: Context, id: string): Promise<RoundOfFiles | null> {
    return isId(id) ? rounds.ofFiles(context.db, id) : Promise.resolve(null);
  }
}

async function say(reply: FastifyReply, { code, says }: Answer): Promise<void> {
  await reply
    .code(code)
    .type('text/plain; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(`${says}\n`);
}

async function sendZip(
  reply: FastifyReply,
  name: string,
  zip: Buffer,
  cache: string,
): Promise<void> {
  await reply
    .type('application/zip')
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', cache)
    .send(zip);
}
