import { rulesFrom, seeded } from '@clarion/deliberation';
import { type RoundInput, type WrittenRound, writeRound } from '@clarion/exchange/round';
import { publicKeyOf, sign } from '@clarion/record';

const PEOPLE = 240;
const STATEMENTS = [
  'Every child should be seen by an NHS dentist before they start school.',
  'Pay NHS dentists for looking after a list of patients.',
  'Publish every month how many adults were turned away.',
  'Put a dentist’s chair in every community diagnostic centre.',
  'A dentist trained at public expense should work three years for the NHS.',
  'Add fluoride to the water after a local vote.',
  'Run dental vans on a fixed timetable to villages.',
  'Tell every patient what a treatment costs before it begins.',
];

export const proposalId = (at: number) => `0192f0c1-0000-7000-8000-10000000000${at}`;

/** Two camps of members who differ on some statements and agree on others. */
function votes(): RoundInput['votes'] {
  const random = seeded('dentistry');
  const rows: [person: number, statement: number, choice: number][] = [];
  for (let person = 0; person < PEOPLE; person += 1) {
    const camp = person % 2;
    for (const statement of STATEMENTS.keys()) {
      if (random() < 0.1) continue;
      const likes = statement < 3 ? 0.9 - statement * 0.1 : statement % 2 === camp ? 0.9 : 0.15;
      rows.push([person, statement, random() < 0.08 ? 0 : random() < likes ? 1 : -1]);
    }
  }
  return {
    person: Uint32Array.from(rows, ([person]) => person),
    statement: Uint32Array.from(rows, ([, statement]) => statement),
    choice: Int8Array.from(rows, ([, , choice]) => choice),
  };
}

/** Round 2 on dentistry as the server writes it, signed by a key of the tests. */
export async function dentistryRound(): Promise<WrittenRound> {
  const secret = new Uint8Array(32).fill(7);
  const input: RoundInput = {
    consultation: { id: 'dentistry', title: 'NHS dentistry' },
    round: { id: 'r2', number: 2, publishedAt: '2026-11-16T10:00:00.000Z' },
    rules: { ...rulesFrom('quick', '2026-10-01'), quorumVotes: 20, quorumClps: 1 },
    rollSize: 900,
    regions: ['North West', 'Wales'],
    clps: ['Bury North', 'Ynys Môn', 'Stockport'].map((name, at) => ({ name, region: at % 2 })),
    proposals: STATEMENTS.map((statement, at) => ({
      id: proposalId(at),
      number: at + 1,
      status: 'published',
      statement,
      authorName: 'Asha Rahman',
      isLeftOut: false,
    })),
    clpOf: Int32Array.from({ length: PEOPLE }, (_, person) => person % 3),
    votes: votes(),
    ballots: null,
    before: null,
  };
  return writeRound(input, {
    publicKey: await publicKeyOf(secret),
    sign: (bytes) => sign(bytes, secret),
    salt: new Uint8Array(32),
    wordsSeed: new Uint8Array(32),
  });
}
