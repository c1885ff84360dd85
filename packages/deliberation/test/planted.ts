import type { OpinionVotes } from '../src/opinion/votes.js';
import { seeded } from '../src/seed.js';

/** Votes of people in known groups. */
export interface Planted {
  votes: OpinionVotes;
  people: number;
  statements: number;
  group: Int8Array;
}

/** Votes as columns, sorted as they must be. */
export function votesFrom(rows: readonly (readonly [number, number, number])[]): OpinionVotes {
  const sorted = [...rows].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return {
    person: Uint32Array.from(sorted, (row) => row[0]),
    statement: Uint32Array.from(sorted, (row) => row[1]),
    choice: Int8Array.from(sorted, (row) => row[2]),
  };
}

export function rowsFrom({ person, statement, choice }: OpinionVotes): [number, number, number][] {
  return Array.from(person, (p, i) => [p, statement[i] ?? 0, choice[i] ?? 0]);
}

/**
 * People in groups of these sizes, who answer each statement as their group does nine times in ten, pass
 * one time in twenty, and leave out half of the statements. Statements ask one of two questions, on which
 * the groups stand at the corners of a square (a fifth answers by chance): a map has two dimensions.
 */
export function plant(sizes: readonly number[], statements: number, seed: string): Planted {
  const random = seeded(seed);
  const leaning = sizes.map(() => new Array<boolean>(statements));
  for (let s = 0; s < statements; s++) {
    const question = random() < 0.5 ? 1 : 2;
    const way = random() < 0.5;
    leaning.forEach((leans, g) => {
      leans[s] = g < 4 ? (((g ^ (g >> 1)) & question) !== 0) === way : random() < 0.5;
    });
  }
  const group = Int8Array.from(sizes.flatMap((size, g) => new Array<number>(size).fill(g)));
  const rows: [number, number, number][] = [];
  group.forEach((g, person) => {
    for (let statement = 0; statement < statements; statement++) {
      if (random() < 0.5) continue;
      const own = leaning[g]?.[statement] ? 1 : -1;
      const choice = random() < 0.05 ? 0 : random() < 0.9 ? own : -own;
      rows.push([person, statement, choice]);
    }
  });
  return { votes: votesFrom(rows), people: group.length, statements, group };
}
