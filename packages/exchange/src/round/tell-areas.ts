import type { Rules, Tally } from '@clarion/deliberation';
import { areaNames } from './area-names.js';
import type { RoundInput } from './round-input.js';
import { type AreasTold, renewAreas } from './told.js';
import { type ProposalVotes, sumOf } from './vote-cells.js';

/** Where the votes of a round come from. */
export interface Places {
  regions: string[];
  clps: { name: string; region: number }[];
  /** CLPs that anybody votes from. */
  voting: number[];
  /** How many voters an area needs for breadth. */
  enough: number;
}

export function placesOf(
  { regions, clps, clpOf }: Pick<RoundInput, 'regions' | 'clps' | 'clpOf'>,
  person: Uint32Array,
  rules: Pick<Rules, 'clpFloorForBreadth'>,
): Places {
  const names = areaNames(clps.map(({ name }) => name));
  return {
    regions: areaNames(regions),
    clps: clps.map(({ region }, at) => ({ name: names[at] ?? '', region })),
    voting: clpsVoting(person, clpOf),
    enough: rules.clpFloorForBreadth,
  };
}

/** Scrutineers know no others. */
function clpsVoting(person: Uint32Array, clpOf: Int32Array): number[] {
  const found = new Set<number>();
  for (const who of person) found.add(clpOf[who] ?? -1);
  found.delete(-1);
  return [...found].sort((a, b) => a - b);
}

/** What is told of the areas on a proposal after what was told of them before. */
export function tellAreas(
  { clps, voting, regions, enough }: Places,
  { byGroup, byClp }: ProposalVotes,
  told: AreasTold | undefined,
): AreasTold {
  return renewAreas(
    {
      whole: sumOf(byClp),
      regions: regions.map((_, region) => sumOf(byGroup.flatMap((row) => row[region] ?? []))),
      clps: voting.map((clp) => byClp[clp] as Tally),
      regionOf: voting.map((clp) => clps[clp]?.region ?? -1),
      enough,
    },
    { regions, clps: voting.map((clp) => clps[clp]?.name ?? '') },
    told,
  );
}
