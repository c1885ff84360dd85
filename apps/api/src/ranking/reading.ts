import {
  countsHidden,
  FLOOR,
  LENSES,
  type Lens,
  type LensId,
  orderingLens,
  type Refusal,
  refuseLens,
  refuseLivePriorities,
  refuseLiveRanking,
  STOP_POINT,
} from '@clarion/deliberation';
import type { Context } from '../accounts/context.js';
import type { ConsultationRow } from '../consultations/consultation.queries.js';
import { BadInput } from '../graphql/errors.js';
import { gather, load } from '../graphql/loader.js';
import { pseudonymOf } from '../voting/pseudonym.js';
import { type Beside, besideInRound, besideLive, NOTHING } from './beside.js';
import { type Ordered, order } from './order.js';
import * as rankings from './ranking.queries.js';
import type { RoundRow } from './round.queries.js';

/** A lens, and whether its order can be shown here now. */
export interface OfferedLens extends Lens {
  available: boolean;
  /** Why not, in a sentence. */
  unavailable: string | null;
}

/** A ranking as the viewer may see it. */
export interface RankingReading {
  consultation: ConsultationRow;
  lens: OfferedLens;
  lenses: OfferedLens[];
  /** The lens whose order counts. */
  ordering: LensId;
  round: RoundRow | null;
  countedAt: Date | string;
  voterCount: number;
  ballotCount: number;
  /** Why the order is withheld; then nothing of it may be shown. */
  withheld: Refusal | null;
  ordered: Ordered<rankings.RankableRow>;
  beside: Beside;
  /** Whether the counts of a proposal are hidden: live, and not voted on by the viewer. */
  isHidden: (row: rankings.RankableRow) => boolean;
  /** Whether it is hidden how many priority ballots chose a proposal. */
  isChosenHidden: boolean;
}

/** What an order is computed from. */
interface Basis {
  rows: rankings.RankableRow[];
  round: RoundRow | null;
  beside: Beside;
  /** Whether the viewer cast a priority ballot, or need not have. */
  hasBallot: boolean;
}

type Ask = (id: string) => rankings.RankingAsk;

async function liveBasis(context: Context, id: string, lens: LensId, ask: Ask): Promise<Basis> {
  const rows =
    (await load(context, `live rankings ${lens}`, id, async (ids) =>
      gather(await rankings.live(context.db, ids.map(ask)), (row) => row.consultationId),
    )) ?? [];
  return {
    rows,
    round: null,
    beside: besideLive(rows),
    hasBallot: rows[0]?.hasBallot ?? false,
  };
}

async function roundBasis(
  context: Context,
  id: string,
  lens: LensId,
  number: number,
  ask: Ask,
): Promise<Basis> {
  const found =
    (await load(context, `rankings of round ${number} ${lens}`, id, async (ids) => {
      const asked = ids.map((each) => ({ ...ask(each), number }));
      return gather(await rankings.inRound(context.db, asked), (row) => row.round.consultationId);
    })) ?? [];
  const round = found[0]?.round;
  if (!round) throw new BadInput(`No round ${number} has been published here.`);
  const rows = found.filter((row) => row.id !== null);
  return {
    rows,
    round,
    beside: rows.length > 0 ? besideInRound(rows, round) : NOTHING,
    hasBallot: true,
  };
}

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

/** Why the live order is withheld from the viewer under any lens: they have not voted enough yet. */
function refuseOrder({ viewer }: Context, { rules, phase }: ConsultationRow, { rows }: Basis) {
  const votedOn = rows.filter((row) => row.choice !== null).length;
  const isOwn = (row: rankings.RankableRow) => viewer !== null && row.authorId === viewer.id;
  const remaining = rows.filter(
    (row) => row.choice === null && row.status === 'published' && !isOwn(row),
  ).length;
  const view = { rules, phase, isReviewer: false };
  return refuseLiveRanking(view, { votedOn, remaining, enough: STOP_POINT });
}

/**
 * Reads a ranking for whoever asks: live, or of a round; under the lens asked for, or the one whose
 * order counts. Throws BadInput for a lens or a round that does not exist.
 */
export async function readRanking(
  context: Context,
  consultation: ConsultationRow,
  asked: { lens?: string | null | undefined; round?: number | null | undefined },
): Promise<RankingReading> {
  const { id, rules, phase } = consultation;
  const lens = lensNamed(asked.lens ?? rules.officialLens);
  const ask: Ask = (each) => ({ id: each, pseudonym: pseudonymOf(context, each), lens });
  const number = asked.round ?? null;
  const basis =
    number === null
      ? await liveBasis(context, id, lens, ask)
      : await roundBasis(context, id, lens, number, ask);
  const { rows, round, beside, hasBallot } = basis;
  const facts = { rules, groups: beside.groups, ballots: beside.ballots };
  const ordering = round?.lens ?? orderingLens(rules, beside);
  if (!asked.lens && ordering !== lens) {
    return readRanking(context, consultation, { ...asked, lens: ordering });
  }
  const hiddenChoices = round ? null : refuseLivePriorities({ rules, phase, hasBallot });
  const refuse = (of: LensId) =>
    refuseLens(of, facts) ?? (of === 'priorities@1' ? hiddenChoices : null);
  const lenses = offered(refuse);
  return {
    consultation,
    lens: lenses.find((each) => each.id === lens) as OfferedLens,
    lenses,
    ordering,
    round,
    countedAt: round?.publishedAt ?? context.now,
    voterCount: round?.voterCount ?? rows[0]?.voterCount ?? 0,
    ballotCount: hiddenChoices ? 0 : beside.ballots,
    withheld: refuse(lens) ?? (round ? null : refuseOrder(context, consultation, basis)),
    ordered: order(rows, lens, rules, beside),
    beside,
    isHidden: (row) =>
      !round && countsHidden({ rules, phase, isReviewer: false }, row.choice !== null),
    isChosenHidden: hiddenChoices !== null || beside.ballots < FLOOR,
  };
}
