import { createHash } from 'node:crypto';

const sha = (...parts: (Uint8Array | number[])[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(Uint8Array.from(part));
  return Uint8Array.from(hash.digest());
};

/** RFC 9162, section 2.1, word for word and by recursion, over runs of leaves given by their data. */
export function naiveTree(leaves: readonly Uint8Array[]) {
  const kept = new Map<string, Uint8Array>();

  function k(n: number) {
    let power = 1;
    while (power * 2 < n) power *= 2;
    return power;
  }

  function mth(begin: number, end: number): Uint8Array {
    const key = `${begin}-${end}`;
    const known = kept.get(key);
    if (known) return known;
    const middle = begin + k(end - begin);
    const hash =
      end === begin
        ? sha()
        : end - begin === 1
          ? sha([0], leaves[begin] ?? [])
          : sha([1], mth(begin, middle), mth(middle, end));
    kept.set(key, hash);
    return hash;
  }

  function path(m: number, begin: number, end: number): Uint8Array[] {
    if (end - begin === 1) return [];
    const middle = begin + k(end - begin);
    return m < k(end - begin)
      ? [...path(m, begin, middle), mth(middle, end)]
      : [...path(m - k(end - begin), middle, end), mth(begin, middle)];
  }

  function subproof(m: number, begin: number, end: number, whole: boolean): Uint8Array[] {
    if (m === end - begin) return whole ? [] : [mth(begin, end)];
    const middle = begin + k(end - begin);
    return m <= k(end - begin)
      ? [...subproof(m, begin, middle, whole), mth(middle, end)]
      : [...subproof(m - k(end - begin), middle, end, false), mth(begin, middle)];
  }

  return {
    root: (size: number) => mth(0, size),
    inclusion: (index: number, size: number) => path(index, 0, size),
    consistency: (from: number, to: number) => subproof(from, 0, to, true),
  };
}
