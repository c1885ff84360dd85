import { FLOOR, type OpinionGroups, seeded } from '@clarion/deliberation';
import { readCsv } from '../src/csv.js';
import { publishedTables } from '../src/round/published-tables.js';
import type { Told } from '../src/round/told.js';
import { electorate } from './electorate.js';

/** Where the CLPs lie; the last place is for people in none. */
export const REGION_OF = [0, 0, 1, 1, 2, -1] as const;
const REGIONS = ['North West', 'Wales', 'Scotland'];
/** Of two groups, and those in none. */
const GROUPS = 3;
const CHOICES = ['agree', 'disagree'] as const;
const ENOUGH = 10;

/** People who are alike in all: group, CLP, choice, and the round that first counts them. */
export interface Cell {
  group: number;
  clp: number;
  choice: number;
  round: number;
}

export const CELLS: readonly Cell[] = Array.from({ length: GROUPS }, (_, group) => group).flatMap(
  (group) =>
    REGION_OF.flatMap((_, clp) =>
      CHOICES.flatMap((_choice, choice) => [0, 1].map((round) => ({ group, clp, choice, round }))),
    ),
);

/** How many people are in each of `CELLS`. */
export type World = number[];

type Pick = (cell: Cell) => boolean;
export const countIn = (world: World, pick: Pick) =>
  CELLS.reduce((sum, cell, at) => sum + (pick(cell) ? (world[at] as number) : 0), 0);

/** Something that is known: a sum of cells, some of them taken off, lies between two numbers. */
export interface Known {
  of: Int8Array;
  least: number;
  most: number;
}

const coefficients = (pick: (cell: Cell) => number) => Int8Array.from(CELLS, pick);
const between = (pick: Pick, least: number, most: number): Known => ({
  of: coefficients((cell) => Number(pick(cell))),
  least,
  most,
});
const is = (pick: Pick, count: number) => between(pick, count, count);
const MANY = 1e6;

const inRegion = (region: number) => (cell: Cell) => REGION_OF[cell.clp] === region;
const until = (round: number) => (cell: Cell) => cell.round <= round;

interface Published {
  rows: (name: string) => Record<string, string>[];
  told: Told;
}

/** One proposal, published with what was told before. */
function publish(world: World, round: number, told: Told | null): Published {
  const people = CELLS.flatMap((cell, at) =>
    until(round)(cell) ? new Array<Cell>(world[at] as number).fill(cell) : [],
  );
  const empty = electorate({ people: 0, proposals: 1, seed: '' });
  const { files, told: next } = publishedTables(
    {
      ...empty,
      rules: { ...empty.rules, clpFloorForBreadth: ENOUGH },
      regions: REGIONS,
      clps: REGION_OF.slice(0, -1).map((region, clp) => ({ name: `CLP ${clp}`, region })),
      clpOf: Int32Array.from(people, ({ clp }) => (REGION_OF[clp] === -1 ? -1 : clp)),
      votes: {
        person: Uint32Array.from(people, (_, person) => person),
        statement: new Uint32Array(people.length),
        choice: Int8Array.from(people, ({ choice }) => (choice === 0 ? 1 : -1)),
      },
      told,
    },
    { k: 2, group: Int8Array.from(people, ({ group }) => group - 1) } as unknown as OpinionGroups,
  );
  const rows = (name: string) => {
    const [header = [], ...lines] = readCsv(new TextDecoder().decode(files.get(name)));
    return lines.map((line) =>
      Object.fromEntries(header.map((each, at) => [each, line[at] ?? ''])),
    );
  };
  return { rows, told: next };
}

/** The whole, and what areas.csv and the number of CLPs say of every area where that is looked at: all of the moment. */
function ofTheMoment(world: World, { rows }: Published, round: number, hasAreas: boolean): Known[] {
  const now = until(round);
  const carried = new Map(rows('areas.csv').map((row) => [row['area'], row['carried'] === 'yes']));
  const areas: [string, Pick][] = [
    ...REGIONS.map((name, region): [string, Pick] => [name, inRegion(region)]),
    ...REGION_OF.slice(0, -1).map((_, clp): [string, Pick] => [
      `CLP ${clp}`,
      (cell) => cell.clp === clp,
    ]),
  ];
  return [
    ...CHOICES.map((_, choice) => {
      const pick: Pick = (cell) => now(cell) && cell.choice === choice;
      return is(pick, countIn(world, pick));
    }),
    ...(hasAreas ? areas : []).flatMap(([name, area]): Known[] => {
      const pick: Pick = (cell) => now(cell) && area(cell);
      const carries = carried.get(name);
      const some = countIn(world, pick) > 0 ? 1 : 0;
      if (carries === undefined) return [between(pick, some, some * (ENOUGH - 1))];
      const lead = coefficients((cell) => (pick(cell) ? (cell.choice === 0 ? 1 : -1) : 0));
      const [least, most] = carries ? [1, MANY] : [-MANY, 0];
      return [between(pick, ENOUGH, MANY), { of: lead, least, most }];
    }),
  ];
}

