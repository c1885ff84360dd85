/** Longer than anything is kept that is read for many (`ranking/orders.ts`). */
const KEPT_MS = 5_000;

/** When members wrote last on this server, on the clock of `performance.now()`: they must see what they wrote. */
export interface LastWrites {
  note: (memberId: string) => void;
  /** −Infinity where it is too long ago to matter. */
  of: (memberId: string) => number;
}

/** `tell`: whoever else wants to know that something was written. */
export function openLastWrites(tell: () => void = () => undefined): LastWrites {
  const times = new Map<string, number>();
  return {
    note(memberId) {
      const now = performance.now();
      times.delete(memberId);
      times.set(memberId, now);
      for (const [member, at] of times) {
        if (now - at < KEPT_MS) break;
        times.delete(member);
      }
      tell();
    },
    of: (memberId) => times.get(memberId) ?? Number.NEGATIVE_INFINITY,
  };
}
