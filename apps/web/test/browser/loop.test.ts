import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { listen, openBrowser, openContext, signIn, visit } from './stage';

const STATEMENT = 'Run the last bus no earlier than half past ten.';
const PARAGRAPH = 'In every town the last bus leaves no earlier than half past ten.';
const DAY_MS = 24 * 60 * 60 * 1000;
const dayIn = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
const idIn = (address: string) => /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(address)?.[0];

let browser: Browser;
const people = new Map<string, Page>();
const faults: string[] = [];
/** Addresses found on the way. */
let consultation = '';
let proposal = '';
let draft = '';

/** Somebody's own browser, signed in once. */
async function as(name: string): Promise<Page> {
  const known = people.get(name);
  if (known) return known;
  const context = await openContext(browser);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const said = listen(page);
  page.on('close', () => faults.push(...said));
  await signIn(page, name);
  people.set(name, page);
  return page;
}

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
});

describe('What members want becomes policy, and everybody can read how', () => {
  test('Helen writes a paper, chooses the rules and opens it', async () => {
    const helen = await as('Helen Adeyemi');
    await visit(helen, '/consultations/new');
    await helen.getByLabel('Title').fill('The last bus');
    await helen.getByLabel('What is asked, in one sentence').fill('How late should it run?');
    await helen.getByLabel('The paper').fill('## Where we are\n\nIt leaves at 18.40.');
    await helen.getByRole('radio', { name: /^Local/ }).check({ force: true });
    await helen.getByLabel('Last day of voting').fill(dayIn(20));
    await helen.getByLabel('Answers by').fill(dayIn(40));
    await helen.getByRole('button', { name: 'Save it, in preparation' }).click();
    await helen.getByRole('button', { name: 'Open it' }).click();
    await helen.getByRole('dialog').getByRole('button', { name: 'Open it' }).click();
    await helen
      .getByText(/^Open until/)
      .first()
      .waitFor();
    consultation = new URL(helen.url()).pathname;
    expect(consultation).toMatch(/^\/consultations\/[0-9a-f-]{36}$/);
  });

  test('Asha proposes', async () => {
    const asha = await as('Asha Rahman');
    await visit(asha, `${consultation}/proposals/new`);
    await asha.getByLabel('What should happen?').fill(STATEMENT);
    await asha.getByLabel('Why?').fill('A cleaner who finishes at ten cannot walk six miles home.');
    await asha.getByRole('button', { name: 'Send', exact: true }).click();
    await asha.getByRole('heading', { name: 'Sent. It is proposal 1' }).waitFor();
    await asha.getByRole('link', { name: 'See it as others do' }).click();
    await asha.getByRole('heading', { name: STATEMENT }).waitFor();
    proposal = new URL(asha.url()).pathname;
  });

  test('Callum argues against it and Asha answers him', async () => {
    const callum = await as('Callum Reid');
    await visit(callum, proposal);
    await callum.getByRole('button', { name: 'Add to the discussion' }).click();
    await callum
      .getByRole('textbox', { name: 'Add to the discussion' })
      .fill('Drivers would finish at midnight. Who takes them home?');
    await callum.getByRole('radio', { name: 'Against' }).check({ force: true });
    await callum.getByRole('button', { name: 'Send', exact: true }).click();
    await callum.getByText('Who takes them home?').first().waitFor();

    const asha = await as('Asha Rahman');
    // Others are shown what was sent within a second.
    await asha.waitForTimeout(1_000);
    await visit(asha, proposal);
    await asha
      .getByRole('button', { name: /^Reply/ })
      .first()
      .click();
    await asha.getByRole('textbox').last().fill('The depot taxi that takes them home now.');
    await asha.getByRole('button', { name: 'Send', exact: true }).click();
    await asha.getByText('The depot taxi').first().waitFor();
  });

  test('Ewan gives evidence for the Socialist Health Association', async () => {
    const ewan = await as('Ewan Leckie');
    await visit(ewan, proposal);
    await ewan.getByRole('link', { name: 'Give evidence' }).first().click();
    await ewan.getByLabel('What does it say?').fill('Late buses fill up within two years.');
    await ewan
      .getByLabel('The detail')
      .fill('In four of five towns more people took it each year.');
    await ewan.getByLabel('Title of source 1').fill('Bus statistics, 2025');
    await ewan.getByLabel('What does that rest on?').fill('5 towns, 3 years');
    await ewan.getByLabel('What does the author or the body stand to gain?').fill('None');
    await ewan.getByLabel('How did the body agree to give it?').fill('Policy committee, 3 March');
    await ewan.getByRole('button', { name: 'Send', exact: true }).click();
    await ewan.getByText('Late buses fill up within two years.').first().waitFor();
  });

  test('Tom agrees with one key, Gwenllian disagrees with one tap, and each then sees the counts', async () => {
    const tom = await as('Tom Ainsley');
    await visit(tom, `${consultation}/vote`);
    await tom.getByText(STATEMENT).first().waitFor();
    await tom.keyboard.press('a');
    await tom.getByText('You agreed').first().waitFor();

    const gwenllian = await as('Gwenllian Pryce');
    await visit(gwenllian, `${consultation}/vote`);
    await gwenllian.getByRole('button', { name: /^Disagree/ }).click();
    await gwenllian.getByRole('img', { name: '1 agree, 1 disagree, 0 pass' }).waitFor();
  });

  test('with ten more votes it is ranked, says why, and Helen publishes the round', async () => {
    for (const name of TEN_MORE) await voteAs(name);
    const helen = await as('Helen Adeyemi');
    await visit(helen, `${consultation}/ranking`);
    await helen.getByRole('heading', { name: `1st: ${STATEMENT}` }).waitFor();
    await helen.getByText('Why is this here?').first().click();
    await helen.getByText(/11 of the 12 who chose agreed: 91\.7%/).waitFor();
    await helen.getByRole('button', { name: 'Publish round 1' }).click();
    await helen
      .getByRole('dialog')
      .getByRole('button', { name: /publish/i })
      .click();
    await helen.getByRole('dialog').waitFor({ state: 'detached' });
    await visit(helen, `${consultation}/ranking?round=1`);
    await helen
      .getByText(/^Round 1, published/)
      .first()
      .waitFor();
  });

  test('Helen closes the voting and answers with a reason, the next stop and a date', async () => {
    const helen = await as('Helen Adeyemi');
    await visit(helen, consultation);
    await helen.getByRole('button', { name: 'Close voting and begin answering' }).click();
    await helen.getByRole('dialog').getByRole('button', { name: 'Close voting' }).click();
    await helen
      .getByText(/^Voting has closed/)
      .first()
      .waitFor();
    await visit(helen, `${consultation}/review`);
    await helen.getByText(STATEMENT).first().waitFor();
    await helen.keyboard.press('j');
    await helen.keyboard.press('Enter');
    await helen.getByRole('radio', { name: /commission, as its convenor/ }).check({ force: true });
    await helen.getByRole('radio', { name: /^Accept It goes/ }).check({ force: true });
    await helen
      .getByLabel('The reason, in plain words')
      .fill('The evidence says that late buses fill.');
    await helen.getByLabel('Next stop').fill('NPF drafting group');
    await helen.getByLabel('By when').fill(dayIn(30));
    await helen.getByRole('button', { name: 'Send the answer' }).click();
    await helen.getByText('1 of 1 answered').first().waitFor();
  });

  test('Faisal drafts a paragraph from it, and cannot publish before it says where it came from', async () => {
    const faisal = await as('Faisal Qureshi');
    await visit(faisal, '/drafts');
    await faisal.getByRole('button', { name: 'Begin a draft' }).click();
    await faisal
      .getByLabel('Which consultation does it answer?')
      .selectOption({ label: 'The last bus' });
    await faisal.getByLabel('Title').fill('Buses in the evening');
    await faisal.getByLabel('What it is, in a sentence or two').fill('What towns can count on.');
    await faisal.getByRole('button', { name: 'Begin the draft' }).click();
    await faisal.getByRole('button', { name: 'Write the first paragraph' }).click();
    await faisal.getByLabel(/^Words of/).fill(PARAGRAPH);
    await faisal.getByText('Everything is saved.').waitFor();
    await faisal.getByText(/shows neither a source nor a reason/).waitFor();
    expect(await faisal.getByRole('button', { name: 'Publish draft 1' }).isDisabled()).toBe(true);

    await faisal.getByRole('button', { name: /^Cite a source for/ }).click();
    await faisal.getByRole('radio', { name: /^Ranked 1st, Asha Rahman/ }).check({ force: true });
    await faisal.getByRole('button', { name: 'Cite it' }).click();
    await faisal.locator('button:enabled', { hasText: 'Publish draft 1' }).click();
    await faisal.getByRole('dialog').getByRole('textbox').fill('First version.');
    await faisal.getByRole('button', { name: 'Publish it for good' }).click();
    await faisal.getByRole('link', { name: 'Ranked 1st, Asha Rahman' }).first().waitFor();
    draft = `/drafts/${idIn(faisal.url())}`;
  });

  test('the National Policy Forum adopts it', async () => {
    const faisal = await as('Faisal Qureshi');
    await visit(faisal, `${draft}/edit`);
    await faisal.getByLabel('Meeting').fill('Annual meeting, Leeds');
    await faisal.getByLabel('For', { exact: true }).fill('120');
    await faisal.getByLabel('Against', { exact: true }).fill('14');
    await faisal.getByLabel('Abstained').fill('3');
    await faisal.getByRole('button', { name: 'Enter the adoption' }).click();
    await faisal.waitForURL(`**${draft}`);
    await faisal
      .getByText(/Adopted by the National Policy Forum/)
      .first()
      .waitFor();
  });

  test('Asha reads the whole story of what she sent', async () => {
    const asha = await as('Asha Rahman');
    await visit(asha, `/contributions/${idIn(proposal)}/story`);
    const steps = await asha
      .getByRole('main')
      .getByRole('listitem')
      .getByRole('heading')
      .allTextContents();
    const told = [
      'Sent',
      'Evidence given',
      'Voted on',
      'Accepted',
      'Used in paragraph 1',
      'Adopted',
    ];
    expect(steps.filter((step) => told.includes(step))).toEqual(told);
    const story = await asha.getByRole('main').textContent();
    expect(story).toContain('The evidence says that late buses fill.');
    expect(story).toContain('1st of 1');
    expect(story).toContain(PARAGRAPH);
    expect(story).toContain('120 for, 14 against, 3 abstained');
  });

  test('Tom, who backed it, says whether the answer met the point', async () => {
    const tom = await as('Tom Ainsley');
    await visit(tom, `/contributions/${idIn(proposal)}/story`);
    await tom.getByRole('radio', { name: 'Partly' }).check({ force: true });
    await tom.getByRole('button', { name: 'Send my answer' }).click();
    await tom.getByText('You said: partly').waitFor();
    await tom.reload();
    await tom.getByText('You said: partly').waitFor();
  });

  test('nothing was lost on the way, and no browser complained', async () => {
    const asha = await as('Asha Rahman');
    await visit(asha, `/count?consultation=${idIn(consultation)}`);
    expect(await asha.getByRole('main').textContent()).toMatch(/Unaccounted[^\d]*0/i);
    for (const page of people.values()) await page.close();
    expect(faults).toEqual([]);
  });
});

const TEN_MORE = [
  'Callum Reid',
  'Ruth Okonedo',
  'Jamie Sutton',
  'Ewan Leckie',
  'Marian Doyle',
  'Kofi Mensah',
  'Faisal Qureshi',
  'Joan Whitlock',
  'Priya Nair',
  'Lowri Bevan',
];

/** A vote as a program sends it with somebody's session, without walking through the page. */
async function voteAs(name: string): Promise<void> {
  const page = await as(name);
  const query = 'mutation ($id: ID!) { castVote(proposalId: $id, choice: agree) { __typename } }';
  const variables = { id: idIn(proposal) };
  const reply = await page.request.post('/graphql', { data: { query, variables } });
  expect(await reply.text()).toContain('"Vote"');
}
