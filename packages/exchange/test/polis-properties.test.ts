import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countsOf } from '../src/index.js';
import { removeFolders } from './folder.js';
import { polisOf, voteList, votesCsv } from './polis-folder.js';

removeFolders();

type VoteRow = readonly [at: number, comment: number, voter: number, vote: number];

/** Few voters and moments, so that re-votes, repeats and ties are common. */
const voteRows: fc.Arbitrary<VoteRow[]> = fc.array(
  fc.tuple(
    fc.integer({ min: 1500000000000, max: 1500000000004 }),
    fc.constantFrom(2, 7),
    fc.integer({ min: 0, max: 5 }),
    fc.constantFrom(1, 0, -1),
  ),
  { maxLength: 40 },
);
const shuffledTwice = voteRows.chain((rows) =>
  fc.tuple(
    fc.constant(rows),
    fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }),
  ),
);

test('the order of the rows of votes.csv never changes a count', async () => {
  await fc.assert(
    fc.asyncProperty(shuffledTwice, fc.boolean(), async ([rows, shuffled], matrix) => {
      const others = matrix ? {} : { 'participants-votes.csv': null };
      const one = await polisOf({ 'votes.csv': votesCsv(rows), ...others });
      const other = await polisOf({ 'votes.csv': votesCsv(shuffled), ...others });
      expect(countsOf(other)).toEqual(countsOf(one));
      expect(other.people).toEqual(one.people);
      expect(voteList(other)).toEqual(voteList(one));
      expect(other.summary).toEqual(one.summary);
    }),
    { numRuns: 40 },
  );
});

test('each person has one vote a statement, their latest, and every row is accounted for', async () => {
  await fc.assert(
    fc.asyncProperty(voteRows, async (rows) => {
      const read = await polisOf({ 'votes.csv': votesCsv(rows), 'participants-votes.csv': null });
      const latest = new Map<string, number>();
      for (const [at, comment, voter] of rows) {
        const key = `${voter}:${comment}`;
        latest.set(key, Math.max(latest.get(key) ?? 0, at));
      }
      const found = voteList(read).map((vote, at) => [
        vote.replace(/:-?\d$/, ''),
        read.votes.at[at],
      ]);
      expect(new Map(found as [string, number][])).toEqual(latest);
      expect(found).toHaveLength(latest.size);
      const { votes, duplicateVotes, replacedVotes, voteRows: all } = read.summary;
      expect(votes + duplicateVotes + replacedVotes).toBe(all);
    }),
    { numRuns: 40 },
  );
});

test('a vote that is cast again later replaces the first, and only that one', async () => {
  await fc.assert(
    fc.asyncProperty(voteRows, fc.constantFrom(1, 0, -1), async (rows, choice) => {
      const before = await polisOf({ 'votes.csv': votesCsv(rows), 'participants-votes.csv': null });
      const again: VoteRow = [1600000000000, 7, 0, choice];
      const after = await polisOf({
        'votes.csv': votesCsv([again, ...rows]),
        'participants-votes.csv': null,
      });
      const others = (list: string[]) => list.filter((vote) => !vote.startsWith('0:7:'));
      expect(voteList(after)).toContain(`0:7:${choice}`);
      expect(others(voteList(after))).toEqual(others(voteList(before)));
    }),
    { numRuns: 40 },
  );
});

test('any text survives as the body of a statement', async () => {
  const body = fc.string({
    unit: fc.constantFrom('a', ' ', '"', ',', '\n', '\r', '\r\n', '=', '@', 'é', '車', '🏴‍☠️', "'"),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(body, { minLength: 1, maxLength: 6 }), async (bodies) => {
      const rows = bodies.map((text, id) => `1500000000,${id},0,1,"${text.replaceAll('"', '""')}"`);
      const header = 'timestamp,comment-id,author-id,moderated,comment-body';
      const read = await polisOf({
        'comments.csv': [header, ...rows, ''].join('\n'),
        'participants-votes.csv': null,
        'votes.csv': votesCsv([]),
      });
      expect(read.statements.map((statement) => statement.body)).toEqual(bodies);
    }),
    { numRuns: 60 },
  );
});
