import { cpus } from 'node:os';
import { type Target, table, targetTable } from '../document.js';
import { sayNumber } from '../spread.js';
import type { Part } from './at-rate.js';

const MB = 2 ** 20;
const MOST_P99_MS = 50;
/** By how much the most memory of the last third may be more than that of the third before: it goes up and down between. */
const MOST_GROWTH = 1.15;

/** A tenth of the time. */
export interface Window {
  parts: Part[];
  /** What the server then held in memory, in bytes. */
  memory: number;
  /** Processors that were busy: with the server, its threads included, and with its connections to Postgres. */
  busy: { node: number; postgres: number };
}

export interface Soaked {
  /** What the machine answered a second at most, load and all. */
  most: number;
  /** Of what was wished for. */
  share: number;
  wished: { votes: number; pages: number };
  minutes: number;
  /** People who vote and look. */
  voters: number;
  windows: Window[];
  /** At half the rate. */
  calm: Window;
  /** Past the limit, and right after. */
  past: Part[];
  after: Part[];
  crowd: number;
}

const quantile = ({ latencies }: Part, part: number): number =>
  latencies[Math.min(latencies.length - 1, Math.floor(part * latencies.length))] ?? 0;

const partOf = (parts: readonly Part[], name: string): Part => {
  const found = parts.find((part) => part.name === name);
  if (!found) throw new RangeError(`${name} were not asked for.`);
  return found;
};

const sum = (parts: readonly Part[], of: (part: Part) => number) =>
  parts.reduce((all, part) => all + of(part), 0);

const worstOf = (windows: readonly Window[]) =>
  Math.max(...windows.map(({ parts }) => quantile(partOf(parts, 'votes'), 0.99)));

/** Why the slowest votes are slow, or the rate is less, and what is next; nothing where neither is so. */
function slowness({ windows, calm, most, share, wished }: Soaked): string[] {
  const worst = worstOf(windows);
  if (worst <= MOST_P99_MS && share === 1) return [];
  const within = windows.filter((each) => worstOf([each]) <= MOST_P99_MS).length;
  const mean = (of: (window: Window) => number) =>
    sayNumber(windows.reduce((all, each) => all + of(each), 0) / windows.length);
  const rate = share * (wished.votes + wished.pages);
  return [
    `Why a p99 of ${sayNumber(worst)} ms: ${within} of ${windows.length} tenths are within ${MOST_P99_MS} ms. This machine, with the load on it, answers ${sayNumber(most)} a
second at most, so ${sayNumber(rate)} are ${sayNumber((100 * rate) / most)} % of what it can: Node is busy with ${mean(({ busy }) => busy.node)} processors and Postgres with ${mean(({ busy }) => busy.postgres)}, of ${cpus().length}
that the load is on as well. What is slow comes in bursts of a tenth to a fifth of a second, some ten seconds apart: V8 looks through its memory, and
its helpers and the server share two processors with Postgres and the load (with four helpers the server got 12 to 16 of each 40 ms, by schedstat of its
threads on 26 November 2026; \`--v8-pool-size=0\`, with which it is started since, makes it one here), and each minute a recount. At half the rate the p99 is ${sayNumber(worstOf([calm]))} ms. Next:
less that V8 must look through; jobs in a process of their own, on another machine; and what a vote's foreign
keys take in Postgres, above under votes.`,
  ];
}

