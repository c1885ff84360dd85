/** The normal quantile for 95%: 0.975. */
export const Z_95 = 1.959963984540054;

/** Centre and half-width of the Wilson score interval. */
function wilson(agree: number, disagree: number, z: number): { centre: number; half: number } {
  const n = agree + disagree;
  const share = agree / n;
  const zz = z * z;
  const scale = 1 + zz / n;
  return {
    centre: (share + zz / (2 * n)) / scale,
    half: (z * Math.sqrt((share * (1 - share)) / n + zz / (4 * n * n))) / scale,
  };
}

/**
 * `support@1`: the lower bound of the Wilson score interval of agree / (agree + disagree), in [0, 1];
 * 0 when nobody chose. E. B. Wilson, "Probable inference, the law of succession, and statistical
 * inference", JASA 22 (1927). Counts are whole and not negative. Uses only + − × ÷ and √, which IEEE
 * 754 rounds alike everywhere, so that it recounts to the last bit.
 */
export function wilsonLower(agree: number, disagree: number, z: number = Z_95): number {
  // At no agrees the formula is 0 up to rounding; said outright, so that such proposals tie.
  if (agree === 0) return 0;
  const { centre, half } = wilson(agree, disagree, z);
  return Math.max(0, centre - half);
}

/** The upper bound of the same interval, in [0, 1]; 1 when nobody chose. */
export function wilsonUpper(agree: number, disagree: number, z: number = Z_95): number {
  if (disagree === 0) return 1;
  const { centre, half } = wilson(agree, disagree, z);
  return Math.min(1, centre + half);
}
