import { beforeEach, describe, expect, test } from '@jest/globals';
import { contactTasks } from '../src/contacts/contact.tasks.js';
import { decideWaiting } from '../src/contacts/staff-contact.service.js';
import { memberId } from '../src/demo/ids.js';
import type { PersonKey } from '../src/demo/script.js';
import * as contacts from '../src/roll/contact.queries.js';
import { castVote } from '../src/voting/vote.service.js';
import { actAs } from './stage/acting.js';
import { consultationUnder, proposeIn } from './stage/electorate.js';
import { newId } from './stage/over-http.js';
import { openPostOffice } from './stage/post-office.js';
import { importFile, person, rollFile } from './stage/roll-file.js';
import { openStage, type Person } from './stage/stage.js';
import { withJobs } from './stage/working.js';

const office = openPostOffice();
const stage = openStage(() => ({
  CLARION_SMTP_URL: office.url,
  CLARION_MAIL_FROM: 'Clarion <clarion@example.org>',
  CLARION_PUBLIC_URL: 'http://clarion.test',
}));

const HOUR = 3_600_000;
const MINE =
  '{ myContact { email heldUntil changes { id way status oldEmail newEmail mayObject } } }';
const REFUSAL = '... on Refusal { reason message field }';
const CHANGE = `mutation ($id: ID!, $email: String!) {
  changeContact(id: $id, email: $email) { __typename ... on ContactAsked { id } ${REFUSAL} } }`;
const CONFIRM = `mutation ($id: ID!, $code: String!) {
  confirmContact(id: $id, code: $code) { __typename ... on MyContact { email heldUntil } ${REFUSAL} } }`;
const OBJECT = `mutation ($code: String, $changeId: ID) {
  objectToContactChange(code: $code, changeId: $changeId) { __typename ${REFUSAL} } }`;
const CHANGE_FOR = `mutation ($id: ID!, $number: String!, $email: String!) {
  changeContactOfMember(id: $id, membershipNumber: $number, email: $email) {
    __typename ... on ContactOfMemberChanged { id isWaiting } ${REFUSAL} } }`;
const WAITING = `{ pendingContactChanges { id way askedBy { displayName } count mayDecide
  changes { member { displayName } maskedOld maskedNew } } }`;
const DECIDE = (what: 'approve' | 'refuse') => `mutation ($id: ID!) {
  ${what}ContactChanges(batchId: $id) { __typename ... on ContactsDecided { count } ${REFUSAL} } }`;
const VOTE = `mutation ($proposalId: ID!) { castVote(proposalId: $proposalId, choice: agree) {
  __typename ${REFUSAL} } }`;

const numberOf = async (who: PersonKey) => {
  const [row] = await stage.database.query(
    'SELECT membership_number AS number FROM member WHERE id = $1',
    [memberId(who)],
  );
  return row.number as string;
};

async function reachedAt(who: PersonKey, email: string | null) {
  await stage.database.query('DELETE FROM contact WHERE member_id = $1', [memberId(who)]);
  if (!email) return;
  await stage.database.query(
    'INSERT INTO contact (member_id, email, email_key, changed_at) VALUES ($1, $2, lower($2), now())',
    [memberId(who), email],
  );
}
const reached = (who: PersonKey) => contacts.ofMember(stage.database.manager, memberId(who));

const withMail = <T>(work: () => Promise<T>) =>
  withJobs(stage, contactTasks(stage.clarion.environment, stage.clarion.keys), work);
const codeIn = (text: string) => /^\d{8}$/m.exec(text)?.[0] ?? '';
const objectionIn = (text: string) => /^\w{4}-\w{4}-\w{4}$/m.exec(text)?.[0] ?? '';

const lastEntry = async () => {
  const [entry] = await stage.database.query(
    `SELECT kind, actor_id AS "actorId", data FROM record_entry
     WHERE about_kind = 'contact' ORDER BY number DESC LIMIT 1`,
  );
  return entry;
};

