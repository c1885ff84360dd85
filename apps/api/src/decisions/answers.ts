import { answered, type Outcome, overdueBy, type Phase, type Rules } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import type { Context } from '../accounts/context.js';
import type { ConsultationRow } from '../consultations/consultation.queries.js';
import { load } from '../graphql/loader.js';
import { aboveTheLine } from '../ranking/order.js';
import { type Orders, orderIn } from '../ranking/orders.js';
import type { OrderAsk, PublicOrder } from '../ranking/public-order.js';
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

const outcomesOf = (pairs: bases.AnswerBasis) =>
  new Map(pairs.flatMap(([id, outcome]) => (outcome ? [[id, outcome] as const] : [])));

type ReadOrder = (ask: Omit<OrderAsk, 'lens'>) => Promise<PublicOrder | null>;

async function count(
  read: ReadOrder,
  consultation: Answerable & { id: string },
  basis: bases.AnswerBasis,
  now: Date,
): Promise<AnswersRow> {
  const { id: consultationId, phase, rules } = consultation;
  const order = isFinal(phase) ? await read({ consultationId, round: null, rules }) : null;
  const ranked = order ? aboveTheLine(order.ordered) : basis.map(([proposalId]) => proposalId);
  return countAnswers(consultation, ranked, outcomesOf(basis), now);
}

/** How the answers to a consultation stand, for an act that rests on it: in its transaction. */
export async function answersIn(
  tx: EntityManager,
  id: string,
  now: Date,
): Promise<AnswersRow | null> {
  const found = (await bases.bases(tx, [id])).get(id);
  return found ? count((ask) => orderIn(tx, ask), found, found.answerBasis, now) : null;
}

/** The same for a page: from the order as it is kept, and from what the row brought, or one statement for all rows. */
export async function answersOn(
  context: Context,
  orders: Orders,
  consultation: ConsultationRow & { answerBasis?: bases.AnswerBasis },
): Promise<AnswersRow> {
  const { id, answerBasis } = consultation;
  const read: ReadOrder = (ask) => orders.thatCounts(ask, context);
  const found =
    answerBasis ??
    (await load(context, 'answer bases', id, (ids) => bases.bases(context.db, ids)))?.answerBasis;
  return count(read, consultation, found ?? [], context.now);
}
