const NUMBERS = new Intl.NumberFormat('en-GB');

/** A number as it is read: 49,443. */
export function some(count: number): string {
  return NUMBERS.format(count);
}

/** A number with its noun: 1 vote, 49,443 votes. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${some(count)} ${count === 1 ? one : many}`;
}
