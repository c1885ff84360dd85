import {
  describeQuorum,
  letterOf,
  numbersOf,
  RANGE_NOTES,
  rangeAt,
  sayRange,
  tieBreakerOf,
  type WhyStep,
} from '@clarion/deliberation';
import { Inject } from '@nestjs/common';
import { Args, Context as Ctx, Info, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../accounts/context.js';
import { askedFor, BRINGS, type Brings, columnsFor } from '../graphql/bring.js';
import type { ConsultationRankingArgs, RankingProposalsArgs } from '../graphql/generated.js';
import { cursorOf, keysOf, pageOf, pageSize } from '../graphql/page.js';
import { tallyOf, type VotedOn } from '../voting/ballot.resolver.js';
import { loadOwn } from '../voting/pseudonym.js';
import { groupCellsOf } from './beside.js';
import { Orders } from './orders.js';
import { type PublicOrder, toldAt } from './public-order.js';
import type { RankedProposalRow, RowsAsk } from './ranked-row.queries.js';
import * as rankedRows from './ranked-row.queries.js';
import { type RankedConsultation, type RankingReading, readRanking } from './reading.js';

/** A place in an order, and a row of it in full, with the ranking it stands in. */
type Place = PublicOrder['ordered']['rows'][number];
export interface RankedRow extends Place {
  proposal: RankedProposalRow;
  reading: RankingReading;
}

const rankingOf = ({ order }: RankingReading) => order.ordered.ranking;

/** Steps that tell another proposal's score. */
const ABOUT_OTHERS: readonly WhyStep['kind'][] = ['ahead', 'behind', 'tied', 'alone'];

/** The three sentences; none where the counts are hidden, and not the one about others where theirs are. */
export function whyOf({ row, position, reading }: RankedRow) {
  if (reading.isHidden(row)) return [];
  const told = toldAt(reading.order, position).sentences;
  const [putHere, , howSure] = told;
  return reading.isAnyHidden ? [putHere, howSure] : told;
}

/** How many priority ballots chose it; none while that is hidden. */
export const chosenOf = ({ row, reading }: RankedRow): number | null =>
  reading.isChosenHidden ? null : (reading.order.beside.places.get(row.id)?.chosen ?? 0);

/** The places of an order; none where it is withheld. */
const placesOf = ({ withheld, order }: RankingReading): readonly Place[] =>
  withheld ? [] : order.ordered.rows;

/** What a page shows of its rows beside the proposals. */
type Shown = Pick<RowsAsk, 'hasHistory' | 'columns'>;

/** Places with their rows in full, loaded together with those of other rankings on the page. */
async function withRows(
  context: Context,
  reading: RankingReading,
  places: readonly Place[],
  shown: Shown,
): Promise<RankedRow[]> {
  const ask = { ...shown, lens: reading.lens.id, round: reading.round?.number ?? null };
  const name = `ranked rows ${JSON.stringify(ask)}`;
  const found = await Promise.all(
    places.map(({ row }) =>
      loadOwn(context, name, row, (asked) => rankedRows.rows(context.db, asked, ask)),
    ),
  );
  return places.flatMap((place, at) => {
    const proposal = found[at];
    return proposal ? [{ ...place, proposal, reading }] : [];
  });
}

/** All rows in order; none where the order is withheld. */
export const allRows = (context: Context, reading: RankingReading): Promise<RankedRow[]> =>
  withRows(context, reading, placesOf(reading), { hasHistory: false, columns: '' });

/** What comes after a cursor: after its proposal, or after its position where that has left the order. */
export function after<T>(
  items: readonly T[],
  cursor: string | null | undefined,
  keys: (item: T) => readonly [number, string],
): T[] {
  const [position, id] = keysOf(cursor, 2) ?? [];
  if (position === undefined) return [...items];
  const at = items.findIndex((item) => keys(item)[1] === id);
  return items.slice(at >= 0 ? at + 1 : Number(position));
}

@Resolver('Ranking')
export class RankingResolver {
  constructor(@Inject(BRINGS) private readonly brings: Brings) {}

  @ResolveField()
  isOfficial(@Parent() { lens, ordering }: RankingReading) {
    return lens.id === ordering;
  }

  @ResolveField()
  orderingLens(@Parent() { ordering }: RankingReading) {
    return ordering;
  }

  @ResolveField()
  rankedCount(@Parent() { order }: RankingReading) {
    return order.ordered.ranking.above;
  }

  @ResolveField()
  tieBreaker(@Parent() { lens }: RankingReading) {
    return tieBreakerOf(lens.id);
  }

  @ResolveField()
  rangeNote(@Parent() { lens }: RankingReading) {
    return RANGE_NOTES[lens.id];
  }

  @ResolveField()
  quorum(@Parent() { consultation }: RankingReading) {
    return describeQuorum(consultation.rules);
  }

  /** Only the rows of the page are read in full, in one statement. */
  @ResolveField()
  async proposals(
    @Parent() reading: RankingReading,
    @Args() args: RankingProposalsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const size = pageSize(args.first);
    const places = placesOf(reading);
    const keys = ({ position, row }: Place) => [position, row.id] as const;
    const next = after(places, args.after, keys).slice(0, size + 1);
    const { edges, ...page } = pageOf(next, size, places.length, keys);
    const row = askedFor(info, 'edges', 'node');
    const rows = await withRows(
      context,
      reading,
      row.size > 0 ? edges.map(({ node }) => node) : [],
      {
        hasHistory: row.has('history'),
        columns: columnsFor(this.brings.proposal, askedFor(info, 'edges', 'node', 'proposal')),
      },
    );
    return { ...page, edges: rows.map((node) => ({ cursor: cursorOf(keys(node)), node })) };
  }
}

@Resolver('RankedProposal')
export class RankedProposalResolver {
  @ResolveField()
  isTied(@Parent() { index, reading }: RankedRow) {
    return rankingOf(reading).tied[index] === 1;
  }

  @ResolveField()
  score(@Parent() { index, row, reading }: RankedRow) {
    return reading.isHidden(row) ? null : rankingOf(reading).score[index];
  }

  /** With its ballot, where the ranking is of this moment: the page asks for no counts again. */
  @ResolveField()
  proposal(@Parent() { row, proposal, reading }: RankedRow): VotedOn {
    const { phase, rules } = reading.consultation;
    if (reading.round) return proposal;
    const { agree, disagree, pass } = row;
    const { countsHiddenUntilVoted } = rules;
    const ballot = { ...proposal, agree, disagree, pass, phase, countsHiddenUntilVoted };
    return { ...proposal, ballot };
  }

  @ResolveField()
  tally(@Parent() { row, reading }: RankedRow) {
    return reading.isHidden(row) ? null : tallyOf(row);
  }

  @ResolveField()
  clpCount(@Parent() { index, reading }: RankedRow) {
    return rankingOf(reading).clps[index];
  }

  @ResolveField()
  votesNeeded(@Parent() { index, reading }: RankedRow) {
    return rankingOf(reading).votesNeeded[index];
  }

  @ResolveField()
  clpsNeeded(@Parent() { index, reading }: RankedRow) {
    return rankingOf(reading).clpsNeeded[index];
  }

  @ResolveField()
  why(@Parent() ranked: RankedRow) {
    return whyOf(ranked);
  }

  @ResolveField()
  whySteps(@Parent() { row, position, reading }: RankedRow) {
    if (reading.isHidden(row)) return [];
    return toldAt(reading.order, position)
      .steps.filter(({ kind }) => !(reading.isAnyHidden && ABOUT_OTHERS.includes(kind)))
      .map((step) => ({ kind: step.kind, numbers: numbersOf(step) }));
  }

  @ResolveField()
  range(@Parent() { index, rank, row, reading }: RankedRow) {
    const range = rangeAt(reading.order.ordered.ranges, index);
    if (!range || rank === null || reading.isHidden(row)) return null;
    return { ...range, sentence: sayRange(rank, range) };
  }

  @ResolveField()
  chosen(@Parent() ranked: RankedRow) {
    return chosenOf(ranked);
  }

  @ResolveField()
  groups(@Parent() { row, reading }: RankedRow) {
    if (reading.isHidden(row)) return [];
    return groupCellsOf(reading.order.beside, row.id).map((cell, group) => ({
      letter: letterOf(group),
      tally: cell && tallyOf({ agree: cell[0], disagree: cell[1], pass: cell[2] }),
    }));
  }

  @ResolveField()
  history(@Parent() { proposal }: RankedRow) {
    return proposal.history ?? [];
  }
}

@Resolver('Consultation')
export class ConsultationRankingResolver {
  constructor(@Inject(Orders) private readonly orders: Orders) {}

  @ResolveField()
  ranking(
    @Parent() consultation: RankedConsultation,
    @Args() args: ConsultationRankingArgs,
    @Ctx() context: Context,
  ) {
    return readRanking(context, this.orders, consultation, args);
  }
}
