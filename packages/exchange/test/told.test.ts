import { expect, test } from '@jest/globals';
import { readPolis } from '../src/index.js';
import {
  computeRound,
  MANIFEST_FILE,
  type RoundInput,
  readManifest,
  readSealed,
  recountRound,
  type WrittenRound,
  writeRound,
} from '../src/round/index.js';
import { electorate, testKey } from './electorate.js';
import { folderOf, removeFolders } from './folder.js';

removeFolders();

/** The same without the last so many votes on the first proposal. */
function before(input: RoundInput, missing: number): RoundInput {
  const { person, statement, choice } = input.votes;
  const left = new Set(
    [...statement.keys()].filter((vote) => statement[vote] === 0).slice(-missing),
  );
  const kept = [...statement.keys()].filter((vote) => !left.has(vote));
  return {
    ...input,
    round: { ...input.round, id: `${input.round.id.slice(0, -1)}9`, number: 2 },
    votes: {
      person: Uint32Array.from(kept, (vote) => person[vote] ?? 0),
      statement: Uint32Array.from(kept, (vote) => statement[vote] ?? 0),
      choice: Int8Array.from(kept, (vote) => choice[vote] ?? 0),
    },
  };
}

async function twoRounds(missing: number, isRemembered = true) {
  const input = electorate({ people: 3000, proposals: 4, seed: 'asha', turnout: 0.9, clps: 4 });
  const key = await testKey();
  const first = await writeRound(before(input, missing), key);
  const group = first.groups;
  const second = await writeRound(
    { ...input, before: group, ...(isRemembered && { told: first.told }) },
    key,
  );
  return { input, first, second };
}

/** How many lines more of each kind the second has on the first proposal, where that is not 0. */
function moreIn(file: string, { first, second }: { first: WrittenRound; second: WrittenRound }) {
  const more = new Map<string, number>();
  const add = ({ files }: WrittenRound, by: number) => {
    for (const line of new TextDecoder().decode(files.get(file)).split('\n')) {
      if (line.startsWith('1,')) more.set(line, (more.get(line) ?? 0) + by);
    }
  };
  add(second, 1);
  add(first, -1);
  return Object.fromEntries([...more].filter(([, by]) => by !== 0));
}

test('Three votes between two rounds are on lines without a group and a region, and in no table of CLPs', async () => {
  const rounds = await twoRounds(3);
  const groups = new TextDecoder().decode(rounds.second.files.get('votes.csv'));
  expect(groups).toMatch(/^1,A,,agree$/m);
  const more = moreIn('votes.csv', rounds);
  const unnamed = Object.keys(more).filter((line) => line.startsWith('1,,,'));
  const byGroup = (letter: string) =>
    Object.entries(more).reduce(
      (sum, [line, by]) => (line.startsWith(`1,${letter},`) ? sum + by : sum),
      0,
    );
  // Regions beside groups are named only once, so lines lose theirs; of each group there are as many as before.
  expect(['A', 'B', 'C', 'D', 'E'].map(byGroup)).toEqual([0, 0, 0, 0, 0]);
  expect(unnamed.length).toBeGreaterThan(0);
  expect(moreIn('clps.csv', rounds)).toEqual({});
  expect(new TextDecoder().decode(rounds.second.files.get('clps.csv'))).toMatch(/^1,CLP/m);
  expect((await recountRound(rounds.second.files)).identical).toBe(true);
});

test('and would be, if the second knew nothing of the first', async () => {
  const rounds = await twoRounds(3, false);
  expect(Object.keys(moreIn('votes.csv', rounds)).some((line) => /^1,[A-E],/.test(line))).toBe(
    true,
  );
  expect(Object.keys(moreIn('clps.csv', rounds))).not.toEqual([]);
});

test('Where hundreds voted in between they are told, and scrutineers make the same bytes from what was told before', async () => {
  const rounds = await twoRounds(900);
  expect(Object.keys(moreIn('votes.csv', rounds)).some((line) => /^1,[A-E],/.test(line))).toBe(
    true,
  );
  expect(Object.keys(moreIn('clps.csv', rounds))).not.toEqual([]);
  const { sealed, files } = rounds.second;
  const manifest = readManifest(sealed.get(MANIFEST_FILE) as Uint8Array);
  const polis = await readPolis(await folderOf(Object.fromEntries(sealed)));
  const made = computeRound(readSealed(sealed, polis, manifest)).files;
  for (const name of ['votes.csv', 'areas.csv', 'clps.csv', 'rankings/common-ground@1.csv']) {
    expect(made.get(name)).toEqual(files.get(name));
  }
});
