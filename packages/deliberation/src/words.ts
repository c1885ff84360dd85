/** "1st", "2nd", "11th", "23rd". */
export function ordinal(n: number): string {
  const tens = n % 100;
  if (tens >= 11 && tens <= 13) return `${sayCount(n)}th`;
  const ending = ({ 1: 'st', 2: 'nd', 3: 'rd' } as Record<number, string>)[n % 10] ?? 'th';
  return `${sayCount(n)}${ending}`;
}

/** A whole number with commas: "6,412". */
export function sayCount(n: number): string {
  return String(Math.round(n)).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** A count with its noun: "1 vote", "3 votes", "2 CLPs". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${sayCount(n)} ${n === 1 ? one : many}`;
}

/** A share from 0 to 1 as a percentage with one decimal: "89.7%". */
export function sayShare(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

/** A positive number below 1 to three digits that say something: "0.00512". */
export function sayLoad(load: number): string {
  let digits = 3;
  for (let left = load; left < 0.1 && digits < 20; left *= 10) digits += 1;
  return load.toFixed(digits);
}

/** A difference of shares in points: "1.6 points", "less than 0.1 points". */
export function sayPoints(gap: number): string {
  const points = Math.abs(gap) * 100;
  if (points < 0.05) return 'less than 0.1 points';
  const said = points.toFixed(1);
  return `${said} ${said === '1.0' ? 'point' : 'points'}`;
}

/** "a", "a and b", "a, b and c". */
export function list(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
}
