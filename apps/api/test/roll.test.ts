import { describe, expect, test } from '@jest/globals';
import { viewerById } from '../src/accounts/session.service.js';
import * as contacts from '../src/roll/contact.queries.js';
import { CLARION, onStage, run } from './stage/command.js';
import { importFile, person, rollFile } from './stage/roll-file.js';
import { openStage } from './stage/stage.js';

const stage = openStage();

const memberOf = async (number: string) => {
  const [found] = await stage.database.query('SELECT * FROM member WHERE membership_number = $1', [
    number,
  ]);
  return found;
};
const emailOf = async (number: string) => {
  const { id } = await memberOf(number);
  return (await contacts.ofMember(stage.database.manager, id))?.email ?? null;
};
const entries = () =>
  stage.database.query(`SELECT * FROM record_entry WHERE about_kind = 'roll' ORDER BY number`);
const changes = () => stage.database.query('SELECT * FROM contact_change ORDER BY asked_at, id');

describe('Importing a roll', () => {
  test('adds who is new, with where they are reached, and the record counts them without naming anybody', async () => {
    const file = rollFile([
      person('S1', { name: 'Nia Roberts', email: 'Nia@example.org' }),
      person('S2', { email: 'pair@example.org' }),
      person('S3', { email: 'pair@example.org', lapsed: '2024-01-01' }),
    ]);
    const result = await importFile(stage, file);
    expect(result).toMatchObject({ added: 3, changed: 0, lapsed: 0, addresses: 0 });
    expect(await memberOf('S1')).toMatchObject({
      display_name: 'Nia Roberts',
      standing: 'member',
      joined_on: '2020-03-04',
      lapsed_on: null,
    });
    const entry = (await entries()).at(-1);
    expect(entry.data).toEqual({
      added: 3,
      changed: 0,
      lapsed: 0,
      contactChanges: 0,
      contactChangesWaiting: 0,
      sha256: 'f'.repeat(64),
    });
    expect(JSON.stringify(entry)).not.toContain('Nia');
    expect(JSON.stringify(entry)).not.toContain('example.org');
  });

  test('finds by an address all whose membership runs, however it is written', async () => {
    const found = await contacts.byEmail(stage.database.manager, ' PAIR@example.org', new Date());
    expect(found.map(({ memberId }) => memberId)).toEqual([(await memberOf('S2')).id]);
  });

  test('twice changes nothing the second time, and enters nothing', async () => {
    const file = rollFile([person('T1', { email: 't1@example.org' }), person('T2')]);
    await importFile(stage, file);
    const before = await entries();
    const again = await importFile(stage, file);
    expect(again).toMatchObject({ added: 0, changed: 0, unchanged: 2, addresses: 0 });
    expect(await entries()).toEqual(before);
  });

  test('changes what is another thing now, and says which', async () => {
    await importFile(stage, rollFile([person('C1'), person('C2'), person('C3')]));
    const result = await importFile(
      stage,
      rollFile([
        person('C1', { name: 'Another Name', clp: 'Paisley' }),
        person('C2', { lapsed: '2026-01-01' }),
        person('C3'),
      ]),
    );
    expect(result).toMatchObject({ added: 0, changed: 2, lapsed: 1, unchanged: 1 });
    expect(result.fields).toEqual({ name: 1, standing: 0, clp: 1, joinedOn: 0, lapsedOn: 1 });
    const renewed = await importFile(stage, rollFile([person('C2')]));
    expect(renewed).toMatchObject({ changed: 1, renewed: 1, lapsed: 0 });
    expect((await memberOf('C2')).lapsed_on).toBeNull();
  });

  test('leaves what the file has no column for', async () => {
    await importFile(stage, rollFile([person('L1', { email: 'l1@example.org' })]));
    const file = rollFile(
      ['L1,Person L1,member,2020-03-04'],
      'membership no,name,standing,joined on',
    );
    expect(await importFile(stage, file)).toMatchObject({ changed: 0, unchanged: 1 });
    expect(await memberOf('L1')).toMatchObject({ display_name: 'Person L1' });
    expect((await memberOf('L1')).clp_id).not.toBeNull();
    expect(await emailOf('L1')).toBe('l1@example.org');
  });

  test('refuses lines with their number and why, and takes the rest', async () => {
    const result = await importFile(
      stage,
      rollFile([person('R1'), person('R1', { name: 'Somebody Else' }), person(''), person('R2')]),
    );
    expect(result.added).toBe(2);
    expect(result.refused).toEqual({
      count: 2,
      first: [
        { line: 3, why: 'the membership number R1 is on line 2 already.' },
        { line: 4, why: 'the membership number is missing.' },
      ],
    });
    expect((await memberOf('R1')).display_name).toBe('Person R1');
  });

  test('writes nothing on a dry run, and says the same as the real one', async () => {
    const file = rollFile([
      person('D1', { email: 'd1@example.org' }),
      person('R1', { name: 'New' }),
    ]);
    const dry = await importFile(stage, file, { isDryRun: true });
    expect(await memberOf('D1')).toBeUndefined();
    expect(await importFile(stage, file)).toEqual(dry);
    expect(dry).toMatchObject({ added: 1, changed: 1 });
  });

  test('makes one account of a membership number when two imports run at once', async () => {
    const one = rollFile([person('P1'), person('P2')]);
    const other = rollFile([person('P2'), person('P3'), person('p 1')]);
    const [first, second] = await Promise.all([importFile(stage, one), importFile(stage, other)]);
    expect(first.added + second.added).toBe(3);
    const found = await stage.database.query(
      `SELECT membership_number AS number FROM member WHERE membership_number IN ('P1','P2','P3') ORDER BY 1`,
    );
    expect(found).toEqual([{ number: 'P1' }, { number: 'P2' }, { number: 'P3' }]);
    const twice = stage.database.query(
      `INSERT INTO member (id, membership_number, display_name, standing, joined_on)
       VALUES (gen_random_uuid(), 'P1', 'Again', 'member', '2020-01-01')`,
    );
    await expect(twice).rejects.toThrow('member_number');
  });
});

