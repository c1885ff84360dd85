import {
  isRanked,
  officesFor,
  overdueBy,
  refuseReview,
  suppressTable,
  type Tally,
  ukDay,
} from '@clarion/deliberation';
import type { Context } from '../accounts/context.js';
import type { BodyRow } from '../bodies/body.queries.js';
import type { ConsultationRow } from '../consultations/consultation.queries.js';
import { BadInput } from '../graphql/errors.js';
import type { QueueFilter, QueueSort } from '../graphql/generated.js';
import { gather, load } from '../graphql/loader.js';
import { besideInRound } from '../ranking/beside.js';
import { aboveTheLine, order } from '../ranking/order.js';
import type { Orders } from '../ranking/orders.js';
import type { RegionCell } from '../ranking/round.queries.js';
import { type AnswersRow, countAnswers, isFinal } from './answers.js';
import type { ClosedRow, RegionOfClps, RoundCountedRow } from './queue.queries.js';
import * as queues from './queue.queries.js';

/** A proposal with what its queue shows, live or as a round counted it. */
type Row = ClosedRow;

/** A proposal in the queue. */
export interface QueueItemRow {
  row: Row;
  rank: number | null;
  position: number;
  /** The region beside the whole; null where nobody's region is compared. */
  own: { region: BodyRow; tally: Tally | null } | null;
}

export interface Queue {
  items: QueueItemRow[];
  answers: AnswersRow;
}

/**
 * Whether the viewer may see a consultation's queue: who sits on the National Policy Forum, who answers
 * here, and who leads any commission, since commissions take up each other's items.
 */
export function mayReview({ viewer, now }: Context, consultation: ConsultationRow): boolean {
  if (!viewer) return false;
  const on = ukDay(now);
  const { offices } = viewer;
  const leadsACommission = officesFor(offices, 'decide', on).some(
    (held) => held.bodyKind === 'policy_commission',
  );
  const answering = [consultation.convenedById, ...consultation.commissions.map(({ id }) => id)];
  return leadsACommission || refuseReview({ offices, on }, answering) === null;
}

const tallyIn = ([, agree, disagree, pass]: RegionCell | RegionOfClps): Tally => ({
  agree,
  disagree,
  pass,
});

/** Counts of a round's proposal by region and its CLPs; who has no region is in the whole alone. */
function regionsOf({ byClp }: RoundCountedRow): RegionOfClps[] {
  const regions = new Map<string, RegionOfClps>();
  for (const [, region, ...counts] of byClp) {
    if (region === null) continue;
    const [, agree, disagree, pass, clps] = regions.get(region) ?? [region, 0, 0, 0, []];
    const [a, d, p] = counts;
    regions.set(region, [region, agree + a, disagree + d, pass + p, [...clps, counts]]);
  }
  return [...regions.values()];
}

/**
 * A region's counts, or null: those that the latest round told, for a table of every moment would tell who
 * voted in between. Before any round they are weighed as they stand, all regions together, since any may be
 * asked for: what is shown of the others must not give this one away, nor what breadth tells from `floor`
 * voters on.
 */
function regionTally(row: Row, regionId: string, floor: number): Tally | null {
  if (row.regionsTold) {
    const told = row.regionsTold.find(([id]) => id === regionId);
    return told ? tallyIn(told) : null;
  }
  const { agree, disagree, pass } = row;
  const regions = row.byRegion.map((cell) => ({
    key: cell[0],
    tally: tallyIn(cell),
    parts: cell[4].map((counts) => tallyIn([cell[0], ...counts])),
  }));
  const table = suppressTable(regions, { agree, disagree, pass }, floor);
  return table.find((cell) => cell.key === regionId)?.tally ?? null;
}

const shareOf = ({ agree, disagree }: Tally) =>
  agree + disagree === 0 ? null : agree / (agree + disagree);

/** How far the own region's share of agreement is from that of the whole; −1 where it cannot be shown. */
function differenceOf({ row, own }: QueueItemRow): number {
  const [part, whole] = [own?.tally ? shareOf(own.tally) : null, shareOf(row)];
  return part === null || whole === null ? -1 : Math.abs(part - whole);
}

const SORTS: Record<QueueSort, (a: QueueItemRow, b: QueueItemRow) => number> = {
  rank: () => 0,
  votes: (a, b) => votesIn(b) - votesIn(a),
  // Of two in the same millisecond the later has the higher number.
  newest: (a, b) =>
    b.row.createdAt.getTime() - a.row.createdAt.getTime() || b.row.number - a.row.number,
  difference: (a, b) => differenceOf(b) - differenceOf(a),
};

