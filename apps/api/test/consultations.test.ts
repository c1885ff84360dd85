import { beforeAll, describe, expect, test } from '@jest/globals';
import { bodyId, memberId } from '../src/demo/ids.js';
import {
  changePhase,
  createConsultation,
  dayIn,
  inDays,
  openConsultation,
  paperOf,
  propose,
} from './stage/over-http.js';
import { openStage, type Person } from './stage/stage.js';

const stage = openStage();
let helen: Person;
let asha: Person;
let daniel: Person;

const post = (body: object, cookie?: string) =>
  fetch(`${stage.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
    body: JSON.stringify(body),
  });

beforeAll(async () => {
  [helen, asha, daniel] = await Promise.all([
    stage.as('helen'),
    stage.as('asha'),
    stage.as('daniel'),
  ]);
});

describe('Helen, who convenes the Health and Social Care commission', () => {
  test('begins a consultation that only its officers see until it opens', async () => {
    const made = await createConsultation(helen);
    expect(made).toMatchObject({ __typename: 'Consultation', phase: 'preparing' });
    const READ = 'query ($id: ID!) { consultation(id: $id) { title } }';
    expect((await helen.ask(READ, { id: made.id })).consultation).not.toBeNull();
    expect((await asha.ask(READ, { id: made.id })).consultation).toBeNull();
    await changePhase(helen, made.id, 'open');
    expect((await asha.ask(READ, { id: made.id })).consultation.title).toBe('Buses after seven');
  });

  test('sends it twice and has made it once', async () => {
    const input = paperOf();
    expect(await createConsultation(helen, input)).toEqual(await createConsultation(helen, input));
    const [{ count }] = await stage.database.query(
      `SELECT count(*)::int FROM record_entry WHERE about_id = $1 AND kind = 'created'`,
      [input.id],
    );
    expect(count).toBe(1);
  });

  test('fixes the rules by opening it, and says who opened it when', async () => {
    const id = await openConsultation(helen);
    const { consultation } = await asha.ask(
      `query ($id: ID!) { consultation(id: $id) { rules { frozenAt sentences }
        history { from to by { displayName } body { name } } } }`,
      { id },
    );
    expect(consultation.rules.frozenAt).not.toBeNull();
    expect(consultation.rules.sentences.length).toBeGreaterThan(5);
    expect(consultation.history).toEqual([
      {
        from: 'preparing',
        to: 'open',
        by: { displayName: 'Helen Adeyemi' },
        body: { name: 'Health and Social Care' },
      },
    ]);
  });

  test('cannot skip a phase, and is told which follow', async () => {
    const { id } = await createConsultation(helen);
    const refused = await changePhase(helen, id, 'reviewing');
    expect(refused).toMatchObject({ __typename: 'Refusal', reason: 'wrong_next_phase' });
    expect(refused.message).toMatch(/in preparation cannot be set to in review/);
  });

  test('cannot open one whose voting would be over already', async () => {
    const { id } = await createConsultation(helen);
    await stage.database.query(
      `UPDATE consultation SET votes_until = now() - interval '1 day' WHERE id = $1`,
      [id],
    );
    expect(await changePhase(helen, id, 'open')).toMatchObject({ reason: 'due_date_past' });
  });

  test('withdraws it only with a reason', async () => {
    const id = await openConsultation(helen);
    expect(await changePhase(helen, id, 'withdrawn')).toMatchObject({ reason: 'reason_required' });
    expect(
      await changePhase(helen, id, 'withdrawn', 'Two commissions asked the same.'),
    ).toMatchObject({
      phase: 'withdrawn',
    });
  });

  test('corrects the paper while it is open, and the rules stay as they were', async () => {
    const input = paperOf();
    await createConsultation(helen, input);
    await changePhase(helen, input.id, 'open');
    const EDIT = `mutation ($input: ConsultationInput!) { editConsultation(input: $input) {
      ... on Consultation { paper rules { template } } ... on Refusal { reason } } }`;
    const { editConsultation } = await helen.ask(EDIT, {
      input: { ...input, paper: 'The last bus leaves at 18.50.', template: 'quick' },
    });
    expect(editConsultation).toEqual({
      paper: 'The last bus leaves at 18.50.',
      rules: { template: 'local' },
    });
  });
});

describe('What is refused in plain words', () => {
  test('Asha holds no office and cannot begin a consultation', async () => {
    const refused = await createConsultation(asha);
    expect(refused).toMatchObject({ reason: 'not_an_officer' });
    expect(refused.message).toContain('for officers');
  });

  test('Daniel convenes other commissions and cannot close Helen’s, nor learn that she prepares one', async () => {
    const { id } = await createConsultation(helen);
    expect(await changePhase(daniel, id, 'open')).toMatchObject({ reason: 'not_found' });
    await changePhase(helen, id, 'open');
    expect(await changePhase(daniel, id, 'reviewing')).toMatchObject({ reason: 'not_an_officer' });
  });

  test('a title of 141 characters, no commission, a commission of the past, and dates in the wrong order', async () => {
    const reasonFor = async (changes: Record<string, unknown>) =>
      (await createConsultation(helen, paperOf(changes))).reason;
    expect(await reasonFor({ title: 'x'.repeat(141) })).toBe('too_long');
    expect(await reasonFor({ commissionIds: [] })).toBe('commission_required');
    const former = bodyId('environment-energy-and-culture-2019');
    expect(await reasonFor({ commissionIds: [former] })).toBe('not_found');
    expect(await reasonFor({ votesUntil: inDays(-1) })).toBe('due_date_past');
    expect(await reasonFor({ answersBy: dayIn(3) })).toBe('dates_out_of_order');
    expect(await reasonFor({ question: '   ' })).toBe('empty');
  });

  test('an unknown phase, a broken id, a day that does not exist and 51 items are the asker’s mistakes, not faults', async () => {
    const mistakes: [string, Record<string, unknown>][] = [
      ['{ consultations(phase: sleeping) { totalCount } }', {}],
      ['{ consultation(id: "not an id") { title } }', {}],
      ['{ consultations(first: 51) { totalCount } }', {}],
      ['{ consultations(after: "bm8=") { totalCount } }', {}],
      [
        'mutation ($input: ConsultationInput!) { createConsultation(input: $input) { __typename } }',
        { input: paperOf({ answersBy: '2026-02-30' }) },
      ],
    ];
    for (const [document, variables] of mistakes) {
      const reply = await helen.send(document, variables);
      expect(reply.status).toBeLessThan(500);
      expect(reply.errors?.[0]?.extensions.code).not.toBe('INTERNAL_SERVER_ERROR');
      expect(reply.errors?.[0]?.message.length).toBeGreaterThan(10);
    }
  });

  test('a body of ten megabytes is turned away with its reason', async () => {
    const reply = await post({ query: '{ version }', padding: 'x'.repeat(10_000_000) });
    expect(reply.status).toBe(413);
    expect(await reply.text()).toMatch(/too large/i);
  });
});

describe('The list of consultations', () => {
  const LIST = `query ($first: Int, $after: String, $phase: Phase, $text: String, $commission: ID, $forYou: Boolean) {
    consultations(first: $first, after: $after, phase: $phase, text: $text, commissionId: $commission, forYou: $forYou) {
      totalCount pageInfo { hasNextPage endCursor }
      edges { node { id title phase forYou proposalCount commentCount evidenceCount voterCount
        commissions { name } convenedBy { name } evidenceFrom { name } rounds { number }
        answers { answered of } history { to by { displayName } } } } } }`;
  const titles = (reply: any) => reply.consultations.edges.map((edge: any) => edge.node.title);

  beforeAll(async () => {
    await openConsultation(helen, {
      title: 'Léa’s dentist in Ynys Môn',
      commissionIds: [bodyId('health')],
    });
    await openConsultation(daniel, {
      title: 'Trains that wait',
      commissionIds: [bodyId('transport')],
    });
  });

  test('is filtered by commission, phase and words, accents aside', async () => {
    expect(titles(await asha.ask(LIST, { text: 'lea ynys mon' }))).toEqual([
      'Léa’s dentist in Ynys Môn',
    ]);
    expect(titles(await asha.ask(LIST, { commission: bodyId('transport') }))).toEqual([
      'Trains that wait',
    ]);
    const withdrawn = await asha.ask(LIST, { phase: 'withdrawn' });
    expect(
      withdrawn.consultations.edges.every((edge: any) => edge.node.phase === 'withdrawn'),
    ).toBe(true);
  });

  test('puts what Asha chose first and says why', async () => {
    const reply = await asha.ask(LIST, { first: 50, phase: 'open' });
    const marked = reply.consultations.edges.map((edge: any) => edge.node.forYou.length > 0);
    expect(marked).toEqual([...marked].sort((one, other) => Number(other) - Number(one)));
    expect(reply.consultations.edges[0].node.forYou).toEqual(['For you because you chose health.']);
    const mine = await asha.ask(LIST, { forYou: true });
    expect(titles(mine)).not.toContain('Trains that wait');
  });

  test('comes in pages that together are the whole, none twice', async () => {
    const whole = await asha.ask(LIST, { first: 50 });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: any = await asha.ask(LIST, { first: 2, after });
      seen.push(...page.consultations.edges.map((edge: any) => edge.node.id));
      after = page.consultations.pageInfo.hasNextPage
        ? page.consultations.pageInfo.endCursor
        : null;
    } while (after);
    expect(seen).toEqual(whole.consultations.edges.map((edge: any) => edge.node.id));
    expect(new Set(seen).size).toBe(whole.consultations.totalCount);
  });

  test('needs as many statements for two consultations as for many', async () => {
    const few = await stage.statementsOf(() => asha.ask(LIST, { first: 2 }));
    const many = await stage.statementsOf(() => asha.ask(LIST, { first: 50 }));
    expect(many).toHaveLength(few.length);
    expect(many).toHaveLength(3);
  });
});

describe('The page of one consultation', () => {
  const PAGE = `query ($id: ID!) { consultation(id: $id) { title paper questions phase viewerMay
    commissions { name } rules { sentences } rounds { number } history { to by { displayName } }
    proposalCount evidenceCount evidenceFrom { name } voterCount
    proposals(first: 50) { totalCount edges { node { statement author { name clpName }
      commentCount evidenceCount tally { agree } tallyHidden myVote { choice } viewerMay } } } } }`;

  test('says what each person may do there', async () => {
    const id = await openConsultation(helen);
    const may = async (person: Person) =>
      (await person.ask(PAGE, { id })).consultation.viewerMay as string[];
    expect(await may(asha)).toEqual(['propose', 'comment', 'vote']);
    expect(await may(helen)).toEqual(
      expect.arrayContaining(['edit_paper', 'change_phase', 'publish_round', 'decide', 'draft']),
    );
    expect(await may(await stage.as('ewan'))).toContain('give_evidence');
    expect(await may(await stage.as('sunita'))).not.toContain('vote');
    expect(await may(await stage.as('visitor'))).toEqual([]);
  });

  test('needs as many statements for 3 proposals as for 30', async () => {
    const id = await openConsultation(helen);
    for (let index = 0; index < 3; index += 1) await propose(asha, id);
    const few = await stage.statementsOf(() => asha.ask(PAGE, { id }));
    for (let index = 0; index < 27; index += 1) await propose(asha, id);
    const many = await stage.statementsOf(() => asha.ask(PAGE, { id }));
    expect(many).toHaveLength(few.length);
    expect(many).toHaveLength(5);
  });
});

describe('Signing in', () => {
  test('a visitor picks Asha, gets a cookie that scripts cannot read, and signs out again', async () => {
    const SIGN_IN = `mutation ($id: ID!) { signInAsDemoPerson(memberId: $id) {
      __typename ... on Viewer { member { displayName } } } }`;
    const reply = await post({ query: SIGN_IN, variables: { id: memberId('asha') } });
    const [cookie = ''] = reply.headers.getSetCookie();
    expect(cookie).toMatch(/^clarion=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
    const [pair = ''] = cookie.split(';');
    const [kept] = await stage.database.query(
      'SELECT count(*)::int AS found FROM session WHERE token_hash = $1',
      [Buffer.from(pair.slice('clarion='.length), 'base64url')],
    );
    expect(kept.found).toBe(0);

    const WHO = '{ viewer { member { displayName } } }';
    const who = async () => ((await (await post({ query: WHO }, pair)).json()) as any).data.viewer;
    expect((await who()).member.displayName).toBe('Asha Rahman');
    await post({ query: 'mutation { signOut }' }, pair);
    expect(await who()).toBeNull();
  });

  test('nobody signs in as somebody who is not of the demonstration', async () => {
    const visitor = await stage.as('visitor');
    const { signInAsDemoPerson } = await visitor.ask(
      `mutation ($id: ID!) { signInAsDemoPerson(memberId: $id) { ... on Refusal { reason } } }`,
      { id: memberId('society-officer-sera') },
    );
    expect(signInAsDemoPerson.reason).toBe('not_found');
  });

  test('Asha changes what she cares about, and an unknown interest is refused', async () => {
    const CHANGE = `mutation ($interests: [String!]!) { updateInterests(interests: $interests, skills: ["nursing"]) {
      ... on Viewer { interests skills } ... on Refusal { reason } } }`;
    const tom = await stage.as('tom');
    expect((await tom.ask(CHANGE, { interests: ['transport'] })).updateInterests).toEqual({
      interests: ['transport'],
      skills: ['nursing'],
    });
    expect((await tom.ask(CHANGE, { interests: ['astrology'] })).updateInterests.reason).toBe(
      'not_found',
    );
  });
});

describe('Commissions', () => {
  test('change their names over the years as dated rows, and the old ones say who took over', async () => {
    const { bodies } = await asha.ask(
      '{ bodies(kind: policy_commission, includePast: true) { name until successors { name } } }',
    );
    const former = bodies.find(
      (body: any) => body.name === 'Housing, Local Government and Transport',
    );
    expect(former.until).toBe('2023-10-15');
    expect(former.successors.map((body: any) => body.name)).toEqual([
      'Housing and Communities',
      'Transport and Infrastructure',
    ]);
    const { bodies: today } = await asha.ask('{ bodies(kind: policy_commission) { name } }');
    expect(today).toHaveLength(6);
  });
});
