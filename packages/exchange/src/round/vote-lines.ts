import { letterOf, publishedRegions, type Tally } from '@clarion/deliberation';
import { byUnits } from './area-names.js';
import { type AreasTold, shownIn } from './told.js';
import { type ProposalVotes, sumOf } from './vote-cells.js';

/** Whether counts of an area that were told once may stand beside what is told of it now. */
export type Fits = (kind: string, name: string, tally: Tally) => boolean;

/** The votes of those who are named alike: in one group that is shown, or in none. */
export interface ClassVotes {
  letter: string;
  /** The last is for no region. */
  byRegion: Tally[];
}

export function classesOf(
  regions: readonly string[],
  shown: readonly (Tally | null)[],
  { byGroup }: ProposalVotes,
): ClassVotes[] {
  const isNamed = (group: number) => shown[group] != null;
  const all = byGroup.map((_, group) => group);
  const classes = [
    { letter: '', rows: all.filter((group) => !isNamed(group)) },
    ...all.filter(isNamed).map((group) => ({ letter: letterOf(group), rows: [group] })),
  ];
  return classes.map(({ letter, rows }) => ({
    letter,
    byRegion: [...regions, ''].map((_, region) =>
      sumOf(rows.flatMap((group) => byGroup[group]?.[region] ?? [])),
    ),
  }));
}

/** Regions that may be named: those that are told by themselves, with the counts of their CLPs. */
interface RegionsToName {
  regions: readonly string[];
  enough: number;
  may: readonly boolean[];
  parts: readonly (readonly Tally[])[];
}

/** Which regions are named on the lines of a proposal that name groups too. */
function namedRegions(
  { regions, enough, may, parts }: RegionsToName,
  classes: readonly ClassVotes[],
): boolean[] {
  return publishedRegions(
    regions.map((_, region) => classes.map(({ byRegion }) => byRegion[region] as Tally)),
    classes.map(({ byRegion }) => byRegion[regions.length] as Tally),
    enough,
    may,
    parts,
  );
}

/**
 * One line a vote, by group and region, sorted, so that their order says nothing about who or when. Only
 * once: two tables of groups by regions would tell what is new in each of so many cells.
 */
export function firstLines(
  toName: RegionsToName,
  number: number,
  classes: readonly ClassVotes[],
): string[] {
  const { regions } = toName;
  const isNamed = namedRegions(toName, classes);
  const named = regions.flatMap((name, region) => (isNamed[region] ? [{ name, region }] : []));
  named.sort((a, b) => byUnits(a.name, b.name));
  return classes.flatMap(({ letter, byRegion }) => {
    const start = `${number},${letter},`;
    return [
      ...repeated(start, '', sumOf(byRegion.filter((_, region) => !isNamed[region]))),
      ...named.flatMap(({ name, region }) => repeated(start, name, byRegion[region] as Tally)),
    ];
  });
}

const less = (whole: Tally, parts: readonly Tally[]): Tally => {
  const { agree, disagree, pass } = sumOf(parts);
  return {
    agree: whole.agree - agree,
    disagree: whole.disagree - disagree,
    pass: whole.pass - pass,
  };
};

/** The same by group alone, as told; all others without one. */
export function groupLines(
  number: number,
  shown: readonly (Tally | null)[],
  whole: Tally,
): string[] {
  const told = shown.filter((cell) => cell !== null);
  return [
    ...repeated(`${number},,`, '', less(whole, told)),
    ...shown.flatMap((cell, group) =>
      cell ? repeated(`${number},${letterOf(group)},`, '', cell) : [],
    ),
  ];
}

/** The same by region alone. */
export function regionLines(
  number: number,
  { regions, named }: AreasTold,
  whole: Tally,
  fits: Fits,
): string[] {
  const told = [...shownIn(regions)]
    .filter(([name, tally]) => named.includes(name) && fits('region', name, tally))
    .sort(([a], [b]) => byUnits(a, b));
  return [
    ...repeated(
      `${number},,`,
      '',
      less(
        whole,
        told.map(([, tally]) => tally),
      ),
    ),
    ...told.flatMap(([name, tally]) => repeated(`${number},,`, name, tally)),
  ];
}

const repeated = (start: string, region: string, tally: Tally): string[] =>
  (['agree', 'disagree', 'pass'] as const)
    .filter((choice) => tally[choice] > 0)
    .map((choice) => `${start}${region},${choice}\n`.repeat(tally[choice]));
