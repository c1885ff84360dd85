import { FLOOR } from './floor.js';
import { type HiddenCell, hiddenArea, hideUntil, isClosed } from './hidden-cells.js';
import { mayShow } from './privacy.js';
import { type Tally, votesOf } from './tally.js';
import { isNewClosed, NOBODY, sumOf, type ToldBefore } from './told-before.js';

/** Where each CLP lies and what it counts on one proposal. */
interface Setting {
  /** The region of each CLP; −1 for none. */
  regionOf: readonly number[];
  tallies: readonly Tally[];
  enough: number;
}

/** The CLPs of a region that are hidden. */
function hiddenIn(
  { regionOf, tallies, enough }: Setting,
  shown: readonly boolean[],
  region: number,
) {
  return tallies.flatMap((tally, clp): HiddenCell[] =>
    regionOf[clp] === region && !shown[clp] && votesOf(tally) > 0
      ? [hiddenArea(tally, enough)]
      : [],
  );
}

/** What is hidden of a region as one cell; told of it is only what is told of the region as a whole. */
function restOf(setting: Setting, shown: readonly boolean[], region: number): HiddenCell {
  const hidden = hiddenIn(setting, shown, region);
  const tally = sumOf(hidden.map((cell) => cell.tally));
  const isWhole = !shown.some((isShown, clp) => isShown && setting.regionOf[clp] === region);
  return isWhole ? hiddenArea(tally, setting.enough) : { tally, told: 'nothing' };
}

/** What another table told of the CLPs before, and which whole each region was for them then, where it was told. */
export interface ClpsBefore extends ToldBefore {
  regions: ToldBefore['last'];
  /** Regions that are not told now: all their CLPs together would tell them. */
  withheld: readonly boolean[];
}

/** Whether who is new in a region, and told in none of its CLPs, tells nothing; `others` are in no CLP. */
function isNewSafe(
  { regionOf, tallies }: Setting,
  shown: readonly boolean[],
  before: ClpsBefore | undefined,
  region: number,
  others: Tally,
): boolean {
  if (!before) return true;
  const here = [...tallies.keys()].filter((clp) => regionOf[clp] === region);
  const cells = here.map((clp) => tallies[clp] as Tally);
  const anew = { cells, shown: here.map((clp) => shown[clp] === true) };
  const then = {
    last: here.map((clp) => before.last[clp] ?? null),
    shown: here.map((clp) => before.shown?.[clp] ?? true),
    whole: before.regions[region] ?? null,
  };
  return isNewClosed({ ...anew, whole: sumOf([...cells, others]) }, then);
}

/**
 * These CLPs less one in each region that was never told: others are told there for the first time, or again,
 * only where one stays untold in every table. Else what is left of the region were one CLP now, and another
 * one before.
 */
function withOneUntold(
  { regionOf, tallies }: Setting,
  may: readonly boolean[],
  before: ClpsBefore | undefined,
): boolean[] {
  if (!before) return [...may];
  const kept = [...may];
  for (const region of new Set(regionOf)) {
    const votes = (clp: number) => votesOf(tallies[clp] ?? NOBODY);
    const here = [...tallies.keys()].filter((clp) => regionOf[clp] === region && votes(clp) > 0);
    const isNew = (clp: number) => kept[clp] && !before.shown?.[clp];
    const never = here.filter((clp) => !before.last[clp]);
    if (!here.some(isNew) || never.some((clp) => !kept[clp])) continue;
    const fewest = Math.min(...never.map(votes));
    for (const clp of here.filter(isNew)) {
      if (never.length === 0 || (!before.last[clp] && votes(clp) === fewest)) kept[clp] = false;
    }
  }
  return kept;
}

/**
 * Which CLPs' counts on one proposal may be shown. `byClp` has a last place for people in no CLP; `isNamed`
 * says which regions are named on the proposal (`publishedRegions`), `enough` how many voters an area needs
 * for breadth.
 *
 * Each region is a whole of its own, for those who answer see it, and so is "no region". Where regions are
 * not named, only all of them together can be worked out, from the whole less those that are; so what is
 * left of them together, less the CLPs shown, must be closed as well, CLP by CLP and region by region.
 * `before` is what another table told of the same CLPs: so is what is new since then, in each region.
 */
export function publishedClps(
  regionOf: readonly number[],
  byClp: readonly Tally[],
  isNamed: readonly boolean[],
  enough = FLOOR,
  before?: ClpsBefore,
): boolean[] {
  const tallies = byClp.slice(0, regionOf.length);
  const setting = { regionOf, tallies, enough };
  const votes = tallies.map(votesOf);
  const nowhere: HiddenCell = { tally: sumOf(byClp.slice(regionOf.length)), told: 'nothing' };
  const regions = [...isNamed.keys(), -1];
  const whole = sumOf(byClp);
  // Of a region that was never told, and yet its CLP, it would be known who came elsewhere.
  const isWithheld = (clp: number, region: number) =>
    before?.withheld[region] === true || (before?.last[clp] != null && !before.regions[region]);
  const may = mayShow(tallies, whole, before).map(
    (each, clp) => each && !isWithheld(clp, regionOf[clp] ?? -1),
  );
  let shown = withOneUntold(setting, may, before);
  const only = (isIn: (region: number) => boolean) =>
    votes.map((count, clp) => (isIn(regionOf[clp] ?? -1) ? count : 0));
  for (const region of regions) {
    const others = region === -1 ? [nowhere] : [];
    shown = hideUntil(
      only((each) => each === region),
      shown,
      (kept) =>
        isNewSafe(setting, kept, before, region, region === -1 ? nowhere.tally : NOBODY) &&
        isClosed([...hiddenIn(setting, kept, region), ...others], enough),
    );
  }
  const unnamed = regions.filter((region) => !isNamed[region]);
  return hideUntil(
    only((region) => !isNamed[region]),
    shown,
    (kept) => {
      const clps = unnamed.flatMap((region) => hiddenIn(setting, kept, region));
      const rests = unnamed.map((region) => restOf(setting, kept, region));
      return (
        (!before || isNewClosed({ cells: tallies, shown: kept, whole }, before)) &&
        isClosed([...clps, nowhere], enough) &&
        isClosed([...rests, nowhere], enough)
      );
    },
  );
}
