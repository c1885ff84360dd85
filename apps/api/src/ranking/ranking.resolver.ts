import {
  describeQuorum,
  letterOf,
  RANGE_NOTES,
  rangeAt,
  sayRange,
  tieBreakerOf,
} from '@clarion/deliberation';
import { Inject } from '@nestjs/common';
import { Args, Context as Ctx, Info, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../accounts/context.js';
import { askedFor, BRINGS, type Brings, columnsFor } from '../graphql/bring.js';
import type { ConsultationRankingArgs, RankingProposalsArgs } from '../graphql/generated.js';
import { keysOf, pageOf, pageSize } from '../graphql/page.js';
import { tallyOf, type VotedOn } from '../voting/ballot.resolver.js';
import { groupCellsOf } from './beside.js';
import { Orders } from './orders.js';
import { toldAt } from './public-order.js';
import {
  ABOUT_OTHERS,
  chosenOf,
  type Place,
  placesOf,
  type RankedRow,
  whyOf,
  withRows,
} from './ranked-rows.js';
import { type RankedConsultation, type RankingReading, readRanking } from './reading.js';

const NO_VOTE = { choice: null, votedVersion: null };

const rankingOf = ({ order }: RankingReading) => order.ordered.ranking;

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
    const rowAt = new Map(rows.map((each) => [each.position, each]));
    return {
      ...page,
      edges: edges.flatMap(({ cursor, node: { position } }) => {
        const node = rowAt.get(position);
        return node ? [{ cursor, node }] : [];
      }),
    };
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
    const { id, agree, disagree, pass } = row;
    const { choice, votedVersion } = reading.voted
      ? (reading.voted.get(row.number) ?? NO_VOTE)
      : proposal;
    const { countsHiddenUntilVoted } = rules;
    const counts = { id, agree, disagree, pass, version: proposal.version };
    const ballot = { ...counts, choice, votedVersion, phase, countsHiddenUntilVoted };
    // Where counts are hidden the ranking is answered to each on their own.
    return { ...proposal, ...(reading.voted ? { ownBallot: ballot } : { ballot }) };
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
    const { steps } = toldAt(reading.order, position);
    return reading.isAnyHidden ? steps.filter(({ kind }) => !ABOUT_OTHERS.includes(kind)) : steps;
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
