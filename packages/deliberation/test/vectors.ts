import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LensId } from '../src/lens/lenses.js';
import type { RankingInput } from '../src/ranking-input.js';

type Votes = [clp: number | null, agree: number, disagree: number, pass: number];

export interface RankingVector {
  name: string;
  rules: { quorumVotes: number; quorumClps: number; clpFloorForBreadth: number };
  regions: string[];
  clps: { name: string; region: number }[];
  proposals: { number: number; votes: Votes[] }[];
  expected: Record<
    LensId,
    {
      number: number;
      rank: number | null;
      tied: boolean;
      score: number;
      votesNeeded?: number;
      clpsNeeded?: number;
    }[]
  >;
}

export const VECTORS: RankingVector[] = JSON.parse(
  readFileSync(join(process.cwd(), 'vectors', 'ranking.json'), 'utf8'),
);

/** Votes as columns. */
export function inputOf(
  vector: Pick<RankingVector, 'clps' | 'regions' | 'proposals'>,
): RankingInput {
  const sum = (votes: Votes[], column: 1 | 2 | 3) =>
    votes.reduce((total, vote) => total + vote[column], 0);
  const { proposals, clps, regions } = vector;
  const cells = proposals.flatMap(({ votes }, index) =>
    votes.flatMap(([clp, ...counts]) => (clp === null ? [] : [[index, clp, ...counts]])),
  );
  const column = (at: number) => Uint32Array.from(cells, (cell) => cell[at] as number);
  const total = (at: 1 | 2 | 3) => Uint32Array.from(proposals, ({ votes }) => sum(votes, at));
  return {
    counts: { agree: total(1), disagree: total(2), pass: total(3) },
    number: Uint32Array.from(proposals, ({ number }) => number),
    cells: {
      proposal: column(0),
      clp: column(1),
      agree: column(2),
      disagree: column(3),
      pass: column(4),
    },
    geography: {
      regionOfClp: Int32Array.from(clps, ({ region }) => region),
      regionCount: regions.length,
    },
  };
}
