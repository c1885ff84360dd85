/**
 * Four 32-bit words from a text: cyrb128 by bryc (public domain), a mixing of UTF-16 units.
 * Not cryptographic: for orders and demonstrations, never for secrets.
 */
function words(seed: string): [number, number, number, number] {
  let a = 1779033703;
  let b = 3144134277;
  let c = 1013904242;
  let d = 2773480762;
  for (let i = 0; i < seed.length; i++) {
    const unit = seed.charCodeAt(i);
    a = b ^ Math.imul(a ^ unit, 597399067);
    b = c ^ Math.imul(b ^ unit, 2869860233);
    c = d ^ Math.imul(c ^ unit, 951274213);
    d = a ^ Math.imul(d ^ unit, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  const mixed = a ^ b ^ c ^ d;
  return [mixed >>> 0, (b ^ mixed) >>> 0, (c ^ mixed) >>> 0, (d ^ mixed) >>> 0];
}

/**
 * A source of numbers in [0, 1) with 32 bits each, the same for the same seed on every machine:
 * sfc32 (C. Doty-Humphrey, PractRand), started from `words` and run in for 12 rounds.
 */
export function seeded(seed: string): () => number {
  let [a, b, c, d] = words(seed);
  const next = () => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let round = 0; round < 12; round++) next();
  return next;
}

/** One number in [0, 1) from a text, the same on every machine: a place in a random order. */
export function placeOf(seed: string): number {
  return seeded(seed)();
}
