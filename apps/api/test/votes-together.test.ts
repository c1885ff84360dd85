import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { viewerById } from '../src/accounts/session.service.js';
import { memberId } from '../src/demo/ids.js';
import type { PersonKey } from '../src/demo/script.js';
import { recountTallies } from '../src/voting/tally.queries.js';
import type { VoteRow } from '../src/voting/vote-set.service.js';
import { VotesTogether } from '../src/voting/votes-together.js';
import { crowd } from './stage/crowd.js';
import { consultationUnder, proposeIn, proposeMany } from './stage/electorate.js';
import { openStage, type Person } from './stage/stage.js';

const stage = openStage({ CLARION_LOG: 'silent' });

const CHOICES = ['agree', 'disagree', 'pass'] as const;
const VOTE = `mutation ($id: ID!, $choice: Choice!, $random: String) {
  castVote(proposalId: $id, choice: $choice, random: $random) {
    __typename
    ... on Vote { choice version isOnEarlierVersion commitment previous
      proposal { id tallyHidden tally { agree disagree pass votes } myVote { choice version isOnEarlierVersion } } }
    ... on Refusal { reason }
  }
}`;
const UNDO = `mutation ($id: ID!) { undoVote(proposalId: $id) { __typename ... on Vote { choice
  proposal { id tallyHidden tally { votes } myVote { choice } } } ... on Refusal { reason } } }`;

const inserts = (statements: readonly string[]) =>
  statements.filter((sql) => /INSERT INTO vote /.test(sql)).length;
const drift = () => recountTallies(stage.database.manager);
const vote = (person: Person, id: string, choice: string) => person.send(VOTE, { id, choice });

/** Somebody of the cast who votes past HTTP, so that the order in which they ask is known. */
async function voterOf(person: PersonKey) {
  const at = new Date();
  const viewer = await viewerById(stage.database.manager, memberId(person), at);
  if (!viewer) throw new Error(`${person} is not on the roll`);
  const votes = stage.app.get(VotesTogether);
  return (proposalId: string, choice: (typeof CHOICES)[number] | null) =>
    votes.vote({ viewer, at }, { proposalId, choice }) as Promise<VoteRow>;
}

describe('Sixty people who vote at once', () => {
  test('are written in few transactions, and each is answered with their own vote and counts that hold it', async () => {
    const consultation = await consultationUnder(stage);
    const id = await proposeIn(stage, consultation);
    const people = await crowd(stage, 60);
    const statements = await stage.statementsOf(async () => {
      const replies = await Promise.all(
        people.map((person, at) => vote(person, id, CHOICES[at % 3] as string)),
      );
      for (const [at, { data }] of replies.entries()) {
        const choice = CHOICES[at % 3] as (typeof CHOICES)[number];
        const { castVote } = data;
        expect(castVote).toMatchObject({ choice, previous: null });
        expect(castVote.proposal.myVote.choice).toBe(choice);
        expect(castVote.proposal.tally[choice]).toBeGreaterThan(0);
      }
    });
    expect(inserts(statements)).toBeLessThan(30);
    const [seen] = (await Promise.all([vote(people[0] as Person, id, 'agree')])) as any[];
    expect(seen.data.castVote.proposal.tally).toEqual({
      agree: 20,
      disagree: 20,
      pass: 20,
      votes: 60,
    });
    expect(await drift()).toEqual([]);
  });

  test('with the author and a stranger among them: those are refused, and nobody else', async () => {
    const consultation = await consultationUnder(stage);
    const id = await proposeIn(stage, consultation, { by: 'tom' });
    const people = await crowd(stage, 20);
    const others = [await stage.as('tom'), await stage.as('sunita'), await stage.as('jamie')];
    const replies = await Promise.all(
      [...people, ...others].map((person) => vote(person, id, 'agree')),
    );
    const reasons = replies.map(({ data }) => data.castVote.reason ?? null);
    expect(reasons.slice(0, 20)).toEqual(people.map(() => null));
    expect(reasons.slice(20)).toEqual(['own_proposal', 'wrong_standing', 'joined_too_late']);
    // Whoever was refused left nothing behind: no voter without a vote.
    const [{ voters }] = await stage.database.query(
      'SELECT count(*)::int AS voters FROM voter WHERE consultation_id = $1',
      [consultation],
    );
    expect(voters).toBe(20);
    expect(await drift()).toEqual([]);
  });

  test('with one whose vote the database throws at: that one is told, and nobody else', async () => {
    const consultation = await consultationUnder(stage);
    const id = await proposeIn(stage, consultation);
    const people = await crowd(stage, 20);
    const unlucky = people[7] as Person;
    const pseudonym = stage.clarion.keys.pseudonym(consultation, unlucky.id).toString('hex');
    await stage.database.query(`
      CREATE FUNCTION throw_at_one() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF NEW.pseudonym = '\\x${pseudonym}' THEN RAISE 'not this one'; END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER throw_at_one BEFORE INSERT ON vote FOR EACH ROW EXECUTE FUNCTION throw_at_one()`);
    const replies = await Promise.all(people.map((person) => vote(person, id, 'agree')));
    await stage.database.query('DROP TRIGGER throw_at_one ON vote');
    expect(replies.map(({ errors }) => errors?.[0]?.extensions.code ?? null)).toEqual(
      people.map((person) => (person === unlucky ? 'INTERNAL_SERVER_ERROR' : null)),
    );
    expect((await vote(unlucky, id, 'agree')).errors).toBeUndefined();
    expect(await drift()).toEqual([]);
  });
});

