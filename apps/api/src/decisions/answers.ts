import {
  answered,
  type Outcome,
  orderingLens,
  overdueBy,
  type Phase,
  type Rules,
} from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import type { Context } from '../accounts/context.js';
import type { ConsultationRow } from '../consultations/consultation.queries.js';
import { gather } from '../graphql/loader.js';
import { besideLive } from '../ranking/beside.js';
import { aboveTheLine, order } from '../ranking/order.js';
import type { Orders } from '../ranking/orders.js';
import * as rankings from '../ranking/ranking.queries.js';
import * as bases from './answers.queries.js';

/** How the answers to a consultation stand. */
export interface AnswersRow {
  answered: number;
  of: number;
  accepted: number;
  acceptedInPart: number;
  notTakenForward: number;
  merged: number;
  referred: number;
  overdueDays: number;
}

/** Once votes have closed the live order is the last word; before, what is answered is the latest round. */
export const isFinal = (phase: Phase): boolean => phase === 'reviewing' || phase === 'reported';

interface Answerable {
  phase: Phase;
  rules: Rules;
  answersBy: string;
}

/** Counts the answers to the top of an order: ids above the quorum line, best first, and what was answered. */
export function countAnswers(
  { phase, rules, answersBy }: Answerable,
  ranked: readonly string[],
  outcomes: ReadonlyMap<string, Outcome>,
  now: Date,
): AnswersRow {
  const stand = answered(ranked, rules.topN, new Set(outcomes.keys()));
  const top = ranked.slice(0, rules.topN);
  const of = (outcome: Outcome) => top.filter((id) => outcomes.get(id) === outcome).length;
  const isMissing = phase !== 'withdrawn' && stand.answered < stand.of;
  return {
    ...stand,
    accepted: of('accept'),
    acceptedInPart: of('accept_in_part'),
    notTakenForward: of('not_take_forward'),
    merged: of('merge'),
    referred: of('refer'),
    overdueDays: isMissing ? overdueBy(answersBy, now, null) : 0,
  };
}

const outcomesOf = (pairs: readonly (readonly [string, Outcome | null])[]) =>
  new Map(pairs.flatMap(([id, outcome]) => (outcome ? [[id, outcome] as const] : [])));

/** How the answers to these consultations stand: two statements for all of them. */
export async function answersOf(
  db: EntityManager,
  ids: readonly string[],
  now: Date,
): Promise<Map<string, AnswersRow>> {
  const consultations = await bases.bases(db, ids);
  const final = consultations.filter(({ phase }) => isFinal(phase)).map(({ id }) => id);
  const rows =
    final.length > 0
      ? await rankings.counted<{ outcome: Outcome | null }>(
          db,
          final,
          `, ${bases.LATEST_OUTCOME} AS outcome`,
        )
      : [];
  const live = gather(rows, (row) => row.consultationId);
  return new Map(
    consultations.map((consultation) => {
      const { id, phase, rules, roundTop } = consultation;
      if (!isFinal(phase)) {
        const ranked = roundTop.map(([proposalId]) => proposalId);
        return [id, countAnswers(consultation, ranked, outcomesOf(roundTop), now)];
      }
      const own = live.get(id) ?? [];
      const beside = besideLive(own);
      const ranked = aboveTheLine(order(own, orderingLens(rules, beside), rules, beside));
      const outcomes = outcomesOf(own.map((row) => [row.id, row.outcome] as const));
      return [id, countAnswers(consultation, ranked, outcomes, now)];
    }),
  );
}

/** The same for a page, from what its row brought and the order as it is kept. */
export async function answersOn(
  context: Context,
  orders: Orders,
  consultation: ConsultationRow,
  basis: bases.AnswerBasis,
): Promise<AnswersRow> {
  const { id, phase, rules } = consultation;
  const ask = { consultationId: id, round: null, rules };
  const order = isFinal(phase) ? await orders.thatCounts(ask, context.wroteAt) : null;
  const ranked = order ? aboveTheLine(order.ordered) : basis.map(([proposalId]) => proposalId);
  return countAnswers(consultation, ranked, outcomesOf(basis), context.now);
}
