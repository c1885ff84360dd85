import { describe, expect, test } from '@jest/globals';
import { useLink } from '../src/administration/link.service.js';
import { inTransaction } from '../src/database/transaction.js';
import { memberId } from '../src/demo/ids.js';
import { openBrowser } from './stage/browser.js';
import { CLARION, onStage, run } from './stage/command.js';
import { rollFile } from './stage/roll-file.js';
import { openStage } from './stage/stage.js';

const stage = openStage({ CLARION_DEMO: 'false' });

const admin = (...args: string[]) =>
  run(CLARION, ['admin', ...args], {
    ...onStage(stage),
    CLARION_PUBLIC_URL: 'https://clarion.test',
  });
const LINK = /^ {2}https:\/\/clarion\.test\/sign-in\/link#([\w-]{43})$/m;
const tokenIn = (out: string) => LINK.exec(out)?.[1] ?? '';
const SIGN_IN = `mutation ($token: String!) { signInByLink(token: $token) {
  __typename ... on Viewer { signedInBy needsPasskey member { displayName } offices { office }
    officesWaiting { office body { kind } } } ... on Refusal { reason message } } }`;
const numberOf = async (name: string) => {
  const [row] = await stage.database.query(
    'SELECT membership_number AS number FROM member WHERE display_name = $1',
    [name],
  );
  return row.number as string;
};
const entries = () =>
  stage.database.query(
    `SELECT kind, actor_id AS "actorId", data FROM record_entry WHERE about_kind = 'office' ORDER BY number`,
  );

