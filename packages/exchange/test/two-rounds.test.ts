import { FLOOR, isRanked } from '@clarion/deliberation';
import { toHex } from '@clarion/record';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { commitmentFiles } from '../src/round/commitment-files.js';
import { openedBefore, type RoundFiles } from '../src/round/index.js';
import { readFates, readOpenings } from '../src/round/read-commitments.js';
import { batched, type Committed, committedVotes, lived, roundOf } from './committed.js';
import { electorate } from './electorate.js';

const isEmptyOrMany = (count: number) => count === 0 || count >= FLOOR;

/** What a bundle tells of the votes: which it opened, and what became of every commitment. */
interface Told {
  fates: Map<string, string>;
  openings: { proposal: number; random: string; previous: string }[];
}

const told = (files: RoundFiles): Told => ({
  fates: new Map(Array.from(readFates(files), ({ commitment, fate }) => [commitment, fate])),
  openings: [...readOpenings(files)],
});

/** Whose commitments are counted on a proposal, and how many have none. */
function countedOn({ votes }: Committed, statement: number) {
  const here = votes.filter((vote) => vote.statement === statement);
  const committed = here.flatMap(({ commitment }) => (commitment ? [toHex(commitment)] : []));
  return { committed, total: here.length, without: here.length - committed.length };
}

interface Wish {
  people: number;
  seed: string;
  imported: number;
  inRecord: number;
  changed: number;
  takenBack: number;
  newcomers: number;
}

/** Two rounds of one consultation; `isRemembered` says whether the second knows of the first. */
function twoRounds(wish: Wish, isRemembered = true) {
  const { people, seed, imported, inRecord, changed, takenBack, newcomers } = wish;
  const input = electorate({ people: people + newcomers, proposals: 4, seed, turnout: 0.7 });
  const all = committedVotes(input, seed, imported);
  const isLate = (vote: { person: number }) => vote.person >= people;
  const late = all.votes.filter(isLate);
  const early = all.votes.filter((vote) => !isLate(vote));
  const first = batched(
    { ...all, votes: early, pending: early.flatMap(({ commitment }) => commitment ?? []) },
    inRecord,
  );
  const second = batched(lived(first, late, { changed, takenBack }, seed), inRecord);
  const one = commitmentFiles(roundOf(input, first, null));
  const before = isRemembered ? openedBefore(one, null) : null;
  const two = commitmentFiles(roundOf(input, second, before));
  return { input, first, second, one, two };
}

/** What somebody with both bundles learns of fewer than ten people, by proposal; nothing, when all is well. */
function leaks({ input, first, second, one, two }: ReturnType<typeof twoRounds>): string[] {
  const found: string[] = [];
  const [a, b] = [told(one), told(two)];
  for (const { openings } of [a, b]) {
    const linked = openings.filter(({ previous }) => previous !== '').length;
    if (linked > 0) found.push(`${linked} openings name what they replaced`);
  }
  const reopened = [...b.fates].filter(
    ([commitment, fate]) => fate === 'opened' && a.fates.get(commitment) === 'hidden',
  );
  if (reopened.length > 0) found.push(`${reopened.length} were closed first and opened then`);
  input.proposals.forEach(({ number, status }, statement) => {
    if (!isRanked(status)) return;
    const of = (round: Told, committed: Committed) => {
      const { committed: here, total, without } = countedOn(committed, statement);
      const opened = here.filter((each) => round.fates.get(each) === 'opened');
      const closed = new Set(here.filter((each) => round.fates.get(each) !== 'opened'));
      return { opened, closed, total, without };
    };
    const [was, is] = [of(a, first), of(b, second)];
    for (const { opened, total } of [was, is]) {
      if (!isEmptyOrMany(opened.length)) found.push(`${opened.length} opened on ${number}`);
      if (opened.length > 0 && !isEmptyOrMany(total - opened.length)) {
        found.push(`${total - opened.length} closed on ${number}`);
      }
    }
    // Whoever came to those that are closed, and whoever left them: the two sums differ by their choices.
    // Those without a commitment only become more here.
    const imported = is.without - was.without;
    const came = [...is.closed].filter((each) => !was.closed.has(each)).length + imported;
    const left = [...was.closed].filter((each) => !is.closed.has(each)).length;
    const fresh = is.opened.filter((each) => a.fates.get(each) !== 'opened').length;
    if (fresh > 0 && !isEmptyOrMany(came + left)) {
      found.push(`${came} came and ${left} left on ${number}, and ${fresh} are opened`);
    }
  });
  return found;
}

const share = (most: number) => fc.double({ min: 0, max: most, noNaN: true });
const wishes = fc.record({
  people: fc.integer({ min: 5, max: 120 }),
  seed: fc.string(),
  imported: fc.constantFrom(0, 0, 0.05, 0.3),
  inRecord: fc.constantFrom(0.5, 0.95, 1),
  changed: share(0.15),
  takenBack: share(0.1),
  newcomers: fc.integer({ min: 0, max: 60 }),
});

describe('Two rounds together', () => {
  test('tell nothing of fewer than ten people that their counts do not tell by themselves', () => {
    let opened = 0;
    let anew = 0;
    fc.assert(
      fc.property(wishes, (wish) => {
        const rounds = twoRounds(wish);
        expect(leaks(rounds)).toEqual([]);
        const before = new Set(told(rounds.one).openings.map(({ random }) => random));
        const after = told(rounds.two).openings;
        opened += before.size;
        anew += after.filter(({ random }) => !before.has(random)).length;
      }),
      { numRuns: 200 },
    );
    // Much is closed, but not everything: else this would show nothing.
    expect(Math.min(opened, anew)).toBeGreaterThan(1000);
  }, 60_000);

  test('and would, if the second did not know what the first had opened', () => {
    const found: string[] = [];
    const check = fc.property(wishes, (wish) => {
      found.push(...leaks(twoRounds(wish, false)));
    });
    fc.assert(check, { numRuns: 60, seed: 7 });
    expect(found.some((each) => each.includes('closed first and opened then'))).toBe(true);
    expect(found.some((each) => each.includes('came and'))).toBe(true);
  }, 60_000);
});
