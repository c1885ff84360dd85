import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { answerMany } from '../src/decisions/verdict.queries.js';
import { bodyId } from '../src/demo/ids.js';
import type { PersonKey } from '../src/demo/script.js';
import {
  consultationUnder,
  crowdVotes,
  proposeIn,
  proposeMany,
  setPhase,
} from './stage/electorate.js';
import { dayIn } from './stage/over-http.js';
import { openStage } from './stage/stage.js';

const stage = openStage();

const DECISION = `id outcome why: reason office isSuperseded mayAnswer myVerdict body { name } by { displayName }
  nextStop { name dueOn doneAt doneNote overdueDays } mergedInto { id } referredTo { name }
  verdicts { yes partly no notSaid } proposal { id status statusReason mergedInto { id } }`;
const DECIDE = `mutation ($input: DecisionInput!) {
  decide(input: $input) { ... on Decision { ${DECISION} } ... on Refusal { reason field message } }
}`;
const COMPLETE = `mutation ($id: ID!, $note: String!) {
  completeNextStop(decisionId: $id, note: $note) { ... on Decision { ${DECISION} } ... on Refusal { reason } }
}`;
const VERDICT = `mutation ($id: ID!, $verdict: Verdict!) {
  answerVerdict(decisionId: $id, verdict: $verdict) { ... on Decision { ${DECISION} } ... on Refusal { reason } }
}`;
const ANSWERS = 'answered of accepted acceptedInPart notTakenForward merged referred overdueDays';
const VOTE = `mutation ($id: ID!, $choice: Choice!) {
  castVote(proposalId: $id, choice: $choice) { ... on Refusal { reason } } }`;

const answerTo = (proposalId: string, changes: Record<string, unknown> = {}) => ({
  id: randomUUID(),
  proposalId,
  bodyId: bodyId('health'),
  outcome: 'accept',
  reason: 'It is cheap, and the evidence is strong.',
  nextStop: 'The health chapter of the programme',
  dueOn: dayIn(30),
  ...changes,
});

async function decide(person: PersonKey, input: ReturnType<typeof answerTo>) {
  return (await (await stage.as(person)).ask(DECIDE, { input })).decide;
}

const place = async () => {
  const consultation = await consultationUnder(stage, { phase: 'reviewing' });
  return { consultation, proposal: await proposeIn(stage, consultation) };
};

const recorded = (aboutId: string) =>
  stage.database.query(
    `SELECT kind, data FROM record_entry WHERE about_id = $1 ORDER BY record_entry.number`,
    [aboutId],
  );

