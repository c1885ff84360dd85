import type { GroupCounts } from './group-counts.js';
import type { OpinionVotes } from './votes.js';

/**
 * Votes by proposal, CLP and opinion group, sparse: cell i is of the people in groups who live in CLP
 * `clp[i]`, on proposal `proposal[i]`; each pair is there at most once. `counts` are cell × group.
 */
export interface GroupCells {
  proposal: Uint32Array;
  clp: Uint32Array;
  counts: GroupCounts;
}

interface People {
  /** The CLP of each person; −1 for none. */
  clpOf: Int32Array;
  /** The opinion group of each; −1 for none. */
  group: Int8Array;
  groups: number;
}

/** The votes of people who have both a CLP and a group, the first CLP's first. */
function rowsByClp({ person }: OpinionVotes, { clpOf, group }: People): Uint32Array {
  const clpAt = (i: number) => {
    const p = person[i] as number;
    return (group[p] ?? -1) < 0 ? -1 : (clpOf[p] ?? -1);
  };
  const next = new Uint32Array(clpOf.reduce((most, clp) => Math.max(most, clp), -1) + 2);
  let size = 0;
  for (let i = 0; i < person.length; i++) {
    const clp = clpAt(i);
    if (clp < 0) continue;
    next[clp + 1] = (next[clp + 1] as number) + 1;
    size += 1;
  }
  for (let clp = 1; clp < next.length; clp++) {
    next[clp] = (next[clp] as number) + (next[clp - 1] as number);
  }
  const rows = new Uint32Array(size);
  for (let i = 0; i < person.length; i++) {
    const clp = clpAt(i);
    if (clp < 0) continue;
    rows[next[clp] as number] = i;
    next[clp] = (next[clp] as number) + 1;
  }
  return rows;
}

/** Counts votes by CLP and group, in as many steps as there are votes. Only for ranges, and for nobody's eyes. */
export function groupCells(votes: OpinionVotes, statements: number, people: People): GroupCells {
  const { person, statement, choice } = votes;
  const { clpOf, group, groups } = people;
  const rows = rowsByClp(votes, people);
  const proposal: number[] = [];
  const clps: number[] = [];
  const latest = new Int32Array(statements).fill(-1);
  const cellOf = rows.map((i) => {
    const clp = clpOf[person[i] as number] as number;
    const s = statement[i] as number;
    const known = latest[s] as number;
    if (known >= 0 && clps[known] === clp) return known;
    clps.push(clp);
    latest[s] = proposal.push(s) - 1;
    return latest[s];
  });
  const column = () => new Uint32Array(proposal.length * groups);
  const counts: GroupCounts = { groups, agree: column(), disagree: column(), pass: column() };
  rows.forEach((i, at) => {
    const to = choice[i] === 1 ? counts.agree : choice[i] === -1 ? counts.disagree : counts.pass;
    const cell = (cellOf[at] as number) * groups + (group[person[i] as number] as number);
    to[cell] = (to[cell] as number) + 1;
  });
  return { proposal: Uint32Array.from(proposal), clp: Uint32Array.from(clps), counts };
}

/** The cells over other places: `placeOf[p]` is the new index of p, or −1 where it is left out. */
export function groupCellsOver(cells: GroupCells, placeOf: Int32Array): GroupCells {
  const { groups, agree, disagree, pass } = cells.counts;
  const isKept = (cell: number) => (placeOf[cells.proposal[cell] as number] ?? -1) >= 0;
  const kept = Uint32Array.from(cells.proposal, (_, cell) => cell).filter(isKept);
  const over = (column: Uint32Array) => {
    const own = new Uint32Array(kept.length * groups);
    kept.forEach((cell, at) => {
      own.set(column.subarray(cell * groups, (cell + 1) * groups), at * groups);
    });
    return own;
  };
  return {
    proposal: kept.map((cell) => placeOf[cells.proposal[cell] as number] as number),
    clp: kept.map((cell) => cells.clp[cell] as number),
    counts: { groups, agree: over(agree), disagree: over(disagree), pass: over(pass) },
  };
}
