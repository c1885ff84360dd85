import { type Target, table, targetTable } from '../document.js';
import { ratios, type Spread, sayNumber, saySpread, spread } from '../spread.js';
import { column, type Measured } from '../turns.js';
import type { Block, VoteSample } from './measured.js';
import { reportParts, reportSets } from './report-parts.js';
import { reportUnmet, type Wished } from './report-unmet.js';
import type { SetAlone } from './sets-alone.js';
import { CLARION, FLOOR } from './subjects.js';

/** How many times the floor's votes a second, at 64 at once. */
const LEAST = { hot: 4, slow: 8, spread: 2 };
const CROWD = 64;

const times = (measured: Measured<VoteSample>) =>
  column(measured, ({ milliseconds }) => milliseconds);

function shareOf({ measured }: Block, name: string): Spread | null {
  const [floor, one] = [FLOOR, name].map((each) => measured.find((of) => of.name === each));
  return floor && one ? ratios(times(floor), times(one)) : null;
}

const titleOf = ({ isSpread, slower }: Pick<Block, 'isSpread' | 'slower'>) =>
  isSpread
    ? 'spread over many proposals'
    : slower > 0
      ? `one hot proposal, each flush ${slower} ms longer`
      : 'one hot proposal';

function targetOf(blocks: readonly Block[], isSpread: boolean, isSlow: boolean): Target & Wished {
  const least = isSpread ? LEAST.spread : isSlow ? LEAST.slow : LEAST.hot;
  const block = blocks.find(
    (each) => each.isSpread === isSpread && each.slower > 0 === isSlow && each.atOnce === CROWD,
  );
  const share = block ? shareOf(block, CLARION) : null;
  return {
    job: `votes, ${titleOf({ isSpread, slower: isSlow ? (block?.slower ?? 2) : 0 })}, ${CROWD} at once`,
    target: `≥ ${least} × the floor`,
    measured: share
      ? `${sayNumber(share.median)} ×`
      : 'there was no C compiler to slow the disk with',
    isMet: share ? share.median >= least : null,
    least,
    block: block ?? null,
  };
}

function rowsOf(block: Block): string[][] {
  return block.measured.map((measured) => {
    const middle = (of: (turn: VoteSample) => number) => spread(column(measured, of)).median;
    const share = shareOf(block, measured.name);
    return [
      titleOf(block),
      String(block.atOnce),
      measured.name,
      sayNumber(1000 / middle(({ milliseconds }) => milliseconds)),
      share ? saySpread(share) : '–',
      sayNumber(middle(({ p50 }) => p50)),
      sayNumber(middle(({ p99 }) => p99)),
      sayNumber(middle(({ cpuMilliseconds }) => cpuMilliseconds)),
      sayNumber(middle(({ postgresMilliseconds }) => postgresMilliseconds)),
    ];
  });
}

const HEAD = [
  'votes',
  'at once',
  '',
  'a second',
  '× the floor',
  'p50 ms',
  'p99 ms',
  'CPU ms of Node a vote',
  'of Postgres',
];

export function reportVotes(
  blocks: readonly Block[],
  sets: readonly SetAlone[],
  { voters, proposals }: { voters: number; proposals: number },
): string {
  const flushes = blocks
    .filter(({ isSpread }) => !isSpread)
    .filter(({ slower }, at, all) => all.findIndex((each) => each.slower === slower) === at)
    .map(
      ({ slower, flush }) => `${sayNumber(flush)} ms${slower > 0 ? ` with ${slower} added` : ''}`,
    );
  const targets = [
    targetOf(blocks, false, false),
    targetOf(blocks, false, true),
    targetOf(blocks, true, false),
  ];
  return [
    `${voters.toLocaleString('en-GB')} people with a session each, ${proposals} proposals; the load comes from this machine too. A commit alone took ${flushes.join(', ')}.
The floor is \`node:http\` and \`pg\` with one prepared call a vote that finds the session and writes vote and count. The
ordinary Nest reads, changes and saves in a TypeORM transaction; PostGraphile calls a function as a mutation. Clarion
is asked as by the web app: session, pace, document by hash, rules, pseudonym, commitment, counts of all and by CLP.
After each load the counts were compared with the votes, of everybody: none had drifted.`,
    targetTable(targets),
    reportUnmet(targets),
    ...blocks
      .filter(({ isSpread, slower, atOnce }) => !isSpread && slower === 0 && atOnce === CROWD)
      .map(reportParts),
    reportSets(sets),
    table(HEAD, blocks.flatMap(rowsOf)),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
