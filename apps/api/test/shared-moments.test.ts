import { beforeAll, describe, expect, test } from '@jest/globals';
import { SharedPages } from '../src/graphql/shared/pages.js';
import { makeCanaries } from './stage/canaries.js';
import { moderate } from './stage/moderating.js';
import { changePhase, comment, createConsultation, paperOf, propose } from './stage/over-http.js';
import { pageDocuments } from './stage/page-documents.js';
import { openStage, type Person, type Stage } from './stage/stage.js';
import type { Things } from './stage/things.js';

const stage = openStage();
/** Another instance, which is not told of what is written through the first. */
let other: Stage;
let things: Things;

beforeAll(async () => {
  ({ things } = await makeCanaries(stage));
  await stage.database.query(
    `UPDATE consultation SET rules = jsonb_set(rules, '{countsHiddenUntilVoted}', 'false')`,
  );
  other = await stage.beside();
}, 60_000);

const A_SECOND = 1_000;
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const PAGES = new Map(pageDocuments().map((page) => [page.name, page]));

/** Asks what a page asks. */
function open(by: Person, name: string, about: Things = things) {
  const page = PAGES.get(name);
  if (!page) throw new Error(`There is no page ${name}`);
  return by.ask(page.document, { ...page.variables(about), after: null, commissionId: null });
}

/** Looks so often that the page is kept. */
async function look(by: Person, name: string, about: Things = things): Promise<void> {
  for (let time = 0; time < 5; time += 1) await open(by, name, about);
}

const shown = () => other.app.get(SharedPages).shown;

/** Opens a page, which must come from what is kept. */
async function shared(by: Person, name: string, about: Things = things) {
  const before = shown();
  const page = await open(by, name, about);
  expect([name, shown() - before]).toEqual([name, 1]);
  return page;
}

async function leastOf(work: () => Promise<unknown>): Promise<number> {
  const counts: number[] = [];
  for (let time = 0; time < 5; time += 1) counts.push((await stage.statementsOf(work)).length);
  return Math.min(...counts);
}

const VOTE =
  'mutation ($id: ID!) { castVote(proposalId: $id, choice: agree) { ... on Vote { choice } } }';

const agreed = (page: any): number =>
  page.consultation.ranking.proposals.edges.find(
    ({ node }: any) => node.proposal.id === things.proposal,
  ).node.tally.agree;

/** A page of its own by its name, with the order that all others show. */
const orderAs = (name: string) => `query ${name}($id: ID!) { consultation(id: $id) { id ranking {
  proposals(first: 20) { edges { node { proposal { id } tally { agree } } } } } } }`;

