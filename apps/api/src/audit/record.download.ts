import { Readable } from 'node:stream';
import { recordZip } from '@clarion/exchange/record';
import { consistencyProof, entryBytes, toBase64 } from '@clarion/record';
import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONTEXT_OF, type ContextOf } from '../accounts/context.js';
import * as checkpoints from '../record/checkpoint.queries.js';
import { proofOf } from '../record/proof.service.js';
import { entryOf } from '../record/public-act.js';
import { subtreesIn } from '../record/tree.queries.js';
import * as entries from './entry.queries.js';
import { recordToExport } from './export.service.js';

/** Entries in one answer. */
const MOST = 1000;

const TEXT = 'text/plain; charset=utf-8';
/** What is signed and whole never changes. */
const FOR_EVER = 'public, max-age=31536000, immutable';
const WHOLE = /^[1-9][0-9]{0,14}$/;

const NONE_YET = 'The record has not been signed yet. Ask again in a minute.';

/** A whole number from 1 in the address; null where it is none. */
const whole = (value: unknown): number | null =>
  typeof value === 'string' && WHOLE.test(value) ? Number(value) : null;

async function say(reply: FastifyReply, code: number, says: string): Promise<void> {
  await reply.code(code).type(TEXT).header('cache-control', 'no-store').send(`${says}\n`);
}

/** The record as plain files, so that anyone can keep a copy and check it. */
@Controller('record')
export class RecordDownload {
  constructor(@Inject(CONTEXT_OF) private readonly contextOf: ContextOf) {}

  /** The latest checkpoint, or the one of a size. */
  @Get('checkpoint')
  async checkpoint(
    @Query('size') asked: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { db } = await this.contextOf(request, reply);
    const size = whole(asked);
    if (asked !== undefined && size === null) {
      return say(reply, 400, 'A checkpoint is named by its size, a whole number from 1.');
    }
    const found = await (size === null ? checkpoints.latest(db) : checkpoints.ofSize(db, size));
    if (!found) return say(reply, 404, size ? 'No checkpoint is of that size.' : NONE_YET);
    await reply
      .type(TEXT)
      .header('cache-control', size === null ? 'no-cache' : FOR_EVER)
      .send(found.note);
  }

  /** Every key that has signed checkpoints, the latest first, one a line. */
  @Get('key')
  async key(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { db } = await this.contextOf(request, reply);
    const keys = await checkpoints.keys(db);
    if (keys.length === 0) return say(reply, 404, NONE_YET);
    await reply
      .type(TEXT)
      .header('cache-control', 'no-cache')
      .send(keys.map((key) => `${key}\n`).join(''));
  }

  /** Entries from one number to another, each a line of canonical JSON, at most 1,000. */
  @Get('entries')
  async entries(
    @Query() { from, to }: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { db } = await this.contextOf(request, reply);
    const [first, last] = [whole(from ?? '1'), to === undefined ? null : whole(to)];
    if (first === null || (to !== undefined && (last === null || last < first))) {
      return say(reply, 400, 'Entries are asked for by number: ?from=1&to=1000');
    }
    const end = Math.min(last ?? Number.POSITIVE_INFINITY, first + MOST - 1);
    const rows = await entries.between(db, first, end);
    const isWhole = rows.length === end - first + 1;
    const lines = rows.flatMap((row) => [Buffer.from(entryBytes(entryOf(row))), Buffer.from('\n')]);
    await reply
      .type('application/jsonl; charset=utf-8')
      .header('cache-control', isWhole ? FOR_EVER : 'no-cache')
      .send(Buffer.concat(lines));
  }

  /** That the record of one size is the beginning of that of another: hashes in Base64, one a line. */
  @Get('consistency')
  async consistency(
    @Query() { from, to }: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { db } = await this.contextOf(request, reply);
    const [first, last] = [whole(from), whole(to)];
    const latest = await checkpoints.latest(db);
    if (first === null || last === null || first > last) {
      return say(reply, 400, 'Two sizes are asked for, the smaller first: ?from=1&to=1000');
    }
    if (!latest || last > latest.size) {
      return say(reply, 404, `The record was signed last over ${latest?.size ?? 0} entries.`);
    }
    const proof = await consistencyProof(first, last, subtreesIn(db));
    await reply
      .type(TEXT)
      .header('cache-control', FOR_EVER)
      .send(proof.map((hash) => `${toBase64(hash)}\n`).join(''));
  }

  /** All of it up to the latest checkpoint, with how to check it: one zip, made while it is sent. */
  @Get('export.zip')
  async export(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { db } = await this.contextOf(request, reply);
    const found = await recordToExport(db);
    if (!found) return say(reply, 404, NONE_YET);
    await reply
      .type('application/zip')
      .header('content-disposition', `attachment; filename="${found.name}.zip"`)
      .header('cache-control', 'no-cache')
      .send(Readable.from(recordZip(found.record)));
  }

  /** That an entry is in the record as it was signed last: C2SP tlog-proof. */
  @Get('receipt')
  async receipt(
    @Query('number') asked: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { db } = await this.contextOf(request, reply);
    const number = whole(asked);
    if (number === null) return say(reply, 400, 'An entry is asked for by number: ?number=1');
    const proven = await proofOf(db, number);
    if (!proven) return say(reply, 404, 'No signed checkpoint is over that entry.');
    await reply
      .type(TEXT)
      .header('cache-control', 'no-cache')
      .header('content-disposition', `attachment; filename="entry-${number}.tlog-proof"`)
      .send(proven.proof);
  }
}
