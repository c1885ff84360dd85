import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect } from '@jest/globals';
import { countsOf, readCsv, readPolis } from '../src/index.js';
import { DATA, folderOf, removeFolders, testWithData } from './folder.js';

removeFolders();

const EXPORTS = [
  { name: 'brexit-consensus', people: 204, statements: 50, rows: 5312, current: 5303, twice: 0 },
  {
    name: 'scoop-hivemind.taxes',
    people: 334,
    statements: 148,
    rows: 17379,
    current: 17335,
    twice: 1,
  },
  { name: 'vtaiwan.uberx', people: 1921, statements: 197, rows: 49997, current: 49443, twice: 1 },
];

describe.each(EXPORTS)(
  'the Polis export $name',
  ({ name, people, statements, rows, current, twice }) => {
    testWithData('is read whole, and every row left out is accounted for', async () => {
      const { summary } = await readPolis(path.join(DATA, 'polis', name));
      expect(summary).toMatchObject({
        people,
        statements,
        votes: current,
        voteRows: rows,
        duplicateVotes: twice,
        votesOnUnknownComments: 0,
      });
      expect(summary.votes + summary.duplicateVotes + summary.replacedVotes).toBe(rows);
    });

    testWithData('gives every current count that was worked out independently', async () => {
      const read = countsOf(await readPolis(path.join(DATA, 'polis', name)));
      const expected = await table(path.join(DATA, 'expected', `${name}.csv`));
      expect(expected).toHaveLength(statements);
      const columns = Object.keys(expected[0] ?? {}).filter((column) =>
        /^(comment-id|votes|(g\d+_|ungrouped_)?(agrees|disagrees|passes))$/.test(column),
      );
      expect(columns).toHaveLength(14);
      const wanted = expected.map((row) => columns.map((column) => Number(row[column])));
      const found = read.map((counts) => {
        const flat: Record<string, number> = {
          'comment-id': counts.statementId,
          ...counts,
          ...prefixed('ungrouped', counts.ungrouped),
          ...Object.assign(
            {},
            ...counts.groups.map((group) => prefixed(`g${group.groupId}`, group)),
          ),
        };
        return columns.map((column) => flat[column]);
      });
      expect(found).toEqual(wanted);
    });

    testWithData('has the same counts without votes.csv, from the matrix', async () => {
      const folder = path.join(DATA, 'polis', name);
      const files = ['summary.csv', 'comments.csv', 'participants-votes.csv'];
      const contents = await Promise.all(files.map((file) => readFile(path.join(folder, file))));
      const copy = await folderOf(
        Object.fromEntries(files.map((file, at) => [file, contents[at] ?? ''])),
      );
      expect(countsOf(await readPolis(copy))).toEqual(countsOf(await readPolis(folder)));
    });
  },
);

function prefixed(prefix: string, counts: { agrees: number; disagrees: number; passes: number }) {
  return {
    [`${prefix}_agrees`]: counts.agrees,
    [`${prefix}_disagrees`]: counts.disagrees,
    [`${prefix}_passes`]: counts.passes,
  };
}

async function table(file: string): Promise<Record<string, string>[]> {
  const [header = [], ...rows] = readCsv(await readFile(file, 'utf8'));
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])));
}