function targetsOf({ windows, past, after, share, wished }: Soaked): Target[] {
  const all = windows.flatMap(({ parts }) => parts);
  const worst = worstOf(windows);
  const third = Math.floor(windows.length / 3);
  const most = (from: number, to?: number) =>
    Math.max(...windows.slice(from, to).map(({ memory }) => memory));
  const growth = most(-third) / (most(-2 * third, -third) || 1);
  const failures = (parts: readonly Part[]) => sum(parts, ({ failed }) => failed);
  const complaint = [...all, ...past, ...after].find((part) => part.failed > 0)?.complaint;
  return [
    {
      job: 'rate held',
      target: `${wished.votes} votes and ${wished.pages} pages a second`,
      measured: `${Math.round(share * wished.votes)} and ${Math.round(share * wished.pages)}`,
      isMet: share === 1,
    },
    {
      job: 'errors, refusals',
      target: 'none',
      measured: `${failures(all)}, ${sum(all, ({ busy }) => busy)}`,
      isMet: failures(all) === 0 && sum(all, ({ busy }) => busy) === 0,
    },
    {
      job: 'votes while pages are read, p99 of the worst tenth of the time',
      target: `≤ ${MOST_P99_MS} ms`,
      measured: `${sayNumber(worst)} ms`,
      isMet: worst <= MOST_P99_MS,
    },
    {
      job: 'memory, most of the last third ÷ of the third before',
      target: `≤ ${MOST_GROWTH}`,
      measured: sayNumber(growth),
      isMet: growth <= MOST_GROWTH,
    },
    {
      job: 'past the limit: errors other than 503 with Retry-After',
      target: 'none',
      measured: `${failures(past)} of ${sum(past, ({ taken, busy }) => taken + busy)}${complaint ? ` (${complaint.slice(0, 80)})` : ''}`,
      isMet: failures(past) === 0,
    },
    {
      job: 'right after: errors, refusals',
      target: 'none',
      measured: `${failures(after)}, ${sum(after, ({ busy }) => busy)}`,
      isMet: failures(after) === 0 && sum(after, ({ busy }) => busy) === 0,
    },
  ];
}

function row(
  name: string,
  parts: readonly Part[],
  { memory, busy }: Partial<Pick<Window, 'memory' | 'busy'>> = {},
): string[] {
  const [votes, pages] = [partOf(parts, 'votes'), partOf(parts, 'pages')];
  const times = (part: Part) =>
    [0.5, 0.99].map((share) => sayNumber(quantile(part, share))).join(' / ');
  return [
    name,
    String(votes.taken),
    times(votes),
    String(pages.taken),
    times(pages),
    String(votes.busy + pages.busy),
    String(votes.failed + pages.failed),
    memory === undefined ? '' : sayNumber(memory / MB),
    busy ? `${sayNumber(busy.node)} / ${sayNumber(busy.postgres)}` : '',
  ];
}

const HEAD = [
  '',
  'votes',
  'p50 / p99 ms',
  'pages',
  'p50 / p99 ms',
  'refused with 503',
  'errors',
  'MB',
  'processors: Node / Postgres',
];

export function reportSoak(soaked: Soaked): string {
  const { most, share, wished, minutes, voters, windows, calm, past, after, crowd } = soaked;
  const rate = `${Math.round(share * wished.votes)} votes and ${Math.round(share * wished.pages)} pages a second`;
  return [
    `Clarion through its whole stack at a steady rate for ${sayNumber(minutes)} minutes: ${rate}, whether replies come or not; a
time is from when a request was due. ${sayNumber(voters)} people vote in turn, on one proposal after the other, and all look; counts are hidden from whoever has not voted, so once all have voted
on ten proposals, after ${sayNumber(10 * voters)} votes, each is shown the order, with the counts that are not hidden from them. The load comes from this machine too, which with it answered ${sayNumber(most)} a second at
most; the rate is what was wished for, or 60 % of that where that is less. Then half of it for a tenth of the time. Then ${crowd} ask without a pause, more than are
answered at once, and then the steady rate again. Every vote that was taken is in the database, and the counts are those
of the votes.`,
    targetTable(targetsOf(soaked)),
    ...slowness(soaked),
    table(HEAD, [
      ...windows.map(({ parts, ...held }, at) => row(`${at + 1}/${windows.length}`, parts, held)),
      row('half the rate', calm.parts, calm),
      row('past the limit', past),
      row('right after', after),
    ]),
  ].join('\n\n');
}
