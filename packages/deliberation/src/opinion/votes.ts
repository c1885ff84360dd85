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
  /** How often each code is there. */
  counts: Uint32Array;
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

/** What is wrong with a vote that does not fit, in the order in which it is asked. */
function faultOf(votes: OpinionVotes, i: number, people: number, statements: number): RangeError {
  const person = votes.person[i] as number;
  const choice = votes.choice[i] as number;
  const said = (what: string) => new RangeError(`Vote ${i} ${what}.`);
  if (person >= people) return said('names no person');
  if ((votes.statement[i] as number) >= statements) return said('names no statement');
  if (choice < -1 || choice > 1) return said('is none of −1, 0 and 1');
  if (i > 0 && person < (votes.person[i - 1] as number))
    return said('is not in the order of people');
  return said('is a person’s second on a statement');
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
  const { person, statement, choice } = votes;
  if (statement.length !== person.length || choice.length !== person.length) {
    throw new RangeError('The columns of the votes differ in length.');
  }
  const out = leftOut.reduce((sum, mark) => (mark === 0 ? sum : sum + 1), 0);
  const needed = fewestVotes(statements, out);
  const size = person.length;
  const codes = statements * 3 <= 65_536 ? new Uint16Array(size) : new Uint32Array(size);
  const counts = new Uint32Array(statements * 3);
  const rows = new Uint32Array(Math.min(people, size));
  const starts = new Uint32Array(rows.length + 1);
  // The person who voted on each statement last, plus one.
  const latest = new Uint32Array(statements);
  let count = 0;
  let to = 0;
  let before = -1;
  for (let i = 0; i < size; ) {
    const p = person[i] as number;
    if (p >= people || p < before) throw faultOf(votes, i, people, statements);
    before = p;
    const from = to;
    let end = i + 1;
    while (end < size && person[end] === p) end += 1;
    for (; i < end; i++) {
      const s = statement[i] as number;
      const c = choice[i] as number;
      // Asked in one breath, as it is once a vote; what exactly is wrong is told after.
      if (s >= statements || c < -1 || c > 1 || latest[s] === p + 1) {
        throw faultOf(votes, i, people, statements);
      }
      latest[s] = p + 1;
      if (leftOut[s] !== 0) continue;
      const code = s * 3 + c + 1;
      codes[to] = code;
      counts[code] = (counts[code] as number) + 1;
      to += 1;
    }
    if (to - from < needed) {
      for (; to > from; to--) {
        const code = codes[to - 1] as number;
        counts[code] = (counts[code] as number) - 1;
      }
      continue;
    }
    rows[count] = p;
    count += 1;
    starts[count] = to;
  }
  return {
    people: rows.subarray(0, count),
    starts: starts.subarray(0, count + 1),
    codes: codes.subarray(0, to),
    counts,
    statements,
    leftOut: out,
  };
}
