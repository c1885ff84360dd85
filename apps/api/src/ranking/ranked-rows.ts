import type { WhyStep } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import type { Context } from '../accounts/context.js';
import { byId, load } from '../graphql/loader.js';
import { loadOwn } from '../voting/pseudonym.js';
import { type PublicOrder, toldAt } from './public-order.js';
import type { RankedProposalRow, RowsAsk } from './ranked-row.queries.js';
import * as rankedRows from './ranked-row.queries.js';
import type { RankingReading } from './reading.js';

/** A place in an order. */
export type Place = PublicOrder['ordered']['rows'][number];

/** A row of it in full, with the ranking it stands in. */
export interface RankedRow extends Place {
  proposal: RankedProposalRow;
  reading: RankingReading;
}

/** Steps that tell another proposal's score. */
export const ABOUT_OTHERS: readonly WhyStep['kind'][] = ['ahead', 'behind', 'tied', 'alone'];

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
export const placesOf = ({ withheld, order }: RankingReading): readonly Place[] =>
  withheld ? [] : order.ordered.rows;

/** What a page shows of its rows beside the proposals. */
type Shown = Pick<RowsAsk, 'hasHistory' | 'columns'>;

/**
 * Places with their rows in full, loaded together with those of other rankings on the page; on a page that is
 * read for everybody once for all, with nobody's votes.
 */
export async function withRows(
  context: Context,
  reading: RankingReading,
  places: readonly Place[],
  shown: Shown,
): Promise<RankedRow[]> {
  const ask = { ...shown, lens: reading.lens.id, round: reading.round?.number ?? null };
  const name = `ranked rows ${JSON.stringify(ask)}`;
  const { forAll } = context;
  const ofNobody = async (db: EntityManager, ids: readonly string[]) =>
    byId(
      await rankedRows.rows(
        db,
        ids.map((id) => ({ id, pseudonym: null })),
        ask,
      ),
    );
  const found = await Promise.all(
    places.map(({ row }) =>
      forAll
        ? load(forAll, name, row.id, (ids) => ofNobody(forAll.db, ids))
        : loadOwn(context, name, row, (asked) => rankedRows.rows(context.db, asked, ask)),
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
