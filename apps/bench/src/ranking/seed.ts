import { randomUUID } from 'node:crypto';
import { rulesFrom } from '@clarion/deliberation';
import type { Database, Keyring, Statements } from './api.js';

const VOTERS = 2_000;
/** So that a proposal has about 60 votes, as many as a real voter casts on average. */
const VOTES_A_PROPOSAL = 60;
const A_DAY = 24 * 60 * 60 * 1000;
const day = (at: number) => new Date(at).toISOString().slice(0, 10);

async function openConsultation(tx: Statements, id: string, bodyId: string): Promise<void> {
  const now = Date.now();
  const rules = {
    ...rulesFrom('standard', day(now - 10 * A_DAY)),
    quorumVotes: 20,
    quorumClps: 2,
    countsHiddenUntilVoted: false,
  };
  await tx.query(
    `INSERT INTO consultation (id, title, question, paper, questions, convened_by_id, template, rules,
       rules_frozen_at, phase, created_at, opened_at, votes_until, answers_by)
     VALUES ($1, 'Dentists', 'How do we get dentists back?', 'The paper.', '{What first?}', $2,
       'standard', $3, $4, 'open', $4, $4, $5, $6)`,
    [
      id,
      bodyId,
      JSON.stringify(rules),
      new Date(now - 10 * A_DAY),
      new Date(now + 10 * A_DAY),
      day(now + 30 * A_DAY),
    ],
  );
  await tx.query(
    'INSERT INTO consultation_commission (consultation_id, body_id, position) VALUES ($1, $2, 0)',
    [id, bodyId],
  );
}

/** Proposals of everybody in the cast by turns. */
async function propose(tx: Statements, id: string, proposals: number): Promise<void> {
  await tx.query(
    `INSERT INTO proposal (id, consultation_id, number, author_id, statement, argument, created_at, active_at)
     SELECT gen_random_uuid(), $1::uuid, n, authors[1 + n % cardinality(authors)],
       'Open ' || n || ' more practices where the last one closed, and pay dentists to stay in them.',
       'Because.', now(), now()
     FROM generate_series(1, $2::int) AS n,
       (SELECT array_agg(id ORDER BY id) AS authors FROM member) AS everybody`,
    [id, proposals],
  );
}

/** Strangers of every CLP, and the viewer, who vote on proposals by chance, more for some than for others. */
async function vote(tx: Statements, id: string, viewer: Buffer): Promise<void> {
  await tx.query(
    `INSERT INTO voter (consultation_id, pseudonym, clp_id)
     SELECT $1::uuid, CASE WHEN n = 0 THEN $3::bytea ELSE sha256(convert_to($1::uuid::text || n, 'UTF8')) END,
       clps[1 + n % cardinality(clps)]
     FROM generate_series(0, $2::int) AS n,
       (SELECT array_agg(id ORDER BY id) AS clps FROM body WHERE kind = 'clp') AS every_clp`,
    [id, VOTERS, viewer],
  );
  await tx.query('SELECT setseed(0.5)');
  await tx.query(
    `INSERT INTO vote (consultation_id, proposal_id, pseudonym, choice, version, cast_at)
     SELECT $1::uuid, p.id, v.pseudonym, CASE
         WHEN random() < 0.26 THEN 'pass'
         WHEN random() < 0.4 + 0.6 * ((p.number * 37) % 101) / 101 THEN 'agree'
         ELSE 'disagree' END, 1, date_trunc('hour', now())
     FROM proposal p CROSS JOIN voter v
     WHERE p.consultation_id = $1 AND v.consultation_id = $1
       AND random() < CASE WHEN v.pseudonym = $3 THEN 0.3 ELSE $2::float8 END`,
    [id, VOTES_A_PROPOSAL / VOTERS, viewer],
  );
}

export interface World {
  database: Database;
  keys: Keyring;
  rebuild: (tx: Statements, consultationId: string) => Promise<void>;
  bodyId: string;
  viewerId: string;
}

/** A consultation with so many proposals, their votes and their counts. Answers its id. */
export async function seedConsultation(world: World, proposals: number): Promise<string> {
  const id = randomUUID();
  world.keys.create(id);
  await world.database.transaction(async (tx) => {
    await openConsultation(tx, id, world.bodyId);
    await propose(tx, id, proposals);
    await vote(tx, id, world.keys.pseudonym(id, world.viewerId));
    await world.rebuild(tx, id);
  });
  return id;
}
