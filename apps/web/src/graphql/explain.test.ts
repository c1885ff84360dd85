import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { expect, test } from '@jest/globals';
import { explain } from './explain';

/** What somebody is told when the server answers so. */
async function told(status: number, type: string, body: string, headers = {}) {
  const answer = {
    ok: status < 300,
    status,
    headers: new Headers({ 'content-type': type, ...headers }),
    text: () => Promise.resolve(body),
    body: null,
  };
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new HttpLink({ fetch: () => Promise.resolve(answer as unknown as Response) }),
  });
  const fault: unknown = await client.query({ query: gql`{ version }` }).then(
    () => null,
    (error: unknown) => error,
  );
  return explain(fault).advice;
}

test('who asks too often is told how long to wait, and that what they typed is kept', async () => {
  const says = 'Try again in 12 seconds. What you typed is kept.';
  const error = { message: 'Often.', extensions: { code: 'TOO_OFTEN', retryAfter: 12 } };
  const body = JSON.stringify({ errors: [error] });
  const waiting = { 'retry-after': '12' };
  expect(await told(429, 'application/graphql-response+json', body, waiting)).toBe(says);
  expect(await told(429, 'application/json', body, waiting)).toBe(says);
  expect(await told(429, 'text/plain', 'That was very often.', waiting)).toBe(says);
  expect(await told(503, 'text/plain', 'No.')).toBe('Wait a minute and try again.');
});

test('who comes when too many ask is told so, and when to ask again', async () => {
  const says = 'Try again in 5 seconds. What you typed is kept.';
  const error = { message: 'Busy.', extensions: { code: 'TOO_BUSY', retryAfter: 5 } };
  const body = JSON.stringify({ errors: [error] });
  expect(await told(503, 'application/graphql-response+json', body)).toBe(says);
  expect(await told(503, 'text/plain', 'Busy.', { 'retry-after': '5' })).toBe(says);
});
