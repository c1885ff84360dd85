import { type Target, table, targetTable } from '../document.js';
import { complaintsOf, type PageSample } from '../pages/page-turn.js';
import { sayNumber, saySpread, spread } from '../spread.js';
import { column, type Measured } from '../turns.js';

/** One text, with so many looking for it at once. */
export interface Looked {
  text: string;
  atOnce: number;
  /** Contributions that hold it. */
  holding: number;
  isCapped: boolean;
  measured: Measured<PageSample>;
}

const MOST_MS = 50;

const p99Of = ({ measured }: Looked) => spread(column(measured, ({ p99 }) => p99));

function targetOf(looked: Looked): Target {
  const { median } = p99Of(looked);
  return {
    job: `\`${looked.text}\`, p99`,
    target: `≤ ${MOST_MS} ms`,
    measured: `${sayNumber(median)} ms`,
    isMet: median <= MOST_MS,
  };
}

/** The section, in Markdown. */
export function reportSearch(looked: readonly Looked[], contributions: number): string {
  const rounds = looked[0]?.measured.turns.length ?? 0;
  const counted = (count: number) => count.toLocaleString('en-GB');
  const rows = looked.map((one) => [
    `\`${one.text}\``,
    `${counted(one.holding)}${one.isCapped ? ', capped' : ''}`,
    String(one.atOnce),
    saySpread(spread(column(one.measured, ({ p50 }) => p50))),
    saySpread(p99Of(one)),
    sayNumber(spread(column(one.measured, ({ cpuMilliseconds }) => cpuMilliseconds)).median),
    sayNumber(
      spread(column(one.measured, ({ postgresMilliseconds }) => postgresMilliseconds)).median,
    ),
    String(one.measured.turns.reduce((sum, { failed }) => sum + failed, 0)),
  ]);
  return [
    `The search page’s own query, by a member who is signed in, in ${counted(contributions)} proposals and comments, of Clarion as \`npm start\` serves it. Each is spelt with other spaces, so that no page that is kept for a second answers: every one is looked for. “Capped” is said on the page too: of so many only some were weighed. ${rounds} turns each; p99 is of a turn. CPU is of a page, in milliseconds.`,
    targetTable(looked.filter(({ atOnce }) => atOnce === 1).map(targetOf)),
    table(
      [
        'looked for',
        'held by',
        'at once',
        'p50 ms',
        'p99 ms',
        'CPU of Node',
        'CPU of Postgres',
        'failed',
      ],
      rows,
    ),
    ...complaintsOf(looked.map(({ measured }) => measured)),
  ].join('\n\n');
}
