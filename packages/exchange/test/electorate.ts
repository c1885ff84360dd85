import { type OpinionVotes, type Rules, rulesFrom, seeded } from '@clarion/deliberation';
import { publicKeyOf, sign } from '@clarion/record';
import type { RoundInput, RoundKey } from '../src/round/index.js';

export interface Wishes {
  people: number;
  proposals: number;
  seed: string;
  rules?: Partial<Rules>;
  /** Of all votes that could be cast, those that are. */
  turnout?: number;
  clps?: number;
}

const REGIONS = ['North West', 'Wales', 'Scotland', 'South West', 'London', 'Ynys, "Môn"'];

/** People in two camps who live somewhere, vote on some of the proposals, and choose what matters most. */
export function electorate({
  people,
  proposals,
  seed,
  rules = {},
  turnout = 0.6,
  clps = 12,
}: Wishes): RoundInput {
  const random = seeded(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const leaning = Array.from({ length: proposals }, () => [random(), random()]);
  const size = people * proposals;
  const columns = {
    person: new Uint32Array(size),
    statement: new Uint32Array(size),
    choice: new Int8Array(size),
  };
  let votes = 0;
  const starts = [0];
  const chosen: number[] = [];
  for (let person = 0; person < people; person += 1) {
    const camp = random() < 0.6 ? 0 : 1;
    for (let statement = 0; statement < proposals; statement += 1) {
      if (random() >= turnout) continue;
      columns.person[votes] = person;
      columns.statement[votes] = statement;
      const agrees = random() < (leaning[statement]?.[camp] ?? 0);
      columns.choice[votes] = random() < 0.1 ? 0 : agrees ? 1 : -1;
      votes += 1;
    }
    if (proposals === 0 || random() < 0.4) continue;
    const few = new Set(Array.from({ length: 1 + below(3) }, () => below(proposals)));
    chosen.push(...few);
    starts.push(chosen.length);
  }
  const clpOf = Int32Array.from({ length: people }, () => below(clps + 1) - 1);
  return {
    consultation: { id: '0192f0c1-0000-7000-8000-000000000001', title: 'Homes we can afford' },
    round: {
      id: '0192f0c1-0000-7000-8000-00000000000a',
      number: 3,
      publishedAt: '2026-11-20T09:00:00.000Z',
    },
    rules: { ...rulesFrom('quick', '2026-10-01'), quorumVotes: 5, quorumClps: 1, ...rules },
    rollSize: people * 3,
    regions: REGIONS,
    clps: Array.from({ length: clps }, (_, clp) => ({
      name: `CLP ${String(clp).padStart(3, '0')}`,
      region: clp === 0 ? -1 : clp % REGIONS.length,
    })),
    proposals: Array.from({ length: proposals }, (_, at) => ({
      id: `0192f0c1-0000-7000-8000-1000${String(at).padStart(8, '0')}`,
      number: at * 2 + 1,
      status: at % 7 === 5 ? ('withdrawn' as const) : ('published' as const),
      statement: at % 5 === 0 ? `=Build "council" homes, in\n${at} towns` : `Proposal ${at}`,
      authorName: at % 3 === 0 ? 'Asha Patel' : '@Gwenllian',
      isLeftOut: at % 7 === 5,
    })),
    clpOf,
    votes: cut(columns, votes),
    ballots: {
      starts: Uint32Array.from(starts),
      proposal: Uint32Array.from(chosen),
    },
    before: null,
  };
}

const cut = ({ person, statement, choice }: OpinionVotes, size: number): OpinionVotes => ({
  person: person.slice(0, size),
  statement: statement.slice(0, size),
  choice: choice.slice(0, size),
});

const SECRET = new Uint8Array(32).fill(7);

/** A key that signs, for tests alone. */
export const testKey = async (secret = SECRET): Promise<RoundKey> => ({
  publicKey: await publicKeyOf(secret),
  sign: (bytes) => sign(bytes, secret),
  salt: new Uint8Array(32).fill(9),
  wordsSeed: new Uint8Array(32).fill(5),
});
