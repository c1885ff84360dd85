/** What would need quotes in a file, or would be run by a spreadsheet. */
const TROUBLE = /["\p{Cc}\u2028\u2029,]+/gu;
const LEADING = /^['=+\-@＝＋－＠\s]+/u;

/**
 * Names of regions or CLPs as they stand in the files of a round, each by itself on a line of plain bytes:
 * without commas, quotes and control characters, and all different.
 */
export function areaNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name, at) => {
    const plain = name.normalize('NFC').replace(TROUBLE, ' ').replace(/\s+/gu, ' ');
    const base = plain.replace(LEADING, '').trim() || `Area ${at + 1}`;
    let free = base;
    for (let copy = 2; taken.has(free); copy += 1) free = `${base} (${copy})`;
    taken.add(free);
    return free;
  });
}

/** Texts in the order of their UTF-16 units, which no country's alphabet changes. */
export function byUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
