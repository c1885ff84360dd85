import { FLOOR } from './floor.js';
import { suppressTable } from './privacy.js';
import { publishedRegions } from './published-cells.js';
import { publishedClps } from './published-clps.js';
import { type Tally, votesOf } from './tally.js';
import {
  changeOf,
  fitsIn,
  fitsParts,
  peopleGone,
  peopleIn,
  peopleMoved,
  sumOf,
  type ToldBefore,
} from './told-before.js';

/** Counts by area on one proposal, beside the whole of the same moment. */
export interface AreaTable {
  whole: Tally;
  regions: readonly Tally[];
  clps: readonly Tally[];
  /** The region of each CLP; −1 for none. */
  regionOf: readonly number[];
  /** How many voters an area needs for breadth. */
  enough: number;
}

/** Counts that were told of cells last, null for none ever, and which of them are shown now. */
export interface ToldCells {
  last: ToldBefore['last'];
  shown: readonly boolean[];
}

/** What is told of the areas on a proposal: all that is shown is of one moment. */
export interface ToldAreas {
  /** At that moment. */
  whole: Tally;
  /** Shown to those who answer. */
  regions: ToldCells;
  clps: ToldCells;
  /** Which regions may be named on lines of votes too, where these have no groups. */
  named: readonly boolean[];
}

/** What is shown now: null where nothing is. */
export const cellsShown = ({ last, shown }: ToldCells): (Tally | null)[] =>
  last.map((cell, at) => (shown[at] ? cell : null));

const keep = (
  now: readonly Tally[],
  shown: readonly boolean[],
  before: ToldCells | undefined,
): ToldCells => ({
  last: now.map((tally, at) => (shown[at] ? tally : (before?.last[at] ?? null))),
  shown,
});

/** Regions that were never told, and would tell with their CLPs that were of one to nine others. */
function barredRegions({ regions, regionOf }: AreaTable, told: ToldAreas): boolean[] {
  return regions.map((tally, region) => {
    const parts = told.clps.last.filter((_, clp) => regionOf[clp] === region);
    return (
      !told.regions.last[region] &&
      !fitsParts(
        tally,
        parts.filter((cell) => cell !== null),
      )
    );
  });
}

/** What may be told of these counts as they are now, after `told`. */
function renew(now: AreaTable, told: ToldAreas | null): ToldAreas {
  const { whole, regions, clps, regionOf, enough } = now;
  const parts = regions.map((_, r) => clps.filter((_clp, at) => regionOf[at] === r));
  const keyed = regions.map((tally, r) => ({ key: String(r), tally, parts: parts[r] ?? [] }));
  const ofRegions = told
    ? { whole: told.whole, ...told.regions, barred: barredRegions(now, told) }
    : undefined;
  const table = suppressTable(keyed, whole, enough, ofRegions);
  const shown = table.map(({ tally }) => tally !== null);
  const ofNoRegion = changeOf(sumOf(regions), whole);
  const named = publishedRegions(
    regions.map((tally) => [tally]),
    [ofNoRegion],
    enough,
    shown,
    parts,
  );
  const byClp = [...clps, changeOf(sumOf(clps), whole)];
  const ofClps = told && {
    whole: told.whole,
    ...told.clps,
    regions: told.regions.last,
    withheld: shown.map((isShown) => !isShown),
  };
  const shownClps = publishedClps(regionOf, byClp, named, enough, ofClps ?? undefined);
  const ofRegionsKept = keep(regions, shown, told?.regions);
  // A region of which every CLP is shown is told with them.
  const isTold = (region: number) => {
    const here = clps.flatMap((tally, clp) =>
      regionOf[clp] === region && votesOf(tally) > 0 ? [shownClps[clp] === true] : [],
    );
    return here.length > 0 && here.every(Boolean);
  };
  const last = ofRegionsKept.last.map((cell, region) =>
    cell === null && isTold(region) ? (regions[region] ?? null) : cell,
  );
  return {
    whole,
    regions: { ...ofRegionsKept, last },
    clps: keep(clps, shownClps, told?.clps),
    named,
  };
}

const hidden = ({ last }: ToldCells): ToldCells => ({ last, shown: last.map(() => false) });

/**
 * What is told of the areas on a proposal after `told`, so that both together say nothing of one to nine
 * people of an area either. It is renewed only when ten people are new in the whole, or left where they were
 * told, and when no fewer people are told then than before: areas in which one to nine are new of some choice
 * must be left out. Else all stays as it was told.
 */
export function toldAreas(now: AreaTable, told: ToldAreas | null): ToldAreas {
  if (told === null) return renew(now, null);
  const { regions, clps, whole } = told;
  const isDue =
    peopleMoved(whole, now.whole) >= FLOOR ||
    peopleGone({ whole, last: regions.last }, now.regions) >= FLOOR;
  const canStay = fitsIn(cellsShown(regions), now.whole) && fitsIn(cellsShown(clps), now.whole);
  const peopleTold = (areas: ToldAreas) =>
    peopleIn(cellsShown(areas.regions)) + peopleIn(cellsShown(areas.clps));
  if (isDue) {
    const next = renew(now, told);
    if (!canStay || peopleTold(next) >= peopleTold(told)) return next;
  }
  if (canStay) return told;
  const named = told.named.map(() => false);
  return { ...told, regions: hidden(regions), clps: hidden(clps), named };
}
