import {
  type Breadth,
  type LensId,
  type Ranking,
  type RankingInput,
  type RankRange,
  type Rules,
  rank,
} from '@clarion/deliberation';
import { type Beside, groupCounts, NOTHING, prioritiesOf, rangesOf } from './beside.js';
import type { CountedRow } from './round.queries.js';

/** Rows numbered as they come; a text met before keeps its number. */
function numbering() {
  const numbers = new Map<string, number>();
  return {
    of(text: string): number {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, numbers.size);
      return numbers.size - 1;
    },
  };
}

/** Counts by CLP in columns, and the region of each CLP by index; −1 for none. */
export interface CountedCells {
  cells: NonNullable<RankingInput['cells']>;
  regionOfClp: Int32Array;
}

/** What is known of areas: counts by CLP, or what was measured of them already. */
export type Areas = CountedCells | Breadth;

/** The counts of a proposal without those by CLP. */
export type Counts = Omit<CountedRow, 'byClp'>;

const column = <T>(from: readonly T[], value: (row: T) => number) => Uint32Array.from(from, value);

/** Counts by CLP from the rows that they came in. */
export function cellsOf(rows: readonly CountedRow[]): CountedCells {
  const clps = numbering();
  const regions = numbering();
  const regionOfClp: number[] = [];
  const cells = rows.flatMap((row, index) =>
    row.byClp.map(([clpId, regionId, agree, disagree, pass]) => {
      const clp = clps.of(clpId);
      regionOfClp[clp] = regionId === null ? -1 : regions.of(regionId);
      return { proposal: index, clp, agree, disagree, pass };
    }),
  );
  return {
    cells: {
      proposal: column(cells, (cell) => cell.proposal),
      clp: column(cells, (cell) => cell.clp),
      agree: column(cells, (cell) => cell.agree),
      disagree: column(cells, (cell) => cell.disagree),
      pass: column(cells, (cell) => cell.pass),
    },
    regionOfClp: Int32Array.from(regionOfClp),
  };
}

/** The columns that the rules rank by, from rows, their what is known of areas and what stands beside. */
export function rankingInput(
  rows: readonly Counts[],
  areas: Areas,
  beside: Beside = NOTHING,
): RankingInput {
  const groups = groupCounts(rows, beside);
  const priorities = prioritiesOf(rows, beside);
  const regionCount = rows[0]?.regionCount ?? 0;
  return {
    ...(groups && { groups }),
    ...(priorities && { priorities }),
    number: column(rows, (row) => row.number),
    counts: {
      agree: column(rows, (row) => row.agree),
      disagree: column(rows, (row) => row.disagree),
      pass: column(rows, (row) => row.pass),
    },
    ...('cells' in areas
      ? { cells: areas.cells, geography: { regionOfClp: areas.regionOfClp, regionCount } }
      : { breadth: areas, regionCount }),
  };
}

/** Rows in the order of a lens, best first, with the ranking by the rows' index. */
export interface Ordered<Row> {
  ranking: Ranking;
  input: RankingInput;
  /** How firmly each stands, by index; 0 where that is not known. */
  ranges: RankRange;
  rows: { row: Row; index: number; position: number; rank: number | null }[];
}

/** Ranks rows under a lens, by the rules of their consultation. `beside` has the groups, priorities and ranges. */
export const order = <Row extends CountedRow>(
  given: readonly Row[],
  lens: LensId,
  rules: Rules,
  beside: Beside = NOTHING,
): Ordered<Row> => orderBy(given, cellsOf(given), lens, rules, beside);

/** The same where what is known of areas came apart. */
export function orderBy<Row extends Counts>(
  given: readonly Row[],
  areas: Areas,
  lens: LensId,
  rules: Rules,
  beside: Beside,
): Ordered<Row> {
  const input = rankingInput(given, areas, beside);
  const ranking = rank(lens, input, rules);
  const rows = Array.from(ranking.order, (index, at) => ({
    row: given[index] as Row,
    index,
    position: at + 1,
    rank: at < ranking.above ? (ranking.rank[index] ?? null) : null,
  }));
  return { ranking, input, ranges: rangesOf(given, ranking.rank, beside), rows };
}

/** Ids of those above the quorum line, best first. */
export const aboveTheLine = <Row extends { id: string }>({
  ranking,
  rows,
}: Ordered<Row>): string[] => rows.slice(0, ranking.above).map(({ row }) => row.id);
