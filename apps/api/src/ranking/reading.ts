import {
  countsHidden,
  LENSES,
  type Lens,
  type Refusal,
  refuseLens,
  refuseLiveRanking,
  STOP_POINT,
} from '@clarion/deliberation';
import type { Context } from '../accounts/context.js';
import type { ConsultationRow } from '../consultations/consultation.queries.js';
import { BadInput } from '../graphql/errors.js';
import { gather, load } from '../graphql/loader.js';
import { pseudonymOf } from '../voting/pseudonym.js';
import { type Ordered, order } from './order.js';
import * as rankings from './ranking.queries.js';
import type { RoundRow } from './round.queries.js';

/** A ranking as the viewer may see it. */
export interface RankingReading {
  consultation: ConsultationRow;
  lens: Lens;
  round: RoundRow | null;
  countedAt: Date | string;
  voterCount: number;
  /** Why the order is withheld; then nothing of it may be shown. */
  withheld: Refusal | null;
  ordered: Ordered<rankings.RankableRow>;
  /** Whether the counts of a proposal are hidden: live, and not voted on by the viewer. */
  isHidden: (row: rankings.RankableRow) => boolean;
}

/** What the live order is computed from, or what a round counted. */
async function rowsOf(context: Context, { id }: ConsultationRow, number: number | null) {
  const ask = (each: string) => ({ id: each, pseudonym: pseudonymOf(context, each) });
  if (number === null) {
    const rows = await load(context, 'live rankings', id, async (ids) =>
      gather(await rankings.live(context.db, ids.map(ask)), (row) => row.consultationId),
    );
    return { rows: rows ?? [], round: null };
  }
  const found =
    (await load(context, `rankings of round ${number}`, id, async (ids) => {
      const asked = ids.map((each) => ({ ...ask(each), number }));
      return gather(await rankings.inRound(context.db, asked), (row) => row.round.consultationId);
    })) ?? [];
  const round = found[0]?.round;
  if (!round) throw new BadInput(`No round ${number} has been published here.`);
  return { rows: found.filter((row) => row.id !== null), round };
}

/** Why an order cannot be shown here; null when it can. No groups are found and no ballots taken yet. */
export const lensRefusal = ({ id }: Lens, { rules }: ConsultationRow): Refusal | null =>
  refuseLens(id, { rules, groups: 0, ballots: 0 });

function lensNamed(id: string): Lens {
  const found = LENSES.find((lens) => lens.id === id);
  if (found) return found;
  throw new BadInput(`There is no lens called “${id.slice(0, 40)}”. Choose one of those offered.`);
}

/**
 * Reads a ranking for whoever asks: live, or of a round; under the lens asked for, or the official
 * one. Throws BadInput for a lens or a round that does not exist.
 */
export async function readRanking(
  context: Context,
  consultation: ConsultationRow,
  asked: { lens?: string | null | undefined; round?: number | null | undefined },
): Promise<RankingReading> {
  const { rules, phase } = consultation;
  const lens = lensNamed(asked.lens ?? rules.officialLens);
  const { rows, round } = await rowsOf(context, consultation, asked.round ?? null);
  const view = { rules, phase, isReviewer: false };
  const votedOn = rows.filter((row) => row.choice !== null).length;
  const isOwn = (row: rankings.RankableRow) =>
    context.viewer !== null && row.authorId === context.viewer.id;
  const remaining = rows.filter(
    (row) => row.choice === null && row.status === 'published' && !isOwn(row),
  ).length;
  const refused = round
    ? null
    : refuseLiveRanking(view, { votedOn, remaining, enough: STOP_POINT });
  return {
    consultation,
    lens,
    round,
    countedAt: round?.publishedAt ?? context.now,
    voterCount: round?.voterCount ?? rows[0]?.voterCount ?? 0,
    withheld: lensRefusal(lens, consultation) ?? refused,
    ordered: order(rows, lens.id, rules),
    isHidden: (row) => !round && countsHidden(view, row.choice !== null),
  };
}
