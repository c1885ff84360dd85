import { beforeAll, describe, expect, test } from '@jest/globals';
import { bodyId, memberId } from '../src/demo/ids.js';
import type { PersonKey } from '../src/demo/script.js';
import { dayIn, newId, propose } from './stage/over-http.js';
import { openStage, type Person } from './stage/stage.js';

const stage = openStage();

const REFUSAL = '... on Refusal { reason message field }';
const FIND = `query ($number: String!) { memberByNumber(membershipNumber: $number) {
  membershipNumber standing joinedOn lapsedOn member { id displayName clp { name } }
  offices { id office from until body { id } } } }`;
const APPOINT = `mutation ($input: AppointmentInput!) { appointOfficer(input: $input) {
  __typename ... on Office { id office from until body { name } member { displayName } } ${REFUSAL} } }`;
const END = `mutation ($id: ID!, $until: Date) { endOffice(officeId: $id, until: $until) {
  __typename ... on Office { id until } ${REFUSAL} } }`;

const numberOf = async (who: PersonKey) => {
  const [row] = await stage.database.query(
    'SELECT membership_number AS number FROM member WHERE id = $1',
    [memberId(who)],
  );
  return row.number as string;
};

let nadia: Person;
beforeAll(async () => {
  nadia = await stage.as('nadia');
});

const appointment = async (who: PersonKey, changes: Record<string, unknown> = {}) => ({
  id: newId(),
  membershipNumber: await numberOf(who),
  bodyId: bodyId('nec'),
  office: 'scrutineer',
  from: dayIn(0),
  until: null,
  ...changes,
});
const appoint = async (input: Record<string, unknown>, by = nadia) =>
  (await by.ask(APPOINT, { input })).appointOfficer;
const end = async (id: string, until: string | null = null, by = nadia) =>
  (await by.ask(END, { id, until })).endOffice;
const officesOf = async (who: PersonKey) =>
  (await (await stage.as(who)).ask('{ viewer { offices { office } } }')).viewer.offices.map(
    ({ office }: any) => office,
  );
const entry = async (id: string, kind: string) => {
  const rows = await stage.database.query(
    `SELECT actor_id AS "actorId", body_id AS "bodyId", data FROM record_entry
     WHERE about_kind = 'office' AND about_id = $1 AND kind = $2`,
    [id, kind],
  );
  return rows;
};

describe('An administrator finds somebody', () => {
  test('by their exact number, without where they are reached', async () => {
    await stage.database.query(
      `INSERT INTO contact (member_id, email, email_key, changed_at) VALUES ($1, 'l@example.org', 'l@example.org', now())`,
      [memberId('lowri')],
    );
    const number = await numberOf('lowri');
    const { memberByNumber: found } = await nadia.ask(FIND, {
      number: ` ${number.toLowerCase()} `,
    });
    expect(found).toMatchObject({
      membershipNumber: number,
      standing: 'member',
      lapsedOn: null,
      member: { displayName: 'Lowri Bevan', clp: { name: 'Cardiff West' } },
      offices: [{ office: 'scrutineer', body: { id: bodyId('nec') } }],
    });
    expect(JSON.stringify(found)).not.toContain('example.org');
  });

  test('not by a part of it, nor by a name', async () => {
    const number = await numberOf('lowri');
    for (const given of [number.slice(0, -1), `${number}0`, 'Lowri Bevan', '%', '']) {
      expect((await nadia.ask(FIND, { number: given })).memberByNumber).toBeNull();
    }
  });

  test('and nobody else does', async () => {
    for (const who of ['helen', 'asha', 'visitor'] as const) {
      const answer = await (await stage.as(who)).ask(FIND, { number: await numberOf('lowri') });
      expect(answer.memberByNumber).toBeNull();
    }
  });
});