describe('Asha', () => {
  test('votes four times before the first is answered: in her order, each commitment after the other', async () => {
    const consultation = await consultationUnder(stage);
    const id = await proposeIn(stage, consultation);
    const [asha, ruth] = [await voterOf('asha'), await voterOf('ruth')];
    const [, a, b, taken, c] = await Promise.all([
      ruth(id, 'pass'),
      asha(id, 'agree'),
      asha(id, 'disagree'),
      asha(id, null),
      asha(id, 'pass'),
    ]);
    expect([a, b, taken, c].map((each) => each?.choice)).toEqual([
      'agree',
      'disagree',
      null,
      'pass',
    ]);
    expect([a?.previous, b?.previous, c?.previous]).toEqual([null, a?.commitment, null]);
    const rows = await stage.database.query(
      'SELECT choice FROM vote WHERE proposal_id = $1 ORDER BY choice',
      [id],
    );
    expect(rows).toEqual([{ choice: 'pass' }, { choice: 'pass' }]);
    expect(await drift()).toEqual([]);
  });

  test('waits for nobody in another consultation, whose lock somebody holds', async () => {
    const [here, there] = [await consultationUnder(stage), await consultationUnder(stage)];
    const [id, held] = [await proposeIn(stage, here), await proposeIn(stage, there)];
    const [asha, ruth] = [await voterOf('asha'), await voterOf('ruth')];
    let waiting: Promise<unknown> = Promise.resolve();
    await stage.database.transaction(async (tx) => {
      await tx.query('SELECT FROM consultation WHERE id = $1 FOR UPDATE', [there]);
      waiting = ruth(held, 'agree');
      expect(await asha(id, 'agree')).toMatchObject({ choice: 'agree' });
    });
    expect(await waiting).toMatchObject({ choice: 'agree' });
  });

  test('needs six statements for a vote that is not her first, five of them the vote', async () => {
    const consultation = await consultationUnder(stage);
    const [first = '', second = ''] = await proposeMany(stage, consultation, 2);
    const asha = await stage.as('asha');
    for (const id of [first, second]) await vote(asha, id, 'agree');
    const ask = (document: string, id: string, choice: string) =>
      stage.statementsOf(() => asha.ask(document, { id, choice }));
    // Session; proposal with its consultation, voter, votes that stand; the vote, the counts.
    expect(await ask(VOTE, second, 'pass')).toHaveLength(6);
    expect(await ask(UNDO, first, 'pass')).toHaveLength(6);
  });
});

/** A vote as one statement would write it, which looks at what stands and writes over it at once. */
const IN_ONE = `WITH before AS (SELECT choice FROM vote
    WHERE consultation_id = $1 AND proposal_id = $2 AND pseudonym = $3),
  cast_now AS (
    INSERT INTO vote (consultation_id, proposal_id, pseudonym, choice, version, cast_at)
    VALUES ($1, $2, $3, $4, 1, now())
    ON CONFLICT (consultation_id, proposal_id, pseudonym) DO UPDATE SET choice = EXCLUDED.choice)
  INSERT INTO tally AS t (consultation_id, proposal_id, agree, disagree, pass)
  SELECT $1, $2,
    ($4 = 'agree')::int - count(*) FILTER (WHERE choice = 'agree'),
    ($4 = 'disagree')::int - count(*) FILTER (WHERE choice = 'disagree'),
    ($4 = 'pass')::int - count(*) FILTER (WHERE choice = 'pass') FROM before
  ON CONFLICT (consultation_id, proposal_id) DO UPDATE SET agree = t.agree + EXCLUDED.agree,
    disagree = t.disagree + EXCLUDED.disagree, pass = t.pass + EXCLUDED.pass`;

describe('Counts after casts, changes and undoes that overlap', () => {
  test('on two servers are those of the votes, and every commitment waits or was replaced', async () => {
    const beside = await stage.beside();
    const consultation = await consultationUnder(stage);
    const proposals = await proposeMany(stage, consultation, 3);
    const people = await crowd(stage, 12);
    const tokens = await Promise.all(people.map(({ id }) => beside.asMember(id)));
    const acts = Array.from({ length: 360 }, (_, nth) => {
      const person = (nth % 2 === 0 ? people : tokens)[(nth * 7) % 12] as Person;
      const id = proposals[(nth * 5) % 3] as string;
      const choice = CHOICES[(nth * 11) % 3] as string;
      return nth % 6 === 5 ? person.send(UNDO, { id }) : vote(person, id, choice);
    });
    const replies = await Promise.all(acts);
    expect(replies.flatMap(({ errors }) => errors ?? [])).toEqual([]);
    expect(await drift()).toEqual([]);
    const [lost] = await stage.database.query(
      `SELECT count(*)::int AS n FROM vote v
       WHERE NOT EXISTS (SELECT FROM pending_commitment p WHERE p.commitment = v.commitment)`,
    );
    expect(lost).toEqual({ n: 0 });
  });

  test('drift where one statement inserts or updates (so the test above can fail)', async () => {
    const consultation = await consultationUnder(stage);
    const id = await proposeIn(stage, consultation);
    const pseudonym = randomBytes(32);
    await stage.database.query('INSERT INTO voter (consultation_id, pseudonym) VALUES ($1, $2)', [
      consultation,
      pseudonym,
    ]);
    const cast = (nth: number) =>
      stage.database.query(IN_ONE, [consultation, id, pseudonym, CHOICES[nth % 3]]);
    await Promise.all(Array.from({ length: 60 }, (_, nth) => cast(nth)));
    expect(await recountTallies(stage.database.manager, consultation)).not.toEqual([]);
  });
});
