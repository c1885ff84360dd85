/** Numbers as British readers write them. */
const whole = new Intl.NumberFormat('en-GB');
const withDecimals = (decimals: number) =>
  new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
const percents = [withDecimals(0), withDecimals(1), withDecimals(2)] as const;
const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const ordinalRule = new Intl.PluralRules('en-GB', { type: 'ordinal' });
const endings: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };

/** 6412 becomes 6,412. */
export function formatNumber(n: number): string {
  return whole.format(n);
}

/** 3 becomes 3rd. */
export function ordinal(n: number): string {
  return `${whole.format(n)}${endings[ordinalRule.select(n)]}`;
}

/** "1 vote", "1,204 votes", "no votes": pass `none` where a plain 0 would read badly. */
export function plural(n: number, one: string, many = `${one}s`, none?: string): string {
  if (n === 0 && none !== undefined) return none;
  return `${whole.format(n)} ${n === 1 ? one : many}`;
}

/** A share from 0 to 1 as a percentage, with one decimal only where whole numbers would mislead. */
export function percent(share: number, decimals: 0 | 1 | 2 = 0): string {
  return `${percents[decimals].format(share * 100)}%`;
}

/** "Asha, Tom and Ruth". */
export function listOf(names: readonly string[]): string {
  return list.format(names);
}
