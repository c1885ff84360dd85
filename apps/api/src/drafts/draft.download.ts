import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONTEXT_OF, type ContextOf } from '../accounts/context.js';
import { asCsv, asMarkdown } from './draft.files.js';
import * as drafts from './draft.queries.js';
import { readerOf } from './reader.js';
import * as sourceItems from './source-item.queries.js';

const FILE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(md|csv)$/i;
const WHOLE = /^[1-9][0-9]{0,5}$/;

const FORMATS = {
  md: { type: 'text/markdown; charset=utf-8', write: asMarkdown },
  csv: { type: 'text/csv; charset=utf-8', write: asCsv },
};
type Format = keyof typeof FORMATS;

/** "care-close-to-home-draft-2.md": letters without accents, so that every system can save it. */
function nameOf(draft: drafts.DraftRow, format: Format): string {
  const title = draft.title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = title
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return `${words || 'draft'}-draft-${draft.version.number}.${format}`;
}

/** Published drafts as files, the newest version or `?version=`: what everybody may see, since a file travels. */
@Controller('download/drafts')
export class DraftDownload {
  constructor(@Inject(CONTEXT_OF) private readonly contextOf: ContextOf) {}

  @Get(':file')
  async file(
    @Param('file') file: string,
    @Query('version') version: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const [, id, extension] = FILE.exec(file) ?? [];
    const isAskedWell =
      version === undefined || (typeof version === 'string' && WHOLE.test(version));
    const { db, now } = await this.contextOf(request, reply);
    const draft =
      id && isAskedWell
        ? await drafts.one(db, readerOf(null, now), id, version ? Number(version) : null)
        : null;
    if (!draft || !extension) {
      return reply
        .code(404)
        .type('text/plain; charset=utf-8')
        .send('There is no published draft at this address.\n');
    }
    const ids = draft.paragraphs.flatMap(({ sources }) => sources.map(({ itemId }) => itemId));
    const items = await sourceItems.byIds(db, ids, null);
    const format = extension.toLowerCase() as Format;
    const { type, write } = FORMATS[format];
    return reply
      .type(type)
      .header('content-disposition', `attachment; filename="${nameOf(draft, format)}"`)
      .send(write(draft, items));
  }
}
