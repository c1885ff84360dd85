import { type Counts, FLOOR } from '@clarion/deliberation';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readCsv } from '../src/index.js';
import { type RoundFiles, type RoundInput, writeRound } from '../src/round/index.js';
import { electorate, testKey } from './electorate.js';

type Tally = { [choice in keyof Counts]: number };
type Table = Record<string, string>[];

const NONE: Tally = { agree: 0, disagree: 0, pass: 0 };
const CHOICES = ['agree', 'disagree', 'pass'] as const;
const people = (tally: Tally) => tally.agree + tally.disagree + tally.pass;
const isEmptyOrMany = (count: number) => count === 0 || count >= FLOOR;
const less = (whole: Tally, part: Tally): Tally => ({
  agree: whole.agree - part.agree,
  disagree: whole.disagree - part.disagree,
  pass: whole.pass - part.pass,
});

function table(files: RoundFiles, name: string): Table {
  const [header = [], ...rows] = readCsv(new TextDecoder().decode(files.get(name)));
  return rows.map((row) => Object.fromEntries(header.map((column, at) => [column, row[at] ?? ''])));
}

/** Rows of votes.csv counted by whatever names them. */
function tallies(rows: Table, key: (row: Record<string, string>) => string): Map<string, Tally> {
  const found = new Map<string, Tally>();
  for (const row of rows) {
    const tally = { ...(found.get(key(row)) ?? NONE) };
    tally[row.choice as keyof Tally] += 1;
    found.set(key(row), tally);
  }
  return found;
}

const tallyOf = (row: Record<string, string>): Tally => ({
  agree: Number(row.agree),
  disagree: Number(row.disagree),
  pass: Number(row.pass),
});

/** What is shown under the floor in the files of a round, or follows from them by subtraction. */
function leaks(files: RoundFiles, input: RoundInput): string[] {
  const votes = table(files, 'votes.csv');
  const found: string[] = [];
  const wholes = new Map(table(files, 'proposals.csv').map((row) => [row.number, tallyOf(row)]));
  // A group on a proposal, and everybody else who voted on it.
  for (const [key, tally] of tallies(votes, (row) => `${row.proposal}/${row.group}`)) {
    const [proposal = '', group] = key.split('/');
    const rest = people(less(wholes.get(proposal) ?? NONE, tally));
    if (group !== '' && (people(tally) < FLOOR || !isEmptyOrMany(rest))) found.push(`group ${key}`);
  }
  // A region in a class, choice by choice; the rows without a region are what is left.
  const classes = tallies(votes, (row) => `${row.proposal}/${row.group}/${row.region}`);
  const named = new Set(
    votes.filter(({ region }) => region !== '').map(({ proposal }) => proposal),
  );
  for (const [key, tally] of classes) {
    if (!named.has(key.split('/')[0] ?? '')) continue;
    if (!CHOICES.every((choice) => isEmptyOrMany(tally[choice]))) found.push(`region ${key}`);
  }
  // A CLP, the rest of its region, and of the region as votes.csv names it.
  const clpRows = table(files, 'clps.csv');
  const regionOf = new Map(
    input.clps.map(({ name, region }) => [name, input.regions[region] ?? '']),
  );
  const rests = new Map(wholes);
  const regions = tallies(votes, (row) => `${row.proposal}/${row.region}`);
  for (const row of clpRows) {
    const tally = tallyOf(row);
    if (!CHOICES.every((choice) => isEmptyOrMany(tally[choice]))) {
      found.push(`clp ${row.proposal}/${row.clp}`);
    }
    const proposal = row.proposal ?? '';
    rests.set(proposal, less(rests.get(proposal) ?? NONE, tally));
    const key = `${proposal}/${regionOf.get(row.clp ?? '')}`;
    const region = regions.get(key);
    if (region && !key.endsWith('/')) regions.set(key, less(region, tally));
  }
  const shown = new Set(clpRows.map(({ proposal }) => proposal));
  for (const [number, rest] of rests) {
    if (shown.has(number) && !CHOICES.every((choice) => isEmptyOrMany(rest[choice]))) {
      found.push(`beside the CLPs ${number}`);
    }
  }
  for (const [key, rest] of regions) {
    const isNamed = !key.endsWith('/');
    if (isNamed && !CHOICES.every((choice) => isEmptyOrMany(rest[choice]))) {
      found.push(`beside the CLPs of ${key}`);
    }
  }
  return found;
}

test('nothing under the floor is in the files of a round, nor follows from them by subtraction', async () => {
  const key = await testKey();
  const seen = { group: 0, region: 0, clp: 0 };
  const wishes = fc.record({
    people: fc.integer({ min: 20, max: 900 }),
    proposals: fc.integer({ min: 1, max: 8 }),
    seed: fc.string(),
    turnout: fc.constantFrom(0.3, 0.7, 1),
    clps: fc.integer({ min: 1, max: 7 }),
  });
  await fc.assert(
    fc.asyncProperty(wishes, async (wish) => {
      const input = electorate({ ...wish, rules: { priorityBallotSize: 3 } });
      const { files, manifest } = await writeRound(input, key);
      expect(leaks(files, input)).toEqual([]);
      expect(files.has('priority-ballots.csv')).toBe(false);
      const shown = manifest.groupSizes.reduce((sum: number, size) => sum + (size ?? 0), 0);
      expect(manifest.groupSizes.every((size) => size === null || size >= FLOOR)).toBe(true);
      if (shown > 0) expect(isEmptyOrMany(manifest.counts.voters - shown)).toBe(true);
      const votes = table(files, 'votes.csv');
      seen.group += votes.filter(({ group }) => group !== '').length;
      seen.region += votes.filter(({ region }) => region !== '').length;
      seen.clp += table(files, 'clps.csv').length;
    }),
    {
      numRuns: 40,
      // Large enough for a region to be named, which few draws are.
      examples: [[{ people: 2000, proposals: 8, seed: 'tom', turnout: 1, clps: 2 }]],
    },
  );
  // The rules hide much, but not everything: else the test would show nothing.
  expect(Math.min(seen.group, seen.region, seen.clp)).toBeGreaterThan(0);
}, 60_000);

test('a group of nine in the files would be found', async () => {
  const input = electorate({ people: 400, proposals: 6, seed: 'tom', clps: 3 });
  const { files } = await writeRound(input, await testKey());
  expect(leaks(files, input)).toEqual([]);
  const few = `${'1,F,,agree\n'.repeat(9)}`;
  const votes = new TextDecoder().decode(files.get('votes.csv'));
  const leaky = new Map([...files, ['votes.csv', new TextEncoder().encode(votes + few)]]);
  expect(leaks(leaky, input)).toContain('group 1/F');
});

test('no file says in which order people came', async () => {
  const input = electorate({ people: 400, proposals: 6, seed: 'tom' });
  const { files } = await writeRound(input, await testKey());
  for (const name of ['votes.csv']) {
    const [, ...rows] = new TextDecoder().decode(files.get(name)).trimEnd().split('\n');
    const key = (row: string) => {
      const [proposal, ...rest] = row.split(',');
      return `${proposal?.padStart(9, '0')},${rest.join(',')}`;
    };
    expect(rows.map(key)).toEqual(rows.map(key).sort());
  }
});
