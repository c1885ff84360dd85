import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from '@jest/globals';
import type { OpinionVotes } from '../src/opinion/votes.js';

const DATA = resolve(process.env['CLARION_EXPORTS'] ?? '../../../shared/data');

/** Runs with the public data; without it the test is skipped, and said to be. */
export function testWithData(name: string, run: () => void): void {
  if (existsSync(join(DATA, 'expected'))) {
    test(name, run);
    return;
  }
  // Straight to the terminal: jest prints nothing of a file whose tests are all skipped.
  process.stderr.write(`Skipped, no data in ${DATA} (set CLARION_EXPORTS): ${name}\n`);
  test.skip(name, run);
}

/** The three exports whose published group ids are at hand. */
export const EXPORTS = ['brexit-consensus', 'scoop-hivemind.taxes', 'vtaiwan.uberx'] as const;
export type ExportName = (typeof EXPORTS)[number];

type Row = Record<string, string>;

/** Rows of a CSV file of numbers: no quotes, the first line names the columns. */
function rowsOf(...path: string[]): Row[] {
  const lines = readFileSync(join(DATA, ...path), 'utf8')
    .trim()
    .split(/\r?\n/);
  const names = lines.shift()?.split(',') ?? [];
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, i) => [name.trim(), cells[i]?.trim() ?? '']));
  });
}

export const expectedRows = (name: ExportName) => rowsOf('expected', `${name}.csv`);
export const expectedTests = (name: ExportName) => rowsOf('expected', `${name}.repness.csv`);

/** An export as columns: its current votes and published groups. */
export interface Export {
  votes: OpinionVotes;
  people: number;
  /** Ids of the statements, by index. */
  ids: string[];
  /** 1 for each that was rejected. */
  leftOut: Uint8Array;
  group: Int8Array;
  groups: number;
}

export function readExport(name: ExportName): Export {
  const statements = expectedRows(name);
  const ids = statements.map((row) => row['comment-id'] ?? '');
  const people = rowsOf('polis', name, 'participants-votes.csv');
  const votes = people.flatMap((row, person) =>
    ids.flatMap((id, statement) =>
      row[id] ? [[person, statement, Number(row[id])] as const] : [],
    ),
  );
  const group = Int8Array.from(people, (row) => (row['group-id'] ? Number(row['group-id']) : -1));
  return {
    votes: {
      person: Uint32Array.from(votes, ([person]) => person),
      statement: Uint32Array.from(votes, ([, statement]) => statement),
      choice: Int8Array.from(votes, ([, , choice]) => choice),
    },
    people: people.length,
    ids,
    leftOut: Uint8Array.from(statements, (row) => (Number(row['moderated']) < 0 ? 1 : 0)),
    group,
    groups: Math.max(...group) + 1,
  };
}
