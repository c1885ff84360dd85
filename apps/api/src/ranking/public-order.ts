import {
  explain,
  numbersOf,
  type Rules,
  sentences,
  type WhySentence,
  type WhyStep,
} from '@clarion/deliberation';
import { fewestSecretIn } from '@clarion/exchange/round';
import type { EntityManager } from 'typeorm';
import { gather } from '../graphql/loader.js';
import { type Beside, besideInRound, besideLive, NOTHING } from './beside.js';
import * as counts from './counted-order.queries.js';
import type { KeptBreadth } from './kept-breadth.js';
import { type Areas, type Counts, cellsOf, type Ordered, orderBy } from './order.js';
import type { RoundRow } from './round.queries.js';
import { filesOf, type RoundFileRow } from './round-file.queries.js';

/** An order that is asked for, with the rules that it is made by. */
export interface OrderAsk extends counts.OrderKey {
  rules: Rules;
}

/** A proposal in an order, with its counts: whoever shows it must ask first what is hidden from the viewer. */
export interface OrderedRow {
  id: string;
  consultationId: string;
  number: number;
  agree: number;
  disagree: number;
  pass: number;
  /** Of a live order; in a round nobody's and not. */
  authorId: string | null;
  /** Whether it can be voted on, were the phase right. */
  isPublished: boolean;
}

/**
 * What of a ranking is equal for everybody. It is shared by all who ask and so never changed, but for what
 * was told of a row: that is worked out once, when the first asks.
 */
export interface PublicOrder {
  countedAt: Date | string;
  round: (RoundRow & { files: RoundFileRow[] }) | null;
  voterCount: number;
  rules: Rules;
  beside: Beside;
  ordered: Ordered<OrderedRow>;
  told: Map<number, Told>;
  /** How many secret ballots it took in the round; none: as many as now. */
  fewestSecretBallots?: number;
}

/** Why a row is where it is. */
interface Told {
  steps: { kind: WhyStep['kind']; numbers: ReturnType<typeof numbersOf> }[];
  sentences: [WhySentence, WhySentence, WhySentence];
}

export const keyOf = ({ consultationId, lens, round }: counts.OrderKey): string =>
  `${consultationId} ${lens} ${round ?? 'live'}`;

type Counted = Counts & Partial<Pick<OrderedRow, 'authorId' | 'isPublished'>>;

/** Ranks, and lets go of the counts by CLP: they are many, and nothing that is shown rests on them afterwards. */
function ordered(
  rows: readonly Counted[],
  areas: Areas,
  { lens, rules }: OrderAsk,
  beside: Beside,
) {
  const whole = orderBy(rows, areas, lens, rules, beside);
  const { cells: _, ...input } = whole.input;
  const plain = ({ id, consultationId, number, agree, disagree, pass, ...row }: Counted) => ({
    id,
    consultationId,
    number,
    agree,
    disagree,
    pass,
    authorId: row.authorId ?? null,
    isPublished: row.isPublished ?? false,
  });
  return { ...whole, input, rows: whole.rows.map((each) => ({ ...each, row: plain(each.row) })) };
}

async function live(db: EntityManager, asked: readonly OrderAsk[], kept: KeptBreadth) {
  const countedAt = new Date();
  const consultationIds = asked.map(({ consultationId }) => consultationId);
  const breadth = await kept.read(asked, {
    all: (known, most) => counts.live(db, asked, known, most),
    cells: (ids) => counts.cells(db, consultationIds, ids),
  });
  const found = gather(breadth.rows, ({ consultationId, lens }) =>
    keyOf({ consultationId, lens, round: null }),
  );
  return (ask: OrderAsk): PublicOrder => {
    const rows = found.get(keyOf(ask)) ?? [];
    const beside = besideLive(rows);
    return {
      countedAt,
      round: null,
      voterCount: rows[0]?.voterCount ?? 0,
      rules: ask.rules,
      beside,
      ordered: ordered(rows, breadth.of(ask, rows), ask, beside),
      told: new Map(),
    };
  };
}

async function inRounds(db: EntityManager, asked: readonly OrderAsk[]) {
  const found = gather(await counts.inRounds(db, asked), (row) =>
    keyOf({ ...row, round: row.roundNumber }),
  );
  return (ask: OrderAsk): PublicOrder | null => {
    const given = found.get(keyOf(ask)) ?? [];
    const { round, listed } = given[0] ?? {};
    if (!round) return null;
    const rows = given.filter((row) => row.id !== null);
    const beside = rows.length > 0 ? besideInRound(rows, round) : NOTHING;
    return {
      countedAt: round.publishedAt,
      round: { ...round, files: listed ? filesOf(listed) : [] },
      voterCount: round.voterCount,
      rules: ask.rules,
      beside,
      ordered: ordered(rows, cellsOf(rows), ask, beside),
      told: new Map(),
      fewestSecretBallots: fewestSecretIn(listed ?? {}),
    };
  };
}

/** Reads and ranks orders, in one statement for all live ones and one for all of rounds; null where there is no such round. */
export async function readOrders(
  db: EntityManager,
  asked: readonly OrderAsk[],
  kept: KeptBreadth,
): Promise<(PublicOrder | null)[]> {
  const isLive = ({ round }: OrderAsk) => round === null;
  const past = asked.filter((ask) => !isLive(ask));
  const ofNow =
    past.length < asked.length ? await live(db, asked.filter(isLive), kept) : () => null;
  const ofRounds = past.length > 0 ? await inRounds(db, past) : () => null;
  return asked.map((ask) => (isLive(ask) ? ofNow(ask) : ofRounds(ask)));
}

/** Why what stands at a position (from 1) is there, with all counts: whoever shows it asks what is hidden. */
export function toldAt({ told, ordered, rules }: PublicOrder, position: number): Told {
  const known = told.get(position);
  if (known) return known;
  const steps = explain(position - 1, ordered.ranking, ordered.input, rules, ordered.ranges);
  const one = {
    steps: steps.map((step) => ({ kind: step.kind, numbers: numbersOf(step) })),
    sentences: sentences(steps),
  };
  told.set(position, one);
  return one;
}
