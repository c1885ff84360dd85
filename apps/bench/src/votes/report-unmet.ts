import { availableParallelism } from 'node:os';
import { sayNumber } from '../spread.js';
import type { Block } from './measured.js';
import { takenBy } from './report-parts.js';
import { CLARION, FLOOR } from './subjects.js';

/** A target that was measured, with the load it is of. */
export interface Wished {
  job: string;
  /** Times the floor. */
  least: number;
  block: Block | null;
  isMet: boolean | null;
}

/** What is next, whichever load it is: what profiles and plans showed of what is left. */
const NEXT = [
  'The two foreign keys of a vote are looked up row by row, 0.02 to 0.03 ms of Postgres each (`EXPLAIN ANALYZE` of the insert), though its set has both rows under lock: checked once a set they would cost next to nothing.',
  'Of a set some seven statements cost Node and Postgres the same however few votes it holds: counts written by the statement that writes the votes would save one, and connections that keep the settings of votes another.',
  'Of what is left in Node no part is large: reading and writing HTTP is the most, then what is made and thrown away (eighty kilobytes a vote). A second instance would need a third processor.',
];

/** Why a target is not met: what it would leave for a vote, and what one takes. */
function whyNot({ job, least, block }: Wished): string {
  const [vote, floor] = block ? [takenBy(block, CLARION), takenBy(block, FLOOR)] : [null, null];
  if (!vote || !floor) return '';
  const processors = availableParallelism();
  const wished = least * floor.aSecond;
  const room = (processors * 1000) / wished;
  const parts = `Node ${sayNumber(vote.node)}, Postgres ${sayNumber(vote.postgres)}, who asks ${sayNumber(vote.asking)}`;
  const bound =
    vote.sum > room
      ? `so these processors cannot bear it, and one thread of Node bears ${sayNumber(1000 / vote.node)} a second.`
      : 'so there is room for it, and what is missing is waited for.';
  return `- ${job}: ${sayNumber(wished)} a second leave ${sayNumber(room)} ms of ${processors} processors for each; a vote takes ${sayNumber(vote.sum)} (${parts}), ${bound}`;
}

/** The measured reason of each target that is not met, and what is next; nothing where all are. */
export function reportUnmet(wished: readonly Wished[]): string {
  const unmet = wished.filter(({ isMet }) => isMet === false).map(whyNot);
  if (unmet.length === 0) return '';
  const next = NEXT.map((idea, at) => `${at + 1}. ${idea}`);
  return [
    '**Why a target is not met.**',
    unmet.join('\n'),
    '**What is next**, in the order of what it would bring:',
    next.join('\n'),
  ].join('\n\n');
}
