import { type Target, table, targetTable } from '../document.js';
import { type Spread, sayNumber, saySpread, spread } from '../spread.js';
import type { Held } from './process-memory.js';
import type { Started } from './started.js';

export interface StartMeasured {
  ready: Pick<Started, 'milliseconds' | 'cpuMilliseconds'>[];
  held: Held[];
  /** `npm start` in a fresh clone; null where it could not be, or was not to be, measured. */
  fresh: { cold: number; warm: number[] } | null;
  /** How long a server had stood when its memory was looked at. */
  idleMs: number;
}

const COLD_MS = 90_000;
const WARM_MS = 10_000;
const READY_MS = 3_000;
const MB = 2 ** 20;
const MOST_BYTES = 200 * MB;

const seconds = (milliseconds: number) => `${sayNumber(milliseconds / 1_000)} s`;
const inUnits = ({ least, median, most }: Spread, unit: number): Spread => ({
  least: least / unit,
  median: median / unit,
  most: most / unit,
});

function targetsOf({ ready, held, fresh }: StartMeasured): Target[] {
  const time = spread(ready.map(({ milliseconds }) => milliseconds)).median;
  const memory = spread(held.map(({ server, database }) => server + database)).median;
  const timed = (job: string, most: number, measured: number | null): Target => ({
    job,
    target: `≤ ${seconds(most)}`,
    measured: measured === null ? '' : seconds(measured),
    isMet: measured === null ? null : measured <= most,
  });
  return [
    timed('cold `npm start`', COLD_MS, fresh?.cold ?? null),
    timed('warm `npm start`', WARM_MS, fresh && spread(fresh.warm).median),
    timed('server ready after its process starts', READY_MS, time),
    {
      job: 'idle memory, Postgres included',
      target: `≤ ${MOST_BYTES / MB} MB`,
      measured: `${sayNumber(memory / MB)} MB`,
      isMet: memory <= MOST_BYTES,
    },
  ];
}

/** The section, in Markdown. */
export function reportStart(measured: StartMeasured): string {
  const { ready, held, fresh, idleMs } = measured;
  const row = (name: string, values: readonly number[], unit: number) => [
    name,
    saySpread(inUnits(spread(values), unit)),
  ];
  return [
    `Cold is \`npm start\` in a fresh clone with an empty home, once: it fetches the packages, so it depends on the registry and the way to it, builds, and loads the demonstration. Warm is the same again. Ready is the built server alone (\`scripts/serve.mjs\`) on the demonstration, its Postgres started too. All until /health answers. Memory after ${sayNumber(idleMs / 1_000)} s in which nobody asked for anything: all that is resident of the server’s process, and Postgres’ own, whose processes share what they share (the sum of PSS in /proc/…/smaps_rollup). ${ready.length} turns each.`,
    targetTable(targetsOf(measured)),
    table(
      ['', 'least / **median** / most'],
      [
        ...(fresh ? [row('warm `npm start`, s', fresh.warm, 1_000)] : []),
        row(
          'ready, ms',
          ready.map(({ milliseconds }) => milliseconds),
          1,
        ),
        row(
          'processor time of the server until then, ms',
          ready.map(({ cpuMilliseconds }) => cpuMilliseconds),
          1,
        ),
        row(
          'memory of the server, MB',
          held.map(({ server }) => server),
          MB,
        ),
        row(
          'memory of Postgres, MB',
          held.map(({ database }) => database),
          MB,
        ),
      ],
    ),
  ].join('\n\n');
}
