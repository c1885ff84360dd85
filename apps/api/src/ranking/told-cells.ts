import type { RankingInput } from '@clarion/deliberation';
import { shownIn, type Told } from '@clarion/exchange/round';

/**
 * The counts by CLP that rounds told last, in columns over these proposals; CLPs are numbered as they come.
 * Ranges rest on these alone: of others, ranks would tell something.
 */
export function toldCells(
  rows: readonly { number: number }[],
  areas: Told['areas'],
): NonNullable<RankingInput['toldCells']> {
  const names = new Map<string, number>();
  const cells = rows.flatMap(({ number }, proposal) =>
    Array.from(shownIn(areas[number]?.clps ?? []), ([name, tally]) => {
      if (!names.has(name)) names.set(name, names.size);
      return { ...tally, proposal, clp: names.get(name) ?? 0 };
    }),
  );
  const column = (value: (cell: (typeof cells)[number]) => number) =>
    Uint32Array.from(cells, value);
  return {
    proposal: column(({ proposal }) => proposal),
    clp: column(({ clp }) => clp),
    agree: column(({ agree }) => agree),
    disagree: column(({ disagree }) => disagree),
    pass: column(({ pass }) => pass),
  };
}
