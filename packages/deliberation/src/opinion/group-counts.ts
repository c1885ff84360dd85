import type { OpinionVotes } from './votes.js';

/** Counts of current votes on each statement in each group: entry statement × groups + group. */
export interface GroupCounts {
  groups: number;
  agree: Uint32Array;
  disagree: Uint32Array;
  pass: Uint32Array;
}

/** The same, or parts of people: where a CLP is left out. */
export interface Columns {
  groups: number;
  agree: ArrayLike<number>;
  disagree: ArrayLike<number>;
  pass: ArrayLike<number>;
}

/** Counts votes by group; people in none (−1) are left out. */
export function countByGroup(
  votes: OpinionVotes,
  statements: number,
  group: Int8Array,
  groups: number,
): GroupCounts {
  const { person, statement, choice } = votes;
  const column = () => new Uint32Array(statements * groups);
  const counts: GroupCounts = { groups, agree: column(), disagree: column(), pass: column() };
  for (let i = 0; i < person.length; i++) {
    const g = group[person[i] as number] ?? -1;
    const s = statement[i] as number;
    if (g >= groups) throw new RangeError(`Person ${person[i]} is in a group that is not there.`);
    if (s >= statements) throw new RangeError(`Vote ${i} names no statement.`);
    if (g < 0) continue;
    const to = choice[i] === 1 ? counts.agree : choice[i] === -1 ? counts.disagree : counts.pass;
    to[s * groups + g] = (to[s * groups + g] as number) + 1;
  }
  return counts;
}

/** How many statements the counts are about. Throws RangeError when the columns do not fit. */
export function statementsOf({ groups, agree, disagree, pass }: Columns): number {
  const size = agree.length;
  if (disagree.length !== size || pass.length !== size) {
    throw new RangeError('The columns of the counts differ in length.');
  }
  if (groups === 0) return 0;
  if (size % groups !== 0) throw new RangeError('The counts are not one entry a group.');
  return size / groups;
}
