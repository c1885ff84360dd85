import type { PolisPerson, PolisVotes } from './polis-export.js';
import type { VoteRows } from './vote-rows.js';

export interface CurrentVotes {
  votes: PolisVotes;
  duplicates: number;
  replaced: number;
  ties: number;
  /** Current votes that differ from the matrix, or are missing on one side. */
  unlikeMatrix: number;
}

/** Pass, disagree, agree: from the least that can be claimed to the most. */
const CAUTION = [0, -1, 1];

/**
 * Which votes count. The latest timestamp of a person on a statement wins. When several share
 * it with different choices, the one that participants-votes.csv shows wins, as that is what
 * Polis itself held; without that, pass before disagree before agree, so that nobody's support
 * is claimed on doubtful ground. The order of the rows never matters.
 */
export function settleVotes(
  rows: VoteRows,
  people: readonly PolisPerson[],
  statements: number,
  matrix: VoteRows | null,
): CurrentVotes {
  const person = new Map(people.map(({ id }, at) => [id, at]));
  const keyOf = (of: VoteRows, row: number) =>
    (person.get(of.voterId[row] ?? -1) ?? 0) * statements + (of.statement[row] ?? 0);
  const shown = new Map<number, number>();
  for (let cell = 0; cell < (matrix?.length ?? 0); cell += 1) {
    if (matrix) shown.set(keyOf(matrix, cell), matrix.choice[cell] ?? 0);
  }
  const keys = new Float64Array(rows.length);
  for (let row = 0; row < rows.length; row += 1) keys[row] = keyOf(rows, row);
  const order = winnersFirst(rows, keys, shown);

  const winners = new Uint32Array(rows.length);
  const result = { duplicates: 0, replaced: 0, ties: 0, unlikeMatrix: 0 };
  let count = 0;
  let tiedKey = -1;
  for (let at = 0; at < order.length; at += 1) {
    const row = order[at] ?? 0;
    const key = keys[row] ?? 0;
    const previous = at === 0 ? null : (order[at - 1] ?? 0);
    if (previous === null || keys[previous] !== key) {
      winners[count] = row;
      count += 1;
      continue;
    }
    const winner = winners[count - 1] ?? 0;
    if (rows.at[previous] === rows.at[row] && rows.choice[previous] === rows.choice[row]) {
      result.duplicates += 1;
      continue;
    }
    result.replaced += 1;
    if (rows.at[winner] === rows.at[row] && tiedKey !== key) {
      result.ties += 1;
      tiedKey = key;
    }
  }
  const votes = pick(rows, keys, winners.subarray(0, count), statements);
  if (matrix !== null) result.unlikeMatrix = differences(votes, statements, shown);
  return { votes, ...result };
}

/** Rows by person and statement; within these the winner first, equal rows side by side. */
function winnersFirst(
  rows: VoteRows,
  keys: Float64Array,
  shown: ReadonlyMap<number, number>,
): Uint32Array {
  const rank = (row: number) => {
    const choice = rows.choice[row] ?? 0;
    return shown.get(keys[row] ?? 0) === choice ? -1 : CAUTION.indexOf(choice);
  };
  return Uint32Array.from({ length: rows.length }, (_, row) => row).sort(
    (one, other) =>
      (keys[one] ?? 0) - (keys[other] ?? 0) ||
      (rows.at[other] ?? 0) - (rows.at[one] ?? 0) ||
      rank(one) - rank(other),
  );
}

function pick(
  rows: VoteRows,
  keys: Float64Array,
  winners: Uint32Array,
  statements: number,
): PolisVotes {
  const votes: PolisVotes = {
    person: new Uint32Array(winners.length),
    statement: new Uint32Array(winners.length),
    choice: new Int8Array(winners.length),
    at: new Float64Array(winners.length),
  };
  winners.forEach((row, at) => {
    votes.person[at] = Math.floor((keys[row] ?? 0) / statements);
    votes.statement[at] = rows.statement[row] ?? 0;
    votes.choice[at] = rows.choice[row] ?? 0;
    votes.at[at] = rows.at[row] ?? 0;
  });
  return votes;
}

/** How many pairs of person and statement are on one side only, or with another choice. */
function differences(
  votes: PolisVotes,
  statements: number,
  shown: ReadonlyMap<number, number>,
): number {
  let same = 0;
  let onBoth = 0;
  votes.choice.forEach((choice, at) => {
    const key = (votes.person[at] ?? 0) * statements + (votes.statement[at] ?? 0);
    if (shown.has(key)) onBoth += 1;
    if (shown.get(key) === choice) same += 1;
  });
  return votes.choice.length + shown.size - onBoth - same;
}
