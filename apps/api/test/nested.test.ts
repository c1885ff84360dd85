import { beforeAll, describe, expect, test } from '@jest/globals';
import { bodyId } from '../src/demo/ids.js';
import {
  comment,
  dayIn,
  evidenceOf,
  giveEvidence,
  newId,
  openConsultation,
  propose,
} from './stage/over-http.js';
import { openStage, type Person } from './stage/stage.js';

const stage = openStage();
let helen: Person;
let asha: Person;

/** A consultation with something in every corner, called so. */
async function lively(title: string) {
  const id = await openConsultation(helen, { title });
  for (let each = 0; each < 3; each += 1) {
    const proposal = await propose(asha, id);
    const root = await comment(asha, proposal.id);
    await comment(asha, proposal.id, { parentId: root.id });
    await helen.ask(
      'mutation ($id: ID!) { castVote(proposalId: $id, choice: agree) { __typename } }',
      {
        id: proposal.id,
      },
    );
    await helen.ask('mutation ($input: DecisionInput!) { decide(input: $input) { __typename } }', {
      input: {
        id: newId(),
        proposalId: proposal.id,
        bodyId: bodyId('health'),
        outcome: 'accept',
        reason: 'Right.',
        nextStop: 'The draft',
        dueOn: dayIn(20),
      },
    });
  }
  await giveEvidence(await stage.as('ewan'), evidenceOf(id, 'sha'));
  await helen.ask(
    'mutation ($id: ID!, $of: ID!) { publishRound(id: $id, consultationId: $of) { __typename } }',
    { id: newId(), of: id },
  );
  await helen.ask('mutation ($input: DraftInput!) { createDraft(input: $input) { __typename } }', {
    input: {
      id: newId(),
      consultationId: id,
      bodyId: bodyId('health'),
      title: 'Buses',
      summary: 'S.',
    },
  });
}

beforeAll(async () => {
  [helen, asha] = await Promise.all([stage.as('helen'), stage.as('asha')]);
  for (const title of [
    'Quokka one',
    'Quokka two',
    'Wallaby one',
    'Wallaby two',
    'Wallaby three',
    'Wallaby four',
  ]) {
    await lively(title);
  }
}, 60_000);

describe('A selection of lists within lists', () => {
  test.each([
    ['rounds', 'rounds { number lens }'],
    ['drafts', 'drafts { title consultation { title } paragraphs { id } versions { number } }'],
    ['answers', 'answers { answered of }'],
    [
      'evidence',
      'evidence { claim officer { clp { name } offices { body { name } } } consultation { title } } evidenceFrom { name }',
    ],
    [
      'history',
      'history { by { displayName offices { office } } body { name } } convenedBy { parent { name } }',
    ],
    ['counts', 'voterCount myVoteCount proposalCount commentCount viewerMay forYou'],
    [
      'deck',
      'deck(first: 3) { remaining proposals { statement author { member { offices { office } } } consultation { title } } }',
    ],
    [
      'priorities',
      'priorityBallot { size isCast ballotsCast proposals { statement } choosable(first: 3) { totalCount edges { node { statement author { name } } } } }',
    ],
    [
      'ranking',
      'ranking { rankedCount proposals(first: 3) { edges { node { rank why { text } proposal { tally { votes } evidenceCount } } } } }',
    ],
    [
      'a round',
      'ranking(round: 1) { rankedCount proposals(first: 3) { edges { node { tally { agree } proposal { myVote { choice } tally { votes } } } } } }',
    ],
    [
      'queue',
      'queue(first: 3) { edges { node { rank own { region { name } } proposal { statement } decision { outcome nextStop { name } proposal { id } } } } }',
    ],
  ])('%s: as many statements for four consultations as for two', async (_name, fields) => {
    const READ = `query ($text: String) { consultations(text: $text) { totalCount edges { node { ${fields} } } } }`;
    const statements = (text: string) =>
      stage.statementsOf(async () => {
        const { consultations } = await helen.ask(READ, { text });
        expect(consultations.totalCount).toBe(text === 'Quokka' ? 2 : 4);
      });
    const [few, many] = [await statements('Quokka'), await statements('Wallaby')];
    expect(many.length).toBe(few.length);
  });
});
