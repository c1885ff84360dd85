import { type Target, table, targetTable } from '../document.js';
import { ratios, sayNumber, saySpread, spread } from '../spread.js';
import { column, type Measured } from '../turns.js';
import { BUNDLES, type BundleName } from './bundles.js';
import type { Written } from './written.js';

export interface BundleMeasured {
  bundle: BundleName;
  written: Written;
  measured: Measured[];
}

const MB = 2 ** 20;
const TARGETS = [
  { name: 'command line', most: 5_000 },
  { name: 'Chromium', most: 10_000 },
];

const times = (measured: Measured) => column(measured, ({ milliseconds }) => milliseconds);

function targetsOf({ bundle, measured }: BundleMeasured): Target[] {
  return TARGETS.map(({ name, most }) => {
    const found = measured.find((one) => one.name === name);
    const median = found ? spread(times(found)).median : null;
    return {
      job: `${bundle}, ${name}`,
      target: `≤ ${sayNumber(most / 1_000)} s`,
      measured: median === null ? 'not here' : `${sayNumber(median / 1_000)} s`,
      isMet: median === null ? null : median <= most,
    };
  });
}

function rowsOf({ bundle, measured }: BundleMeasured): string[][] {
  const [engine] = measured;
  return measured.map((one) => [
    bundle,
    one.name,
    saySpread(spread(times(one))),
    engine ? saySpread(ratios(times(one), times(engine))) : '',
    sayNumber(spread(column(one, ({ cpuMilliseconds }) => cpuMilliseconds)).median),
    saySpread(spread(column(one, ({ peakBytes }) => peakBytes / MB))),
    sayNumber(spread(column(one, ({ growthBytes }) => growthBytes / MB)).median),
  ]);
}

const said = (ballots: number): string =>
  ballots === 0 ? '' : ` and ${ballots.toLocaleString('en-GB')} ballots of one to five of them`;

function sayBundle({ bundle, written }: BundleMeasured): string {
  const { votes, bytes, zipBytes, lenses, milliseconds } = written;
  return `${bundle}: ${votes.toLocaleString('en-GB')} votes of 20,000 people on 500 proposals${said(BUNDLES[bundle])}, ${sayNumber(bytes / MB)} MB in files, ${sayNumber(zipBytes / MB)} MB as a zip, orders ${lenses.join(', ')}, written in ${sayNumber(milliseconds / 1_000)} s`;
}

/** The section, in Markdown. */
export function reportRecount(bundles: readonly BundleMeasured[]): string {
  const rounds = bundles[0]?.measured[0]?.turns.length ?? 0;
  return [
    `A published round, recounted from its zip: hashes, signature, counts and every order. ${bundles.map(sayBundle).join('; ')}. The command line is \`recount bundle.zip\` from its start to its end; Chromium runs the web app’s own worker, from raising it to its last word, the fetch from this machine included. All said identical. ${rounds} turns each. Memory is that of the process (in Chromium, the one that draws the page), and how much more that was than before the recount.`,
    targetTable(bundles.flatMap(targetsOf)),
    table(
      [
        'bundle',
        'subject',
        'milliseconds',
        'share of the recount alone',
        'CPU ms',
        'most MB',
        'growth MB',
      ],
      bundles.flatMap(rowsOf),
    ),
  ].join('\n\n');
}
