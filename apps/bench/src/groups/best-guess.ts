import { adjustedRand } from '@clarion/deliberation/opinion/adjusted-rand';
import type { PlantedVotes } from './planted-votes.js';
import type { BesidePlanted } from './samples.js';

/** Least chance that is reckoned with, as people do not all stand in the middle of their group. */
const LEAST = 0.01;

/** The likeliest group of each person, for somebody who knows how each group answers each statement. */
export function bestGuess({ votes, people, group, groups, chances }: PlantedVotes): Int8Array {
  const sizes = new Uint32Array(groups);
  for (const g of group) sizes[g] = (sizes[g] as number) + 1;
  const says = chances.map((chance) => Math.log(Math.max(LEAST, chance)));
  const likely = Float64Array.from({ length: people * groups }, (_, at) =>
    Math.log((sizes[at % groups] as number) / people),
  );
  votes.person.forEach((p, i) => {
    const choice = (votes.choice[i] as number) + 1;
    for (let g = 0; g < groups; g++) {
      const at = ((votes.statement[i] as number) * groups + g) * 3 + choice;
      likely[p * groups + g] = (likely[p * groups + g] as number) + (says[at] as number);
    }
  });
  return Int8Array.from({ length: people }, (_, p) => {
    const own = likely.subarray(p * groups, (p + 1) * groups);
    return own.indexOf(Math.max(...own));
  });
}

/** How near the groups found come to the planted ones, beside the best that these votes allow. */
export function besidePlanted(planted: PlantedVotes, found: Int8Array): BesidePlanted {
  const isIn = (person: number) => (found[person] as number) >= 0;
  return {
    groups: planted.groups,
    found: adjustedRand(found, planted.group),
    best: adjustedRand(bestGuess(planted), planted.group, isIn),
  };
}