describe('An answer', () => {
  test('by Helen for Health carries a reason, the next stop and a day, and is in the record once', async () => {
    const { proposal } = await place();
    const input = answerTo(proposal);
    for (let each = 0; each < 2; each += 1) {
      expect(await decide('helen', input)).toMatchObject({
        id: input.id,
        outcome: 'accept',
        office: 'convenor',
        by: { displayName: 'Helen Adeyemi' },
        body: { name: 'Health and Social Care' },
        nextStop: { name: input.nextStop, dueOn: input.dueOn, doneAt: null, overdueDays: 0 },
        proposal: { status: 'published' },
        isSuperseded: false,
      });
    }
    const entries = await recorded(proposal);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      kind: 'decided',
      data: { decisionId: input.id, outcome: 'accept', dueOn: input.dueOn },
    });
  });

  test('that says no gives the proposal its status and the reason', async () => {
    const { proposal } = await place();
    const said = await decide('helen', answerTo(proposal, { outcome: 'not_take_forward' }));
    expect(said.proposal).toMatchObject({
      status: 'not_taken_forward',
      statusReason: 'It is cheap, and the evidence is strong.',
    });
  });

  test('that merges marks the proposal and is told in the record of the one it goes into', async () => {
    const { consultation, proposal } = await place();
    const target = await proposeIn(stage, consultation);
    const said = await decide(
      'helen',
      answerTo(proposal, { outcome: 'merge', mergedIntoId: target }),
    );
    expect(said).toMatchObject({
      mergedInto: { id: target },
      proposal: { status: 'merged', mergedInto: { id: target } },
    });
    const entries = await recorded(target);
    expect(entries).toMatchObject([{ kind: 'merged_in', data: { proposalId: proposal } }]);
  });

  test('by the same body again replaces the one before, and the status follows', async () => {
    const { consultation, proposal } = await place();
    const target = await proposeIn(stage, consultation);
    const first = answerTo(proposal, { outcome: 'merge', mergedIntoId: target });
    await decide('helen', first);
    const later = answerTo(proposal, { outcome: 'accept_in_part' });
    expect(await decide('helen', later)).toMatchObject({
      proposal: { status: 'published', statusReason: null, mergedInto: null },
    });
    const asha = await stage.as('asha');
    const { proposal: seen } = await asha.ask(
      'query ($id: ID!) { proposal(id: $id) { decisions { id isSuperseded } } }',
      { id: proposal },
    );
    expect(seen.decisions).toEqual([{ id: later.id, isSuperseded: false }]);
    expect(await decide('helen', first)).toMatchObject({ id: first.id, isSuperseded: true });
  });

  test('by two bodies stands from both, the newest first, and the newest gives the status', async () => {
    const { proposal } = await place();
    await decide('helen', answerTo(proposal, { outcome: 'not_take_forward' }));
    const forum = await decide('faisal', answerTo(proposal, { bodyId: bodyId('npf') }));
    expect(forum).toMatchObject({ office: 'representative', proposal: { status: 'published' } });
    const { proposal: seen } = await (await stage.as('visitor')).ask(
      'query ($id: ID!) { proposal(id: $id) { decisions { outcome } } }',
      { id: proposal },
    );
    expect(seen.decisions).toEqual([{ outcome: 'accept' }, { outcome: 'not_take_forward' }]);
  });

  test('that refers lets the other commission answer, which it could not before', async () => {
    const { proposal } = await place();
    const byEnergy = () => decide('daniel', answerTo(proposal, { bodyId: bodyId('energy') }));
    expect(await byEnergy()).toMatchObject({ reason: 'wrong_kind_of_body' });
    const said = await decide(
      'helen',
      answerTo(proposal, { outcome: 'refer', referredToId: bodyId('energy') }),
    );
    expect(said.referredTo.name).toBe('Energy and Environment');
    expect(await byEnergy()).toMatchObject({ outcome: 'accept' });
  });

  test('is refused without a reason, a next stop, a day to come, a target, or the office', async () => {
    const { consultation, proposal } = await place();
    const elsewhere = await proposeIn(stage, await consultationUnder(stage));
    const cases: [PersonKey, Record<string, unknown>, string][] = [
      ['asha', {}, 'not_an_officer'],
      ['helen', { bodyId: bodyId('housing') }, 'not_an_officer'],
      ['helen', { bodyId: randomUUID() }, 'not_found'],
      ['helen', { proposalId: randomUUID() }, 'not_found'],
      ['helen', { reason: '   ' }, 'reason_required'],
      ['helen', { reason: 'x'.repeat(2001) }, 'too_long'],
      ['helen', { nextStop: '' }, 'next_stop_required'],
      ['helen', { dueOn: dayIn(-1) }, 'due_date_past'],
      ['helen', { outcome: 'merge' }, 'merge_target_required'],
      ['helen', { outcome: 'merge', mergedIntoId: proposal }, 'merge_target_required'],
      ['helen', { outcome: 'merge', mergedIntoId: elsewhere }, 'merge_target_required'],
      ['helen', { outcome: 'refer' }, 'refer_target_required'],
      ['helen', { outcome: 'refer', referredToId: bodyId('health') }, 'refer_target_required'],
    ];
    for (const [person, changes, reason] of cases) {
      const said = await decide(person, answerTo(proposal, changes));
      expect([person, changes, said.reason]).toEqual([person, changes, reason]);
    }
    expect(await recorded(proposal)).toEqual([]);
    await setPhase(stage, consultation, 'withdrawn');
    expect(await decide('helen', answerTo(proposal))).toMatchObject({ reason: 'wrong_phase' });
  });

  test('cannot take the id of somebody else’s answer', async () => {
    const { consultation, proposal } = await place();
    const input = answerTo(proposal);
    await decide('helen', input);
    const other = await proposeIn(stage, consultation);
    const taken = { ...answerTo(other), id: input.id };
    expect(await decide('helen', taken)).toMatchObject({ reason: 'already_exists' });
  });

  test('given by Helen and Faisal at the same moment leaves one answer of each body standing', async () => {
    const { consultation, proposal } = await place();
    const target = await proposeIn(stage, consultation);
    const both = Array.from({ length: 6 }, (_, each) => [
      decide(
        'helen',
        answerTo(proposal, each % 2 ? {} : { outcome: 'merge', mergedIntoId: target }),
      ),
      decide('faisal', answerTo(target, { bodyId: bodyId('npf') })),
      decide('faisal', answerTo(proposal, { bodyId: bodyId('npf') })),
    ]).flat();
    await Promise.all(both);
    const [{ standing, all }] = await stage.database.query(
      `SELECT count(*) FILTER (WHERE superseded_by_id IS NULL)::int AS standing, count(*)::int AS all
       FROM decision WHERE consultation_id = $1`,
      [consultation],
    );
    expect({ standing, all }).toEqual({ standing: 3, all: 18 });
  });
});

