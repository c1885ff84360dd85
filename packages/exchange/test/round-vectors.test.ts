import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { type RoundInput, rankedRows, recountRound, writeRound } from '../src/round/index.js';
import { electorate, testKey } from './electorate.js';

interface Vector {
  name: string;
  rules: { quorumVotes: number; quorumClps: number; clpFloorForBreadth: number };
  regions: string[];
  clps: { name: string; region: number }[];
  proposals: { number: number; votes: [number | null, number, number, number][] }[];
  ballots: { numbers: number[]; times: number }[];
  expected: Record<string, Expected[]>;
}

interface Expected {
  number: number;
  rank: number | null;
  tied: boolean;
  score: number;
  votesNeeded?: number;
  load?: number;
}

const VECTORS = JSON.parse(
  readFileSync(new URL('../../deliberation/vectors/ranking.json', import.meta.url), 'utf8'),
) as Vector[];

/**
 * The vector as a round: every vote by another person, who votes on nothing else, so that no groups are
 * found; and the priority ballots published.
 */
function roundOf({ rules, regions, clps, proposals, ballots }: Vector): RoundInput {
  const official = { officialLens: 'priorities@1' as const, priorityBallotSize: 50 };
  const empty = electorate({ people: 0, proposals: 0, seed: '', rules: { ...rules, ...official } });
  const sorted = [...proposals].sort((a, b) => a.number - b.number);
  const votes = sorted.flatMap((proposal, statement) =>
    proposal.votes.flatMap(([clp, agree, disagree, pass]) =>
      [agree, disagree, pass].flatMap((count, at) =>
        Array.from({ length: count }, () => ({
          clp: clp ?? -1,
          statement,
          choice: [1, -1, 0][at] ?? 0,
        })),
      ),
    ),
  );
  const all = ballots.flatMap(({ numbers, times }) =>
    Array.from({ length: times }, () =>
      numbers.map((number) => sorted.findIndex((proposal) => proposal.number === number)),
    ),
  );
  return {
    ...empty,
    ballots: {
      starts: Uint32Array.from(
        [0, ...all.keys()],
        (_, ballot) => all.slice(0, ballot).flat().length,
      ),
      proposal: Uint32Array.from(all.flat()),
    },
    regions,
    clps,
    proposals: sorted.map(({ number }) => ({
      id: `p${number}`,
      number,
      status: 'published',
      statement: `Proposal ${number}`,
      authorName: 'Asha Patel',
      isLeftOut: false,
    })),
    clpOf: Int32Array.from(votes, ({ clp }) => clp),
    votes: {
      person: Uint32Array.from(votes, (_, person) => person),
      statement: Uint32Array.from(votes, ({ statement }) => statement),
      choice: Int8Array.from(votes, ({ choice }) => choice),
    },
  };
}

describe('the vectors of deliberation, recounted from a published round', () => {
  test.each(VECTORS)('$name', async (vector) => {
    const { files } = await writeRound(roundOf(vector), await testKey());
    const report = await recountRound(files);
    expect(report).toMatchObject({ identical: true, firstDifference: null });
    // Ten ballots or more, or there is no such order.
    const isPrioritised = vector.ballots.reduce((sum, { times }) => sum + times, 0) >= 10;
    for (const lens of ['support@1', 'breadth@1', ...(isPrioritised ? ['priorities@1'] : [])]) {
      const recount = report.rankings.find((found) => found.lens === lens);
      if (!recount) throw new Error(`${lens} was not recounted.`);
      const { proposals = [] } = report.tables ?? {};
      const found = rankedRows(recount, proposals).map((row, position) => ({
        number: row.number,
        rank: row.rank,
        tied: row.isTied,
        score: row.score.toFixed(12),
        votesNeeded: row.votesNeeded,
        load: finite(recount.ranking.priorities?.load[recount.ranking.order[position] ?? 0]),
      }));
      expect(found).toEqual(
        (vector.expected[lens] ?? []).map(
          ({ number, rank, tied, score, votesNeeded = 0, load }) => ({
            ...{ number, rank, tied, votesNeeded },
            score: score.toFixed(12),
            load: finite(load),
          }),
        ),
      );
    }
  });
});

/** A load to twelve decimals; null where nobody chose. */
function finite(load: number | undefined): string | null {
  return load !== undefined && Number.isFinite(load) ? load.toFixed(12) : null;
}
