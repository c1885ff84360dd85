import type { OpinionGroups } from '@clarion/deliberation';
import { adjustedRand } from '@clarion/deliberation/opinion/adjusted-rand';
import { fullKMeans } from './full-k-means.js';
import type { BesideReference } from './samples.js';

/** Our groups beside those of k-means over everybody's own place, the best of so many runs. */
export function besideReference(
  { group, x, y }: Pick<OpinionGroups, 'group' | 'x' | 'y'>,
  runs: number,
  seed: string,
): BesideReference {
  const isIn = Uint32Array.from(group.keys()).filter((p) => (group[p] as number) >= 0);
  const places = {
    x: Float32Array.from(isIn, (p) => x[p] as number),
    y: Float32Array.from(isIn, (p) => y[p] as number),
  };
  const begun = performance.now();
  const { k, label } = fullKMeans(places, runs, seed);
  const milliseconds = performance.now() - begun;
  const own = Int8Array.from(isIn, (p) => group[p] as number);
  return { k, toFound: adjustedRand(own, label), milliseconds };
}
