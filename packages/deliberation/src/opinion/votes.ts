/**
 * Current votes as columns, one entry a vote, sorted by person; each person votes on a statement at most
 * once. `choice` is 1 for agree, −1 for disagree, 0 for pass. People and statements are indices.
 */
export interface OpinionVotes {
  person: Uint32Array;
  statement: Uint32Array;
  choice: Int8Array;
}

/**
 * The votes that count towards opinion groups, as the rows of a sparse matrix: row r is person `people[r]`,
 * its entries are `codes[starts[r]] … codes[starts[r + 1] - 1]`, each 3 × statement + choice + 1.
 */
export interface PackedVotes {
  people: Uint32Array;
  starts: Uint32Array;
  codes: Uint16Array | Uint32Array;
  /** How many statements there are, and how many of them are left out. */
  statements: number;
  leftOut: number;
}

/** Votes that a person needs to be in a group, where there are that many statements. */
export const FEWEST_VOTES = 7;

/** Votes that a person needs to be in a group, where so many of the statements are left out. */
export function fewestVotes(statements: number, leftOut: number): number {
  return Math.max(1, Math.min(FEWEST_VOTES, statements - leftOut));
}

function checkVotes(votes: OpinionVotes, people: number, statements: number): void {
  const { person, statement, choice } = votes;
  if (statement.length !== person.length || choice.length !== person.length) {
    throw new RangeError('The columns of the votes differ in length.');
  }
  // The person who voted on each statement last, plus one.
  const latest = new Uint32Array(statements);
  let before = 0;
  for (let i = 0; i < person.length; i++) {
    const p = person[i] as number;
    const s = statement[i] as number;
    const c = choice[i] as number;
    if (p >= people) throw new RangeError(`Vote ${i} names no person.`);
    if (s >= statements) throw new RangeError(`Vote ${i} names no statement.`);
    if (c < -1 || c > 1) throw new RangeError(`Vote ${i} is none of −1, 0 and 1.`);
    if (p < before) throw new RangeError(`Vote ${i} is not in the order of people.`);
    if (latest[s] === p + 1) throw new RangeError(`Vote ${i} is a person’s second on a statement.`);
    latest[s] = p + 1;
    before = p;
  }
}

/** Votes of each person on the statements that are in. */
function votesOfEach(votes: OpinionVotes, people: number, leftOut: Uint8Array): Uint32Array {
  const { person, statement } = votes;
  const cast = new Uint32Array(people);
  for (let i = 0; i < person.length; i++) {
    if (leftOut[statement[i] as number] !== 0) continue;
    const p = person[i] as number;
    cast[p] = (cast[p] as number) + 1;
  }
  return cast;
}

/**
 * Leaves out the statements that are marked and the people with fewer than `FEWEST_VOTES` votes on the
 * others (or than there are others), and packs the rest. Throws RangeError for votes that are not as
 * `OpinionVotes` says.
 */
export function packVotes(
  votes: OpinionVotes,
  people: number,
  statements: number,
  leftOut: Uint8Array = new Uint8Array(statements),
): PackedVotes {
  if (leftOut.length !== statements) throw new RangeError('The mask is not one entry a statement.');
  checkVotes(votes, people, statements);
  const out = leftOut.reduce((sum, mark) => (mark === 0 ? sum : sum + 1), 0);
  const needed = fewestVotes(statements, out);
  const cast = votesOfEach(votes, people, leftOut);
  let rows = 0;
  let entries = 0;
  for (let p = 0; p < people; p++) {
    if ((cast[p] as number) < needed) continue;
    rows += 1;
    entries += cast[p] as number;
  }
  const packed: PackedVotes = {
    people: new Uint32Array(rows),
    starts: new Uint32Array(rows + 1),
    codes: statements * 3 <= 65_536 ? new Uint16Array(entries) : new Uint32Array(entries),
    statements,
    leftOut: out,
  };
  fill(packed, votes, cast, needed, leftOut);
  return packed;
}

function fill(
  packed: PackedVotes,
  { person, statement, choice }: OpinionVotes,
  cast: Uint32Array,
  needed: number,
  leftOut: Uint8Array,
): void {
  const { people, starts, codes } = packed;
  let row = 0;
  for (let p = 0; p < cast.length; p++) {
    if ((cast[p] as number) < needed) continue;
    people[row] = p;
    starts[row + 1] = (starts[row] as number) + (cast[p] as number);
    row += 1;
  }
  let at = 0;
  for (let i = 0; i < person.length; i++) {
    const s = statement[i] as number;
    if ((cast[person[i] as number] as number) < needed || leftOut[s] !== 0) continue;
    codes[at] = s * 3 + (choice[i] as number) + 1;
    at += 1;
  }
}
