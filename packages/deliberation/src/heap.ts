/** The least first: whole numbers with keys, each at most once. Equal keys come in any, but a fixed, order. */
export interface Heap {
  size: () => number;
  /** The least key; infinite when empty. */
  least: () => number;
  push: (item: number, key: number) => void;
  /** Takes out the item of the least key. Call it only when there is one. */
  pop: () => number;
}

/** A binary heap: J. W. J. Williams, "Algorithm 232: Heapsort", CACM 7 (1964). Holds at most `most`. */
export function heap(most: number): Heap {
  const items = new Uint32Array(most);
  const keys = new Float64Array(most);
  let size = 0;
  const set = (at: number, item: number, key: number) => {
    items[at] = item;
    keys[at] = key;
  };
  const push = (item: number, key: number) => {
    let at = size;
    size += 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if ((keys[up] as number) <= key) break;
      set(at, items[up] as number, keys[up] as number);
      at = up;
    }
    set(at, item, key);
  };
  const pop = (): number => {
    const top = items[0] as number;
    size -= 1;
    const [item, key] = [items[size] as number, keys[size] as number];
    let at = 0;
    for (;;) {
      let down = at * 2 + 1;
      if (down >= size) break;
      if (down + 1 < size && (keys[down + 1] as number) < (keys[down] as number)) down += 1;
      if ((keys[down] as number) >= key) break;
      set(at, items[down] as number, keys[down] as number);
      at = down;
    }
    set(at, item, key);
    return top;
  };
  return {
    size: () => size,
    least: () => (size > 0 ? (keys[0] as number) : Number.POSITIVE_INFINITY),
    push,
    pop,
  };
}
