import {
  type GroupCounts,
  type Priorities,
  type RangeOfRank,
  type RankRange,
} from '@clarion/deliberation';
import { publishedOf } from '../opinion/published.js';
import type {
  FoundGroups,
  MeasuredRanges,
  MeasuredRow,
  PlacedPriorities,
} from './measured.queries.js';

/** Published counts in one opinion group: agree, disagree, pass; none where they are hidden. */
export type GroupCell = [number, number, number] | null;

interface Place {
  chosen: number;
  /** Infinite where nobody chose it. */
  load: number;
  tied: boolean;
  /** Among all that were placed, from 0. */
  position: number;
}

/** What an order rests on beside the counts of its rows, by the id of a proposal. */
export interface Beside {
  /** How many opinion groups are told apart; 0 below two. */
  groups: number;
  cells: ReadonlyMap<string, readonly GroupCell[]>;
  ballots: number;
  places: ReadonlyMap<string, Place>;
  ranges: ReadonlyMap<string, RangeOfRank>;
}

export const NOTHING: Beside = {
  groups: 0,
  cells: new Map(),
  ballots: 0,
  places: new Map(),
  ranges: new Map(),
};

/** The cells that may be shown of the groups as they were found last. */
function liveCells(found: FoundGroups): Map<string, GroupCell[]> {
  const { k, proposalIds } = found;
  const { counts, shown } = publishedOf(found);
  return new Map(
    proposalIds.map((id, s) => [
      id,
      Array.from({ length: k }, (_, g): GroupCell => {
        const at = s * k + g;
        if (shown[at] === 0) return null;
        return [
          counts.agree[at] as number,
          counts.disagree[at] as number,
          counts.pass[at] as number,
        ];
      }),
    ]),
  );
}

const livePlaces = ({ proposalIds, chosen, load, tied }: PlacedPriorities): Map<string, Place> =>
  new Map(
    proposalIds.map((id, position) => [
      id,
      {
        chosen: chosen[position] ?? 0,
        load: Number(load[position]),
        tied: tied[position] ?? false,
        position,
      },
    ]),
  );

function liveRanges({ proposalIds, best, worst, low, high }: MeasuredRanges) {
  const ranges = new Map<string, RangeOfRank>();
  proposalIds.forEach((id, i) => {
    if (!low[i] || !high[i]) return;
    ranges.set(id, {
      best: best?.[i] ?? null,
      worst: worst?.[i] ?? null,
      low: low[i],
      high: high[i],
    });
  });
  return ranges;
}

/** The cells of a proposal, one a group, A first; none where no groups are told apart. */
export const groupCellsOf = ({ groups, cells }: Beside, id: string): GroupCell[] =>
  Array.from({ length: groups }, (_, group) => cells.get(id)?.[group] ?? null);

/** What jobs measured last, which the first row of the live order brings. */
export function besideLive(rows: readonly { measured: MeasuredRow | null }[]): Beside {
  const { groups, priorities, ranges } = rows[0]?.measured ?? {
    groups: null,
    priorities: null,
    ranges: null,
  };
  return {
    groups: groups?.k ?? 0,
    cells: groups ? liveCells(groups) : NOTHING.cells,
    ballots: priorities?.ballotCount ?? 0,
    places: priorities ? livePlaces(priorities) : NOTHING.places,
    ranges: ranges ? liveRanges(ranges) : NOTHING.ranges,
  };
}

/** What a round kept of a proposal beside its counts. */
export interface KeptBeside {
  id: string;
  byGroup: GroupCell[] | null;
  chosen: number | null;
  /** Where it stood under the lens that is read, and under `priorities@1`. */
  stood: (Partial<RangeOfRank> & { position: number; rank: number | null }) | null;
  placed: { position: number; tied: boolean; load: number | null } | null;
}

/** What a round counted beside its votes. */
export function besideInRound(
  rows: readonly KeptBeside[],
  round: { groupSizes: readonly unknown[]; ballotCount: number },
): Beside {
  const ranges = new Map<string, RangeOfRank>();
  const places = new Map<string, Place>();
  for (const { id, stood, placed, chosen } of rows) {
    const { best = null, worst = null, low, high } = stood ?? {};
    if (low && high) ranges.set(id, { best, worst, low, high });
    if (placed) {
      const load = placed.load ?? Number.POSITIVE_INFINITY;
      places.set(id, { ...placed, load, chosen: chosen ?? 0 });
    }
  }
  return {
    groups: round.groupSizes.length >= 2 ? round.groupSizes.length : 0,
    cells: new Map(rows.map(({ id, byGroup }) => [id, byGroup ?? []])),
    ballots: round.ballotCount,
    places,
    ranges,
  };
}

/** The counts by group of rows, in their order; none where no groups are told apart. Hidden cells count nobody. */
export function groupCounts(rows: readonly { id: string }[], { groups, cells }: Beside) {
  if (groups < 2) return undefined;
  const size = rows.length * groups;
  const counts: GroupCounts = {
    groups,
    agree: new Uint32Array(size),
    disagree: new Uint32Array(size),
    pass: new Uint32Array(size),
  };
  rows.forEach(({ id }, p) => {
    cells.get(id)?.forEach((cell, g) => {
      if (cell === null || g >= groups) return;
      [counts.agree[p * groups + g], counts.disagree[p * groups + g], counts.pass[p * groups + g]] =
        cell;
    });
  });
  return counts;
}

/** The priorities of rows, in their order; none where nothing was placed. What came since was chosen by nobody. */
export function prioritiesOf(
  rows: readonly { id: string; number: number }[],
  { places, ballots }: Beside,
): Priorities | undefined {
  if (places.size === 0) return undefined;
  const place = rows.map(({ id }) => places.get(id) ?? null);
  const positionOf = (p: number) => place[p]?.position ?? Number.MAX_SAFE_INTEGER;
  const numberOf = (p: number) => rows[p]?.number ?? 0;
  return {
    ballots,
    order: Uint32Array.from(rows, (_, p) => p).sort(
      (a, b) => positionOf(a) - positionOf(b) || numberOf(a) - numberOf(b),
    ),
    chosen: Uint32Array.from(place, (each) => each?.chosen ?? 0),
    load: Float64Array.from(place, (each) => each?.load ?? Number.POSITIVE_INFINITY),
    tied: Uint8Array.from(place, (each) => Number(each?.tied ?? false)),
  };
}

/**
 * The ranges of rows by index, each widened to hold the rank of this moment: it was measured a little
 * earlier. None for those below the line, and for those that were below it when ranges were measured.
 */
export function rangesOf(
  rows: readonly { id: string }[],
  ranks: Uint32Array,
  { ranges }: Beside,
): RankRange {
  const held = rows.map(({ id }, p) => {
    const rank = ranks[p] as number;
    const range = ranges.get(id);
    if (!range || rank === 0) return null;
    const { best, worst, low, high } = range;
    return {
      best: best && Math.min(best, rank),
      worst: worst && Math.max(worst, rank),
      low: Math.min(low, rank),
      high: Math.max(high, rank),
    };
  });
  const column = (value: (range: RangeOfRank) => number | null) =>
    Uint32Array.from(held, (range) => (range ? (value(range) ?? 0) : 0));
  const hasClps = held.some((range) => range?.best != null && range.worst != null);
  return {
    best: hasClps ? column(({ best }) => best) : null,
    worst: hasClps ? column(({ worst }) => worst) : null,
    low: column(({ low }) => low),
    high: column(({ high }) => high),
  };
}
