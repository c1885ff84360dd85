import type { Value } from './copy-rows.js';
import { type Random, randomFrom, shareOut, zipfWeights } from './random.js';
import { personName } from './words.js';
import type { WorldSize } from './world-size.js';

export interface Member {
  id: string;
  clpId: string;
}

export const CLP_COLUMNS = ['id', 'kind', 'name', 'parent_id'] as const;
export const MEMBER_COLUMNS = [
  'id',
  'membership_number',
  'display_name',
  'standing',
  'clp_id',
  'joined_on',
] as const;

/** Constituency parties in the regions by turns. */
export function makeClps(
  size: WorldSize,
  regions: readonly string[],
): readonly (readonly Value[])[] {
  const random = randomFrom('world/clps');
  return Array.from({ length: size.clps }, (_, i) => [
    random.uuid(),
    'clp',
    `Constituency ${i + 1}`,
    regions[i % regions.length] as string,
  ]);
}

/** Which CLP each member is in: large ones have about four times as many as small ones. */
function clpOf(size: WorldSize, random: Random): Uint16Array {
  const weights = zipfWeights(size.clps, 0.3);
  const clp = new Uint16Array(size.members);
  let at = 0;
  shareOut(size.members, weights, 1).forEach((count, index) => {
    clp.fill(index, at, at + count);
    at += count;
  });
  clp.fill(size.clps - 1, Math.min(at, size.members));
  for (let i = clp.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [clp[i], clp[j]] = [clp[j] as number, clp[i] as number];
  }
  return clp;
}

/**
 * The members of a world, as rows of the roll. The first `active` are kept in `active`, in order, for who
 * votes and writes what.
 */
export function* makeMembers(
  size: WorldSize,
  clps: readonly string[],
  active: Member[],
): Generator<readonly Value[]> {
  const random = randomFrom('world/members');
  const clp = clpOf(size, random);
  for (let i = 0; i < size.members; i++) {
    const id = random.uuid();
    const clpId = clps[clp[i] as number] as string;
    if (i < size.active) active.push({ id, clpId });
    const year = 1985 + Math.floor(40 * random.part() ** 0.5);
    const month = String(1 + random.below(12)).padStart(2, '0');
    yield [id, `W${i + 1}`, personName(random), 'member', clpId, `${year}-${month}-15`];
  }
}
