import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LensId } from '../src/lens/lenses.js';
import type { RankingInput } from '../src/ranking-input.js';
import { ballotsOf } from './ballots.js';

type Votes = [clp: number | null, agree: number, disagree: number, pass: number];
type Counts = [agree: number, disagree: number, pass: number];

interface Rules {
  quorumVotes: number;
  quorumClps: number;
  clpFloorForBreadth: number;
}

/** What is ranked, as it is written in a vector. */
interface Given {
  regions: string[];
  clps: { name: string; region: number }[];
  proposals: { number: number; votes: Votes[]; groups?: Counts[] }[];
  groupCount?: number;
  ballots?: { numbers: number[]; times: number }[];
}

export interface RankingVector extends Given {
  name: string;
  rules: Rules;
  expected: Record<
    LensId,
    {
      number: number;
      rank: number | null;
      tied: boolean;
      score: number;
      load?: number;
      votesNeeded?: number;
      clpsNeeded?: number;
    }[]
  >;
}

const read = (name: string) =>
  JSON.parse(readFileSync(join(process.cwd(), 'vectors', name), 'utf8'));

export const VECTORS: RankingVector[] = read('ranking.json');

function groupsOf({ proposals, groupCount }: Given): RankingInput['groups'] {
  if (!groupCount) return null;
  const side = (at: 0 | 1 | 2) =>
    Uint32Array.from(proposals.flatMap(({ groups = [] }) => groups.map((counts) => counts[at])));
  return { groups: groupCount, agree: side(0), disagree: side(1), pass: side(2) };
}

/** Votes as columns. */
export function inputOf(given: Given): RankingInput {
  const sum = (votes: Votes[], column: 1 | 2 | 3) =>
    votes.reduce((total, vote) => total + vote[column], 0);
  const { proposals, clps, regions, ballots = [] } = given;
  const cells = proposals.flatMap(({ votes }, index) =>
    votes.flatMap(([clp, ...counts]) => (clp === null ? [] : [[index, clp, ...counts]])),
  );
  const column = (at: number) => Uint32Array.from(cells, (cell) => cell[at] as number);
  const total = (at: 1 | 2 | 3) => Uint32Array.from(proposals, ({ votes }) => sum(votes, at));
  const index = new Map(proposals.map(({ number }, p) => [number, p]));
  const counted = {
    proposal: column(0),
    clp: column(1),
    agree: column(2),
    disagree: column(3),
    pass: column(4),
  };
  return {
    counts: { agree: total(1), disagree: total(2), pass: total(3) },
    number: Uint32Array.from(proposals, ({ number }) => number),
    cells: counted,
    // As though all of them had been told.
    toldCells: counted,
    geography: {
      regionOfClp: Int32Array.from(clps, ({ region }) => region),
      regionCount: regions.length,
    },
    groups: groupsOf(given),
    ballots: ballotsOf(
      ballots.flatMap(({ numbers, times }) =>
        new Array<number[]>(times).fill(numbers.map((number) => index.get(number) ?? -1)),
      ),
    ),
  };
}

type Made = [times: number, modulo: number];

export interface TenThousand extends Pick<RankingVector, 'name' | 'rules' | 'regions' | 'clps'> {
  made: {
    proposals: number;
    groups: { agree: Made; disagree: Made; pass: Made }[];
    ballots: number;
    chosen: Made[];
  };
  expected: Record<LensId, number[]> & { above: number };
}

export const TEN_THOUSAND: TenThousand = read('ten-thousand.json');

/** The ten thousand proposals written out. */
export function writtenOut({ made, regions, clps }: TenThousand): Given {
  const proposals = Array.from({ length: made.proposals }, (_, i) => {
    const number = i + 1;
    const groups = made.groups.map(({ agree, disagree, pass }) =>
      [agree, disagree, pass].map(([times, modulo]) => (number * times) % modulo),
    ) as Counts[];
    return { number, groups, votes: groups.map((counts, clp): Votes => [clp, ...counts]) };
  });
  const ballots = Array.from({ length: made.ballots }, (_, b) => ({
    numbers: [...new Set(made.chosen.map(([m, k]) => ((b * b * m + b * k) % 997) + 1))],
    times: 1 + (b % 3),
  }));
  return { regions, clps, proposals, ballots, groupCount: made.groups.length };
}
