import { seeded } from '@clarion/deliberation';

/** Numbers by chance, the same for the same seed. */
export interface Random {
  /** In [0, 1). */
  part: () => number;
  /** Of 0 … below − 1. */
  below: (below: number) => number;
  /** A UUID of version 4 (RFC 9562). */
  uuid: () => string;
  pick: <Entry>(entries: readonly Entry[]) => Entry;
}

const hex = (word: number) => word.toString(16).padStart(8, '0');

export function randomFrom(seed: string): Random {
  const part = seeded(seed);
  const word = () => Math.floor(part() * 4_294_967_296) >>> 0;
  const below = (most: number) => Math.floor(part() * most);
  return {
    part,
    below,
    uuid: () => {
      const [a, b, c, d] = [hex(word()), hex(word()), hex(word()), hex(word())];
      const variant = '89ab'[below(4)];
      return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-${variant}${c.slice(1, 4)}-${c.slice(4)}${d}`;
    },
    pick: <Entry>(entries: readonly Entry[]) => entries[below(entries.length)] as Entry,
  };
}

/** Weights that sum to 1, the first the heaviest: entry r has 1 ÷ r^power. */
export function zipfWeights(count: number, power: number): Float64Array {
  const weights = Float64Array.from({ length: count }, (_, i) => 1 / (i + 1) ** power);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/**
 * A whole number from 1 on, r with a chance in proportion to 1 ÷ r^power: rejection after L. Devroye,
 * "Non-Uniform Random Variate Generation", 1986, X.6.1. At most `most`.
 */
export function zipf(power: number, most: number, part: () => number): number {
  const b = 2 ** (power - 1);
  for (;;) {
    const x = Math.floor((1 - part()) ** (-1 / (power - 1)));
    const t = (1 + 1 / x) ** (power - 1);
    if (x <= most && (part() * x * (t - 1)) / (b - 1) <= t / b) return x;
  }
}

/** Shares a whole among weights that sum to 1, each at least `least`; about the whole in all. */
export const shareOut = (whole: number, weights: Float64Array, least: number): number[] =>
  Array.from(weights, (weight) => Math.max(least, Math.round(whole * weight)));
