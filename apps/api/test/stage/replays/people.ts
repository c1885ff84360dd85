import { randomUUID } from 'node:crypto';
import { STAFF_CHANGES } from '@clarion/deliberation';
import { begin } from '../../../src/accounts/session.service.js';
import { bodyId } from '../../../src/demo/ids.js';
import { openAuthenticator } from '../authenticator.js';
import { openBrowser } from '../browser.js';
import { crowd } from '../crowd.js';
import { dayIn, newId } from '../over-http.js';
import { AT_A_TEST, type Person, type Stage } from '../stage.js';
import { type Creating, type Key, type Make, many, REFUSAL, turn } from './key.js';

/** Administrators, each of whom may put a few addresses right without a second person. */
async function administrators(on: Stage, count: number): Promise<Person[]> {
  const people = await crowd(on, count);
  await on.database.query(
    `INSERT INTO office (id, member_id, body_id, office, "from")
     SELECT gen_random_uuid(), id, $2, 'administrator', $3 FROM unnest($1::uuid[]) AS given(id)`,
    [people.map(({ id }) => id), bodyId('nec'), dayIn(-10)],
  );
  return people;
}

async function appointOfficer(on: Stage, count: number): Promise<Creating> {
  const [by, people] = [await on.as('nadia'), await crowd(on, count)];
  return {
    counted: `SELECT count(*) FROM office WHERE office = 'scrutineer'`,
    keys: people.map(({ id: membershipNumber }) => ({
      by,
      document: `mutation ($input: AppointmentInput!) { answer: appointOfficer(input: $input) { __typename ... on Office { id office } ${REFUSAL} } }`,
      variables: {
        input: {
          ...{ id: newId(), membershipNumber, bodyId: bodyId('nec'), office: 'scrutineer' },
          ...{ from: dayIn(0), until: null },
        },
      },
    })),
  };
}

async function changeContact(on: Stage, count: number): Promise<Creating> {
  return {
    counted: `SELECT count(*) FROM contact_change WHERE way = 'member'`,
    keys: (await crowd(on, count)).map((by) => ({
      by,
      document: `mutation ($id: ID!, $email: String!) { answer: changeContact(id: $id, email: $email) { __typename ... on ContactAsked { id } ${REFUSAL} } }`,
      variables: { id: newId(), email: `${randomUUID()}@example.org` },
    })),
  };
}

async function changeContactOfMember(on: Stage, count: number): Promise<Creating> {
  const staff = await administrators(on, Math.ceil(count / STAFF_CHANGES));
  return {
    counted: `SELECT count(*) FROM contact_change WHERE way = 'staff'`,
    keys: (await crowd(on, count)).map(({ id: number }, index) => ({
      by: turn(staff, index),
      document: `mutation ($id: ID!, $number: String!, $email: String!) { answer: changeContactOfMember(id: $id, membershipNumber: $number, email: $email) { __typename ... on ContactOfMemberChanged { id isWaiting } ${REFUSAL} } }`,
      variables: { id: newId(), number, email: `${randomUUID()}@example.org` },
    })),
  };
}

const ORIGIN = 'http://localhost:4000';

/** Somebody's own browser, which keeps its cookies from one request to the next. */
async function atABrowser(on: Stage, id?: string) {
  const browser = openBrowser(on);
  if (id) {
    const token = await begin(on.database.manager, id, new Date(), AT_A_TEST);
    browser.cookies.set('clarion', token);
  }
  const send: Person['send'] = async (query, variables) => {
    const reply = await browser.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return { status: reply.status, ...((await reply.json()) as object) } as never;
  };
  return { browser, by: { id: id ?? '', send } };
}

/** A passkey that somebody's browser has made and sends. */
async function passkeyOf(on: Stage, id: string): Promise<Key> {
  const { browser, by } = await atABrowser(on, id);
  const { offered } = await browser.ask(
    'mutation { offered: offerAddingPasskey { ... on PasskeyOptions { options } } }',
  );
  const response = openAuthenticator({ origin: ORIGIN, rpId: 'localhost' }).create(offered.options);
  return {
    by,
    document: `mutation ($id: ID!, $response: String!) { answer: addPasskey(id: $id, name: "My phone", response: $response) { __typename ... on Passkey { id name } ${REFUSAL} } }`,
    variables: { id: newId(), response },
  };
}

async function addPasskey(on: Stage, count: number): Promise<Creating> {
  const keys: Key[] = [];
  for (const { id } of await crowd(on, count)) keys.push(await passkeyOf(on, id));
  return { counted: `SELECT count(*) FROM passkey`, keys };
}

const ASKED = `__typename ... on CodeRequested { attemptId expiresAt } ${REFUSAL}`;
/** The jobs that send codes: nobody works them off here. */
const CODES = `SELECT count(*) FROM graphile_worker.jobs WHERE task_identifier = 'send-sign-in-code'`;

async function requestSignInCode(on: Stage, count: number): Promise<Creating> {
  const { browser, by } = await atABrowser(on);
  await browser.ask(
    `mutation ($id: ID!) { requestSignInCode(attemptId: $id, email: "first@example.org") { __typename } }`,
    { id: newId() },
  );
  return {
    counted: CODES,
    keys: many(count, () => ({
      by,
      document: `mutation ($id: ID!, $email: String!) { answer: requestSignInCode(attemptId: $id, email: $email) { ${ASKED} } }`,
      variables: { id: newId(), email: `${randomUUID()}@example.org` },
    })),
  };
}

async function requestConfirmingCode(on: Stage, count: number): Promise<Creating> {
  const people = await crowd(on, Math.min(count, 20));
  const browsers = await Promise.all(people.map(({ id }) => atABrowser(on, id)));
  return {
    counted: CODES,
    keys: many(count, (index) => ({
      by: turn(browsers, index).by,
      document: `mutation ($id: ID!) { answer: requestConfirmingCode(attemptId: $id) { ${ASKED} } }`,
      variables: { id: newId() },
    })),
  };
}

/** Offices, addresses and ways in. */
export const PEOPLE = {
  appointOfficer,
  changeContact,
  changeContactOfMember,
  addPasskey,
  requestSignInCode,
  requestConfirmingCode,
} satisfies Record<string, Make>;
