/**
 * A load as it came about: (1 + Σ counts[i] × the load with index loads[i]) / approvals. The loads it
 * rests on come before it, sorted.
 */
export interface LoadTerms {
  approvals: number;
  loads: readonly number[];
  counts: readonly number[];
}

/** A greatest common divisor of whole numbers. */
function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

/**
 * Loads as exact fractions over one denominator. They are worked out only as far as a comparison asks:
 * most are decided by floating point with a known error, and big numbers are slow.
 */
export function exactLoads(chain: readonly LoadTerms[]) {
  let denominator = 1n;
  const numerators: bigint[] = [];

  const sumOf = ({ loads, counts }: LoadTerms) =>
    loads.reduce(
      (sum, load, i) => sum + BigInt(counts[i] as number) * (numerators[load] as bigint),
      denominator,
    );

  const workOut = () => {
    while (numerators.length < chain.length) {
      const terms = chain[numerators.length] as LoadTerms;
      const sum = sumOf(terms);
      const shared = divisor(terms.approvals, Number(sum % BigInt(terms.approvals)));
      const factor = BigInt(terms.approvals / shared);
      if (factor > 1n) {
        denominator *= factor;
        numerators.forEach((numerator, i) => {
          numerators[i] = numerator * factor;
        });
      }
      numerators.push(sum / BigInt(shared));
    }
  };

  /** Which of two loads is the smaller: below 0 for the first, 0 for neither. */
  return (a: LoadTerms, b: LoadTerms): number => {
    workOut();
    const left = sumOf(a) * BigInt(b.approvals);
    const right = sumOf(b) * BigInt(a.approvals);
    return left < right ? -1 : left > right ? 1 : 0;
  };
}
