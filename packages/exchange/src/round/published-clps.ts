import { suppressTable, type Tally, votesOf } from '@clarion/deliberation';
import { byUnits } from './area-names.js';
import { sumOf } from './vote-cells.js';

export interface PublishedClp {
  name: string;
  tally: Tally;
}

/**
 * The CLPs whose counts on one proposal may be shown, by name. `byClp` has a last place for people in no
 * CLP; `isNamed` says which regions votes.csv names on this proposal.
 *
 * Each region is a whole of its own, and so is "no region". Where regions are not named, only all of them
 * together can be worked out, from the whole proposal less those that are; so what is left of them together,
 * less the CLPs shown, must be safe as well.
 */
export function publishedClps(
  clps: readonly { name: string; region: number }[],
  byClp: readonly Tally[],
  isNamed: readonly boolean[],
): PublishedClp[] {
  const cells = clps.flatMap(({ name, region }, clp) => {
    const tally = byClp[clp] as Tally;
    return votesOf(tally) > 0 ? [{ key: name, region, tally }] : [];
  });
  const nowhere = byClp[clps.length] as Tally;
  const shown = [...isNamed.keys(), -1].flatMap((region) => {
    const own = cells.filter((cell) => cell.region === region);
    const others = region === -1 ? [nowhere] : [];
    return shownOf(own, others);
  });
  const unnamed = cells.filter(({ region }) => !isNamed[region]);
  const inUnnamed = new Set(unnamed.map(({ key }) => key));
  const kept = shown.filter(({ key }) => inUnnamed.has(key));
  const keptKeys = new Set(kept.map(({ key }) => key));
  const rest = unnamed.filter(({ key }) => !keptKeys.has(key)).map(({ tally }) => tally);
  return [...shown.filter(({ key }) => !inUnnamed.has(key)), ...shownOf(kept, [...rest, nowhere])]
    .map(({ key, tally }) => ({ name: key, tally }))
    .sort((a, b) => byUnits(a.name, b.name));
}

interface Cell {
  key: string;
  tally: Tally;
}

/** The cells that may be shown beside the whole that they make with `others`. */
function shownOf(cells: readonly Cell[], others: readonly Tally[]): Cell[] {
  const whole = sumOf([...cells.map(({ tally }) => tally), ...others]);
  return suppressTable(cells, whole).flatMap(({ key, tally }) => (tally ? [{ key, tally }] : []));
}