describe('An appointment', () => {
  test('gives the office from its first day, and enters the record without a name', async () => {
    const input = await appointment('asha');
    expect(await appoint(input)).toMatchObject({
      __typename: 'Office',
      id: input.id,
      office: 'scrutineer',
      member: { displayName: 'Asha Rahman' },
    });
    expect(await officesOf('asha')).toEqual(['scrutineer']);
    const [one, ...more] = await entry(input.id, 'officer_appointed');
    expect(more).toEqual([]);
    expect(one).toEqual({
      actorId: nadia.id,
      bodyId: bodyId('nec'),
      data: { memberId: memberId('asha'), office: 'scrutineer', from: input.from, until: null },
    });
  });

  test('sent again is the same one, also ten times at once', async () => {
    const input = await appointment('tom', { office: 'moderator' });
    const answers = await Promise.all(Array.from({ length: 10 }, () => appoint(input)));
    expect(new Set(answers.map(({ id }) => id))).toEqual(new Set([input.id]));
    expect(await entry(input.id, 'officer_appointed')).toHaveLength(1);
    expect(await officesOf('tom')).toEqual(['moderator']);
    expect(await appoint({ ...input, office: 'chair' })).toMatchObject({
      reason: 'already_exists',
    });
  });

  test('to come does not begin before its first day', async () => {
    const input = await appointment('ruth', {
      bodyId: bodyId('npf'),
      office: 'representative',
      from: dayIn(2),
      until: dayIn(400),
    });
    await appoint(input);
    expect(await officesOf('ruth')).toEqual([]);
    const { memberByNumber } = await nadia.ask(FIND, { number: input.membershipNumber });
    expect(memberByNumber.offices).toMatchObject([{ office: 'representative', from: dayIn(2) }]);
  });

  test.each([
    ['oneself', { who: 'nadia' }, 'not_for_oneself', null],
    ['a number nobody has', { membershipNumber: 'L0' }, 'not_found', 'membershipNumber'],
    ['a body that is not there', { bodyId: newId() }, 'not_found', 'bodyId'],
    ['an office the body has not got', { bodyId: bodyId('sera') }, 'not_valid', 'office'],
    ['a last day before the first', { until: dayIn(-1) }, 'not_valid', 'until'],
    ['an office already held', { who: 'asha' }, 'not_valid', 'office'],
  ])('is refused for %s', async (_, { who = 'callum', ...changes }: any, reason, field) => {
    const input = await appointment(who, changes);
    expect(await appoint(input)).toMatchObject({ __typename: 'Refusal', reason, field });
    expect(await entry(input.id, 'officer_appointed')).toEqual([]);
  });

  test('is refused for somebody whose membership has lapsed', async () => {
    await stage.database.query('UPDATE member SET lapsed_on = $2 WHERE id = $1', [
      memberId('sunita'),
      dayIn(-3),
    ]);
    const refused = await appoint(await appointment('sunita'));
    expect(refused.message).toBe('Their membership has lapsed, so they hold no office.');
  });

  test('takes an administrator, however high another office', async () => {
    for (const who of ['helen', 'daniel', 'asha'] as const) {
      const refused = await appoint(await appointment('callum'), await stage.as(who));
      expect(refused.reason).toBe('not_an_officer');
    }
  });
});

describe('An office', () => {
  test('is ended at once, also on the day it was given, and once', async () => {
    const input = await appointment('callum', { office: 'moderator' });
    await appoint(input);
    expect(await officesOf('callum')).toEqual(['moderator']);
    expect(await end(input.id)).toEqual({ __typename: 'Office', id: input.id, until: dayIn(-1) });
    expect(await officesOf('callum')).toEqual([]);
    await end(input.id);
    const ended = await entry(input.id, 'officer_ended');
    expect(ended).toEqual([
      {
        actorId: nadia.id,
        bodyId: bodyId('nec'),
        data: { memberId: memberId('callum'), office: 'moderator', until: dayIn(-1) },
      },
    ]);
  });

  test('can end on a day to come, sooner after all, but not later', async () => {
    const input = await appointment('callum');
    await appoint(input);
    expect(await end(input.id, dayIn(30))).toMatchObject({ until: dayIn(30) });
    expect(await end(input.id, dayIn(60))).toMatchObject({ reason: 'not_valid', field: 'until' });
    expect(await end(input.id, dayIn(-30))).toMatchObject({ reason: 'not_valid', field: 'until' });
    expect(await end(input.id, dayIn(3))).toMatchObject({ until: dayIn(3) });
    expect(await officesOf('callum')).toEqual(['scrutineer']);
  });

  test('is not ended by whoever holds it, nor by whoever is no administrator', async () => {
    const [own] = await stage.database.query(
      `SELECT id FROM office WHERE member_id = $1 AND office = 'administrator'`,
      [memberId('nadia')],
    );
    expect(await end(own.id)).toMatchObject({ reason: 'not_for_oneself' });
    expect(await end(own.id, null, await stage.as('helen'))).toMatchObject({
      reason: 'not_an_officer',
    });
    expect(await end(newId())).toMatchObject({ reason: 'not_found' });
  });
});

describe('Whoever’s membership has lapsed', () => {
  test('reads, and takes no part: no vote, no contribution, no office', async () => {
    await stage.database.query('UPDATE member SET lapsed_on = $2 WHERE id = $1', [
      memberId('daniel'),
      dayIn(0),
    ]);
    const daniel = await stage.as('daniel');
    const { viewer } = await daniel.ask('{ viewer { lapsedOn offices { office } } }');
    expect(viewer).toEqual({ lapsedOn: dayIn(0), offices: [] });
    expect((await propose(daniel, newId())).reason).toBe('lapsed');
    const vote = await daniel.ask(
      `mutation ($id: ID!) { castVote(proposalId: $id, choice: agree) { __typename ${REFUSAL} } }`,
      { id: newId() },
    );
    expect(vote.castVote.reason).toBe('lapsed');
    expect(vote.castVote.message).toContain('You can read everything');
  });
});
