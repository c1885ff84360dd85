import {
  describeQuorum,
  explain,
  letterOf,
  numbersOf,
  RANGE_NOTES,
  rangeAt,
  sayRange,
  sentences,
  tieBreakerOf,
  type WhyStep,
} from '@clarion/deliberation';
import { Args, Context as Ctx, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Context } from '../accounts/context.js';
import type { ConsultationRow } from '../consultations/consultation.queries.js';
import type { ConsultationRankingArgs, RankingProposalsArgs } from '../graphql/generated.js';
import { load } from '../graphql/loader.js';
import { keysOf, pageOf, pageSize } from '../graphql/page.js';
import { tallyOf, type VotedOn } from '../voting/ballot.resolver.js';
import { groupCellsOf } from './beside.js';
import type { RankableRow } from './ranking.queries.js';
import { type RankingReading, readRanking } from './reading.js';
import * as rankHistory from './round-rank.queries.js';

/** A row of a ranking, with the ranking it stands in. */
export interface RankedRow {
  row: RankableRow;
  index: number;
  position: number;
  rank: number | null;
  reading: RankingReading;
}

/** Steps that tell another proposal's score. */
const ABOUT_OTHERS: readonly WhyStep['kind'][] = ['ahead', 'behind', 'tied', 'alone'];

const stepsOf = ({ position, reading }: RankedRow): WhyStep[] => {
  const { ranking, input, ranges } = reading.ordered;
  return explain(position - 1, ranking, input, reading.consultation.rules, ranges);
};

/** The letter of an opinion group. */

const isAnyHidden = ({ reading }: RankedRow) =>
  reading.ordered.rows.some(({ row }) => reading.isHidden(row));

/** The three sentences; none where the counts are hidden, and not the one about others where theirs are. */
export function whyOf(ranked: RankedRow) {
  if (ranked.reading.isHidden(ranked.row)) return [];
  const [putHere, neighbours, howSure] = sentences(stepsOf(ranked));
  return isAnyHidden(ranked) ? [putHere, howSure] : [putHere, neighbours, howSure];
}

/** How many priority ballots chose it; none while that is hidden. */
export const chosenOf = ({ row, reading }: RankedRow): number | null =>
  reading.isChosenHidden ? null : (reading.beside.places.get(row.id)?.chosen ?? 0);

/** Rows in order, each with its ranking; none where the order is withheld. */
export const rankedRows = (reading: RankingReading): RankedRow[] =>
  reading.withheld ? [] : reading.ordered.rows.map((ranked) => ({ ...ranked, reading }));

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
  @ResolveField()
  isOfficial(@Parent() { lens, ordering }: RankingReading) {
    return lens.id === ordering;
  }

  @ResolveField()
  orderingLens(@Parent() { ordering }: RankingReading) {
    return ordering;
  }

  @ResolveField()
  rankedCount(@Parent() { ordered }: RankingReading) {
    return ordered.ranking.above;
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

  @ResolveField()
  proposals(@Parent() reading: RankingReading, @Args() args: RankingProposalsArgs) {
    const size = pageSize(args.first);
    const rows = rankedRows(reading);
    const keys = (ranked: RankedRow) => [ranked.position, ranked.row.id] as const;
    return pageOf(after(rows, args.after, keys).slice(0, size + 1), size, rows.length, keys);
  }
}

@Resolver('RankedProposal')
export class RankedProposalResolver {
  @ResolveField()
  isTied(@Parent() { index, reading }: RankedRow) {
    return reading.ordered.ranking.tied[index] === 1;
  }

  @ResolveField()
  score(@Parent() { index, row, reading }: RankedRow) {
    return reading.isHidden(row) ? null : reading.ordered.ranking.score[index];
  }

  /** With its ballot, where the ranking is of this moment: the page asks for no counts again. */
  @ResolveField()
  proposal(@Parent() { row, reading }: RankedRow): VotedOn {
    const { phase, rules } = reading.consultation;
    if (reading.round) return row;
    const { countsHiddenUntilVoted } = rules;
    return { ...row, ballot: { ...row, phase, countsHiddenUntilVoted } };
  }

  @ResolveField()
  tally(@Parent() { row, reading }: RankedRow) {
    return reading.isHidden(row) ? null : tallyOf(row);
  }

  @ResolveField()
  clpCount(@Parent() { index, reading }: RankedRow) {
    return reading.ordered.ranking.clps[index];
  }

  @ResolveField()
  votesNeeded(@Parent() { index, reading }: RankedRow) {
    return reading.ordered.ranking.votesNeeded[index];
  }

  @ResolveField()
  clpsNeeded(@Parent() { index, reading }: RankedRow) {
    return reading.ordered.ranking.clpsNeeded[index];
  }

  @ResolveField()
  why(@Parent() ranked: RankedRow) {
    return whyOf(ranked);
  }

  @ResolveField()
  whySteps(@Parent() ranked: RankedRow) {
    if (ranked.reading.isHidden(ranked.row)) return [];
    const isTold = isAnyHidden(ranked)
      ? (step: WhyStep) => !ABOUT_OTHERS.includes(step.kind)
      : () => true;
    return stepsOf(ranked)
      .filter(isTold)
      .map((step) => ({ kind: step.kind, numbers: numbersOf(step) }));
  }

  @ResolveField()
  range(@Parent() { index, rank, row, reading }: RankedRow) {
    const range = rangeAt(reading.ordered.ranges, index);
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
    return groupCellsOf(reading.beside, row.id).map((cell, group) => ({
      letter: letterOf(group),
      tally: cell && tallyOf({ agree: cell[0], disagree: cell[1], pass: cell[2] }),
    }));
  }

  /** One statement for all rows of the page. */
  @ResolveField()
  async history(@Parent() { row, reading }: RankedRow, @Ctx() context: Context) {
    const { lens, round, consultation } = reading;
    const upTo = round?.number ?? null;
    const asked = { consultationId: consultation.id, lens: lens.id, upTo };
    const found = await load(context, `past ranks ${JSON.stringify(asked)}`, row.id, (ids) =>
      rankHistory.pastRanks(context.db, asked, ids),
    );
    return found ?? [];
  }
}

@Resolver('Consultation')
export class ConsultationRankingResolver {
  @ResolveField()
  ranking(
    @Parent() consultation: ConsultationRow,
    @Args() args: ConsultationRankingArgs,
    @Ctx() context: Context,
  ) {
    return readRanking(context, consultation, args);
  }
}
