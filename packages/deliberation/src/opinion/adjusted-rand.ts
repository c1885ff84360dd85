/**
 * How alike two partings of the same people are, 1 for equal and about 0 for chance, over those who are in
 * a group of both (−1 for none) and for whom `counts` holds: L. Hubert and P. Arabie, "Comparing
 * partitions", J. Classification 2 (1985). Null for fewer than two people.
 */
export function adjustedRand(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  counts: (person: number) => boolean = () => true,
): number | null {
  const cells = new Map<number, number>();
  const rows = new Map<number, number>();
  const columns = new Map<number, number>();
  const bump = (map: Map<number, number>, key: number) => map.set(key, (map.get(key) ?? 0) + 1);
  let people = 0;
  for (let i = 0; i < a.length; i++) {
    const [here, there] = [a[i] as number, b[i] as number];
    if (here < 0 || there < 0 || !counts(i)) continue;
    bump(cells, here * 256 + there);
    bump(rows, here);
    bump(columns, there);
    people += 1;
  }
  if (people < 2) return null;
  const pairs = (map: Map<number, number>) =>
    Array.from(map.values()).reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  const [inRows, inColumns] = [pairs(rows), pairs(columns)];
  const chance = (inRows * inColumns) / ((people * (people - 1)) / 2);
  const most = (inRows + inColumns) / 2;
  return most === chance ? 1 : (pairs(cells) - chance) / (most - chance);
}
