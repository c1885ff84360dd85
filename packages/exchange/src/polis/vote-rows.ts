import type { Choice } from './polis-export.js';

/** Votes as they are read, before it is settled which of them count. Grows as needed. */
export interface VoteRows {
  length: number;
  voterId: Float64Array;
  statement: Uint32Array;
  choice: Int8Array;
  at: Float64Array;
}

export function noVoteRows(capacity = 1024): VoteRows {
  return {
    length: 0,
    voterId: new Float64Array(capacity),
    statement: new Uint32Array(capacity),
    choice: new Int8Array(capacity),
    at: new Float64Array(capacity),
  };
}

export function addVoteRow(
  rows: VoteRows,
  voterId: number,
  statement: number,
  choice: Choice,
  at: number,
): void {
  if (rows.length === rows.choice.length) grow(rows);
  rows.voterId[rows.length] = voterId;
  rows.statement[rows.length] = statement;
  rows.choice[rows.length] = choice;
  rows.at[rows.length] = at;
  rows.length += 1;
}

function grow(rows: VoteRows): void {
  const wider = noVoteRows(rows.length * 2);
  wider.voterId.set(rows.voterId);
  wider.statement.set(rows.statement);
  wider.choice.set(rows.choice);
  wider.at.set(rows.at);
  Object.assign(rows, wider, { length: rows.length });
}
