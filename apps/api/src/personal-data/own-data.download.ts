import { Readable } from 'node:stream';
import { streamedZip } from '@clarion/exchange';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONTEXT_OF, type Context, type ContextOf } from '../accounts/context.js';
import { consultationIds, pages, type Whose } from './own-data.queries.js';
import { readmeOf } from './own-data.readme.js';
import { SECTIONS } from './sections.js';

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

/** A list in JSON, a row a line, as it is read. */
async function* listed(rows: AsyncIterable<unknown[]>): AsyncGenerator<string> {
  let before = '[\n';
  for await (const page of rows) {
    yield before + page.map((row) => JSON.stringify(row)).join(',\n');
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

async function* filesOf({ db, now }: Context, whose: Whose) {
  yield { name: 'README.md', text: once(readmeOf(now)) };
  for (const section of SECTIONS) {
    yield { name: `${section.name}.json`, text: listed(pages(db, section, whose)) };
  }
}

/** Everything that is held about whoever asks, for them alone. */
@Controller('download')
export class OwnDataDownload {
  constructor(@Inject(CONTEXT_OF) private readonly contextOf: ContextOf) {}

  /** One zip, made while it is sent. Asked for by its head alone it says whether it would be. */
  @Get('me.zip')
  async own(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const context = await this.contextOf(request, reply);
    const { viewer, db, keys } = context;
    // The table of access has let nobody else in.
    if (!viewer) return;
    reply
      .type('application/zip')
      .header('content-disposition', 'attachment; filename="clarion-my-data.zip"')
      .header('cache-control', 'no-store');
    if (request.method === 'HEAD') {
      await reply.send();
      return;
    }
    const known = (await consultationIds(db)).flatMap((id) => {
      const pseudonym = keys.pseudonymIfKept(id, viewer.id);
      return pseudonym ? [{ id, pseudonym }] : [];
    });
    const whose = {
      memberId: viewer.id,
      consultations: known.map(({ id }) => id),
      pseudonyms: known.map(({ pseudonym }) => pseudonym),
    };
    await reply.send(Readable.from(streamedZip(filesOf(context, whose))));
  }
}
