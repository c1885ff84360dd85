import { seeded } from '@clarion/deliberation';

/** Places of people on the map. */
export interface Places {
  x: Float32Array;
  y: Float32Array;
}

interface Parting {
  label: Uint8Array;
  centres: Float64Array;
  spread: number;
}

const MOST_ROUNDS = 300;
/** People whose distances to one another are taken to choose the number of groups. */
const SAMPLE = 3_000;

function squared({ x, y }: Places, i: number, toX: number, toY: number): number {
  const dx = (x[i] as number) - toX;
  const dy = (y[i] as number) - toY;
  return dx * dx + dy * dy;
}

/** k-means++: D. Arthur and S. Vassilvitskii, SODA 2007. */
function beginning(places: Places, k: number, random: () => number): Float64Array {
  const size = places.x.length;
  const centres = new Float64Array(k * 2);
  const least = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  let pick = Math.floor(random() * size);
  for (let g = 0; g < k; g++) {
    const [x, y] = [places.x[pick] as number, places.y[pick] as number];
    centres.set([x, y], g * 2);
    let total = 0;
    for (let i = 0; i < size; i++) {
      least[i] = Math.min(least[i] as number, squared(places, i, x, y));
      total += least[i] as number;
    }
    let left = random() * total;
    for (pick = 0; pick < size - 1; pick++) {
      left -= least[pick] as number;
      if (left < 0) break;
    }
  }
  return centres;
}

/** One round of S. P. Lloyd's: everybody to the nearest centre, centres to the middle of theirs. */
function round(places: Places, k: number, { label, centres }: Parting) {
  const sums = new Float64Array(k * 3);
  let changes = 0;
  let spread = 0;
  for (let i = 0; i < label.length; i++) {
    let nearest = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let g = 0; g < k; g++) {
      const far = squared(places, i, centres[g * 2] as number, centres[g * 2 + 1] as number);
      if (far < least) [least, nearest] = [far, g];
    }
    if (label[i] !== nearest) changes += 1;
    label[i] = nearest;
    spread += least;
    sums[nearest * 3] = (sums[nearest * 3] as number) + (places.x[i] as number);
    sums[nearest * 3 + 1] = (sums[nearest * 3 + 1] as number) + (places.y[i] as number);
    sums[nearest * 3 + 2] = (sums[nearest * 3 + 2] as number) + 1;
  }
  for (let g = 0; g < k; g++) {
    const people = sums[g * 3 + 2] as number;
    if (people === 0) continue;
    centres[g * 2] = (sums[g * 3] as number) / people;
    centres[g * 2 + 1] = (sums[g * 3 + 1] as number) / people;
  }
  return { changes, spread };
}

function part(places: Places, k: number, runs: number, random: () => number): Parting {
  let best: Parting | null = null;
  for (let run = 0; run < runs; run++) {
    const found: Parting = {
      label: new Uint8Array(places.x.length).fill(255),
      centres: beginning(places, k, random),
      spread: 0,
    };
    for (let step = 0; step < MOST_ROUNDS; step++) {
      const { changes, spread } = round(places, k, found);
      found.spread = spread;
      if (changes === 0) break;
    }
    if (!best || found.spread < best.spread) best = found;
  }
  return best as Parting;
}

/** Mean silhouette (P. J. Rousseeuw, 1987) of some people among themselves. */
function silhouetteOf(places: Places, label: Uint8Array, k: number, some: Uint32Array): number {
  let sum = 0;
  for (const i of some) {
    const total = new Float64Array(k);
    const people = new Uint32Array(k);
    for (const j of some) {
      if (i === j) continue;
      const g = label[j] as number;
      const far = squared(places, i, places.x[j] as number, places.y[j] as number);
      total[g] = (total[g] as number) + Math.sqrt(far);
      people[g] = (people[g] as number) + 1;
    }
    const own = label[i] as number;
    if (people[own] === 0) continue;
    const inside = (total[own] as number) / (people[own] as number);
    let next = Number.POSITIVE_INFINITY;
    for (let g = 0; g < k; g++) {
      if (g === own || people[g] === 0) continue;
      next = Math.min(next, (total[g] as number) / (people[g] as number));
    }
    if (next < Number.POSITIVE_INFINITY) sum += (next - inside) / Math.max(inside, next);
  }
  return sum / some.length;
}

/**
 * The reference: k-means over every person's own place, without a grid, for two to five groups, as many as
 * the silhouette of a sample says, the closest of some runs each. Written apart from the product, and for nothing but to be right.
 */
export function fullKMeans(
  places: Places,
  runs: number,
  seed: string,
): { k: number; label: Uint8Array } {
  const random = seeded(`${seed}/full`);
  const size = places.x.length;
  const some = Uint32Array.from({ length: Math.min(SAMPLE, size) }, () =>
    Math.floor(random() * size),
  );
  let best: { k: number; label: Uint8Array; value: number } | null = null;
  for (let k = 2; k <= 5; k++) {
    const { label } = part(places, k, runs, random);
    const value = silhouetteOf(places, label, k, some);
    if (!best || value > best.value) best = { k, label, value };
  }
  return best as NonNullable<typeof best>;
}
