import { count, sayRange } from '@clarion/deliberation';
import { type RankedRow, type RoundCheck, sayDifference } from '@clarion/exchange/round';

const MARKS = new Map([
  [true, '✓'],
  [false, '✗'],
  [null, '–'],
]);

/** Each check with its mark: ✓ as it should be, ✗ not, – not to be checked here. */
export function checkLines(checks: readonly RoundCheck[]): string[] {
  const width = Math.max(...checks.map(({ name }) => name.length));
  return checks.map(
    ({ name, ok, says }) => `${MARKS.get(ok)} ${name.padEnd(width)}  ${oneLine(says)}`,
  );
}

/** The last line. */
export function verdict(checks: readonly RoundCheck[], first: RoundCheck['difference']): string {
  if (checks.every(({ ok }) => ok !== false)) return 'identical';
  return `different: ${first ? oneLine(sayDifference(first)) : 'see above'}`;
}

/** What moves a terminal's cursor or turns its text around: a bundle may come from anybody. */
const UNSEEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** A text as it may be printed: on one line, with nothing in it that a terminal obeys. */
export const oneLine = (text: string): string =>
  text.replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim();

/** Longer statements are cut in the list; the whole text is in the file. */
const WIDTH = 72;

function short(text: string): string {
  const points = [...oneLine(text)];
  return points.length > WIDTH ? `${points.slice(0, WIDTH - 1).join('')}…` : points.join('');
}

/** An order as a list: rank, proposal, score, and the range beside the rank. */
export function rankingLines(rows: readonly RankedRow[]): string[] {
  const above = rows.filter(({ rank }) => rank !== null);
  const below = rows.filter(({ rank }) => rank === null);
  const line = (row: RankedRow) => {
    const rank = row.rank === null ? '–' : `${row.rank}${row.isTied ? '=' : ''}`;
    const range = row.rank !== null && row.range ? `  ${sayRange(row.rank, row.range)}` : '';
    const needs = row.rank === null ? `  needs ${needsOf(row)}` : '';
    const score = row.score.toFixed(4);
    return `${rank.padStart(5)}  ${score}  ${`#${row.number}`.padEnd(6)} ${short(row.statement)}${range}${needs}`;
  };
  return [
    ...above.map(line),
    ...(below.length > 0 ? ['       below the quorum line:', ...below.map(line)] : []),
  ];
}

function needsOf({ votesNeeded, clpsNeeded }: RankedRow): string {
  const needs = [
    ...(votesNeeded > 0 ? [count(votesNeeded, 'more vote')] : []),
    ...(clpsNeeded > 0 ? [`votes from ${count(clpsNeeded, 'more CLP')}`] : []),
  ];
  return needs.join(' and ');
}