describe('A page that is kept for all', () => {
  test('shows a vote at once to whoever cast it, and within a second to everybody', async () => {
    const [asha, callum] = [await other.as('asha'), await other.as('callum')];
    await look(callum, 'Ranking');
    const before = agreed(await shared(callum, 'Ranking'));
    await asha.ask(VOTE, { id: things.proposal });
    expect(agreed(await shared(asha, 'Ranking'))).toBe(before + 1);
    const gwenllian = await stage.as('gwenllian');
    await gwenllian.ask(VOTE, { id: things.proposal });
    await wait(A_SECOND);
    expect(agreed(await shared(callum, 'Ranking'))).toBe(before + 2);
  });

  test('shows a vote at once also where it is made from an order that was counted before', async () => {
    const [asha, callum] = [await other.as('asha'), await other.as('callum')];
    await asha.ask(VOTE, { id: things.proposal });
    const first = (by: Person) => by.ask(orderAs('First'), { id: things.consultation });
    const second = (by: Person) => by.ask(orderAs('Second'), { id: things.consultation });
    for (let time = 0; time < 5; time += 1) await Promise.all([first(callum), second(callum)]);
    // Both pages are too old to be shown by now, and the order is counted for the first of them.
    await wait(A_SECOND);
    const before = agreed(await first(callum));
    await asha.ask(VOTE.replace('agree', 'disagree'), { id: things.proposal });
    const made = shown();
    await second(callum);
    expect(agreed(await second(asha))).toBe(before - 1);
    expect(shown() - made).toBe(2);
  });

  test('shows to each their own vote, whoever looked before', async () => {
    const [asha, visitor, ruth] = [
      await other.as('asha'),
      await other.as('visitor'),
      await other.as('ruth'),
    ];
    await asha.ask(VOTE, { id: things.proposal });
    await look(visitor, 'Proposal');
    for (const [person, choice] of [
      [asha, 'agree'],
      [visitor, undefined],
      [ruth, undefined],
      [asha, 'agree'],
    ] as const) {
      const { proposal } = await shared(person, 'Proposal');
      expect(proposal.myVote?.choice).toBe(choice);
    }
  });

  test('no longer shows after a second what a moderator hid, or an author took back', async () => {
    const [asha, tom, joan] = [
      await stage.as('asha'),
      await stage.as('tom'),
      await stage.as('joan'),
    ];
    const { id: proposal } = await propose(tom, things.consultation, {
      statement: 'Quieter buses.',
    });
    const { id: hidden } = await comment(asha, proposal, { body: 'Brakes squeal.' });
    const { id: withdrawn } = await comment(asha, proposal, { body: 'Horns blare.' });
    const about = { ...things, proposal };
    const visitor = await other.as('visitor');
    await look(visitor, 'ProposalThread', about);
    const before = JSON.stringify(await shared(visitor, 'ProposalThread', about));
    expect(before).toContain('Brakes squeal.');
    expect(before).toContain('Horns blare.');
    expect(await moderate(joan, hidden)).toMatchObject({ __typename: 'ModerationAct' });
    await asha.ask('mutation ($id: ID!) { withdrawComment(id: $id) { ... on Comment { id } } }', {
      id: withdrawn,
    });
    await wait(A_SECOND);
    const after = JSON.stringify(await shared(visitor, 'ProposalThread', about));
    expect(after).not.toContain('Brakes squeal.');
    expect(after).not.toContain('Horns blare.');
  });

  test('is not shown of what is in preparation, which its officers are shown alone', async () => {
    const helen = await stage.as('helen');
    const { id } = await createConsultation(helen, paperOf({ title: 'Quokka crossings' }));
    const about = { ...things, consultation: id };
    const [officer, visitor, asha] = [
      await other.as('helen'),
      await other.as('visitor'),
      await other.as('asha'),
    ];
    await look(officer, 'Consultation', about);
    for (const person of [visitor, asha, visitor]) {
      expect((await open(person, 'Consultation', about)).consultation).toBeNull();
    }
    expect((await open(officer, 'Consultation', about)).consultation.title).toBe(
      'Quokka crossings',
    );
    await changePhase(helen, id, 'open');
    await wait(A_SECOND);
    expect((await open(visitor, 'Consultation', about)).consultation.title).toBe(
      'Quokka crossings',
    );
  });

  test('takes the statement of the session, and one or two for what is the member’s own', async () => {
    const asha = await other.as('asha');
    const visitor = await other.as('visitor');
    await comment(await stage.as('tom'), things.proposal, { body: 'Every hour would do.' });
    const budgets = {
      Ranking: 1,
      Consultation: 2,
      Proposals: 2,
      ProposalThread: 2,
      Discuss: 1,
      Rankings: 1,
      Consultations: 2,
      Proposal: 2,
      Draft: 2,
      Story: 1,
    };
    const taken: Record<string, number> = {};
    for (const name of Object.keys(budgets)) {
      await look(asha, name);
      await look(visitor, name);
      // The least of several: on a busy machine a page is made anew meanwhile.
      taken[name] = await leastOf(() => open(asha, name));
      expect([name, await leastOf(() => open(visitor, name))]).toEqual([name, 0]);
    }
    expect(taken).toEqual(budgets);
  });

  test('is read once for sixteen who come at the same moment', async () => {
    const visitor = await other.as('visitor');
    await look(visitor, 'Consultation');
    const alone = await leastOf(() => {
      other.app.get(SharedPages).forget();
      return open(visitor, 'Consultation');
    });
    expect(alone).toBeGreaterThan(0);
    const together = await leastOf(() => {
      other.app.get(SharedPages).forget();
      return Promise.all(Array.from({ length: 16 }, () => open(visitor, 'Consultation')));
    });
    expect(together).toBe(alone);
  });

  test('reads what is each one’s own with few statements for those who come together, and mixes up nobody', async () => {
    const names = ['asha', 'callum', 'ruth', 'visitor'] as const;
    const people = await Promise.all(names.map((name) => other.as(name)));
    const [asha] = people as [Person];
    await asha.ask(VOTE, { id: things.proposal });
    for (const person of people) await look(person, 'Proposals');
    const alone: unknown[] = [];
    for (const person of people) alone.push(await open(person, 'Proposals'));
    expect(JSON.stringify(alone[0])).not.toBe(JSON.stringify(alone[2]));
    const all = Array.from({ length: 5 }, () => people).flat();
    const told: unknown[] = [];
    const sent = await stage.statementsOf(async () => {
      told.push(...(await Promise.all(all.map((person) => open(person, 'Proposals')))));
    });
    expect(told).toEqual(all.map((person) => alone[people.indexOf(person)]));
    // Fifteen members asked.
    const own = sent.filter((sql) => sql.includes('asked(consultation_id, id, pseudonym, place)'));
    expect(own.length).toBeGreaterThan(0);
    expect(own.length).toBeLessThan(10);
  });

  test('is made a few times a second for all who vote and look, and shows each of them their vote', async () => {
    const tom = await stage.as('tom');
    const voting = await Promise.all(
      (['asha', 'callum', 'gwenllian', 'ruth'] as const).map(async (name) => ({
        person: await other.as(name),
        of: (await propose(tom, things.consultation, { statement: `Bins for ${name}.` })).id,
      })),
    );
    const page = orderAs('Votes').replace('first: 20', 'first: 50');
    const visitor = await other.as('visitor');
    const ask = (by: Person): Promise<any> => by.ask(page, { id: things.consultation });
    for (let time = 0; time < 5; time += 1) await ask(visitor);
    const begun = performance.now();
    const sent = await stage.statementsOf(() =>
      Promise.all(
        voting.map(async ({ person, of }) => {
          for (const choice of ['agree', 'disagree', 'agree', 'disagree', 'agree', 'disagree']) {
            await person.ask(VOTE.replace('agree', choice), { id: of });
            const { edges } = (await ask(person)).consultation.ranking.proposals;
            const { node } = edges.find((edge: any) => edge.node.proposal.id === of);
            expect(node.tally.agree).toBe(choice === 'agree' ? 1 : 0);
          }
        }),
      ),
    );
    const tenths = (performance.now() - begun) / 100;
    const made = sent.filter((sql) => sql.includes('WITH regions')).length;
    expect(made).toBeGreaterThan(0);
    expect(made).toBeLessThanOrEqual(tenths + 2);
  });
});
