import { type Target, table, targetTable } from '../document.js';
import { ratios, sayNumber, saySpread, spread } from '../spread.js';
import { column, type Measured, type Sample } from '../turns.js';
import type { BesidePlanted, BesideReference, Check, GroupsSample, Prepared } from './samples.js';
import { WORLDS, type WorldName } from './worlds.js';

export interface WorldMeasured {
  world: WorldName;
  rounds: number;
  prepared: Prepared;
  check: Check;
  /** The first call in a new process. */
  cold: Measured<GroupsSample>;
  /** The second, after a cold one. */
  warm: Measured<GroupsSample>;
  /** The first in a new process. */
  warmFirst: Measured<GroupsSample>;
  /** One pass of the power iteration; null where there is no C compiler. */
  pass: Measured;
  inC: Measured | null;
}

export interface PlantedFound {
  found: number;
  toPlanted: BesidePlanted;
  reference: BesideReference;
}

const MB = 2 ** 20;
const times = (measured: Measured) => column(measured, ({ milliseconds }) => milliseconds);
const median = (measured: Measured, of: (turn: Sample) => number) =>
  spread(column(measured, of)).median;
const index = (value: number | null) => value?.toFixed(3) ?? '–';

const TARGETS: Record<WorldName, { cold: number; warm: number }> = {
  '100,000 × 1,000': { cold: 300, warm: 100 },
  '1,000,000 × 2,000': { cold: 3_000, warm: 1_000 },
};
const MOST_MB = 300;
const MOST_PASS = 3;
/** What gathering people into the cells of a grid cost in agreement when it was chosen. */
const LEAST_INDEX = 0.977;

function timeRows({ world, cold, warm, warmFirst, pass, inC }: WorldMeasured): string[][] {
  const row = (measured: Measured, passes: string) => [
    world,
    measured.name,
    saySpread(spread(times(measured))),
    saySpread(ratios(times(measured), times(cold))),
    sayNumber(median(measured, ({ cpuMilliseconds }) => cpuMilliseconds)),
    passes,
  ];
  const passesOf = ({ turns }: Measured<GroupsSample>) => String(turns[0]?.passes);
  return [
    row(cold, passesOf(cold)),
    row(warm, passesOf(warm)),
    row(warmFirst, passesOf(warmFirst)),
    row(pass, '1'),
    ...(inC ? [row(inC, '1')] : []),
  ];
}

function memoryRow({ world, cold, warm }: WorldMeasured): string[] {
  const of = (measured: Measured, what: 'peakBytes' | 'growthBytes') =>
    saySpread(spread(column(measured, (turn) => turn[what] / MB)));
  return [
    world,
    of(cold, 'peakBytes'),
    of(cold, 'growthBytes'),
    of(warm, 'peakBytes'),
    of(warm, 'growthBytes'),
  ];
}

function targetsOf({ world, cold, warm, pass, inC, check }: WorldMeasured): Target[] {
  const { cold: coldMost, warm: warmMost } = TARGETS[world];
  const takes = (measured: Measured) => spread(times(measured)).median;
  const peaks = [cold, warm].map((one) => median(one, ({ peakBytes }) => peakBytes) / MB);
  const { reference } = check;
  const share = inC ? ratios(times(pass), times(inC)).median : null;
  return [
    {
      job: `${world}, cold`,
      target: `≤ ${sayNumber(coldMost)} ms`,
      measured: `${sayNumber(takes(cold))} ms`,
      isMet: takes(cold) <= coldMost,
    },
    {
      job: `${world}, warm`,
      target: `≤ ${sayNumber(warmMost)} ms (a third of the target for cold)`,
      measured: `${sayNumber(takes(warm))} ms`,
      isMet: takes(warm) <= warmMost,
    },
    {
      job: `${world}, memory of the whole process, input and Node included`,
      target: `≤ ${MOST_MB} MB`,
      measured: `${peaks.map(sayNumber).join(' MB cold, ')} MB warm`,
      isMet: Math.max(...peaks) <= MOST_MB,
    },
    {
      job: `${world}, a pass over the votes`,
      target: `≤ ${MOST_PASS} × the C loop`,
      measured: share === null ? 'no C compiler here' : `${sayNumber(share)} ×`,
      isMet: share === null ? null : share <= MOST_PASS,
    },
    {
      job: `${world}, equal to full k-means without a grid`,
      target: `as many groups, index ≥ ${LEAST_INDEX}`,
      measured: reference
        ? `${check.found} and ${reference.k} groups, ${index(reference.toFound)}`
        : 'not in a quick run',
      isMet: reference && check.found === reference.k && (reference.toFound ?? 0) >= LEAST_INDEX,
    },
  ];
}

function comparisonRow({ world, check }: WorldMeasured): string[] {
  const { toPlanted, reference } = check;
  return [
    world,
    `${check.found} (${check.sizes.map((size) => size.toLocaleString('en-GB')).join(', ')})`,
    reference ? sayReference(reference) : '',
    index(check.toWarm),
    ...plantedCells(toPlanted),
  ];
}

function sayReference({ k, toFound, milliseconds }: BesideReference): string {
  return `${k}, ${index(toFound)} (${sayNumber(milliseconds)} ms)`;
}

function plantedCells({ groups, found, best }: BesidePlanted): string[] {
  return [String(groups), index(found), index(best)];
}

function sayWorld({ world, prepared }: WorldMeasured): string {
  const { people } = WORLDS[world];
  const share = Math.round((prepared.grouped / people) * 100);
  return `${world}: ${prepared.votes.toLocaleString('en-GB')} votes, ${share} % of the people with seven or more`;
}

/** The section, in Markdown. */
export function reportGroups(
  worlds: readonly WorldMeasured[],
  planted: readonly PlantedFound[],
): string {
  const rounds = worlds[0]?.rounds ?? 0;
  return [
    `People × statements, with votes in the shapes of 17 real deliberations (votes a voter, agree, disagree and pass a statement), stretched to the total. ${worlds.map(sayWorld).join('; ')}. ${rounds} turns each, every turn in a new process. Cold is what the API’s thread does when it begins; warm is what it does next, once more votes came, for it is kept while they do; in a new process the compiler’s warming up comes on top, as after a restart. A pass is the time of all passes of a cold start by their number, once the compiler has warmed up; a pass in C is the same multiplication over the same packed votes.`,
    targetTable(worlds.flatMap(targetsOf)),
    table(
      ['size', 'subject', 'milliseconds', 'share of cold', 'CPU ms', 'passes'],
      worlds.flatMap(timeRows),
    ),
    table(
      [
        'MB',
        'cold, whole process',
        'cold, above the input',
        'warm, whole process',
        'warm, above the input',
      ],
      worlds.map(memoryRow),
    ),
    'How alike groups are, by adjusted Rand index (1 is equal). The reference is k-means over every person’s own place, the best of several runs for each of 2 to 5 groups, written apart from the product. Few votes say little about a person, so the planted groups are also compared with an informed guess from the same votes: the likeliest group of each person, for somebody who knows how the middle of each group answers each statement.',
    table(
      [
        'size',
        'found',
        'full k-means',
        'cold to warm',
        'planted',
        'found to planted',
        'informed guess to planted',
      ],
      worlds.map(comparisonRow),
    ),
    table(
      [
        '20,000 people with 60 votes on average',
        'full k-means',
        'planted',
        'found to planted',
        'informed guess to planted',
      ],
      planted.map(({ found, toPlanted, reference }) => [
        `${found} found`,
        sayReference(reference),
        ...plantedCells(toPlanted),
      ]),
    ),
  ].join('\n\n');
}