/** Changes somebody's own address by the code that goes to the new one. */
async function moveTo(who: Person, email: string, id = newId()) {
  const asked = (await who.ask(CHANGE, { id, email })).changeContact;
  expect(asked).toMatchObject({ __typename: 'ContactAsked', id });
  const code = codeIn((await office.take(email)).text);
  return (await who.ask(CONFIRM, { id, code })).confirmContact;
}

beforeEach(() => {
  office.arrived.length = 0;
});

describe('A member changes their own address', () => {
  test('by a code that goes to the new one, typed where it was asked for', async () => {
    await reachedAt('asha', 'asha@example.org');
    const asha = await stage.as('asha');
    const id = newId();
    await withMail(async () => {
      await asha.ask(CHANGE, { id, email: 'asha@example.com' });
      const mail = await office.take('asha@example.com');
      expect(await reached('asha')).toMatchObject({ email: 'asha@example.org', heldUntil: null });
      const code = codeIn(mail.text);
      const wrong = code === '00000000' ? '00000001' : '00000000';
      expect((await asha.ask(CONFIRM, { id, code: wrong })).confirmContact).toMatchObject({
        reason: 'wrong_code',
      });
      const { confirmContact } = await asha.ask(CONFIRM, { id, code });
      expect(confirmContact).toMatchObject({ email: 'asha@example.com' });
      const hours = (Date.parse(confirmContact.heldUntil) - Date.now()) / HOUR;
      expect(Math.round(hours)).toBe(72);
      // Sent again, as after a broken connection: it is the same change.
      expect((await asha.ask(CONFIRM, { id, code })).confirmContact).toMatchObject({
        email: 'asha@example.com',
      });
      expect((await asha.ask(CHANGE, { id, email: 'asha@example.com' })).changeContact.id).toBe(id);
    });
    expect(await lastEntry()).toEqual({
      kind: 'contact_changed',
      actorId: null,
      data: { way: 'member', count: 1 },
    });
  });

  test('and both addresses are told, the old one with a code to object and without a link', async () => {
    await reachedAt('ruth', 'ruth@example.org');
    await withMail(async () => {
      await moveTo(await stage.as('ruth'), 'ruth@example.com');
      const left = await office.take('ruth@example.org');
      expect(left.subject).toBe('Your address at Clarion was changed');
      expect(objectionIn(left.text)).toMatch(/^[0-9A-Z]{4}-/);
      expect(left.text).not.toMatch(/http:\/\/clarion\.test\S+/);
      expect(left.text).not.toContain('ruth@example.com');
      const arrived = await office.take('ruth@example.com');
      expect(arrived.text).toContain('no code to sign in is sent to the new address');
      expect(objectionIn(arrived.text)).toBe('');
    });
  });

  test('not with a code that was tried five times, nor with another’s', async () => {
    await reachedAt('tom', 'tom@example.org');
    const [tom, callum] = [await stage.as('tom'), await stage.as('callum')];
    const id = newId();
    await withMail(async () => {
      await tom.ask(CHANGE, { id, email: 'tom@example.com' });
      const code = codeIn((await office.take('tom@example.com')).text);
      expect((await callum.ask(CONFIRM, { id, code })).confirmContact.reason).toBe('wrong_code');
      for (let each = 0; each < 5; each += 1) {
        const wrong = code === '11111111' ? '11111112' : '11111111';
        await tom.ask(CONFIRM, { id, code: wrong });
      }
      expect((await tom.ask(CONFIRM, { id, code })).confirmContact.reason).toBe('wrong_code');
    });
    expect(await reached('tom')).toMatchObject({ email: 'tom@example.org' });
  });

  test('to none that is the same or no address, and not without end', async () => {
    const tom = await stage.as('tom');
    const to = async (email: string) =>
      (await tom.ask(CHANGE, { id: newId(), email })).changeContact;
    expect(await to('TOM@example.org')).toMatchObject({ reason: 'nothing_changed' });
    expect(await to('tom at example.org')).toMatchObject({ reason: 'not_valid', field: 'email' });
    expect(await to('tom@example.org\r\nBcc: all@example.org')).toMatchObject({
      reason: 'not_valid',
    });
    for (let each = 1; each < 5; each += 1) await to(`tom${each}@example.com`);
    expect((await to('tom9@example.com')).message).toContain('5 changes within a day');
  });

  test('and sees it alone', async () => {
    const { myContact } = await (await stage.as('asha')).ask(MINE);
    expect(myContact).toMatchObject({ email: 'asha@example.com' });
    expect(myContact.changes).toMatchObject([
      { way: 'member', status: 'made', oldEmail: 'asha@example.org', mayObject: true },
    ]);
    expect((await (await stage.as('visitor')).ask(MINE)).myContact).toBeNull();
    expect((await (await stage.as('nadia')).ask(MINE)).myContact).toEqual({
      email: null,
      heldUntil: null,
      changes: [],
    });
  });
});

