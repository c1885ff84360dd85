import { type Target, table, targetTable } from '../document.js';
import { ratios, type Spread, sayNumber, saySpread, spread } from '../spread.js';
import { column, type Measured } from '../turns.js';
import type { Crowded, PageCounted } from './measured.js';
import { complaintsOf, type PageSample } from './page-turn.js';
import { PAGES, type PageName } from './pages.js';

const MB = 2 ** 20;
/** Statements a page may take, the session's beside. */
const MOST_STATEMENTS: Readonly<Record<PageName, number>> = {
  consultation: 3,
  proposals: 3,
  thread: 2,
  ranking: 2,
};
/** How many times as fast as each of the others. */
const LEAST = { floor: 0.6, PostGraphile: 2, 'ordinary Nest': 6 };
const LEAST_PUBLIC = 2.5;
const MOST_P99 = 3;

const times = (measured: Measured<PageSample>) =>
  column(measured, ({ milliseconds }) => milliseconds);
const p99s = (measured: Measured<PageSample>) => column(measured, ({ p99 }) => p99);

function named({ measured }: Crowded, name: string): Measured<PageSample> {
  const found = measured.find((one) => one.name === name);
  if (!found) throw new RangeError(`${name} was not measured.`);
  return found;
}

/** Pages a second of one as a share of another's. */
const shareOf = (crowded: Crowded, name: string, of: string): Spread =>
  ratios(times(named(crowded, of)), times(named(crowded, name)));

const atLeast = (job: string, share: Spread, least: number, than: string): Target => ({
  job,
  target: `≥ ${least} × ${than}`,
  measured: `${sayNumber(share.median)} ×`,
  isMet: share.median >= least,
});

function speedTargets(crowded: Crowded): Target[] {
  const job = `${PAGES[crowded.page].title}, ${crowded.atOnce} at once`;
  if (crowded.who === 'nobody') {
    const share = shareOf(crowded, 'Clarion', 'floor');
    return [atLeast(`${job}, not signed in`, share, LEAST_PUBLIC, 'the floor')];
  }
  return Object.entries(LEAST).map(([name, least]) =>
    atLeast(job, shareOf(crowded, 'Clarion', name), least, name === 'floor' ? 'the floor' : name),
  );
}

function p99Target(crowded: Crowded): Target {
  const slower = ratios(p99s(named(crowded, 'Clarion')), p99s(named(crowded, 'floor'))).median;
  return {
    job: `${PAGES[crowded.page].title}, p99 at ${crowded.atOnce}`,
    target: `≤ ${MOST_P99} × the floor’s`,
    measured: `${sayNumber(slower)} ×`,
    isMet: slower <= MOST_P99,
  };
}

function targetsOf(counted: readonly PageCounted[], crowded: readonly Crowded[]): Target[] {
  return [
    ...counted.map(({ page, statements }) => ({
      job: `${PAGES[page].title}, statements`,
      target: `≤ ${MOST_STATEMENTS[page]} and the session’s`,
      measured: String(statements),
      isMet: statements <= MOST_STATEMENTS[page] + 1,
    })),
    ...crowded.filter(({ atOnce }) => atOnce > 1).flatMap(speedTargets),
    ...crowded.filter(({ atOnce, who }) => atOnce === 64 && who === 'member').map(p99Target),
  ];
}

function rowsOf(crowded: Crowded, counted: readonly PageCounted[]): string[][] {
  const bytes = counted.find(({ page }) => page === crowded.page)?.bytes ?? {};
  return crowded.measured.map((measured) => {
    const middle = (of: (turn: PageSample) => number) => spread(column(measured, of)).median;
    const most = (of: (turn: PageSample) => number) => spread(column(measured, of)).most;
    return [
      PAGES[crowded.page].title + (crowded.who === 'nobody' ? ', not signed in' : ''),
      String(crowded.atOnce),
      measured.name,
      saySpread(spread(times(measured).map((taken) => 1_000 / taken))),
      saySpread(shareOf(crowded, measured.name, 'floor')),
      `${sayNumber(middle(({ p50 }) => p50))} / ${sayNumber(middle(({ p99 }) => p99))}`,
      sayNumber(middle(({ cpuMilliseconds }) => cpuMilliseconds)),
      sayNumber(middle(({ postgresMilliseconds }) => postgresMilliseconds)),
      sayNumber(most(({ peakBytes }) => peakBytes) / MB),
      crowded.who === 'member' ? sayNumber((bytes[measured.name] ?? 0) / 1_000) : '',
      String(measured.turns.reduce((sum, { failed }) => sum + failed, 0)),
    ];
  });
}

/** The section, in Markdown. */
export function reportPages(
  counted: readonly PageCounted[],
  crowded: readonly Crowded[],
  members: number,
): string {
  const rounds = crowded[0]?.measured[0]?.turns.length ?? 0;
  return [
    `What the web app asks for on four pages, of the consultation and the thread that are looked at most in a world of ${members.toLocaleString('en-GB')} members (\`pnpm bench world\`); “member” has a session and voted. Clarion is served as \`npm start\` serves it, in a process of its own, and gives all that the page shows. The floor is node:http and pg with one prepared statement that finds the session and makes the same JSON from the tables; what Clarion works out or says in words, and the order of a ranking, it reads as rows that were kept for it. The ordinary Nest application (Apollo, TypeORM repositories, DataLoader, on Fastify) and PostGraphile know neither; they give what is in the tables, so they do less, and read the order as kept. What all give was compared before and after each crowd and was equal: ids, order, words, counts, own votes. ${rounds} turns each; whoever asks shares the processors with those asked. CPU is of a page, in milliseconds.`,
    targetTable(targetsOf(counted, crowded)),
    table(
      [
        'page',
        'at once',
        'subject',
        'pages a second',
        'share of the floor',
        'p50 / p99 ms',
        'CPU of Node',
        'CPU of Postgres',
        'most MB',
        'kB of a reply',
        'failed',
      ],
      crowded.flatMap((one) => rowsOf(one, counted)),
    ),
    ...complaintsOf(crowded.flatMap(({ measured }) => measured)),
  ].join('\n\n');
}
