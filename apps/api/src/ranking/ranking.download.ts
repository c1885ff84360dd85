import { rangeAt } from '@clarion/deliberation';
import { type CsvColumn, writeCsv } from '@clarion/exchange';
import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONTEXT_OF, type ContextOf } from '../accounts/context.js';
import * as consultations from '../consultations/consultation.queries.js';
import { isId } from '../database/is-id.js';
import { BadInput } from '../graphql/errors.js';
import { Orders } from './orders.js';
import { allRows, chosenOf, type RankedRow, whyOf } from './ranked-rows.js';
import { type RankingReading, readRanking } from './reading.js';
import { plainName } from './round-name.js';

const WHOLE = /^[1-9][0-9]{0,5}$/;

type Value = (ranked: RankedRow) => string | number | null;

/** A count, or an empty cell while it is hidden from whoever downloads. */
const seen =
  (value: Value): Value =>
  (ranked) =>
    ranked.reading.isHidden(ranked.row) ? null : value(ranked);

/** A bound of the range beside the rank; empty where it is not known. */
const rangeOf =
  (bound: 'best' | 'worst' | 'low' | 'high'): Value =>
  ({ index, reading }) =>
    rangeAt(reading.order.ordered.ranges, index)?.[bound] ?? null;

const COLUMNS: CsvColumn<RankedRow>[] = [
  { header: 'position', value: ({ position }) => position },
  { header: 'rank', value: ({ rank }) => rank },
  { header: 'number', value: ({ row }) => row.number },
  { header: 'statement', value: ({ proposal }) => proposal.statement },
  { header: 'author', value: ({ proposal }) => proposal.author.name },
  { header: 'status', value: ({ proposal }) => proposal.status },
  { header: 'agree', value: seen(({ row }) => row.agree) },
  { header: 'disagree', value: seen(({ row }) => row.disagree) },
  { header: 'pass', value: seen(({ row }) => row.pass) },
  {
    header: 'score',
    value: seen(({ index, reading }) => reading.order.ordered.ranking.score[index] ?? 0),
  },
  { header: 'clps', value: ({ index, reading }) => reading.order.ordered.ranking.clps[index] },
  {
    header: 'votes_needed',
    value: ({ index, reading }) => reading.order.ordered.ranking.votesNeeded[index],
  },
  {
    header: 'clps_needed',
    value: ({ index, reading }) => reading.order.ordered.ranking.clpsNeeded[index],
  },
  { header: 'best', value: seen(rangeOf('best')) },
  { header: 'worst', value: seen(rangeOf('worst')) },
  { header: 'low', value: seen(rangeOf('low')) },
  { header: 'high', value: seen(rangeOf('high')) },
  { header: 'chosen', value: chosenOf },
  {
    header: 'why',
    value: (ranked) =>
      whyOf(ranked)
        .map(({ text }) => text)
        .join(' '),
  },
  { header: 'id', value: ({ row }) => row.id },
];

const nameOf = ({ consultation, lens, round }: RankingReading): string => {
  const of = round ? `round-${round.number}` : 'live';
  return `${plainName(consultation.title)}-${of}-${lens.id.replace('@', '-')}.csv`;
};

/** A ranking as a file, for the viewer of the session: what the page hides from them is not in it. */
@Controller('download/consultations')
export class RankingDownload {
  constructor(
    @Inject(CONTEXT_OF) private readonly contextOf: ContextOf,
    @Inject(Orders) private readonly orders: Orders,
  ) {}

  @Get(':id/ranking.csv')
  async csv(
    @Param('id') id: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answer = await this.answer(id, query, request, reply);
    if (typeof answer !== 'string') {
      await reply.code(answer.code).type('text/plain; charset=utf-8').send(`${answer.says}\n`);
      return;
    }
    await reply.type('text/csv; charset=utf-8').header('cache-control', 'no-store').send(answer);
  }

  private async answer(
    id: string,
    { lens, round }: Record<string, unknown>,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<string | { code: number; says: string }> {
    const context = await this.contextOf(request, reply);
    const found = isId(id)
      ? (await consultations.byIds(context.db, [id])).get(id.toLowerCase())
      : undefined;
    if (!found || found.openedAt === null) {
      return { code: 404, says: 'There is no such consultation.' };
    }
    if (round !== undefined && !(typeof round === 'string' && WHOLE.test(round))) {
      return { code: 400, says: 'A round is named by its number, from 1.' };
    }
    try {
      const reading = await readRanking(context, this.orders, found, {
        lens: lens === undefined ? null : String(lens),
        round: round === undefined ? null : Number(round),
      });
      if (reading.withheld) return { code: 403, says: reading.withheld.message };
      reply.header('content-disposition', `attachment; filename="${nameOf(reading)}"`);
      return writeCsv(await allRows(context, reading), COLUMNS, { bom: true });
    } catch (fault) {
      if (fault instanceof BadInput) return { code: 400, says: fault.message };
      throw fault;
    }
  }
}