/** What is told of areas: as they are now where the table was renewed, and else at least. */
function ofAreas(world: World, { told, rows }: Published, round: number): Known[] {
  const areas = told.areas['1'];
  if (!areas) throw new Error('nothing is told of areas');
  const whole = CHOICES.map((choice) => areas.whole[choice]);
  const isNow = CHOICES.every((_, choice) => {
    const pick: Pick = (cell) => until(round)(cell) && cell.choice === choice;
    return countIn(world, pick) === whole[choice];
  });
  const cells: [Pick, number[]][] = [
    ...rows('clps.csv').map((row): [Pick, number[]] => [
      (cell) => `CLP ${cell.clp}` === row['clp'],
      CHOICES.map((choice) => Number(row[choice])),
    ]),
    ...areas.regions
      .filter((entry) => entry[4] === 1)
      .map(([name, agree, disagree]): [Pick, number[]] => [
        inRegion(REGIONS.indexOf(name)),
        [agree, disagree],
      ]),
  ];
  return cells.flatMap(([area, counts]) =>
    CHOICES.map((_, choice) => {
      const count = counts[choice] as number;
      const pick: Pick = (cell) => until(round)(cell) && area(cell) && cell.choice === choice;
      return between(pick, count, isNow ? count : MANY);
    }),
  );
}

const letterAt = (group: number) => ['', 'A', 'B'][group] ?? '';

/** What lines of votes say: of groups by regions the first time, and then of groups. */
function ofLines(world: World, { rows }: Published, round: number): Known[] {
  const lines = rows('votes.csv');
  const letters = new Set(lines.map(({ group }) => group).filter((letter) => letter !== ''));
  const named = new Set(lines.map(({ region }) => region).filter((name) => name !== ''));
  const keys = new Set(lines.map(({ group, region }) => `${group}|${region}`));
  return [...keys].flatMap((key) => {
    const [letter = '', name = ''] = key.split('|');
    const isIn: Pick = ({ group, clp }) => {
      const here = REGIONS[REGION_OF[clp] as number] ?? '';
      const isOf = letter === '' ? !letters.has(letterAt(group)) : letterAt(group) === letter;
      return isOf && (name === '' ? !named.has(here) : here === name);
    };
    return CHOICES.flatMap((choice, at): Known[] => {
      const pick: Pick = (cell) => until(round)(cell) && isIn(cell) && cell.choice === at;
      const count = lines.filter(
        ({ group, region, choice: said }) => group === letter && region === name && said === choice,
      ).length;
      // Later a group may be told as it was, or a few less; who is in none of them follows from the whole.
      if (round > 0 && letter === '') return [];
      if (round > 0 && countIn(world, pick) !== count) return [between(pick, count, MANY)];
      return [is(pick, count)];
    });
  });
}

/** Everything that is known of a world from its first round. */
export function knownOfFirst(world: World): Known[] {
  const first = publish(world, 0, null);
  return [
    ...ofTheMoment(world, first, 0, true),
    ...ofAreas(world, first, 0),
    ...ofLines(world, first, 0),
  ];
}

/**
 * Everything that is known of a world from two rounds but which areas carry, which is of the moment in each: what
 * turns between two of them is told. `isRemembered` says whether the second knows what the first told.
 */
export function knownOfBoth(world: World, isRemembered = true): Known[] {
  const first = publish(world, 0, null);
  const second = publish(world, 1, isRemembered ? first.told : null);
  return [first, second].flatMap((published, round) => [
    ...ofTheMoment(world, published, round, false),
    ...ofAreas(world, published, round),
    ...ofLines(world, published, round),
  ]);
}

/** A count of one to nine people. */
export interface Target {
  what: string;
  isOfFirst: boolean;
  pick: Pick;
  /** So many values would be possible if only the whole were known. */
  most: number;
}

