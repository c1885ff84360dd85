/** What several measurements came to. */
export interface Spread {
  least: number;
  median: number;
  most: number;
}

/** Throws RangeError where nothing was measured. */
export function spread(values: readonly number[]): Spread {
  if (values.length === 0) throw new RangeError('Nothing was measured.');
  const sorted = values.toSorted((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)] as number;
  const high = sorted[Math.ceil((sorted.length - 1) / 2)] as number;
  return { least: sorted[0] as number, median: (low + high) / 2, most: sorted.at(-1) as number };
}

/** The spread of `values` ÷ `others`, each against what was measured beside it in the same round. */
export function ratios(values: readonly number[], others: readonly number[]): Spread {
  if (values.length !== others.length) throw new RangeError('Not every round has both.');
  return spread(values.map((value, round) => value / (others[round] as number)));
}

/** Three digits that count: 0.0123, 1.23, 12.3, 123, 1,234. */
export function sayNumber(value: number): string {
  if (value === 0) return '0';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toLocaleString('en-GB', {
    minimumFractionDigits: Math.min(4, digits),
    maximumFractionDigits: Math.min(4, digits),
  });
}

export function saySpread({ least, median, most }: Spread): string {
  return `${sayNumber(least)} / **${sayNumber(median)}** / ${sayNumber(most)}`;
}
