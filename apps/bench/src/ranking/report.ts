import { type Target, table, targetTable } from '../document.js';
import { ratios, type Spread, sayNumber, saySpread, spread } from '../spread.js';
import { column, type Measured, type Sample } from '../turns.js';

export interface PageSample extends Sample {
  p50: number;
  p99: number;
  failed: number;
  /** What the first failed reply said. */
  complaint: string;
}

export interface StatementsCounted {
  proposals: number;
  /** Of one page for somebody who is signed in, the session's among them. */
  statements: number;
}

/** Floor and Clarion with so many asking at once. */
export interface Crowded {
  proposals: number;
  atOnce: number;
  measured: Measured<PageSample>[];
}

const MB = 2 ** 20;
const LEAST_SHARE = 0.6;
const MOST_P99 = 3;
const MOST_STATEMENTS = 2;

const sayCount = (count: number) => count.toLocaleString('en-GB');
const times = (measured: Measured<PageSample>) =>
  column(measured, ({ milliseconds }) => milliseconds);
const p99s = (measured: Measured<PageSample>) => column(measured, ({ p99 }) => p99);
const both = ({ measured }: Crowded) => measured as [Measured<PageSample>, Measured<PageSample>];

/** Pages a second as a share of the floor's. */
function shareOf(crowded: Crowded): Spread {
  const [floor, clarion] = both(crowded);
  return ratios(times(floor), times(clarion));
}

function p99Against(crowded: Crowded): Spread {
  const [floor, clarion] = both(crowded);
  return ratios(p99s(clarion), p99s(floor));
}

function rowsOf(crowded: Crowded): string[][] {
  const [floor] = both(crowded);
  return both(crowded).map((measured) => {
    const middle = (of: (turn: PageSample) => number) => spread(column(measured, of)).median;
    const most = (of: (turn: PageSample) => number) => spread(column(measured, of)).most;
    return [
      sayCount(crowded.proposals),
      String(crowded.atOnce),
      measured.name,
      saySpread(spread(times(measured).map((taken) => 1_000 / taken))),
      saySpread(ratios(times(floor), times(measured))),
      `${sayNumber(middle(({ p50 }) => p50))} / ${sayNumber(middle(({ p99 }) => p99))}`,
      sayNumber(middle(({ cpuMilliseconds }) => cpuMilliseconds)),
      sayNumber(most(({ peakBytes }) => peakBytes) / MB),
      String(measured.turns.reduce((sum, { failed }) => sum + failed, 0)),
    ];
  });
}

function targetsOf(counted: readonly StatementsCounted[], crowded: readonly Crowded[]): Target[] {
  const said = counted
    .map(({ statements, proposals }) => `${statements} with ${sayCount(proposals)} proposals`)
    .join(', ');
  const statements = counted.map((one) => one.statements);
  return [
    {
      job: 'statements of a page, the same however many proposals',
      target: `≤ ${MOST_STATEMENTS} and the session’s`,
      measured: said,
      isMet: new Set(statements).size === 1 && Math.max(...statements) <= MOST_STATEMENTS + 1,
    },
    ...crowded
      .filter(({ atOnce }) => atOnce > 1)
      .map((one): Target => {
        const share = shareOf(one).median;
        return {
          job: `${sayCount(one.proposals)} proposals, ${one.atOnce} at once`,
          target: `≥ ${LEAST_SHARE} × the floor`,
          measured: `${sayNumber(share)} ×`,
          isMet: share >= LEAST_SHARE,
        };
      }),
    ...crowded
      .filter(({ atOnce }) => atOnce === 64)
      .map((one): Target => {
        const slower = p99Against(one).median;
        return {
          job: `${sayCount(one.proposals)} proposals, p99 at 64`,
          target: `≤ ${MOST_P99} × the floor’s`,
          measured: `${sayNumber(slower)} ×`,
          isMet: slower <= MOST_P99,
        };
      }),
  ];
}

/** What failed replies said, each once. */
function complaintsOf(crowded: readonly Crowded[]): string[] {
  const said = crowded.flatMap(({ measured }) =>
    measured.flatMap(({ name, turns }) =>
      turns.flatMap(({ complaint }) => (complaint ? [`${name}: \`${complaint.trim()}\``] : [])),
    ),
  );
  const unique = [...new Set(said)];
  return unique.length > 0 ? [`Failed replies said: ${unique.join('; ')}`] : [];
}

/** The section, in Markdown. */
export function reportRanking(
  counted: readonly StatementsCounted[],
  crowded: readonly Crowded[],
): string {
  const rounds = crowded[0]?.measured[0]?.turns.length ?? 0;
  return [
    `The document that the ranking page sends, for a member who is signed in and voted on a third of the proposals, through the whole of Clarion as \`npm start\` serves it, in a process of its own. Each proposal has about 60 votes from 14 CLPs; the order is live. The floor is node:http and pg with one prepared statement that finds the session and hands out the first 20 rows as they are stored, in the same bytes; it ranks nothing and explains nothing, so it is as low as a floor can be. Both answered alike but for the moment of counting. ${rounds} turns each; whoever asks shares the processors with those asked.`,
    targetTable(targetsOf(counted, crowded)),
    table(
      [
        'proposals',
        'at once',
        'subject',
        'pages a second',
        'share of the floor',
        'p50 / p99 ms',
        'CPU ms of Node a page',
        'most MB',
        'failed',
      ],
      crowded.flatMap(rowsOf),
    ),
    ...complaintsOf(crowded),
  ].join('\n\n');
}