describe('People who are not in the file', () => {
  test('stay unless the operator says otherwise, and more than one in twenty lapse only when it is meant', async () => {
    const file = rollFile([person('S1', { name: 'Nia Roberts' })]);
    const kept = await importFile(stage, file);
    expect(kept.missing.count).toBeGreaterThan(20);
    expect(kept.lapsedMissing).toBe(0);

    const stopped = await importFile(stage, file, { missing: 'lapse' });
    expect(stopped.isStopped).toBe(true);
    expect((await memberOf('T1')).lapsed_on).toBeNull();
  });

  test('are not lapsed for a line about them that was refused', async () => {
    const everybody = await stage.database.query(
      `SELECT m.membership_number AS number, m.display_name AS name, m.standing, b.name AS clp,
         m.joined_on::text AS "joinedOn" FROM member m JOIN body b ON b.id = m.clp_id
       WHERE m.lapsed_on IS NULL ORDER BY number`,
    );
    const lines = everybody
      .filter(({ number }: any) => number !== 'T2')
      .map(
        ({ number, name, standing, clp, joinedOn }: any) =>
          `${number},${name},,${standing.replace('_', ' ')},${number === 'T1' ? 'Nowhere' : clp},${joinedOn},`,
      );
    const result = await importFile(stage, rollFile(lines), { missing: 'lapse' });
    expect(result).toMatchObject({ lapsedMissing: 1, isStopped: false, refused: { count: 1 } });
    expect((await memberOf('T1')).lapsed_on).toBeNull();
    expect((await memberOf('T2')).lapsed_on).not.toBeNull();
    const [viewer] = [
      await viewerById(stage.database.manager, (await memberOf('T2')).id, new Date()),
    ];
    expect(viewer?.lapsedOn).not.toBeNull();
    expect((await entries()).at(-1).data).toMatchObject({ lapsed: 1 });
  });
});

describe('A new address in the roll', () => {
  const HOUR = 3_600_000;

  test('of somebody who was there is held for 72 hours, kept in the log, and counted in the record', async () => {
    await importFile(stage, rollFile([person('A1', { email: 'old@example.org' })]));
    const at = new Date();
    const result = await importFile(stage, rollFile([person('A1', { email: 'new@example.org' })]), {
      at,
    });
    expect(result).toMatchObject({ changed: 1, addresses: 1, addressesWait: false });
    const { id } = await memberOf('A1');
    expect(await contacts.ofMember(stage.database.manager, id)).toMatchObject({
      email: 'new@example.org',
      heldUntil: new Date(at.getTime() + 72 * HOUR),
    });
    expect(await contacts.heldUntil(stage.database.manager, id, at)).not.toBeNull();
    const later = new Date(at.getTime() + 72 * HOUR);
    expect(await contacts.heldUntil(stage.database.manager, id, later)).toBeNull();
    expect((await changes()).at(-1)).toMatchObject({
      way: 'roll',
      status: 'made',
      old_email: 'old@example.org',
      new_email: 'new@example.org',
    });
    expect((await entries()).at(-1).data).toMatchObject({ contactChanges: 1 });
  });

  test('is told to the old one and to the new one', async () => {
    const jobs = await stage.database.query(
      `SELECT payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t
         ON t.id = j.task_id WHERE t.identifier = 'send-contact-mail' ORDER BY j.id`,
    );
    const { id: changeId } = (await changes()).at(-1);
    expect(jobs.map(({ payload }: any) => payload)).toEqual([
      { changeId, to: 'old' },
      { changeId, to: 'new' },
    ]);
  });

  test('does not undo what somebody changed here since the roll was made', async () => {
    const { id } = await memberOf('A1');
    await stage.database.query(
      `UPDATE contact SET email = 'own@example.org', email_key = 'own@example.org' WHERE member_id = $1`,
      [id],
    );
    const stale = rollFile([person('A1', { email: 'NEW@example.org' })]);
    expect(await importFile(stage, stale)).toMatchObject({ unchanged: 1, addresses: 0 });
    expect(await emailOf('A1')).toBe('own@example.org');
  });

  test('is left alone where the file has none', async () => {
    await importFile(stage, rollFile([person('A1')]));
    expect(await emailOf('A1')).toBe('own@example.org');
  });

  test('waits for an administrator where more than fifty people have one; the rest is done', async () => {
    const numbers = Array.from({ length: 51 }, (_, index) => `B${index}`);
    await importFile(stage, rollFile(numbers.map((n) => person(n, { email: `${n}@example.org` }))));
    const file = rollFile(
      numbers.map((n) => person(n, { name: `Renamed ${n}`, email: `${n}@example.com` })),
    );
    const result = await importFile(stage, file);
    expect(result).toMatchObject({ changed: 51, addresses: 51, addressesWait: true });
    expect(await emailOf('B0')).toBe('B0@example.org');
    expect((await memberOf('B0')).display_name).toBe('Renamed B0');
    expect((await entries()).at(-1).data).toMatchObject({
      contactChanges: 0,
      contactChangesWaiting: 51,
    });
    expect(await importFile(stage, file)).toMatchObject({ changed: 0, unchanged: 51 });
    const waiting = (await changes()).filter(({ status }: any) => status === 'pending');
    expect(waiting).toHaveLength(51);
  });

  test('fifty of them do not wait', async () => {
    const numbers = Array.from({ length: 50 }, (_, index) => `F${index}`);
    await importFile(stage, rollFile(numbers.map((n) => person(n, { email: `${n}@example.org` }))));
    const result = await importFile(
      stage,
      rollFile(numbers.map((n) => person(n, { email: `${n}@example.com` }))),
    );
    expect(result.addressesWait).toBe(false);
    expect(await emailOf('F0')).toBe('F0@example.com');
  });
});

