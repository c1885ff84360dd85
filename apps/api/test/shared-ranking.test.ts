import { beforeAll, describe, expect, test } from '@jest/globals';
import { SharedPages } from '../src/graphql/shared/pages.js';
import { consultationUnder, proposeIn } from './stage/electorate.js';
import { pageDocuments } from './stage/page-documents.js';
import { openStage, type Person, type Stage } from './stage/stage.js';

const stage = openStage();
/** The same with pages that are shared. */
let other: Stage;
let consultation = '';
const proposals: string[] = [];

const NAMES = ['asha', 'callum', 'ruth', 'visitor'] as const;
type Name = (typeof NAMES)[number];
const shared = {} as Record<Name, Person>;

const VOTE = `mutation ($id: ID!, $choice: Choice!) {
  castVote(proposalId: $id, choice: $choice) { ... on Vote { choice } } }`;

/** Counts are hidden from whoever has not voted. Asha and Callum voted on ten of twelve, not the same; Ruth on two. */
beforeAll(async () => {
  consultation = await consultationUnder(stage);
  for (let nth = 1; nth <= 12; nth += 1) {
    proposals.push(await proposeIn(stage, consultation, { statement: `Dentists, part ${nth}.` }));
  }
  const votes = {
    asha: proposals.slice(0, 10),
    callum: proposals.slice(2),
    ruth: proposals.slice(5, 7),
  };
  for (const [name, voted] of Object.entries(votes)) {
    const person = await stage.as(name as keyof typeof votes);
    const choice = name === 'callum' ? 'disagree' : 'agree';
    for (const id of voted) await person.ask(VOTE, { id, choice });
  }
  other = await stage.beside();
  for (const name of NAMES) shared[name] = await other.as(name);
}, 60_000);

const PAGE = pageDocuments().find(({ name }) => name === 'Ranking')?.document ?? '';
/** What a member's own tools may ask beside what the page does. */
const WITH_VOTES = `query RankingWithVotes($id: ID!) { consultation(id: $id) { id title ranking { lens { id }
  lenses { id available } proposals { totalCount edges { node { rank score tally { agree disagree }
    why { text } proposal { id statement tallyHidden tally { votes } myVote { choice isOnEarlierVersion } decisions { id } } } } } } } }`;

const open = async (by: Person, document = WITH_VOTES): Promise<any> => {
  const page = await by.ask(document, { id: consultation });
  return JSON.parse(JSON.stringify(page).replace(/"countedAt":"[^"]*"/g, '"countedAt":""'));
};

const ownVotes = (page: any): Record<string, string | undefined> =>
  Object.fromEntries(
    page.consultation.ranking.proposals.edges.map(({ node }: any) => [
      node.proposal.id,
      node.proposal.myVote?.choice,
    ]),
  );

describe('A ranking while counts are hidden from whoever has not voted', () => {
  test('is told to each as they are told alone, from a page that is kept for all', async () => {
    const alone: unknown[] = [];
    for (const document of [PAGE, WITH_VOTES]) {
      for (let time = 0; time < 5; time += 1) await open(shared.visitor, document);
      for (const name of NAMES) alone.push(await open(await stage.as(name), document));
      const before = other.app.get(SharedPages).shown;
      for (const [at, name] of NAMES.entries()) {
        expect(await open(shared[name], document)).toEqual(alone.at(at - NAMES.length));
      }
      expect(other.app.get(SharedPages).shown - before).toBe(NAMES.length);
    }
    const [asha, callum, ruth] = alone.slice(NAMES.length).map(ownVotes);
    expect([asha?.[proposals[0] ?? ''], asha?.[proposals[11] ?? '']]).toEqual(['agree', undefined]);
    expect([callum?.[proposals[0] ?? ''], callum?.[proposals[11] ?? '']]).toEqual([
      undefined,
      'disagree',
    ]);
    // The order is withheld from Ruth.
    expect(ruth).toEqual({});
  });

  test('is read once for all who may see its order, and own votes once for those who come together', async () => {
    for (let time = 0; time < 5; time += 1) await open(shared.visitor);
    const both = [shared.asha, shared.callum, shared.asha, shared.callum];
    await Promise.all(both.map((person) => open(person)));
    const tries: string[][] = [];
    for (let time = 0; time < 5; time += 1) {
      tries.push(await stage.statementsOf(() => Promise.all(both.map((person) => open(person)))));
    }
    // The least of several: on a busy machine the page is made anew meanwhile.
    const sent = tries.reduce((least, each) => (each.length < least.length ? each : least));
    expect(sent.filter((sql) => sql.includes('"ownVotes"')).length).toBeGreaterThan(0);
    expect(sent.filter((sql) => sql.includes('AS shown(lens, round)'))).toEqual([]);
    expect(sent.length).toBeLessThanOrEqual(6);
  });

  test('shows a vote at once to whoever cast it, with the counts it opened', async () => {
    const id = proposals[11] ?? '';
    for (let time = 0; time < 5; time += 1) await open(shared.asha);
    const at = (page: any) =>
      page.consultation.ranking.proposals.edges.find(({ node }: any) => node.proposal.id === id)
        .node;
    expect(at(await open(shared.asha))).toMatchObject({ tally: null, proposal: { myVote: null } });
    await shared.asha.ask(VOTE, { id, choice: 'agree' });
    expect(at(await open(shared.asha))).toMatchObject({
      tally: { agree: 1, disagree: 1 },
      proposal: { myVote: { choice: 'agree' }, tallyHidden: false },
    });
  });
});
