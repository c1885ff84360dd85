import { beforeAll, describe, expect, test } from '@jest/globals';
import { begin } from '../src/accounts/session.service.js';
import { memberId } from '../src/demo/ids.js';
import { SharedPages } from '../src/graphql/shared/pages.js';
import { makeCanaries } from './stage/canaries.js';
import { goodArguments } from './stage/every-field.js';
import { everyRead } from './stage/every-read.js';
import { moderate } from './stage/moderating.js';
import { pageDocuments } from './stage/page-documents.js';
import { AT_A_TEST, openStage, type Person, type Stage } from './stage/stage.js';
import { asArguments, type Things } from './stage/things.js';

const stage = openStage({ CLARION_LOG: 'silent' });
const AT_ONCE = 8;
/** Who votes, who wrote, who marked, who answers for a body, and nobody. */
const CAST = ['visitor', 'asha', 'tom', 'callum', 'helen'] as const;

/** An instance that shares. The stage itself answers each on their own. */
let sharing: Stage;
let things: Things;

beforeAll(async () => {
  ({ things } = await makeCanaries(stage));
  const asha = await stage.as('asha');
  const { proposal, comment } = things;
  await asha.ask(
    'mutation ($id: ID!) { castVote(proposalId: $id, choice: agree) { __typename } }',
    { id: proposal },
  );
  await asha.ask(
    'mutation ($id: ID!) { markGoodPoint(commentId: $id, good: true) { __typename } }',
    { id: comment },
  );
  sharing = await stage.beside();
}, 60_000);

interface Question {
  name: string;
  document: string;
  variables: Record<string, unknown>;
}

const ofPages = (): Question[] =>
  pageDocuments().map(({ variables, ...page }) => ({ ...page, variables: variables(things) }));

const ofEveryField = (): Question[] =>
  everyRead().map(({ root, document }) => {
    const variables = goodArguments(root, asArguments(things));
    return { name: document, document, variables };
  });

/** Moments of asking, which pass between two questions. */
const timeless = (reply: unknown) =>
  JSON.stringify(reply).replace(/"(countedAt|serverTime|lastSeenAt|now)":"[^"]*"/g, '"$1":""');

const reply = async (by: Person, { document, variables }: Question) =>
  timeless(await by.send(document, variables));

async function forEach<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  for (let from = 0; from < all.length; from += AT_ONCE) {
    await Promise.all(all.slice(from, from + AT_ONCE).map(work));
  }
}

/** Somebody with one session on both instances. */
async function onBoth(name: (typeof CAST)[number]) {
  if (name === 'visitor') return { there: await sharing.as(name), here: await stage.as(name) };
  const id = memberId(name);
  const token = await begin(stage.database.manager, id, new Date(), AT_A_TEST);
  return { there: sharing.with(id, token), here: stage.with(id, token) };
}

/** What is answered otherwise than to each alone. */
async function differences(questions: readonly Question[], names: readonly string[] = CAST) {
  const found: { name: string; person: string; shared: string; own: string }[] = [];
  const people = await Promise.all(
    CAST.filter((name) => names.includes(name)).map(async (name) => ({
      name,
      ...(await onBoth(name)),
    })),
  );
  await forEach(questions, async (question) => {
    const [visitor] = people;
    for (let time = 0; time < 4; time += 1) await reply(visitor?.there as Person, question);
    // The last comes once more: nothing of those between may be left.
    for (const { name, there, here } of [...people, ...people.slice(0, 2)]) {
      const [shared, own] = await Promise.all([reply(there, question), reply(here, question)]);
      if (shared !== own) found.push({ name: question.name, person: name, shared, own });
    }
  });
  return found;
}

const hideCounts = (areHidden: boolean) =>
  stage.database.query(
    `UPDATE consultation SET rules = jsonb_set(rules, '{countsHiddenUntilVoted}', $2) WHERE id = $1`,
    [things.consultation, String(areHidden)],
  );

const shownBy = (of: Stage) => of.app.get(SharedPages).shown;

describe('What is equal for everybody is read once', () => {
  test.each([true, false])(
    'and every page is answered to each as to them alone, counts hidden until voted: %s',
    async (areHidden) => {
      await hideCounts(areHidden);
      const questions = ofPages();
      expect(questions.length).toBeGreaterThan(30);
      const before = shownBy(sharing);
      expect(await differences(questions)).toEqual([]);
      expect(shownBy(sharing) - before).toBeGreaterThan(100);
      expect(shownBy(stage)).toBe(0);
    },
    120_000,
  );

  test('and so is every field of the contract', async () => {
    const before = shownBy(sharing);
    expect(await differences(ofEveryField(), ['visitor', 'asha', 'tom'])).toEqual([]);
    expect(shownBy(sharing) - before).toBeGreaterThan(100);
  }, 180_000);

  test('also where moderators hid a proposal and what was said about it', async () => {
    const joan = await stage.as('joan');
    for (const about of [things.proposal, things.comment]) {
      expect(await moderate(joan, about)).toMatchObject({ __typename: 'ModerationAct' });
    }
    expect(await differences(ofPages())).toEqual([]);
  }, 120_000);
});
