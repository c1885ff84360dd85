import {
  countsHidden,
  LENSES,
  type Lens,
  type LensId,
  type Refusal,
  refuseLens,
  refuseLivePriorities,
  refuseLiveRanking,
  STOP_POINT,
} from '@clarion/deliberation';
import type { Context } from '../accounts/context.js';
import type { ConsultationRow } from '../consultations/consultation.queries.js';
import { BadInput } from '../graphql/errors.js';
import type { BallotRow } from '../voting/ballot.queries.js';
import { loadOwn } from '../voting/pseudonym.js';
import { type Orders, orderingOf } from './orders.js';
import * as ownVotes from './own-votes.queries.js';
import type { OrderedRow, PublicOrder } from './public-order.js';

/** A lens, and whether its order can be shown here now. */
export interface OfferedLens extends Lens {
  available: boolean;
  /** Why not, in a sentence. */
  unavailable: string | null;
}

/** Votes by the number of the proposal they are on. */
type Voted = ReadonlyMap<number, Pick<BallotRow, 'choice' | 'votedVersion'>>;

/** A ranking as the viewer may see it. */
export interface RankingReading extends Pick<PublicOrder, 'round' | 'countedAt' | 'voterCount'> {
  consultation: ConsultationRow;
  lens: OfferedLens;
  lenses: OfferedLens[];
  /** The lens whose order counts. */
  ordering: LensId;
  ballotCount: number;
  /** Why the order is withheld; then nothing of it may be shown. */
  withheld: Refusal | null;
  /** Shared with everybody who reads it. */
  order: PublicOrder;
  /** How the viewer voted; null where it decides about nothing that is shown. */
  voted: Voted | null;
  /** Whether the counts of a proposal are hidden: live, and not voted on by the viewer. */
  isHidden: (row: Pick<OrderedRow, 'number'>) => boolean;
  /** Whether those of any are. */
  isAnyHidden: boolean;
  /** Whether it is hidden how many priority ballots chose a proposal. */
  isChosenHidden: boolean;
}

/** A consultation whose statement may have brought what the viewer did there. */
export type RankedConsultation = ConsultationRow & { ownVotes?: ownVotes.OwnVotes | null };

function lensNamed(id: string): LensId {
  const found = LENSES.find((lens) => lens.id === id);
  if (found) return found.id;
  throw new BadInput(`There is no lens called “${id.slice(0, 40)}”. Choose one of those offered.`);
}

/** The lenses, each with whether its order would be shown; `refuse` says why one would not. */
const offered = (refuse: (lens: LensId) => Refusal | null): OfferedLens[] =>
  LENSES.map((lens) => {
    const refused = refuse(lens.id);
    return { ...lens, available: refused === null, unavailable: refused?.message ?? null };
  });

/** What the viewer did here; asked for only where it decides what is hidden. */
async function ownIn(context: Context, { id, ownVotes: brought }: RankedConsultation) {
  const found =
    brought !== undefined
      ? brought
      : (
          await loadOwn(context, 'own votes', { id, consultationId: id }, (asked) =>
            ownVotes.ofConsultations(context.db, asked),
          )
        )?.ownVotes;
  const voted: Voted = new Map(
    found?.voted.map(([number, choice, version]) => [number, { choice, votedVersion: version }]),
  );
  return { voted, hasBallot: found?.hasBallot ?? false };
}

/** Why the live order is withheld from the viewer under any lens: they have not voted enough yet. */
function refuseOrder(
  { viewer }: Context,
  { rules, phase }: ConsultationRow,
  { ordered }: PublicOrder,
  voted: Voted,
) {
  const rows = ordered.rows.map(({ row }) => row);
  const votedOn = rows.filter(({ number }) => voted.has(number)).length;
  const isOwn = ({ authorId }: OrderedRow) => viewer !== null && authorId === viewer.id;
  const remaining = rows.filter(
    (row) => !voted.has(row.number) && row.isPublished && !isOwn(row),
  ).length;
  const view = { rules, phase, isReviewer: false };
  return refuseLiveRanking(view, { votedOn, remaining, enough: STOP_POINT });
}

/** What of an order is not shown to the viewer. Of a round, and where the rules hide nothing, all is. */
async function hiddenFrom(
  context: Context,
  consultation: RankedConsultation,
  order: PublicOrder,
): Promise<{
  choices: Refusal | null;
  order: Refusal | null;
  voted: Voted | null;
  isHidden: RankingReading['isHidden'];
}> {
  const { rules, phase } = consultation;
  if (order.round || !countsHidden({ rules, phase, isReviewer: false }, false)) {
    return { choices: null, order: null, voted: null, isHidden: () => false };
  }
  context.differs?.();
  const { voted, hasBallot } = await ownIn(context, consultation);
  return {
    choices: refuseLivePriorities({ rules, phase, hasBallot }),
    order: refuseOrder(context, consultation, order, voted),
    voted,
    isHidden: ({ number }) => !voted.has(number),
  };
}

/**
 * Reads a ranking for whoever asks: live, or of a round; under the lens asked for, or the one whose
 * order counts. Throws BadInput for a lens or a round that does not exist.
 */
export async function readRanking(
  context: Context,
  orders: Orders,
  consultation: RankedConsultation,
  asked: { lens?: string | null | undefined; round?: number | null | undefined },
): Promise<RankingReading> {
  const { id: consultationId, rules } = consultation;
  const ask = { consultationId, round: asked.round ?? null, rules };
  const lens = asked.lens === null || asked.lens === undefined ? null : lensNamed(asked.lens);
  const order = await (lens
    ? orders.of({ ...ask, lens }, context)
    : orders.thatCounts(ask, context));
  if (!order) throw new BadInput(`No round ${ask.round} has been published here.`);
  const { round, countedAt, voterCount, beside, ordered } = order;
  const hidden = await hiddenFrom(context, consultation, order);
  const shown = ordered.ranking.lens;
  const { groups, ballots } = beside;
  const { fewestSecretBallots } = order;
  const facts = { rules, groups, ballots, fewestSecretBallots };
  const refuse = (of: LensId) =>
    refuseLens(of, facts) ?? (of === 'priorities@1' ? hidden.choices : null);
  const lenses = offered(refuse);
  return {
    consultation,
    lens: lenses.find((each) => each.id === shown) as OfferedLens,
    lenses,
    ordering: orderingOf(order),
    round,
    countedAt,
    voterCount,
    ballotCount: hidden.choices ? 0 : ballots,
    withheld: refuse(shown) ?? hidden.order,
    order,
    voted: hidden.voted,
    isHidden: hidden.isHidden,
    isAnyHidden: ordered.rows.some(({ row }) => hidden.isHidden(row)),
    isChosenHidden: refuse('priorities@1') !== null,
  };
}
