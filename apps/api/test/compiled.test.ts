import { beforeAll, describe, expect, test } from '@jest/globals';
import { makeCanaries } from './stage/canaries.js';
import { goodArguments } from './stage/every-field.js';
import { everyRead } from './stage/every-read.js';
import { openStage, type Person } from './stage/stage.js';
import { asArguments, type Things } from './stage/things.js';

const stage = openStage({ CLARION_LOG: 'silent' });
const READS = everyRead();
const AT_ONCE = 8;

let things: Things;
let helen: Person;

beforeAll(async () => {
  helen = await stage.as('helen');
  ({ things } = await makeCanaries(stage));
}, 60_000);

/** Moments of asking, which pass between two questions. */
const timeless = (reply: unknown) =>
  JSON.stringify(reply).replace(/"(countedAt|serverTime|lastSeenAt|now)":"[^"]*"/g, '"$1":""');

/** Every question's reply, the first time it is asked (executed as it stands) and the fourth (compiled). */
async function bothWays(
  by: Person,
): Promise<{ document: string; first: string; fourth: string }[]> {
  const ask = READS.map(({ root, document }) => async () => {
    const variables = goodArguments(root, asArguments(things));
    const replies: string[] = [];
    for (let time = 0; time < 4; time += 1) {
      replies.push(timeless(await by.send(document, variables)));
    }
    return { document, first: replies[0] ?? '', fourth: replies[3] ?? '' };
  });
  const both: Awaited<ReturnType<typeof bothWays>> = [];
  for (let from = 0; from < ask.length; from += AT_ONCE) {
    both.push(...(await Promise.all(ask.slice(from, from + AT_ONCE).map((each) => each()))));
  }
  return both;
}

describe('A question that was asked often is executed as code made for it', () => {
  test('and is answered to Helen and to a visitor as it was the first time, whatever it asks', async () => {
    expect(READS.length).toBeGreaterThan(100);
    for (const person of ['visitor', 'helen'] as const) {
      // An instance that has compiled nothing yet.
      const fresh = await stage.beside();
      const both = await bothWays(await fresh.as(person));
      expect(both.filter(({ first, fourth }) => first !== fourth)).toEqual([]);
      expect(both.every(({ first }) => first.includes('"data":'))).toBe(true);
    }
  }, 240_000);

  test('with the same aliases, fragments, directives and variables', async () => {
    const document = `query ($id: ID!, $withTitle: Boolean!, $first: Int = 2) {
      it: consultation(id: $id) { ...Named title @include(if: $withTitle) phase @skip(if: $withTitle)
        proposals(first: $first) { edges { node { again: statement } } } } }
      fragment Named on Consultation { id convenedBy { ... on Body { name } } }`;
    for (const variables of [
      { id: things.consultation, withTitle: true },
      { id: things.consultation, withTitle: false, first: 1 },
    ]) {
      const replies: string[] = [];
      for (let time = 0; time < 4; time += 1) {
        replies.push(JSON.stringify(await helen.send(document, variables)));
      }
      expect(new Set(replies).size).toBe(1);
      expect(replies[0]).toContain('"again":');
      expect(replies[0]?.includes('"title":')).toBe(variables.withTitle);
    }
  });

  test('and its errors are told as ever, with their place and no more', async () => {
    const document = 'query ($id: ID!) { consultation(id: $id) { id } }';
    const wrong = { id: 'no id' };
    const replies: string[] = [];
    for (let time = 0; time < 5; time += 1) {
      replies.push(JSON.stringify(await helen.send(document, wrong)));
      replies.push(JSON.stringify(await helen.send(document, {})));
    }
    expect(new Set(replies).size).toBe(2);
    expect(replies[0]).toContain('BAD_USER_INPUT');
  });
});
