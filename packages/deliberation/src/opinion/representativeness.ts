import { type GroupCounts, statementsOf } from './group-counts.js';

/** The quantile that a test must exceed: 90% one-sided. */
export const Z_90 = 1.2816;

/** How far each statement marks each group: entry statement × groups + group. */
export interface Representativeness {
  groups: number;
  /** Smoothed share of the group's votes that agree, and that disagree. */
  pa: Float64Array;
  pd: Float64Array;
  /** Test of that share against a half. */
  pat: Float64Array;
  pdt: Float64Array;
  /** How many times the share in all other groups together. */
  ra: Float64Array;
  rd: Float64Array;
  /** Test of the share against that of all other groups together. */
  rat: Float64Array;
  rdt: Float64Array;
}

/** z of a share against a half, one vote added that counts for it. */
export function againstHalf(count: number, votes: number): number {
  return 2 * Math.sqrt(votes + 1) * ((count + 1) / (votes + 1) - 0.5);
}

/** z of one share against another, pooled, one vote added to each that counts for it; 0 at a pooled 1. */
export function againstOthers(
  count: number,
  votes: number,
  otherCount: number,
  otherVotes: number,
): number {
  const n = votes + 1;
  const m = otherVotes + 1;
  const pooled = (count + 1 + otherCount + 1) / (n + m);
  if (pooled === 1) return 0;
  const gap = (count + 1) / n - (otherCount + 1) / m;
  return gap / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
}

/**
 * The proportion tests behind what makes a group, for every statement and group, from counts of votes.
 * C. Small et al., "Polis: Scaling deliberation by mapping high dimensional opinion spaces", Recerca
 * 26(2), 2021. Throws RangeError for columns that do not fit.
 */
export function representativeness(counts: GroupCounts): Representativeness {
  const { groups, agree, disagree, pass } = counts;
  const statements = statementsOf(counts);
  const column = () => new Float64Array(statements * groups);
  const found: Representativeness = {
    groups,
    pa: column(),
    pd: column(),
    pat: column(),
    pdt: column(),
    ra: column(),
    rd: column(),
    rat: column(),
    rdt: column(),
  };
  for (let s = 0; s < statements; s++) {
    const from = s * groups;
    const total = (of: Uint32Array) =>
      of.subarray(from, from + groups).reduce((sum, entry) => sum + entry, 0);
    const agrees = total(agree);
    const disagrees = total(disagree);
    const votes = agrees + disagrees + total(pass);
    for (let at = from; at < from + groups; at++) {
      const na = agree[at] as number;
      const nd = disagree[at] as number;
      const ns = na + nd + (pass[at] as number);
      const [a, d, n] = [agrees - na, disagrees - nd, votes - ns];
      found.pa[at] = (na + 1) / (ns + 2);
      found.pd[at] = (nd + 1) / (ns + 2);
      found.pat[at] = againstHalf(na, ns);
      found.pdt[at] = againstHalf(nd, ns);
      found.ra[at] = (na + 1) / (ns + 2) / ((a + 1) / (n + 2));
      found.rd[at] = (nd + 1) / (ns + 2) / ((d + 1) / (n + 2));
      found.rat[at] = againstOthers(na, ns, a, n);
      found.rdt[at] = againstOthers(nd, ns, d, n);
    }
  }
  return found;
}
