import { begin } from '../../src/accounts/session.service.js';
import { memberId } from '../../src/demo/ids.js';
import { openAuthenticator } from './authenticator.js';
import { openBrowser } from './browser.js';
import { newId } from './over-http.js';
import { AT_A_TEST, type Person, type Stage } from './stage.js';

/** One thing to be made, by whoever makes it. */
export interface Key {
  by: Pick<Person, 'id' | 'send'>;
  document: string;
  variables: Record<string, unknown>;
}

/** Things of one kind, and how they are counted. */
export interface Creating {
  keys: Key[];
  /** What there is of it, in SQL: one more for each key. */
  counted: string;
}

export const many = <T>(length: number, make: (index: number) => T): T[] =>
  Array.from({ length }, (_, index) => make(index));

const REFUSAL = '... on Refusal { reason message }';
const ACT = `__typename ... on ModerationAct { id act isReversed appeal { isUpheld answer } }`;

/** What is made about people: reports, what moderators do, appeals, addresses, passkeys. In this order. */
export function aboutPeople(
  stage: Stage,
  where: () => { members: readonly Person[]; proposals: readonly string[] },
): Record<string, () => Promise<Creating> | Creating> {
  /** Comments that a moderator hides. */
  let hidden: { id: string; authorId: string; actId: string }[] = [];
  return {
    report: () => ({
      counted: `SELECT count(*) FROM report WHERE reporter_id IS NOT NULL`,
      keys: many(40, (index) => ({
        by: where().members[index % 20] as Person,
        document: `mutation ($input: ReportInput!) { answer: report(input: $input) { __typename ... on OwnReport { id isOpen } ${REFUSAL} } }`,
        variables: {
          input: {
            ...{ id: newId(), aboutId: where().proposals[Math.floor(index / 20)] },
            ...{ reason: 'abuse', words: 'It calls her a liar.' },
          },
        },
      })),
    }),
    reportUnlawful: async () => {
      const by = await stage.as('visitor');
      return {
        counted: `SELECT count(*) FROM report WHERE reporter_id IS NULL`,
        keys: many(10, (index) => ({
          by,
          document: `mutation ($input: ReportUnlawfulInput!) { answer: reportUnlawful(input: $input) { __typename ... on ReportReceived { id } ${REFUSAL} } }`,
          variables: {
            input: {
              id: newId(),
              place: `/proposals/${where().proposals[index]}`,
              words: 'A child’s name.',
            },
          },
        })),
      };
    },
    moderate: async () => {
      const by = await stage.as('joan');
      const rows: { id: string; authorId: string }[] = await stage.database.query(
        `SELECT id, author_id AS "authorId" FROM comment ORDER BY id LIMIT 10`,
      );
      hidden = rows.map((row) => ({ ...row, actId: newId() }));
      return {
        counted: `SELECT count(*) FROM moderation_act`,
        keys: hidden.map(({ id, actId }) => ({
          by,
          document: `mutation ($input: ModerateInput!) { answer: moderate(input: $input) { ${ACT} ${REFUSAL} } }`,
          variables: { input: { id: actId, aboutId: id, act: 'hide', reason: 'abuse', note: '' } },
        })),
      };
    },
    appeal: () => ({
      counted: `SELECT count(*) FROM appeal`,
      keys: hidden.map(({ authorId, actId }) => ({
        by: where().members.find(({ id }) => id === authorId) as Person,
        document: `mutation ($id: ID!, $actId: ID!) { answer: appeal(id: $id, actId: $actId, words: "I argued with what she said.") { ${ACT} ${REFUSAL} } }`,
        variables: { id: newId(), actId },
      })),
    }),
    answerAppeal: async () => {
      const by = await stage.as('priya');
      const appeals: { id: string }[] = await stage.database.query(
        'SELECT id FROM appeal ORDER BY id',
      );
      return {
        counted: `SELECT count(*) FROM appeal WHERE answered_at IS NOT NULL`,
        keys: appeals.map(({ id }) => ({
          by,
          document: `mutation ($input: AppealAnswerInput!) { answer: answerAppeal(input: $input) { ${ACT} ${REFUSAL} } }`,
          variables: {
            input: { id: newId(), appealId: id, isUpheld: true, answer: 'You did argue.' },
          },
        })),
      };
    },
    changeContact: () => ({
      counted: `SELECT count(*) FROM contact_change WHERE way = 'member'`,
      keys: many(10, (index) => ({
        by: where().members[index] as Person,
        document: `mutation ($id: ID!, $email: String!) { answer: changeContact(id: $id, email: $email) { __typename ... on ContactAsked { id } ${REFUSAL} } }`,
        variables: { id: newId(), email: `new-${index}@example.org` },
      })),
    }),
    changeContactOfMember: async () => {
      const by = await stage.as('nadia');
      const rows: { number: string }[] = await stage.database.query(
        'SELECT membership_number AS number FROM member WHERE id = ANY($1) ORDER BY id',
        [(['asha', 'tom', 'ruth', 'callum', 'gwenllian'] as const).map(memberId)],
      );
      return {
        counted: `SELECT count(*) FROM contact_change WHERE way = 'staff'`,
        keys: rows.map(({ number }, index) => ({
          by,
          document: `mutation ($id: ID!, $number: String!, $email: String!) { answer: changeContactOfMember(id: $id, membershipNumber: $number, email: $email) { __typename ... on ContactOfMemberChanged { id isWaiting } ${REFUSAL} } }`,
          variables: { id: newId(), number, email: `right-${index}@example.org` },
        })),
      };
    },
    addPasskey: async () => ({
      counted: `SELECT count(*) FROM passkey`,
      keys: await Promise.all(
        where()
          .members.slice(0, 15)
          .map(({ id }) => passkeyOf(stage, id)),
      ),
    }),
  };
}

/** A passkey that somebody's browser has made and sends. */
async function passkeyOf(stage: Stage, id: string): Promise<Key> {
  const browser = openBrowser(stage);
  const token = await begin(stage.database.manager, id, new Date(), AT_A_TEST);
  browser.cookies.set('clarion', token);
  const { offered } = await browser.ask(
    'mutation { offered: offerAddingPasskey { ... on PasskeyOptions { options } } }',
  );
  const origin = 'http://localhost:4000';
  const response = openAuthenticator({ origin, rpId: 'localhost' }).create(offered.options);
  const send: Person['send'] = async (query, variables) => {
    const reply = await browser.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return { status: reply.status, ...((await reply.json()) as object) } as never;
  };
  return {
    by: { id, send },
    document: `mutation ($id: ID!, $response: String!) { answer: addPasskey(id: $id, name: "My phone", response: $response) { __typename ... on Passkey { id name } ${REFUSAL} } }`,
    variables: { id: newId(), response },
  };
}
