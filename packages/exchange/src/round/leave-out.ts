import { type LensId, type Ranking, type Rules, rank } from '@clarion/deliberation';
import type { RoundTables } from './read-tables.js';

/** The order that would stand if nobody in one CLP had voted, as far as its counts are published. */
export interface WithoutClp {
  /** Of the proposals above the quorum line alone, which stays where it is: `places` are theirs. */
  ranking: Ranking;
  places: Uint32Array;
  /** Above the line: proposals whose counts fell, and those that keep theirs as nothing of that CLP is published. */
  changed: number;
  kept: number;
}

/** The only lens that counts by CLP lower. */
export const LEAVE_OUT_LENS: LensId = 'support@1';

/** Whether a bundle knows a CLP by name at all. */
export function knowsClp({ clpRows, areas }: RoundTables, clp: string): boolean {
  return (
    clpRows.some((row) => row.clp === clp) ||
    areas.some(({ kind, area }) => kind === 'clp' && area === clp)
  );
}

/** Leaves a CLP out of the order under `support@1`; `ranking` is that order. */
export function withoutClp(
  { input, clpRows }: RoundTables,
  ranking: Ranking,
  rules: Rules,
  clp: string,
): WithoutClp {
  const places = ranking.order.slice(0, ranking.above);
  const rowOf = new Map(clpRows.filter((row) => row.clp === clp).map((row) => [row.proposal, row]));
  const less = (name: 'agree' | 'disagree' | 'pass') =>
    places.map((place) => (input.counts[name][place] ?? 0) - (rowOf.get(place)?.[name] ?? 0));
  const changed = places.reduce((sum, place) => sum + (rowOf.has(place) ? 1 : 0), 0);
  return {
    ranking: rank(
      LEAVE_OUT_LENS,
      {
        counts: { agree: less('agree'), disagree: less('disagree'), pass: less('pass') },
        number: places.map((place) => input.number[place] ?? 0),
      },
      { ...rules, quorumVotes: 0, quorumClps: 0 },
    ),
    places,
    changed,
    kept: places.length - changed,
  };
}