describe('While a change is fresh', () => {
  test('no vote is taken, given or taken back; afterwards it is', async () => {
    const consultation = await consultationUnder(stage);
    const proposalId = await proposeIn(stage, consultation, { by: 'tom' });
    const asha = await stage.as('asha');
    const { castVote } = await asha.ask(VOTE, { proposalId });
    expect(castVote).toMatchObject({ __typename: 'Refusal', reason: 'contact_hold' });
    expect(castVote.message).toMatch(/until \w+day \d+ \w+ \d{4} at \d+(\.\d\d)?[ap]m/);
    const { castPriorityBallot } = await asha.ask(
      `mutation ($id: ID!) { castPriorityBallot(consultationId: $id, proposalIds: []) { __typename ${REFUSAL} } }`,
      {
        id: await consultationUnder(stage, {
          phase: 'prioritising',
          rules: { priorityBallotSize: 3 },
        }),
      },
    );
    expect(castPriorityBallot).toMatchObject({ reason: 'contact_hold' });
    await stage.database.query(
      `UPDATE contact SET held_until = now() - interval '1 second' WHERE member_id = $1`,
      [asha.id],
    );
    expect((await asha.ask(VOTE, { proposalId })).castVote.__typename).toBe('Vote');
  });

  test('the vote is refused also to a request that began before the change', async () => {
    const proposalId = await proposeIn(stage, await consultationUnder(stage), { by: 'tom' });
    const answer = await actAs(stage, 'gwenllian', async (acting) => {
      await acting.tx.query(
        `INSERT INTO contact (member_id, email, email_key, changed_at, held_until)
         VALUES ($1, 'g@example.org', 'g@example.org', now(), now() + interval '1 hour')`,
        [memberId('gwenllian')],
      );
      expect(acting.viewer.heldUntil).toBeNull();
      return castVote(acting, { proposalId, choice: 'agree' });
    });
    expect(answer).toMatchObject({ reason: 'contact_hold' });
  });

  test('the viewer learns until when', async () => {
    const asha = await stage.as('ruth');
    const { viewer } = await asha.ask('{ viewer { heldUntil lapsedOn } }');
    expect(Date.parse(viewer.heldUntil)).toBeGreaterThan(Date.now());
    expect(viewer.lapsedOn).toBeNull();
  });
});

