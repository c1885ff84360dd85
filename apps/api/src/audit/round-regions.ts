import type { Tally } from '@clarion/deliberation';
import { type Manifest, type RoundTables, toldRegions, unzipRound } from '@clarion/exchange/round';
import type { StoredCell } from '../ranking/round.entity.js';
import type { RegionCell } from '../ranking/round.queries.js';

/** What a round kept of the areas of a proposal. */
export interface KeptRegions {
  byClp: StoredCell[];
  /** The same of earlier rounds: what these told may stand in this one. */
  before: StoredCell[][];
  byRegion: RegionCell[] | null;
}

/** What is told of regions, by number of the proposal. */
type Told = ReadonlyMap<number, readonly Tally[]>;

/**
 * What a round told of regions, made anew from its votes. Null for rounds of before manifests said by how many
 * ballots they go: what these told was weighed by other rules, or at each look.
 */
export function regionsTold(matrix: Buffer | null, manifest: Manifest): Told | null {
  if (!matrix || manifest.fewestSecretBallots === undefined) return null;
  return toldRegions(unzipRound(matrix, 'matrix.zip'), manifest);
}

/** What CLPs counted by region. */
function regionsOf(cells: readonly StoredCell[]): Map<string, string> {
  const sums = new Map<string, [number, number, number]>();
  for (const [, agree, disagree, pass, region] of cells) {
    if (!region) continue;
    const [a, d, p] = sums.get(region) ?? [0, 0, 0];
    sums.set(region, [a + agree, d + disagree, p + pass]);
  }
  return new Map([...sums].map(([region, sum]) => [region, String(sum)]));
}

/** Whether what was told of regions was counted in this round or an earlier one. */
function wereCounted({ byRegion, byClp, before }: KeptRegions): boolean {
  const counted = [byClp, ...before].map(regionsOf);
  return (byRegion ?? []).every(([region, ...cell]) =>
    counted.some((sums) => sums.get(region) === String(cell)),
  );
}

/** Whether the regions that lines of votes name are among those that are told to whoever answers. */
function areNamedThere(byRegion: readonly RegionCell[], place: number, { votes }: RoundTables) {
  const told = new Set(byRegion.map(([, ...cell]) => String(cell)));
  return [...votes.regions.values()].every(({ agree, disagree, pass }) => {
    const cell = [agree[place] ?? 0, disagree[place] ?? 0, pass[place] ?? 0];
    return cell.every((count) => count === 0) || told.has(String(cell));
  });
}

/**
 * Whether what is kept of the regions of a proposal is what was told of them: as the votes of the round give it,
 * no region more and none less; of older rounds, that those are there that lines of votes name, where they
 * kept any.
 */
export function areRegionsTold(
  kept: KeptRegions,
  told: Told | null,
  { number, place, tables }: { number: number; place: number; tables: RoundTables },
): boolean {
  const { byRegion } = kept;
  if (!wereCounted(kept)) return false;
  if (!told) return byRegion === null || areNamedThere(byRegion, place, tables);
  const cells = byRegion?.map(([, ...cell]) => String(cell)).sort();
  const due = (told.get(number) ?? [])
    .map(({ agree, disagree, pass }) => String([agree, disagree, pass]))
    .sort();
  return cells?.join(' ') === due.join(' ');
}
