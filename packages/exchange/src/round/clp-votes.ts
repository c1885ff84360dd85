import {
  type Cells,
  type Geography,
  type GroupCells,
  groupCells,
  groupCellsOver,
} from '@clarion/deliberation';
import { areaNames, byUnits } from './area-names.js';
import type { RoundInput } from './round-input.js';
import { votesByProposal } from './vote-cells.js';

/** Every vote by CLP: only for ranges, and for nobody's eyes. */
export interface ClpVotes {
  cells: Cells;
  geography: Geography;
}

/** The same by opinion group, of people who are in one of so many `groups`. */
export function clpGroupVotes(
  { votes, proposals, clpOf }: RoundInput,
  places: Int32Array,
  group: Int8Array,
  groups: number,
): GroupCells {
  return groupCellsOver(groupCells(votes, proposals.length, { clpOf, group, groups }), places);
}

/**
 * Counts votes by CLP on the proposals that have a place; `places` holds −1 for the others. CLPs come in the
 * order of their names as files have them, because recounts are drawn in their order.
 */
export function clpVotes(
  { votes, proposals, clpOf, clps, regions }: RoundInput,
  places: Int32Array,
): ClpVotes {
  const people = { groupOf: new Int8Array(clpOf.length).fill(-1), groups: 0, clpOf };
  const names = areaNames(clps.map(({ name }) => name));
  const order = [...names.keys()].sort((a, b) => byUnits(names[a] ?? '', names[b] ?? ''));
  const rows: number[][] = [];
  let index = 0;
  for (const { byClp } of votesByProposal(votes, proposals.length, people, clps, 0)) {
    const place = places[index] ?? -1;
    index += 1;
    if (place < 0) continue;
    order.forEach((clp, at) => {
      const { agree = 0, disagree = 0, pass = 0 } = byClp[clp] ?? {};
      if (agree + disagree + pass > 0) rows.push([place, at, agree, disagree, pass]);
    });
  }
  const column = (at: number) => Uint32Array.from(rows, (row) => row[at] ?? 0);
  return {
    cells: {
      proposal: column(0),
      clp: column(1),
      agree: column(2),
      disagree: column(3),
      pass: column(4),
    },
    geography: {
      regionOfClp: Int32Array.from(order, (clp) => clps[clp]?.region ?? -1),
      regionCount: regions.length,
    },
  };
}