describe('Whoever had the address before', () => {
  test('objects with the code that went there, signed in or not: it is theirs again, and others are signed out', async () => {
    await reachedAt('callum', 'callum@example.org');
    const thief = await stage.as('callum');
    await withMail(async () => {
      await moveTo(thief, 'thief@example.com');
      const code = objectionIn((await office.take('callum@example.org')).text);
      const visitor = await stage.as('visitor');
      expect(
        (await visitor.ask(OBJECT, { code: 'AAAA-AAAA-AAAA' })).objectToContactChange,
      ).toMatchObject({
        reason: 'wrong_code',
      });
      expect(
        (await visitor.ask(OBJECT, { code: code.toLowerCase() })).objectToContactChange,
      ).toEqual({
        __typename: 'ContactRestored',
      });
      expect(await reached('callum')).toMatchObject({
        email: 'callum@example.org',
        heldUntil: null,
      });
      expect((await thief.ask('{ viewer { heldUntil } }')).viewer).toBeNull();
      // Twice is once.
      expect((await visitor.ask(OBJECT, { code })).objectToContactChange.__typename).toBe(
        'ContactRestored',
      );
      expect((await office.take('callum@example.org')).subject).toContain('was taken back');
      expect((await office.take('thief@example.com')).subject).toContain('now reached here');
      expect((await office.take('thief@example.com')).subject).toContain('was taken back');
    });
    expect(await lastEntry()).toMatchObject({
      kind: 'contact_change_objected',
      actorId: null,
      data: { way: 'member', count: 1 },
    });
  });

  test('takes back what came after it too, and what was held before stays held', async () => {
    await reachedAt('ruth', 'ruth@example.org');
    const ruth = await stage.as('ruth');
    await withMail(async () => {
      await moveTo(ruth, 'ruth@first.example');
      const first = objectionIn((await office.take('ruth@example.org')).text);
      await moveTo(ruth, 'ruth@second.example');
      expect((await office.take('ruth@first.example')).subject).toContain('now reached here');
      const second = objectionIn((await office.take('ruth@first.example')).text);
      const visitor = await stage.as('visitor');
      await visitor.ask(OBJECT, { code: second });
      const between = await reached('ruth');
      expect(between).toMatchObject({ email: 'ruth@first.example' });
      expect(between?.heldUntil).not.toBeNull();
      await visitor.ask(OBJECT, { code: first });
      expect(await reached('ruth')).toMatchObject({ email: 'ruth@example.org' });
    });
  });

  test('objects signed in, to a change of their own alone, for 14 days', async () => {
    await reachedAt('sunita', 'sunita@example.org');
    await importFile(
      stage,
      rollFile([
        `${await numberOf('sunita')},Sunita Rao,sunita@wrong.example,affiliated supporter,Leicester East,2024-01-01,`,
      ]),
    );
    const [sunita, other, tom] = [
      await stage.as('sunita'),
      await stage.as('sunita'),
      await stage.as('tom'),
    ];
    const { myContact } = await sunita.ask(MINE);
    const [{ id: changeId }] = myContact.changes;
    expect(myContact).toMatchObject({ email: 'sunita@wrong.example' });
    expect((await tom.ask(OBJECT, { changeId })).objectToContactChange.reason).toBe('not_found');
    expect(
      (await (await stage.as('visitor')).ask(OBJECT, { changeId })).objectToContactChange.reason,
    ).toBe('not_signed_in');
    expect((await sunita.ask(OBJECT, { changeId })).objectToContactChange.__typename).toBe(
      'ContactRestored',
    );
    expect((await sunita.ask(MINE)).myContact).toMatchObject({ email: 'sunita@example.org' });
    expect((await other.ask('{ viewer { heldUntil } }')).viewer).toBeNull();
    // The roll says it again, and is not heard again.
    await importFile(
      stage,
      rollFile([
        `${await numberOf('sunita')},Sunita Rao,sunita@wrong.example,affiliated supporter,Leicester East,2024-01-01,`,
      ]),
    );
    expect(await reached('sunita')).toMatchObject({ email: 'sunita@example.org' });
  });
});

