import { randomBytes, randomUUID } from 'node:crypto';
import { type Phase, type Rules, rulesFrom, seeded } from '@clarion/deliberation';
import { bodyId, memberId } from '../../src/demo/ids.js';
import type { PersonKey } from '../../src/demo/script.js';
import type { ImportedVote, ImportedVoter } from '../../src/voting/vote-many.queries.js';
import { castMany } from '../../src/voting/vote-many.service.js';
import { dayIn } from './over-http.js';
import type { Stage } from './stage.js';

const A_DAY = 24 * 60 * 60 * 1000;

/** A consultation of Health and social care that has opened, under rules and in a phase of the test's choosing. */
export async function consultationUnder(
  stage: Stage,
  options: { rules?: Partial<Rules>; phase?: Phase; votesUntil?: Date; answersBy?: string } = {},
): Promise<string> {
  const id = randomUUID();
  const now = Date.now();
  stage.clarion.keys.create(id);
  const rules = {
    ...rulesFrom('standard', dayIn(-10)),
    quorumVotes: 1,
    quorumClps: 1,
    ...options.rules,
  };
  await stage.database.query(
    `INSERT INTO consultation (id, title, question, paper, questions, convened_by_id, template, rules,
       rules_frozen_at, phase, created_at, opened_at, votes_until, answers_by)
     VALUES ($1, 'Dentists', 'How do we get dentists back?', 'The paper.', '{What first?}', $2,
       'standard', $3, $4, $5, $4, $4, $6, $7)`,
    [
      id,
      bodyId('health'),
      JSON.stringify(rules),
      new Date(now - 10 * A_DAY),
      options.phase ?? 'open',
      options.votesUntil ?? new Date(now + 10 * A_DAY),
      options.answersBy ?? dayIn(30),
    ],
  );
  await stage.database.query(
    'INSERT INTO consultation_commission (consultation_id, body_id, position) VALUES ($1, $2, 0)',
    [id, bodyId('health')],
  );
  return id;
}

/** Sets a phase without asking anybody. */
export async function setPhase(stage: Stage, consultationId: string, phase: Phase): Promise<void> {
  await stage.database.query('UPDATE consultation SET phase = $2 WHERE id = $1', [
    consultationId,
    phase,
  ]);
}

/** A proposal of somebody's, as the next number of a consultation. */
export async function proposeIn(
  stage: Stage,
  consultationId: string,
  { by = 'tom', statement = 'Pay dentists to stay.' }: { by?: PersonKey; statement?: string } = {},
): Promise<string> {
  const id = randomUUID();
  await stage.database.query(
    `INSERT INTO proposal (id, consultation_id, number, author_id, statement, argument, created_at, active_at)
     SELECT $1, $2, count(*) + 1, $3, $4, 'Because.', now(), now() FROM proposal WHERE consultation_id = $2`,
    [id, consultationId, memberId(by), statement],
  );
  return id;
}

/** Several proposals of Tom's. */
export async function proposeMany(stage: Stage, consultationId: string, count: number) {
  const ids: string[] = [];
  for (let each = 1; each <= count; each += 1) {
    ids.push(await proposeIn(stage, consultationId, { statement: `Statement ${each}.` }));
  }
  return ids;
}

/** Writes votes as an import does: however slow the machine, its two seconds a statement are for pages. */
export const importVotes = (
  { database }: Pick<Stage, 'database'>,
  consultationId: string,
  votes: readonly ImportedVote[],
  voters: readonly ImportedVoter[],
): Promise<number> =>
  database.transaction(async (tx) => {
    await tx.query('SET LOCAL statement_timeout = 0');
    return castMany(tx, consultationId, votes, voters);
  });

/** How many of a crowd in a CLP agree, disagree and pass. */
export interface Crowd {
  clp: string;
  agree: number;
  disagree?: number;
  pass?: number;
}

/** Strangers who vote on a proposal; tells the pseudonyms of those who agreed. */
export async function crowdVotes(
  stage: Stage,
  consultationId: string,
  proposalId: string,
  crowds: readonly Crowd[],
): Promise<Buffer[]> {
  const castAt = new Date();
  const agreed: Buffer[] = [];
  const votes: ImportedVote[] = [];
  const voters: { pseudonym: Buffer; clpId: string }[] = [];
  for (const { clp, agree, disagree = 0, pass = 0 } of crowds) {
    for (let each = 0; each < agree + disagree + pass; each += 1) {
      const pseudonym = randomBytes(32);
      const choice = each < agree ? 'agree' : each < agree + disagree ? 'disagree' : 'pass';
      if (choice === 'agree') agreed.push(pseudonym);
      voters.push({ pseudonym, clpId: bodyId(clp) });
      votes.push({ proposalId, pseudonym, choice, castAt });
    }
  }
  await importVotes(stage, consultationId, votes, voters);
  return agreed;
}

/**
 * Forty people of Salford who like what twenty of Paisley do not and the other way round, nine times in
 * ten; but three in five of both agree with the last proposal. Tells their pseudonyms, Salford’s first.
 */
export async function twoCamps(
  stage: Stage,
  consultationId: string,
  proposals: readonly string[],
): Promise<Buffer[]> {
  const castAt = new Date();
  const random = seeded('camps 1');
  const votes: ImportedVote[] = [];
  const voters: { pseudonym: Buffer; clpId: string }[] = [];
  const camps = [
    { clp: 'salford', size: 40, likes: 0 },
    { clp: 'paisley', size: 20, likes: 1 },
  ];
  for (const { clp, size, likes } of camps) {
    for (let each = 0; each < size; each += 1) {
      const pseudonym = randomBytes(32);
      voters.push({ pseudonym, clpId: bodyId(clp) });
      for (const [at, proposalId] of proposals.entries()) {
        const isLast = at === proposals.length - 1;
        const isFor = isLast ? each < size * 0.6 : (at % 2 === likes) !== random() < 0.1;
        votes.push({ proposalId, pseudonym, choice: isFor ? 'agree' : 'disagree', castAt });
      }
    }
  }
  await importVotes(stage, consultationId, votes, voters);
  return voters.map(({ pseudonym }) => pseudonym);
}

/** Priority ballots of people who voted before: the first chose the first list, and so on. */
export async function choosePriorities(
  stage: Stage,
  consultationId: string,
  pseudonyms: readonly Buffer[],
  lists: readonly (readonly string[])[],
): Promise<void> {
  for (const [person, list] of lists.entries()) {
    await stage.database.query(
      `INSERT INTO priority_choice (consultation_id, pseudonym, proposal_id, position)
       SELECT $1, $2, chosen.id, chosen.position
       FROM unnest($3::uuid[]) WITH ORDINALITY AS chosen(id, position)`,
      [consultationId, pseudonyms[person], list],
    );
  }
  await stage.database.query('UPDATE turnout SET ballots = $2 WHERE consultation_id = $1', [
    consultationId,
    lists.length,
  ]);
}
