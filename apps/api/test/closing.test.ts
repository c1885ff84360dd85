import { describe, expect, test } from '@jest/globals';
import { crowd } from './stage/crowd.js';
import { consultationUnder, proposeMany } from './stage/electorate.js';
import { changePhase, newId } from './stage/over-http.js';
import { openStage, type Person, type Stage } from './stage/stage.js';
import { until } from './stage/working.js';

const stage = openStage({ CLARION_LOG: 'silent' });
const unguarded = openStage({ CLARION_LOG: 'silent' });

const PEOPLE = 200;
const PROPOSALS = 2;
/** So many votes are in when Helen closes it. */
const ENOUGH = 100;
const CHOICES = ['agree', 'disagree', 'pass'] as const;

interface Cast {
  /** Whose vote, on what, and which: as the tables can be asked for it. */
  vote: string;
  /** None where it was accepted. */
  refused: string | null;
}

const VOTE = `mutation ($id: ID!, $choice: Choice!) { castVote(proposalId: $id, choice: $choice) {
  __typename ... on Refusal { reason } } }`;

/** Keeps, in the very transaction that closes a consultation, which votes there are then. */
const keepWhatIsThere = (on: Stage) =>
  on.database.query(`
    CREATE TABLE there_at_the_close (vote text);
    CREATE FUNCTION keep_what_is_there() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO there_at_the_close
      SELECT encode(pseudonym, 'hex') || ' ' || proposal_id || ' ' || choice FROM vote;
      RETURN NULL;
    END $$;
    CREATE TRIGGER keep_what_is_there AFTER UPDATE OF phase ON consultation
      FOR EACH ROW WHEN (NEW.phase = 'reviewing') EXECUTE FUNCTION keep_what_is_there()`);

/**
 * From now on the phase is read as it was when the statement began, whatever it waited for: nothing
 * locks the row any more. People still come one after the other; that alone protects nothing.
 */
const readWithoutLock = (on: Stage) =>
  on.database.query(`
    ALTER TABLE consultation RENAME TO consultation_kept;
    CREATE FUNCTION consultations_kept() RETURNS SETOF consultation_kept STABLE LANGUAGE sql
      AS 'SELECT * FROM consultation_kept';
    CREATE VIEW consultation AS SELECT * FROM consultations_kept();
    CREATE FUNCTION set_phase() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      UPDATE consultation_kept SET phase = NEW.phase WHERE id = NEW.id;
      RETURN NEW;
    END $$;
    CREATE TRIGGER set_phase INSTEAD OF UPDATE ON consultation
      FOR EACH ROW EXECUTE FUNCTION set_phase()`);

/** Two hundred people vote at once; meanwhile Helen closes the consultation, and publishes what is in it. */
async function closeWhileVoting(on: Stage) {
  const consultationId = await consultationUnder(on, { rules: { priorityBallotSize: 0 } });
  const proposals = await proposeMany(on, consultationId, PROPOSALS);
  const [people, helen] = [await crowd(on, PEOPLE), await on.as('helen')];
  await keepWhatIsThere(on);
  if (on === unguarded) await readWithoutLock(on);

  const cast: Cast[] = [];
  const accepted = () => cast.filter(({ refused }) => refused === null);
  const send = async (person: Person, proposalId: string, choice: string) => {
    for (;;) {
      const { data, errors } = await person.send(VOTE, { id: proposalId, choice });
      // Not answered yet: on a busy machine it may have taken too long. A browser sends it again.
      if (errors) continue;
      const { reason = null } = data['castVote'] as { reason?: string };
      const pseudonym = on.clarion.keys.pseudonym(consultationId, person.id).toString('hex');
      cast.push({ vote: `${pseudonym} ${proposalId} ${choice}`, refused: reason });
      return;
    }
  };
  const voting = people.map(async (person, at) => {
    for (const [nth, proposalId] of proposals.entries()) {
      await send(person, proposalId, CHOICES[(at + nth) % CHOICES.length] as string);
    }
  });
  await until(async () => accepted().length >= ENOUGH, 'enough people voted');
  const closed = await changePhase(helen, consultationId, 'reviewing');
  const { publishRound: round } = await helen.ask(
    `mutation ($id: ID!, $consultationId: ID!) { publishRound(id: $id, consultationId: $consultationId) {
       __typename ... on Round { id } ... on Refusal { message } } }`,
    { id: newId(), consultationId },
  );
  await Promise.all(voting);

  const votesIn = async (from: string) => {
    const rows: { vote: string }[] = await on.database.query(from);
    return rows.map(({ vote }) => vote).sort();
  };
  const [inRound] = await on.database.query(
    `SELECT sum(agree + disagree + pass)::int AS votes FROM round_count WHERE round_id = $1`,
    [round.id],
  );
  return {
    closed,
    accepted: accepted()
      .map(({ vote }) => vote)
      .sort(),
    refusals: cast.flatMap(({ refused }) => refused ?? []),
    thereAtTheClose: await votesIn('SELECT vote FROM there_at_the_close'),
    thereNow: await votesIn(
      `SELECT encode(pseudonym, 'hex') || ' ' || proposal_id || ' ' || choice AS vote FROM vote`,
    ),
    inRound: inRound.votes as number,
  };
}

describe('Helen closes a consultation while two hundred people vote', () => {
  test('every vote that was accepted is in the round, every other was refused', async () => {
    const { closed, accepted, refusals, thereAtTheClose, thereNow, inRound } =
      await closeWhileVoting(stage);
    expect(closed).toMatchObject({ __typename: 'Consultation', phase: 'reviewing' });
    expect(accepted.length).toBeGreaterThanOrEqual(ENOUGH);
    expect(accepted.length + refusals.length).toBe(PEOPLE * PROPOSALS);
    expect(refusals.length).toBeGreaterThan(0);
    expect([...new Set(refusals)]).toEqual(['wrong_phase']);
    expect(thereAtTheClose).toEqual(accepted);
    expect(thereNow).toEqual(accepted);
    expect(inRound).toBe(accepted.length);
  }, 120_000);

  test('votes would be accepted after the close, did whoever votes not lock what they read the phase from (so the test above can fail)', async () => {
    const { closed, accepted, thereAtTheClose } = await closeWhileVoting(unguarded);
    expect(closed).toMatchObject({ __typename: 'Consultation', phase: 'reviewing' });
    expect(accepted.length).toBeGreaterThan(thereAtTheClose.length);
  }, 120_000);
});