describe('An administrator', () => {
  const changeFor = async (by: Person, number: string, email: string, id = newId()) =>
    (await by.ask(CHANGE_FOR, { id, number, email })).changeContactOfMember;

  test('puts an address right: held, told to both, in the record under their name', async () => {
    await reachedAt('priya', 'priya@example.org');
    const nadia = await stage.as('nadia');
    await withMail(async () => {
      const id = newId();
      const number = await numberOf('priya');
      const changed = { __typename: 'ContactOfMemberChanged', id, isWaiting: false };
      expect(await changeFor(nadia, number, 'priya@example.com', id)).toEqual(changed);
      expect(await changeFor(nadia, number, 'priya@example.com', id)).toEqual(changed);
      expect((await office.take('priya@example.org')).text).toContain(
        'An administrator of the party',
      );
      await office.take('priya@example.com');
    });
    const contact = await reached('priya');
    expect(contact?.heldUntil?.getTime()).toBeGreaterThan(Date.now() + 71 * HOUR);
    expect(await lastEntry()).toEqual({
      kind: 'contact_changed',
      actorId: nadia.id,
      data: { way: 'staff', count: 1 },
    });
  });

  test('cannot for themselves, nor for a number nobody has; and nobody else can at all', async () => {
    const nadia = await stage.as('nadia');
    expect(await changeFor(nadia, await numberOf('nadia'), 'j@example.org')).toMatchObject({
      reason: 'not_for_oneself',
    });
    expect(await changeFor(nadia, 'L0', 'j@example.org')).toMatchObject({ reason: 'not_found' });
    const helen = await stage.as('helen');
    expect(await changeFor(helen, await numberOf('tom'), 't@example.org')).toMatchObject({
      reason: 'not_an_officer',
    });
    expect((await helen.ask(WAITING)).pendingContactChanges).toEqual([]);
  });

  test('makes ten changes in a day; the eleventh waits for another administrator', async () => {
    const nadia = await stage.as('nadia');
    await importFile(
      stage,
      rollFile(
        Array.from({ length: 12 }, (_, each) =>
          person(`W${each}`, { email: `w${each}@example.org` }),
        ),
      ),
    );
    // One was made above.
    for (let each = 0; each < 9; each += 1) {
      expect((await changeFor(nadia, `W${each}`, `w${each}@example.com`)).isWaiting).toBe(false);
    }
    expect((await changeFor(nadia, 'W10', 'w10@example.com')).isWaiting).toBe(true);
    expect((await changeFor(nadia, 'W11', 'w11@example.com')).isWaiting).toBe(true);
    const [batch] = (await nadia.ask(WAITING)).pendingContactChanges;
    expect(batch).toMatchObject({
      way: 'staff',
      askedBy: { displayName: 'Nadia Hussain' },
      count: 2,
      mayDecide: false,
    });
    expect(batch.changes.map((each: any) => [each.maskedOld, each.maskedNew])).toEqual([
      ['w…@e….org', 'w…@e….com'],
      ['w…@e….org', 'w…@e….com'],
    ]);
    const own = (await nadia.ask(DECIDE('approve'), { id: batch.id })).approveContactChanges;
    expect(own).toMatchObject({ reason: 'second_person' });

    const graham = await stage.as('graham');
    expect((await graham.ask(WAITING)).pendingContactChanges[0].mayDecide).toBe(true);
    const { approveContactChanges } = await graham.ask(DECIDE('approve'), { id: batch.id });
    expect(approveContactChanges).toEqual({ __typename: 'ContactsDecided', count: 2 });
    const [moved] = await stage.database.query(
      `SELECT c.email, c.held_until > now() + interval '71 hours' AS held FROM contact c
       JOIN member m ON m.id = c.member_id WHERE m.membership_number = 'W10'`,
    );
    expect(moved).toEqual({ email: 'w10@example.com', held: true });
    expect(await lastEntry()).toEqual({
      kind: 'contact_changes_approved',
      actorId: graham.id,
      data: { way: 'staff', count: 2 },
    });
  });

  test('ten at once are ten, however they are sent', async () => {
    const graham = await stage.as('graham');
    const numbers = Array.from({ length: 12 }, (_, each) => `W${each}`);
    const answers = await Promise.all(
      numbers.map((number) => changeFor(graham, number, `${number}@example.net`)),
    );
    expect(answers.filter(({ isWaiting }) => isWaiting)).toHaveLength(2);
    expect(answers.filter(({ isWaiting }) => isWaiting === false)).toHaveLength(10);
  });

  test('decides on what a roll wants changed, unless its owner was faster', async () => {
    const numbers = Array.from({ length: 60 }, (_, each) => `V${each}`);
    const at = (site: string) =>
      rollFile(numbers.map((number) => person(number, { email: `${number}@${site}` })));
    await importFile(stage, at('example.org'));
    await importFile(stage, at('example.com'));
    const [owner] = await stage.database.query(
      `UPDATE contact SET email = 'mine@example.net', email_key = 'mine@example.net'
       FROM member m WHERE m.id = member_id AND m.membership_number = 'V0' RETURNING member_id`,
    );
    expect(owner).toHaveLength(1);
    const nadia = await stage.as('nadia');
    const batch = (await nadia.ask(WAITING)).pendingContactChanges.find(
      ({ way }: any) => way === 'roll',
    );
    expect(batch).toMatchObject({ askedBy: null, count: 60, mayDecide: true });
    expect(batch.changes).toHaveLength(50);
    const { approveContactChanges } = await nadia.ask(DECIDE('approve'), { id: batch.id });
    expect(approveContactChanges).toEqual({ __typename: 'ContactsDecided', count: 59 });
    const again = (await nadia.ask(DECIDE('refuse'), { id: batch.id })).refuseContactChanges;
    expect(again).toMatchObject({ reason: 'not_found' });
  });

  test('refuses what waits, and it is not asked again', async () => {
    const numbers = Array.from({ length: 60 }, (_, each) => `U${each}`);
    const at = (site: string) =>
      rollFile(numbers.map((number) => person(number, { email: `${number}@${site}` })));
    await importFile(stage, at('example.org'));
    await importFile(stage, at('example.com'));
    const nadia = await stage.as('nadia');
    const [batch] = (await nadia.ask(WAITING)).pendingContactChanges.filter(
      ({ way }: any) => way === 'roll',
    );
    expect((await nadia.ask(DECIDE('refuse'), { id: batch.id })).refuseContactChanges.count).toBe(
      60,
    );
    expect(await importFile(stage, at('example.com'))).toMatchObject({ changed: 0 });
  });

  test('who lapsed, or is none, decides nothing', async () => {
    expect(
      await actAs(stage, 'helen', (acting) =>
        decideWaiting(acting, { batchId: newId(), approve: true }),
      ),
    ).toMatchObject({ reason: 'not_an_officer' });
  });
});

describe('Everybody', () => {
  test('can count the changes of this month by their way', async () => {
    const visitor = await stage.as('visitor');
    const { publicCount } = await visitor.ask(
      '{ publicCount { addressChanges { month byMembers byRoll byStaff objected } } }',
    );
    const [held] = await stage.database.query(
      `SELECT count(*) FILTER (WHERE way = 'member')::int AS "byMembers",
         count(*) FILTER (WHERE way = 'roll')::int AS "byRoll",
         count(*) FILTER (WHERE way = 'staff')::int AS "byStaff",
         count(*) FILTER (WHERE status = 'objected')::int AS objected
       FROM contact_change WHERE made_at IS NOT NULL`,
    );
    expect(publicCount.addressChanges).toMatchObject(held);
    expect(held.byStaff).toBe(22);
    expect(publicCount.addressChanges.month).toMatch(/^\d{4}-\d\d-01$/);
  });

  test('finds no address in the record', async () => {
    const [{ found }] = await stage.database.query(
      `SELECT count(*)::int AS found FROM record_entry e WHERE e::text LIKE '%@example%'`,
    );
    expect(found).toBe(0);
  });
});