/** Every count of one to nine people of a choice in an area, at either round or of who came between. */
export function targetsOf(world: World): Target[] {
  const areas: [string, Pick][] = [
    ...REGIONS.map((name, region): [string, Pick] => [name, inRegion(region)]),
    ...REGION_OF.map((_, clp): [string, Pick] => [`CLP ${clp}`, (cell) => cell.clp === clp]),
  ];
  const times: [string, Pick][] = [
    ['first', until(0)],
    ['second', until(1)],
    ['between', (cell) => cell.round === 1],
  ];
  return times.flatMap(([when, time]) =>
    CHOICES.flatMap((choice, at) => {
      const whole = countIn(world, (cell) => time(cell) && cell.choice === at);
      return areas.flatMap(([name, area]): Target[] => {
        const pick: Pick = (cell) => time(cell) && area(cell) && cell.choice === at;
        const count = countIn(world, pick);
        // That all who chose it, or came, are in one area may be told.
        if (count === 0 || count >= FLOOR || count === whole) return [];
        const what = `${choice} of ${name}, ${when}`;
        return [{ what, isOfFirst: when === 'first', pick, most: whole + 1 }];
      });
    }),
  );
}

/** Cells that differ in one thing alone. */
const NEAR = CELLS.map((cell) =>
  CELLS.flatMap((other, at) => {
    const differs = (['group', 'clp', 'choice', 'round'] as const).filter(
      (thing) => cell[thing] !== other[thing],
    );
    return differs.length === 1 ? [at] : [];
  }),
);
const cellAt = ({ group, clp, choice, round }: Cell) =>
  ((group * REGION_OF.length + clp) * CHOICES.length + choice) * 2 + round;
const THINGS = ['group', 'clp', 'choice', 'round'] as const;

/**
 * Looks for other worlds of which all the same is known, walking from this one by people who change one thing,
 * alone or with somebody. Tells the targets of which fewer than `enough` values were met. What was met is
 * possible; what was not may be.
 */
export function narrow(
  world: World,
  known: readonly Known[],
  targets: readonly Target[],
  { enough, steps, seed }: { enough: number; steps: number; seed: string },
): Target[] {
  const random = seeded(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const now = [...world];
  const sums = known.map(({ of }) =>
    now.reduce((sum, count, at) => sum + count * (of[at] ?? 0), 0),
  );
  const touching = CELLS.map((_, at) => known.flatMap(({ of }, k) => (of[at] ? [k] : [])));
  const met = targets.map(({ pick }) => new Set([countIn(now, pick)]));
  const due = targets.map(({ most }) => Math.min(enough, most));
  const touched = CELLS.map((cell) => targets.flatMap(({ pick }, t) => (pick(cell) ? [t] : [])));
  let open = met.filter((values, t) => values.size < (due[t] as number)).length;
  for (let step = 0; step < steps && open > 0; step += 1) {
    const from = below(CELLS.length);
    if (now[from] === 0) continue;
    const nearOf = (at: number) => (NEAR[at] as number[])[below(NEAR[at]?.length ?? 0)] as number;
    const changes: [number, number][] = [[from, -1]];
    const other = below(CELLS.length);
    const way = random();
    if (way < 0.3) {
      changes.push([nearOf(from), 1]);
    } else if (now[other] === 0 || other === from) {
      continue;
    } else if (way < 0.6) {
      // Each by itself: where a sum of both is known that neither may change alone.
      changes.push([nearOf(from), 1], [other, -1], [nearOf(other), 1]);
    } else {
      const thing = THINGS[below(THINGS.length)] as (typeof THINGS)[number];
      const [a, b] = [CELLS[from] as Cell, CELLS[other] as Cell];
      if (a[thing] === b[thing]) continue;
      changes.push([other, -1], [cellAt({ ...a, [thing]: b[thing] }), 1]);
      changes.push([cellAt({ ...b, [thing]: a[thing] }), 1]);
    }
    const apply = (sign: number) => {
      for (const [at, by] of changes) {
        now[at] = (now[at] as number) + sign * by;
        for (const k of touching[at] as number[]) {
          sums[k] = (sums[k] as number) + sign * by * (known[k]?.of[at] ?? 0);
        }
      }
    };
    apply(1);
    const fits = changes.every(
      ([at]) =>
        (now[at] as number) >= 0 &&
        (touching[at] as number[]).every((k) => {
          const sum = sums[k] as number;
          return sum >= (known[k]?.least ?? 0) && sum <= (known[k]?.most ?? 0);
        }),
    );
    if (!fits) {
      apply(-1);
      continue;
    }
    for (const t of new Set(changes.flatMap(([at]) => touched[at] as number[]))) {
      const values = met[t] as Set<number>;
      if (values.size >= (due[t] as number)) continue;
      values.add(countIn(now, (targets[t] as Target).pick));
      if (values.size >= (due[t] as number)) open -= 1;
    }
  }
  return targets.filter((_, t) => (met[t]?.size ?? 0) < (due[t] as number));
}