describe('The next stop', () => {
  test('is marked as reached by Helen, once, and told in the record', async () => {
    const { proposal } = await place();
    const { id } = await decide('helen', answerTo(proposal));
    const complete = async (person: PersonKey, note: string) =>
      (await (await stage.as(person)).ask(COMPLETE, { id, note })).completeNextStop;
    expect(await complete('asha', 'Done.')).toMatchObject({ reason: 'not_an_officer' });
    expect(await complete('helen', ' ')).toMatchObject({ reason: 'empty' });
    for (let each = 0; each < 2; each += 1) {
      const done = await complete('helen', 'It is paragraph 14 now.');
      expect(done.nextStop).toMatchObject({ doneNote: 'It is paragraph 14 now.', overdueDays: 0 });
      expect(done.nextStop.doneAt).not.toBeNull();
    }
    expect(await complete('helen', 'Again.')).toMatchObject({ reason: 'already_done' });
    const kinds = (await recorded(proposal)).map((entry: { kind: string }) => entry.kind);
    expect(kinds).toEqual(['decided', 'next_stop_reached']);
  });

  test('is overdue by whole days once its day has passed', async () => {
    const { proposal } = await place();
    const { id } = await decide('helen', answerTo(proposal));
    await stage.database.query('UPDATE decision SET due_on = $2 WHERE id = $1', [id, dayIn(-3)]);
    const { proposal: seen } = await (await stage.as('visitor')).ask(
      'query ($id: ID!) { proposal(id: $id) { decisions { nextStop { overdueDays } } } }',
      { id: proposal },
    );
    expect(seen.decisions[0].nextStop.overdueDays).toBe(3);
  });
});

