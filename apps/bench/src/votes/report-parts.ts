import { availableParallelism } from 'node:os';
import { table } from '../document.js';
import { sayNumber, spread } from '../spread.js';
import { column } from '../turns.js';
import type { Block, VoteSample } from './measured.js';
import type { SetAlone } from './sets-alone.js';
import { CLARION, DOORS, FLOOR } from './subjects.js';

/** What one subject's vote takes of the processors, in milliseconds, and how many there are a second. */
export function takenBy({ measured }: Block, name: string) {
  const found = measured.find((each) => each.name === name);
  if (!found) return null;
  const middle = (of: (turn: VoteSample) => number) => spread(column(found, of)).median;
  const asking = middle(({ askingMilliseconds }) => askingMilliseconds);
  const node = middle(({ cpuMilliseconds }) => cpuMilliseconds);
  const postgres = middle(({ postgresMilliseconds }) => postgresMilliseconds);
  const aSecond = 1000 / middle(({ milliseconds }) => milliseconds);
  return { asking, node, postgres, sum: asking + node + postgres, aSecond };
}

/** Where the time of a vote goes under this load, and what could be reached where nothing but the processors bounded it. */
export function reportParts(block: Block): string {
  const [vote, doors, floor] = [CLARION, DOORS, FLOOR].map((name) => takenBy(block, name));
  if (!vote || !doors || !floor) return '';
  const processors = availableParallelism();
  const most = (processors * 1000) / vote.sum;
  const mostBehindDoors = (processors * 1000) / doors.sum;
  const times = (aSecond: number) => `${sayNumber(aSecond / floor.aSecond)} × the floor`;
  const rows = [
    ['who asks: the bench itself', vote.asking],
    ['Node: HTTP, doors, session, pace, document, GraphQL', doors.node],
    ['Node: pseudonym, commitment, the set, the reply with counts', vote.node - doors.node],
    ['Postgres: session and pace', doors.postgres],
    ['Postgres: the set', vote.postgres - doors.postgres],
    ['together', vote.sum],
    ['the floor together', floor.sum],
  ] as const;
  return [
    `**Where the time of a vote goes** on one hot proposal, ${block.atOnce} at once. Doors alone are votes with a random
number that cannot be read: the same server does all that it does for a vote, and refuses it before the set.`,
    table(
      ['what', 'CPU ms of a vote'],
      rows.map(([what, milliseconds]) => [what, sayNumber(milliseconds)]),
    ),
    `${processors} processors, shared with who asks, could bear ${sayNumber(most)} such votes a second (${times(most)}) if they
never waited; they bore ${sayNumber(vote.aSecond)}. Doors alone were ${sayNumber(doors.aSecond)} a second (${times(doors.aSecond)}), of ${sayNumber(mostBehindDoors)} that
the processors could bear: no set, however fast, can bring a vote beyond that.`,
  ].join('\n\n');
}

/** How long sets alone take, by their size and by their statements. */
export function reportSets(sets: readonly SetAlone[]): string {
  const parts = [...new Set(sets.flatMap((each) => [...each.parts.keys()]))];
  return [
    `**A set alone**: the same statements in a process of their own, one set after the other, without HTTP, by people who
had voted on other proposals. Its statements are sent ahead; their milliseconds are from one answer to the next.`,
    table(
      ['votes in a set', ...sets.map(({ size }) => String(size))],
      [
        ['milliseconds', ...sets.map((each) => sayNumber(each.milliseconds))],
        ['CPU ms of Node a vote', ...sets.map((each) => sayNumber(each.cpuMilliseconds))],
        ['CPU ms of Postgres a vote', ...sets.map((each) => sayNumber(each.postgresMilliseconds))],
        ...parts.map((part) => [
          `milliseconds: ${part}`,
          ...sets.map((each) => sayNumber(each.parts.get(part) ?? 0)),
        ]),
      ],
    ),
  ].join('\n\n');
}
