/** By what a group is known: A for group 0, which is the largest when groups are first found. */
export const letterOf = (group: number): string => String.fromCharCode(65 + group);

/** All ways to put k things in order. */
function orders(k: number): number[][] {
  if (k === 0) return [[]];
  return orders(k - 1).flatMap((order) =>
    Array.from({ length: k }, (_, at) => [...order.slice(0, at), k - 1, ...order.slice(at)]),
  );
}

/** The new label of each group so that the largest comes first, equal ones from left to right. */
export function lettersBySize(sizes: readonly number[], x: readonly number[]): number[] {
  const at = (column: readonly number[], g: number) => column[g] as number;
  const order = sizes
    .map((_, g) => g)
    .sort((a, b) => at(sizes, b) - at(sizes, a) || at(x, a) - at(x, b));
  return sizes.map((_, g) => order.indexOf(g));
}

/**
 * The new label of each group so that as many people as possible keep the letter they had. `shared[g]`
 * holds how many of group g had each letter before. At most 5! orders are tried.
 */
export function lettersKept(shared: readonly (readonly number[])[]): number[] {
  let best: number[] = [];
  let most = -1;
  for (const letters of orders(shared.length)) {
    const kept = letters.reduce((sum, letter, g) => sum + (shared[g]?.[letter] ?? 0), 0);
    if (kept > most) {
      most = kept;
      best = letters;
    }
  }
  return best;
}