const votesIn = ({ row }: QueueItemRow) => row.agree + row.disagree + row.pass;

function isIn(filter: QueueFilter, { decision }: Row, now: Date): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'unanswered':
      return decision === null;
    case 'answered':
      return decision !== null;
    case 'overdue':
      return (
        decision !== null &&
        overdueBy(decision.dueOn, now, decision.doneAt && new Date(decision.doneAt)) > 0
      );
  }
}

/** Places in the order that is answered, best first, and the ids of those above its quorum line. */
interface Answered {
  places: { row: Row; rank: number | null; position: number }[];
  above: string[];
  /** The body that is compared with the whole. */
  compared: BodyRow | null;
}

const NOTHING: Answered = { places: [], above: [], compared: null };

/** The live order, once votes have closed: as it is kept, with the rows that it is of. */
async function closedOrder(
  context: Context,
  orders: Orders,
  { id, rules }: ConsultationRow,
  comparedId: string | null,
): Promise<Answered> {
  const ask = { consultationId: id, round: null, rules };
  const [order, rows] = await Promise.all([
    orders.thatCounts(ask, context),
    load(context, `queues beside ${comparedId}`, id, async (ids) =>
      gather(await queues.closed(context.db, ids, comparedId), (row) => row.consultationId),
    ),
  ]);
  if (!order || !rows) return NOTHING;
  const found = new Map(rows.map((row) => [row.id, row]));
  const places = order.ordered.rows.flatMap(({ row: { id: of }, rank, position }) => {
    const row = found.get(of);
    return row ? [{ row, rank, position }] : [];
  });
  return { places, above: aboveTheLine(order.ordered), compared: rows[0]?.compared ?? null };
}

/** The latest round, while votes are taken. */
async function roundOrder(
  context: Context,
  { id, rules }: ConsultationRow,
  comparedId: string | null,
): Promise<Answered> {
  const lens = rules.officialLens;
  const rows =
    (await load(context, `queues of rounds ${lens} beside ${comparedId}`, id, async (ids) =>
      gather(
        await queues.inLatestRounds(context.db, ids, comparedId, lens),
        (row) => row.round.consultationId,
      ),
    )) ?? [];
  const counted = rows.filter((row) => row.id !== null);
  const [first] = counted;
  if (!first) return NOTHING;
  const { round, compared } = first;
  const ordered = order(counted, round.lens, rules, besideInRound(counted, round));
  const places = ordered.rows.map(({ row, rank, position }) => ({
    row: { ...row, byRegion: regionsOf(row) },
    rank,
    position,
  }));
  return { places, above: aboveTheLine(ordered), compared };
}

function answersTo(
  consultation: ConsultationRow,
  { places, above }: Answered,
  now: Date,
): AnswersRow {
  const outcomes = places.flatMap(({ row }) =>
    row.decision ? [[row.id, row.decision.outcome] as const] : [],
  );
  // Taken back or hidden since the round that counted it, a proposal is owed no answer.
  const isOwed = new Set(places.flatMap(({ row }) => (isRanked(row.status) ? [row.id] : [])));
  const ranked = above.filter((id) => isOwed.has(id));
  return countAnswers(consultation, ranked, new Map(outcomes), now);
}

/** The queue of a consultation, filtered and in order; total, because equals stay in the order of rank. */
export async function readQueue(
  context: Context,
  orders: Orders,
  consultation: ConsultationRow,
  asked: { filter: QueueFilter; sort: QueueSort; regionId: string | null | undefined },
): Promise<Queue> {
  const comparedId = asked.regionId ?? context.viewer?.regionId ?? null;
  const answered = await (isFinal(consultation.phase)
    ? closedOrder(context, orders, consultation, comparedId)
    : roundOrder(context, consultation, comparedId));
  const { compared: region, places } = answered;
  if (asked.regionId && places.length > 0 && region?.kind !== 'region') {
    throw new BadInput('Choose one of the regions.');
  }
  const items = places
    .filter(({ row }) => isRanked(row.status) && isIn(asked.filter, row, context.now))
    .map(({ row, rank, position }) => ({
      row,
      rank,
      position,
      own: region && {
        region,
        tally: regionTally(row, region.id, consultation.rules.clpFloorForBreadth),
      },
    }));
  return {
    items: items.sort(SORTS[asked.sort]),
    answers: answersTo(consultation, answered, context.now),
  };
}
