import { describe, expect, test } from '@jest/globals';
import { disagreements } from '../src/audit/agreement.queries.js';
import { VOTE_QUESTIONS } from '../src/audit/agreement-of-votes.queries.js';
import { memberId } from '../src/demo/ids.js';
import { enter } from '../src/record/record.service.js';
import { destroySpentKeys } from '../src/voting/forget.service.js';
import { consultationUnder, proposeIn, setPhase } from './stage/electorate.js';
import { openStage } from './stage/stage.js';
import { strangers, voteAsBrowser } from './stage/voters.js';

const stage = openStage({ CLARION_LOG: 'silent' });

const A_DAY = 86_400_000;
const END = new Date('2026-06-01T12:00:00Z');
const daysAfter = (days: number) => new Date(END.getTime() + days * A_DAY);
const forgetAt = (now: Date) => destroySpentKeys(stage.database, stage.clarion.keys, now);

/** Eleven people voted, one of them twice; then it was reported. */
async function reported() {
  const consultation = await consultationUnder(stage);
  const proposalId = await proposeIn(stage, consultation);
  const people = await strangers(stage, 11);
  for (const voter of people) {
    await voteAsBrowser(voter, consultation, { proposalId, choice: 'agree' });
  }
  await voteAsBrowser(people[0] as (typeof people)[0], consultation, {
    proposalId,
    choice: 'pass',
  });
  await setPhase(stage, consultation, 'reported');
  await stage.database.transaction((tx) =>
    enter(tx, {
      kind: 'phase_set',
      aboutKind: 'consultation',
      aboutId: consultation,
      consultationId: consultation,
      actorId: null,
      at: END,
      data: { to: 'reported' },
    }),
  );
  return { consultation, proposalId };
}

async function kept(consultation: string) {
  const [row] = await stage.database.query(
    `SELECT count(*)::int AS votes, count(random)::int AS random, count(previous)::int AS previous,
       count(commitment)::int AS commitments FROM vote WHERE consultation_id = $1`,
    [consultation],
  );
  return row;
}

const entriesOf = (consultation: string) =>
  stage.database.query(
    `SELECT at FROM record_entry WHERE about_id = $1 AND kind = 'key_destroyed'`,
    [consultation],
  );
const isKeyThere = (consultation: string) =>
  stage.clarion.keys.pseudonymIfKept(consultation, memberId('asha')) !== null;

describe('What tells whose votes are whose', () => {
  test('is kept until 28 days after the end, and then destroyed, which the record says', async () => {
    const { consultation } = await reported();
    await forgetAt(daysAfter(27.9));
    expect(isKeyThere(consultation)).toBe(true);
    expect(await kept(consultation)).toMatchObject({ random: 11, previous: 1 });
    await forgetAt(daysAfter(28));
    expect(isKeyThere(consultation)).toBe(false);
    // The votes stay counted, and fixed.
    expect(await kept(consultation)).toEqual({
      votes: 11,
      random: 0,
      previous: 0,
      commitments: 11,
    });
    expect(await entriesOf(consultation)).toEqual([{ at: daysAfter(28) }]);
    const asha = await stage.as('asha');
    const { consultation: seen } = await asha.ask(
      'query ($id: ID!) { consultation(id: $id) { voterCount myVoteCount } }',
      { id: consultation },
    );
    expect(seen).toEqual({ voterCount: 11, myVoteCount: 0 });
  });

  test('goes once, also where somebody puts the key back from a backup', async () => {
    const { consultation } = await reported();
    await forgetAt(daysAfter(30));
    stage.clarion.keys.create(consultation);
    expect(isKeyThere(consultation)).toBe(true);
    await forgetAt(daysAfter(31));
    expect(isKeyThere(consultation)).toBe(false);
    expect(await entriesOf(consultation)).toHaveLength(1);
  });

  test('and a vote that lost its random bytes otherwise is found', async () => {
    const found = async (id: string) => {
      const lists = await Promise.all(
        (Object.keys(VOTE_QUESTIONS) as (keyof typeof VOTE_QUESTIONS)[]).map((question) =>
          disagreements(stage.database.manager, question),
        ),
      );
      return lists.flat().filter((each) => each.id === id);
    };
    const forgotten = await reported();
    const open = await reported();
    await forgetAt(daysAfter(28 - 1));
    await stage.database.query('UPDATE vote SET random = NULL WHERE consultation_id = $1', [
      open.consultation,
    ]);
    expect(await found(forgotten.proposalId)).toEqual([]);
    expect(await found(open.proposalId)).toHaveLength(11);
    await forgetAt(daysAfter(28));
    expect(await found(forgotten.proposalId)).toEqual([]);
    expect(await found(open.proposalId)).toEqual([]);
  });
});
