import {
  ballotsArePublished,
  explain,
  type LensId,
  type Ranking,
  type RankingInput,
  type RankRange,
  type Rules,
  rangeAt,
  sentences,
} from '@clarion/deliberation';
import { type CsvCell, csvRows } from '../csv.js';
import { MalformedFile, shown } from '../malformed-file.js';
import { textFile } from '../text-file.js';
import { readTable } from './round-table.js';

/** An order under one lens with all that it rests on; columns by place in the list of proposals. */
export interface LensRecount {
  lens: LensId;
  input: RankingInput;
  ranking: Ranking;
  /** Null where no range is counted. */
  range: RankRange | null;
}

const COLUMNS = [
  ...['position', 'rank', 'tied', 'number', 'score', 'votes_needed', 'clps_needed'],
  ...['best', 'worst', 'low', 'high', 'why'],
];

export const rankingFileOf = (lens: LensId): string => `rankings/${lens}.csv`;

/**
 * Only priorities have loads, and they are told only where the ballots are: of few ballots they would tell
 * how many chose two proposals together.
 */
const hasLoads = (lens: LensId, rules: Pick<Rules, 'officialLens'>) =>
  lens === 'priorities@1' && ballotsArePublished(rules);

const columnsOf = (lens: LensId, rules: Pick<Rules, 'officialLens'>): string[] =>
  hasLoads(lens, rules) ? [...COLUMNS, 'load'] : COLUMNS;

/** The file of an order, best first: ranks, scores, ranges and reasons. */
export function rankingFile(
  { lens, input, ranking, range }: LensRecount,
  rules: Rules,
): Uint8Array {
  const rows = Array.from(ranking.order, (place, position): CsvCell[] => {
    const isAbove = position < ranking.above;
    const around = range ? rangeAt(range, place) : null;
    const why = sentences(explain(position, ranking, input, rules, range));
    return [
      position + 1,
      isAbove ? ranking.rank[place] : null,
      ranking.tied[place] === 1 ? 'yes' : 'no',
      input.number[place],
      ranking.score[place],
      ranking.votesNeeded[place],
      ranking.clpsNeeded[place],
      around?.best,
      around?.worst,
      around?.low,
      around?.high,
      why.map(({ text }) => text).join(' '),
      // An infinite load, of what nobody chose, is an empty cell.
      ...(hasLoads(lens, rules) ? [ranking.priorities?.load[place]] : []),
    ];
  });
  return textFile([csvRows([columnsOf(lens, rules), ...rows])]);
}

/**
 * The places of proposals in the order that a file states: where the ballots are not at hand it cannot be worked
 * out. Throws MalformedFile, naming the line.
 */
export function readOrder(
  lens: LensId,
  bytes: Uint8Array,
  number: Uint32Array,
  rules: Rules,
): Uint32Array {
  const file = rankingFileOf(lens);
  const rows = readTable(file, bytes, columnsOf(lens, rules));
  const placeOf = new Map(Array.from(number, (value, place) => [String(value), place]));
  const order = Uint32Array.from(rows, ({ line, cells }) => {
    const place = placeOf.get(cells.number ?? '');
    placeOf.delete(cells.number ?? '');
    if (place !== undefined) return place;
    const fault = `${shown(cells.number)} must be the number of a proposal that has no row yet.`;
    throw new MalformedFile(file, line, fault);
  });
  if (placeOf.size > 0) {
    const [missing = ''] = placeOf.keys();
    throw new MalformedFile(file, null, `there is no row for proposal ${missing}.`);
  }
  return order;
}