describe('What is in the log of contacts', () => {
  test('never changes and never goes, but its addresses can be erased', async () => {
    const change = (sql: string) => stage.database.query(sql);
    await expect(change('DELETE FROM contact_change')).rejects.toThrow('append-only');
    await expect(change('TRUNCATE contact_change')).rejects.toThrow('append-only');
    await expect(change(`UPDATE contact_change SET way = 'member'`)).rejects.toThrow('append-only');
    await expect(
      change(`UPDATE contact_change SET new_email = 'x@example.org' WHERE status = 'made'`),
    ).rejects.toThrow('append-only');
    await change('UPDATE contact_change SET old_email = NULL, new_email = NULL');
  });
});

describe('clarion roll import', () => {
  const roll = (args: string[], settings = {}) =>
    run(CLARION, ['roll', 'import', ...args], { ...onStage(stage), ...settings });

  test('does not mix a real roll into the demonstration', async () => {
    const { code, err } = await roll([rollFile([person('X1')])]);
    expect(err).toContain('This database holds the demonstration.');
    expect(code).toBe(1);
    expect(await memberOf('X1')).toBeUndefined();
  });

  test('says in words what it would do, and then what it did', async () => {
    await stage.database.query('DELETE FROM demo_person');
    const file = rollFile([
      person('X1', { email: 'x1@example.org' }),
      person('X2', { clp: 'Salfrod' }),
      person('C1', { name: 'Third Name' }),
    ]);
    const dry = await roll([file, '--dry-run']);
    expect(dry.out).toMatch(/roll-\d+\.csv, SHA-256 [0-9a-f]{64}/);
    expect(dry.out).toContain('Added      1 person\n');
    expect(dry.out).toContain('Changed    1 person (name 1, CLP 1)\n');
    expect(dry.out).toContain('line 3: there is no CLP called "Salfrod". Is it Salford?');
    expect(dry.out).toContain('Nothing was written (--dry-run).');
    expect(await memberOf('X1')).toBeUndefined();

    const real = await roll([file]);
    expect(real.code).toBe(0);
    expect(real.out).toBe(dry.out.replace('Nothing was written (--dry-run).\n', ''));
    expect(real.out + real.err).not.toContain('x1@example.org');
    expect((await memberOf('X1')).display_name).toBe('Person X1');
    expect((await roll([file])).out).toContain('Added      0 people');
  });

  test('stops where many would lapse, unless that is meant', async () => {
    const file = rollFile([person('X1')]);
    const stopped = await roll([file, '--missing', 'lapse']);
    expect(stopped.err).toContain('More than one in twenty would lapse, so nothing was written.');
    expect(stopped.code).toBe(1);
    expect((await memberOf('F0')).lapsed_on).toBeNull();
    expect((await roll([file, '--missing', 'lapse', '--many-lapse'])).code).toBe(0);
    expect((await memberOf('F0')).lapsed_on).not.toBeNull();
  });

  test('prints the columns and an example', async () => {
    const { out } = await run(CLARION, ['roll', 'import', '--help']);
    expect(out).toContain('L1000001,Asha Rahman,asha@example.org,member,Bristol East,2023-07-02,');
  });
});