describe('Whether an answer met the point', () => {
  async function answered() {
    const consultation = await consultationUnder(stage);
    const proposal = await proposeIn(stage, consultation);
    await (await stage.as('asha')).ask(VOTE, { id: proposal, choice: 'agree' });
    await (await stage.as('callum')).ask(VOTE, { id: proposal, choice: 'disagree' });
    const backers = await crowdVotes(stage, consultation, proposal, [
      { clp: 'salford', agree: 12, disagree: 3 },
    ]);
    await setPhase(stage, consultation, 'reviewing');
    const { id } = await decide('helen', answerTo(proposal));
    return { consultation, proposal, id, backers };
  }

  test('is asked of Asha who agreed, may be changed, and is not asked of Callum or a visitor', async () => {
    const { id, proposal } = await answered();
    const say = async (person: PersonKey | 'visitor', verdict: string) =>
      (await (await stage.as(person)).ask(VERDICT, { id, verdict })).answerVerdict;
    expect(await say('asha', 'no')).toMatchObject({ myVerdict: 'no', mayAnswer: true });
    expect(await say('asha', 'partly')).toMatchObject({ myVerdict: 'partly' });
    expect(await say('callum', 'no')).toMatchObject({ reason: 'did_not_back' });
    expect(await say('visitor', 'no')).toMatchObject({ reason: 'not_signed_in' });
    const kept = await stage.database.query(
      'SELECT verdict FROM answer_verdict WHERE decision_id = $1',
      [id],
    );
    expect(kept).toEqual([{ verdict: 'partly' }]);
    expect((await recorded(proposal)).map((entry: { kind: string }) => entry.kind)).toEqual([
      'decided',
    ]);
  });

  test('shows totals from ten on and not before; those who did not agree are not counted', async () => {
    const { id, proposal, backers } = await answered();
    const visitor = await stage.as('visitor');
    const totals = async () => {
      const { proposal: seen } = await visitor.ask(
        `query ($id: ID!) { proposal(id: $id) { decisions { mayAnswer verdicts { yes partly no notSaid } } } }`,
        { id: proposal },
      );
      return seen.decisions[0];
    };
    const given = backers.map((pseudonym, at) => ({
      pseudonym,
      verdict: at % 2 ? ('yes' as const) : ('no' as const),
    }));
    const strangers = [{ pseudonym: Buffer.alloc(32), verdict: 'no' as const }];
    await answerMany(stage.database.manager, id, given.slice(0, 9));
    expect(await totals()).toEqual({ mayAnswer: false, verdicts: null });
    expect(
      await answerMany(stage.database.manager, id, [...given.slice(0, 10), ...strangers]),
    ).toBe(10);
    expect((await totals()).verdicts).toEqual({ yes: 5, partly: 0, no: 5, notSaid: 3 });
  });

  test('is asked about the later answer once it has replaced the earlier one', async () => {
    const { id, proposal } = await answered();
    await decide('helen', answerTo(proposal, { outcome: 'accept_in_part' }));
    const asha = await stage.as('asha');
    const { answerVerdict } = await asha.ask(VERDICT, { id, verdict: 'yes' });
    expect(answerVerdict).toMatchObject({ reason: 'answer_replaced' });
  });
});

