/**
 * How alike two partings of the same people are, 1 for equal and about 0 for chance, over those who are in
 * a group of both (−1 for none): L. Hubert and P. Arabie, "Comparing partitions", J. Classification 2 (1985).
 * Null where nobody is in a group of both.
 */
export function adjustedRand(a: ArrayLike<number>, b: ArrayLike<number>): number | null {
  const cells = new Map<string, number>();
  const rows = new Map<number, number>();
  const columns = new Map<number, number>();
  let people = 0;
  const bump = <Key>(map: Map<Key, number>, key: Key) => map.set(key, (map.get(key) ?? 0) + 1);
  for (let i = 0; i < a.length; i += 1) {
    const here = a[i] ?? -1;
    const there = b[i] ?? -1;
    if (here < 0 || there < 0) continue;
    bump(cells, `${here}/${there}`);
    bump(rows, here);
    bump(columns, there);
    people += 1;
  }
  if (people < 2) return null;
  const pairs = (map: ReadonlyMap<unknown, number>) =>
    Array.from(map.values()).reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  const inRows = pairs(rows);
  const inColumns = pairs(columns);
  const chance = (inRows * inColumns) / ((people * (people - 1)) / 2);
  const most = (inRows + inColumns) / 2;
  return most === chance ? 1 : (pairs(cells) - chance) / (most - chance);
}
