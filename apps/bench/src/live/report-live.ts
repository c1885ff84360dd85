import { table, targetTable } from '../document.js';
import { sayNumber, saySpread, spread } from '../spread.js';

export interface LiveMeasured {
  /** Connections, each with a subscription. */
  count: number;
  /** Milliseconds in which all were opened. */
  opened: number;
  /** The most that the server held before and after, in bytes. */
  memory: { before: number; after: number };
  single: { last: number[]; middle: number[]; cpuMicroseconds: number };
  busy: { votes: number; most: number; last: number };
  busyMs: number;
}

const MOST_MS = 1_000;
const MB = 2 ** 20;

export function reportLive(measured: LiveMeasured): string {
  const { count, opened, memory, single, busy, busyMs } = measured;
  const last = spread(single.last);
  const people = count.toLocaleString('en-GB');
  const grown = memory.after - memory.before;
  const seconds = busyMs / 1_000;
  return [
    `${people} people, each signed in, who voted on a proposal whose counts are hidden until one has, watch its counts, each over a connection of their own to one process; votes come alone, two seconds apart, and then without a pause for ${sayNumber(seconds)} s. All on one machine: the listeners take a core of their own. Times are from the sending of a vote.`,
    targetTable([
      {
        job: `a vote’s new counts at all ${people}`,
        target: `≤ ${MOST_MS / 1_000} s, at worst`,
        measured: `${sayNumber(last.most / 1_000)} s`,
        isMet: last.most <= MOST_MS,
      },
      {
        job: 'votes without a pause come together',
        target: 'about one message a second',
        measured: `${busy.most} messages for ${busy.votes.toLocaleString('en-GB')} votes in ${sayNumber(seconds)} s`,
        isMet: busy.most <= 2 + Math.ceil(seconds / 0.8) + 1,
      },
    ]),
    table(
      ['', 'least / **median** / most'],
      [
        ['the last of them told, ms', saySpread(last)],
        ['the one in the middle, ms', saySpread(spread(single.middle))],
        ['the last told of the last of many votes, ms after it', sayNumber(busy.last)],
        ['processor time of the server, µs a message', sayNumber(single.cpuMicroseconds)],
        ['opening all connections, s', sayNumber(opened / 1_000)],
        [
          'memory of the server, MB: before, the most after',
          `${sayNumber(memory.before / MB)}, ${sayNumber(memory.after / MB)}`,
        ],
        ['memory a connection, kB', sayNumber(grown / 1024 / count)],
      ],
    ),
  ].join('\n\n');
}
