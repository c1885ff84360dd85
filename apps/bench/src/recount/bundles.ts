import { type OpinionVotes, rulesFrom, seeded } from '@clarion/deliberation';
import type { RoundInput } from '@clarion/exchange/round';
import { plantVotes } from '../groups/planted-votes.js';

/** Bundles to be recounted, all of the same million votes: how many priority ballots are in each. */
export const BUNDLES = {
  'a million votes': 0,
  'a million votes and 12,000 priority ballots': 12_000,
  'a million votes and a million priority ballots': 1_000_000,
} as const;

export type BundleName = keyof typeof BUNDLES;

/** How many vote on how much. */
export interface Size {
  people: number;
  statements: number;
  votes: number;
}

const MILLION: Size = { people: 20_000, statements: 500, votes: 1_000_000 };
const CLPS = 630;
const REGIONS = 11;
const MOST_CHOSEN = 5;

/** Some voters choose up to five, of which the first are chosen more often. */
function drawBallots(ballots: number, statements: number, random: () => number) {
  const starts = new Uint32Array(ballots + 1);
  const proposal = new Uint32Array(ballots * MOST_CHOSEN);
  let chosen = 0;
  for (let ballot = 1; ballot <= ballots; ballot++) {
    const from = chosen;
    const end = from + 1 + Math.floor(random() * MOST_CHOSEN);
    while (chosen < end) {
      const at = Math.floor(random() ** 2 * statements);
      if (proposal.subarray(from, chosen).includes(at)) continue;
      proposal[chosen] = at;
      chosen += 1;
    }
    starts[ballot] = chosen;
  }
  const clp = Int32Array.from({ length: ballots }, (_, ballot) => ballot % CLPS);
  return { starts, proposal: proposal.slice(0, chosen), clp };
}

/** The same votes with each person's in the order of the proposals. */
function sorted({ person, statement, choice }: OpinionVotes): OpinionVotes {
  const order = Uint32Array.from(person.keys()).sort(
    (a, b) =>
      (person[a] as number) - (person[b] as number) ||
      (statement[a] as number) - (statement[b] as number),
  );
  return {
    person: Uint32Array.from(order, (i) => person[i] as number),
    statement: Uint32Array.from(order, (i) => statement[i] as number),
    choice: Int8Array.from(order, (i) => choice[i] as number),
  };
}

/** What a round of a million votes is written from; for tests, of fewer. */
export function roundInput(ballots: number, size: Size = MILLION): RoundInput {
  const { people, statements } = size;
  const { votes } = plantVotes({ ...size, groups: 2, seed: 'a round' });
  const random = seeded('a round/people');
  const rules = rulesFrom('standard', '2026-10-01');
  return {
    consultation: {
      id: '0192f0c1-0000-7000-8000-000000000001',
      title: 'How do we get dentists back?',
    },
    round: {
      id: '0192f0c1-0000-7000-8000-00000000000a',
      number: 1,
      publishedAt: '2026-11-20T09:00:00.000Z',
    },
    rules: ballots > 0 ? { ...rules, officialLens: 'priorities@1' } : rules,
    rollSize: (people + ballots) * 5,
    regions: Array.from({ length: REGIONS }, (_, region) => `Region ${region + 1}`),
    clps: Array.from({ length: CLPS }, (_, clp) => ({
      name: `Constituency ${String(clp + 1).padStart(3, '0')}`,
      region: clp % REGIONS,
    })),
    proposals: Array.from({ length: statements }, (_, at) => ({
      id: `0192f0c1-0000-7000-8000-1000${String(at).padStart(8, '0')}`,
      number: at + 1,
      status: 'published',
      statement: `Open ${at + 1} more practices where the last one closed, and pay dentists to stay in them.`,
      authorName: 'Asha Rahman',
      isLeftOut: false,
    })),
    clpOf: Int32Array.from({ length: people }, () => Math.floor(random() * CLPS)),
    votes: sorted(votes),
    ballots: ballots > 0 ? drawBallots(ballots, statements, random) : null,
    before: null,
  };
}
