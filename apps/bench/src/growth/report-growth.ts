import { type Target, table, targetTable } from '../document.js';
import { complaintsOf, type PageSample } from '../pages/page-turn.js';
import { ratios, sayNumber, saySpread, spread } from '../spread.js';
import { column, type Measured } from '../turns.js';

/** A page in every size, the smallest first. */
export interface Grown {
  page: string;
  measured: Measured<PageSample>[];
}

const MOST_GROWTH = 1.5;

const times = (measured: Measured<PageSample>) =>
  column(measured, ({ milliseconds }) => milliseconds);

/** How many times what the smallest took. */
function growthOf({ measured }: Grown, one: Measured<PageSample>) {
  const [smallest = one] = measured;
  return ratios(times(one), times(smallest));
}

function targetOf(grown: Grown): Target {
  const largest = grown.measured.at(-1) as Measured<PageSample>;
  const growth = growthOf(grown, largest).median;
  return {
    job: `${grown.page}, from ${grown.measured[0]?.name} to ${largest.name}`,
    target: `≤ ${MOST_GROWTH} ×`,
    measured: `${sayNumber(growth)} ×`,
    isMet: growth <= MOST_GROWTH,
  };
}

function rowsOf(grown: Grown): string[][] {
  return grown.measured.map((one) => {
    const middle = (of: (turn: PageSample) => number) => sayNumber(spread(column(one, of)).median);
    return [
      grown.page,
      one.name,
      saySpread(spread(times(one))),
      saySpread(growthOf(grown, one)),
      middle(({ cpuMilliseconds }) => cpuMilliseconds),
      middle(({ postgresMilliseconds }) => postgresMilliseconds),
      String(one.turns.reduce((sum, { failed }) => sum + failed, 0)),
    ];
  });
}

/** The section, in Markdown; `about` says what was served. */
export function reportGrowth(about: string, grown: readonly Grown[]): string {
  const rounds = grown[0]?.measured[0]?.turns.length ?? 0;
  return [
    `The first page of each, one asked for after the other by a member who is signed in, ${about} ${rounds} turns each. CPU is of a page, in milliseconds.`,
    targetTable(grown.map(targetOf)),
    table(
      [
        'page',
        'size',
        'milliseconds a page',
        'times the smallest',
        'CPU of Node',
        'CPU of Postgres',
        'failed',
      ],
      grown.flatMap(rowsOf),
    ),
    ...complaintsOf(grown.flatMap(({ measured }) => measured)),
  ].join('\n\n');
}
