/** Standard deviations around the mean beyond which a Poisson number is not drawn. */
const REACH = 9;

/** The outcomes of Poisson numbers of one mean, in slots of equal chance. */
interface Slots {
  first: number;
  cut: Float64Array;
  other: Uint32Array;
}

function slotsOf(mean: number): Slots {
  const reach = Math.ceil(REACH * Math.sqrt(mean)) + REACH;
  const first = Math.max(0, mean - reach);
  const share = new Float64Array(mean + reach - first + 1);
  share[mean - first] = 1;
  for (let i = mean - first + 1; i < share.length; i++) {
    share[i] = ((share[i - 1] as number) * mean) / (first + i);
  }
  for (let i = mean - first - 1; i >= 0; i--) {
    share[i] = ((share[i + 1] as number) * (first + i + 1)) / mean;
  }
  return { first, ...aliases(share) };
}

const source =
  ({ first, cut, other }: Slots, random: () => number) =>
  () => {
    const at = random() * cut.length;
    const slot = Math.floor(at);
    return first + (at - slot < (cut[slot] as number) ? slot : (other[slot] as number));
  };

/**
 * A source of Poisson numbers with a whole mean, drawn from `random`. The shares of the outcomes follow
 * from one another by × and ÷ alone, starting at the mean, where they are greatest; no logarithm or
 * exponential, which differ between engines in the last bit. Drawn by the alias method: M. D. Vose, "A
 * linear algorithm for generating random numbers with a given distribution", IEEE TSE 17 (1991).
 */
export function poisson(mean: number, random: () => number): () => number {
  return mean === 0 ? () => 0 : source(slotsOf(mean), random);
}

/** `poisson` for many sources of few different means: what it works out for a mean is kept. */
export function poissons(): typeof poisson {
  const known = new Map<number, Slots>();
  return (mean, random) => {
    if (mean === 0) return () => 0;
    const slots = known.get(mean) ?? slotsOf(mean);
    known.set(mean, slots);
    return source(slots, random);
  };
}

/** Evens out shares: each slot keeps its own outcome below `cut` and gives another above it. */
function aliases(share: Float64Array): { cut: Float64Array; other: Uint32Array } {
  const total = share.reduce((sum, part) => sum + part, 0);
  const cut = share.map((part) => (part * share.length) / total);
  const other = Uint32Array.from(share, (_, slot) => slot);
  const small: number[] = [];
  const large: number[] = [];
  cut.forEach((part, slot) => {
    (part < 1 ? small : large).push(slot);
  });
  while (small.length > 0 && large.length > 0) {
    const needy = small.pop() as number;
    const giver = large[large.length - 1] as number;
    other[needy] = giver;
    cut[giver] = (cut[giver] as number) + (cut[needy] as number) - 1;
    if (cut[giver] < 1) small.push(large.pop() as number);
  }
  // What is left over is 1 but for rounding.
  for (const slot of [...small, ...large]) cut[slot] = 1;
  return { cut, other };
}