describe('How the answers stand', () => {
  const answersFor = async (id: string) => {
    const query = `query ($id: ID!) { consultation(id: $id) { answers { ${ANSWERS} } } }`;
    return (await (await stage.as('visitor')).ask(query, { id })).consultation.answers;
  };

  test('is counted for the top of the live order in review, and overdue is shown as overdue', async () => {
    const id = await consultationUnder(stage, {
      phase: 'reviewing',
      rules: { topN: 2 },
      answersBy: dayIn(-5),
    });
    const [best = '', second = '', third = ''] = await proposeMany(stage, id, 3);
    await crowdVotes(stage, id, best, [{ clp: 'salford', agree: 20 }]);
    await crowdVotes(stage, id, second, [{ clp: 'salford', agree: 10 }]);
    await crowdVotes(stage, id, third, [{ clp: 'salford', agree: 5 }]);
    await decide('helen', answerTo(third));
    expect(await answersFor(id)).toMatchObject({ answered: 0, of: 2, overdueDays: 5 });
    await decide('helen', answerTo(second, { outcome: 'not_take_forward' }));
    expect(await answersFor(id)).toMatchObject({ answered: 1, of: 2, notTakenForward: 1 });
    await decide('helen', answerTo(best));
    expect(await answersFor(id)).toEqual({
      answered: 2,
      of: 2,
      accepted: 1,
      acceptedInPart: 0,
      notTakenForward: 1,
      merged: 0,
      referred: 0,
      overdueDays: 0,
    });
  });

  test('is counted for the latest round while the discussion goes on', async () => {
    const id = await consultationUnder(stage, { rules: { topN: 5 } });
    const [first = ''] = await proposeMany(stage, id, 2);
    await crowdVotes(stage, id, first, [{ clp: 'salford', agree: 20 }]);
    expect(await answersFor(id)).toMatchObject({ answered: 0, of: 0 });
    await (await stage.as('helen')).ask(
      'mutation ($r: ID!, $c: ID!) { publishRound(id: $r, consultationId: $c) { ... on Refusal { reason } } }',
      { r: randomUUID(), c: id },
    );
    await decide('helen', answerTo(first));
    expect(await answersFor(id)).toMatchObject({ answered: 1, of: 1, accepted: 1 });
  });

  test('asks no answer to what was taken back after the round, which nobody could give', async () => {
    const id = await consultationUnder(stage, { rules: { topN: 5 } });
    const [first = '', second = ''] = await proposeMany(stage, id, 2);
    for (const each of [first, second]) {
      await crowdVotes(stage, id, each, [{ clp: 'salford', agree: 20 }]);
    }
    const helen = await stage.as('helen');
    await helen.ask(
      'mutation ($r: ID!, $c: ID!) { publishRound(id: $r, consultationId: $c) { ... on Refusal { reason } } }',
      { r: randomUUID(), c: id },
    );
    await (await stage.as('tom')).ask(
      'mutation ($id: ID!) { withdrawProposal(id: $id, reason: "Said better by others.") { __typename } }',
      { id: first },
    );
    expect(await answersFor(id)).toMatchObject({ answered: 0, of: 1 });
    const { consultation } = await helen.ask(
      'query ($id: ID!) { consultation(id: $id) { queue { totalCount answers { of } edges { node { proposal { id } rank } } } } }',
      { id },
    );
    expect(consultation.queue).toMatchObject({ totalCount: 1, answers: { of: 1 } });
    expect(consultation.queue.edges[0].node).toMatchObject({ proposal: { id: second }, rank: 1 });
  });

  test('must be complete before Helen can report', async () => {
    const id = await consultationUnder(stage, { phase: 'reviewing' });
    const [only = ''] = await proposeMany(stage, id, 1);
    await crowdVotes(stage, id, only, [{ clp: 'salford', agree: 3 }]);
    const helen = await stage.as('helen');
    const report = async () =>
      (
        await helen.ask(
          `mutation ($id: ID!) { changePhase(consultationId: $id, to: reported) {
            ... on Consultation { phase } ... on Refusal { reason } } }`,
          { id },
        )
      ).changePhase;
    expect(await report()).toEqual({ reason: 'answers_missing' });
    await decide('helen', answerTo(only));
    expect(await report()).toEqual({ phase: 'reported' });
  });

  test('takes one statement for all consultations of the list', async () => {
    const visitor = await stage.as('visitor');
    const count = async (shown: string) => {
      const list = `{ consultations(first: 50) { edges { node { ${shown} } } } }`;
      return (await stage.statementsOf(() => visitor.ask(list))).length;
    };
    const counts = async () => [await count('id'), await count(`id answers { ${ANSWERS} }`)];
    await place();
    const before = await counts();
    for (let each = 0; each < 3; each += 1) await place();
    const after = await counts();
    // Who is in the list and in which order, and their rows; then all orders, which are kept for a second.
    expect([before, after]).toEqual([
      [2, 3],
      [2, 3],
    ]);
  });
});
