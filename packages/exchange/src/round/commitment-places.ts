import { joined } from '../text-file.js';
import type { RoundBatch } from './round-input.js';

/** Bytes of a commitment. */
export const HASH = 32;

/** Where the commitments of batches are, one batch after another. */
export interface CommitmentPlaces {
  count: number;
  /** The place of the commitment that is at `from` in `bytes`; −1 where no batch has it. */
  placeOf: (bytes: Uint8Array, from: number) => number;
}

/** The bytes of a hash are as good as drawn, so its first four say where to begin to look. */
function firstOf(bytes: Uint8Array, from: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = [
    bytes[from],
    bytes[from + 1],
    bytes[from + 2],
    bytes[from + 3],
  ];
  return (a | (b << 8) | (c << 16) | (d << 24)) >>> 0;
}

/**
 * An index of the commitments in these batches: 40 bytes each. A map of texts would take five times as much,
 * and a round may have a million.
 */
export function commitmentPlaces(
  batches: readonly Pick<RoundBatch, 'commitments'>[],
): CommitmentPlaces {
  const all = joined(batches.map(({ commitments }) => commitments));
  const count = all.length / HASH;
  // At most half full, so that what is looked for is near.
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * count + 1))).fill(-1);
  const isAt = (place: number, bytes: Uint8Array, from: number) => {
    for (let i = 0; i < HASH; i += 1) if (all[place * HASH + i] !== bytes[from + i]) return false;
    return true;
  };
  const slotOf = (bytes: Uint8Array, from: number) => {
    let slot = firstOf(bytes, from) % slots.length;
    for (;;) {
      const place = slots[slot] as number;
      if (place < 0 || isAt(place, bytes, from)) return slot;
      slot = (slot + 1) % slots.length;
    }
  };
  for (let place = 0; place < count; place += 1) {
    const slot = slotOf(all, place * HASH);
    if (slots[slot] === -1) slots[slot] = place;
  }
  return { count, placeOf: (bytes, from) => slots[slotOf(bytes, from)] as number };
}