describe('clarion admin', () => {
  test('makes an administrator of somebody on the roll, who gets in by a link once', async () => {
    const { out, code } = await admin('create', '--number', await numberOf('Asha Rahman'));
    expect(code).toBe(0);
    expect(out).toContain('Asha Rahman is an administrator from today.');
    const token = tokenIn(out);
    const browser = openBrowser(stage);
    const { signInByLink } = await browser.ask(SIGN_IN, { token });
    expect(signInByLink).toEqual({
      __typename: 'Viewer',
      signedInBy: 'link',
      needsPasskey: true,
      member: { displayName: 'Asha Rahman' },
      offices: [],
      officesWaiting: [{ office: 'administrator', body: { kind: 'nec' } }],
    });
    expect((await browser.ask('{ viewer { signedInBy } }')).viewer).toEqual({ signedInBy: 'link' });
    const again = await openBrowser(stage).ask(SIGN_IN, { token });
    expect(again.signInByLink).toMatchObject({ reason: 'not_found' });
  });

  test('keeps no token, and the record says that a link was made', async () => {
    const { out } = await admin('create', '--number', await numberOf('Asha Rahman'));
    expect(out).toContain('Asha Rahman is an administrator already.');
    const token = tokenIn(out);
    const kept = await stage.database.query('SELECT s::text AS row FROM sign_in_link s');
    expect(kept).toHaveLength(1);
    expect(kept[0].row).not.toContain(token);
    const found = await entries();
    expect(found.map(({ kind }: any) => kind)).toEqual([
      'officer_appointed',
      'sign_in_link_made',
      'sign_in_link_made',
    ]);
    expect(found.every(({ actorId }: any) => actorId === null)).toBe(true);
    expect(JSON.stringify(found)).not.toContain('Asha');
  });

  test('makes one link at a time, which works for an hour', async () => {
    const [first, second] = [
      tokenIn((await admin('create', '--number', await numberOf('Asha Rahman'))).out),
      tokenIn((await admin('create', '--number', await numberOf('Asha Rahman'))).out),
    ];
    const use = (token: string, at: Date) =>
      inTransaction(stage.database, (tx) => useLink(tx, token, at));
    const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);
    expect(await use(first, new Date())).toMatchObject({ reason: 'not_found' });
    expect(await use(second, later(61))).toMatchObject({ reason: 'not_found' });
    expect(await use(second, later(58))).toBe(memberId('asha'));
  });

  test('gives an officer who has no passkey a link, in the record, and nobody else', async () => {
    const { out, code } = await admin('link', '--number', await numberOf('Helen Adeyemi'));
    expect(code).toBe(0);
    const token = tokenIn(out);
    const used = await inTransaction(stage.database, (tx) => useLink(tx, token, new Date()));
    expect(used).toBe(memberId('helen'));
    expect((await entries()).at(-1)).toMatchObject({ kind: 'sign_in_link_made', actorId: null });
    const plain = await admin('link', '--number', await numberOf('Tom Ainsley'));
    expect(plain.err).toContain('They hold no office today that needs a passkey');
    expect((await admin('link', '--number', 'N1')).err).toContain('Nobody on the roll');
  });

  test('says so where nobody has the number, and puts nobody on the roll of a demonstration', async () => {
    const unknown = await admin('create', '--number', 'N1');
    expect(unknown.err).toContain('Nobody on the roll has that number.');
    expect(unknown.code).toBe(1);
    const invented = await admin('create', '--number', 'N1', '--name', 'Nia Roberts');
    expect(invented.err).toContain('This database holds the demonstration');
  });

  test('puts somebody on the roll who is not there, and makes the NEC where there is none', async () => {
    await stage.database.query('DELETE FROM demo_person');
    await stage.database.query(`UPDATE body SET kind = 'conference' WHERE kind = 'nec'`);
    const made = await admin(
      'create',
      '--number',
      'n1',
      '--name',
      'Nia Roberts',
      '--clp',
      'ynys mon',
    );
    expect(made.out).toContain('Nia Roberts is on the roll now.');
    const [row] = await stage.database.query(
      `SELECT m.membership_number AS number, c.name AS clp, b.name AS body FROM member m
       JOIN body c ON c.id = m.clp_id JOIN office o ON o.member_id = m.id JOIN body b ON b.id = o.body_id
       WHERE m.display_name = 'Nia Roberts'`,
    );
    expect(row).toEqual({ number: 'N1', clp: 'Ynys Môn', body: 'National Executive Committee' });
    const nowhere = await admin('create', '--number', 'n2', '--name', 'A', '--clp', 'Nowhere');
    expect(nowhere.err).toContain('There is no CLP of that name.');
  });

  test('lists administrators and ends them at once, in the record', async () => {
    expect((await admin('list')).out).toMatch(/^N1 {2}Nia Roberts, since \d{4}-\d\d-\d\d$/m);
    expect((await admin('end', '--number', 'N1')).out).toContain('no longer an administrator');
    expect((await admin('list')).out).not.toContain('Nia Roberts');
    expect((await entries()).at(-1)).toMatchObject({
      kind: 'officer_ended',
      data: { office: 'administrator' },
    });
    expect((await admin('end', '--number', 'N1')).code).toBe(1);
  });
});

describe('clarion body import', () => {
  const bodies = (lines: string[]) =>
    run(CLARION, ['body', 'import', rollFile(lines, 'kind,name,part of')], onStage(stage));

  test('adds the bodies that are not here, once, and the record says so', async () => {
    const lines = ['clp,Stroud,South West', 'Policy Commission,Culture,', 'region,South West,'];
    const first = await bodies(lines);
    expect(first).toMatchObject({ code: 0, out: 'Added 2 of 3; the others were here.\n' });
    expect((await bodies(lines)).out).toBe('Added 0 of 3; the others were here.\n');
    const [stroud] = await stage.database.query(
      `SELECT b.kind, r.name AS region FROM body b JOIN body r ON r.id = b.parent_id WHERE b.name = 'Stroud'`,
    );
    expect(stroud).toEqual({ kind: 'clp', region: 'South West' });
    const [entered] = await stage.database.query(
      `SELECT count(*)::int AS found FROM record_entry WHERE kind = 'body_added'`,
    );
    expect(entered.found).toBe(2);
  });

  test('adds none when a line is wrong, and says which', async () => {
    const { code, err } = await bodies(['clp,Dudley,Middle Earth', 'guild,Bakers,', 'clp,,']);
    expect(code).toBe(1);
    expect(err).toContain('line 2: there is no region “Middle Earth”.');
    expect(err).toContain('line 3: there is no kind “guild” of body.');
    expect(err).toContain('line 4: the name is missing.');
  });
});
