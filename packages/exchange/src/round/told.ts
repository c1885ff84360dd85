import {
  type AreaTable,
  type Tally,
  type ToldAreas,
  type ToldCells,
  type ToldGroups,
  toldAreas,
} from '@clarion/deliberation';

/** Counts that were told of an area last, and whether they still are shown. */
type AreaEntry = [name: string, agree: number, disagree: number, pass: number, isShown: 0 | 1];

/** What is told of the areas on a proposal, by the names that files have for them. */
export interface AreasTold {
  whole: Tally;
  regions: AreaEntry[];
  clps: AreaEntry[];
  named: string[];
}

/** What is told of opinion groups. Of another number of groups it says nothing. */
export interface GroupsTold {
  k: number;
  sizes: ToldGroups | null;
  /** By number of the proposal. */
  proposals: Record<string, ToldGroups>;
}

/**
 * What breakdowns of a consultation told last, in rounds and live: what the next one must be weighed with.
 * Plain JSON. Each of its counts was published, or shown to those who answer.
 */
export interface Told {
  groups: GroupsTold | null;
  /** By number of the proposal. */
  areas: Record<string, AreasTold>;
}

const sparse = ({ last, shown }: ToldCells, names: readonly string[]): AreaEntry[] =>
  last.flatMap((tally, at): AreaEntry[] =>
    tally ? [[names[at] ?? '', tally.agree, tally.disagree, tally.pass, shown[at] ? 1 : 0]] : [],
  );

function dense(entries: readonly AreaEntry[], names: readonly string[]): ToldCells {
  const known = new Map(entries.map((entry) => [entry[0], entry]));
  const found = names.map((name) => known.get(name));
  return {
    last: found
      .map((entry) => entry && { agree: entry[1], disagree: entry[2], pass: entry[3] })
      .map((tally) => tally ?? null),
    shown: found.map((entry) => entry?.[4] === 1),
  };
}

/** The areas of a round, by name; silent ones are left out, for scrutineers do not know them. */
export interface AreaNames {
  regions: readonly string[];
  clps: readonly string[];
}

/** Names of which something was told, and that have nobody any more. */
const gone = (entries: readonly AreaEntry[], names: readonly string[]) => {
  const here = new Set(names);
  return entries.map(([name]) => name).filter((name) => !here.has(name));
};

const NOBODY: Tally = { agree: 0, disagree: 0, pass: 0 };

/** What is told of the areas on a proposal after `told`. */
export function renewAreas(
  now: AreaTable,
  names: AreaNames,
  told: AreasTold | undefined,
): AreasTold {
  const regions = [...names.regions, ...gone(told?.regions ?? [], names.regions)];
  const clps = [...names.clps, ...gone(told?.clps ?? [], names.clps)];
  const onto = (tallies: readonly Tally[], list: readonly string[]) =>
    list.map((_, at) => tallies[at] ?? NOBODY);
  const before: ToldAreas | null = told
    ? {
        whole: told.whole,
        regions: dense(told.regions, regions),
        clps: dense(told.clps, clps),
        named: regions.map((name) => told.named.includes(name)),
      }
    : null;
  const next = toldAreas(
    {
      ...now,
      regions: onto(now.regions, regions),
      clps: onto(now.clps, clps),
      regionOf: clps.map((_, at) => now.regionOf[at] ?? -1),
    },
    before,
  );
  return {
    whole: next.whole,
    regions: sparse(next.regions, regions),
    clps: sparse(next.clps, clps),
    named: regions.filter((_, at) => next.named[at]),
  };
}

/** The counts of areas that are shown, by name. */
export const shownIn = (entries: readonly AreaEntry[]): Map<string, Tally> =>
  new Map(
    entries
      .filter((entry) => entry[4] === 1)
      .map(([name, agree, disagree, pass]) => [name, { agree, disagree, pass }]),
  );
