import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

export interface Explained {
  title: string;
  advice: string;
}

/** How many seconds to wait before asking again, where somebody asked too often; null for any other fault. */
export function waitOf(error: unknown): number | null {
  if (ServerError.is(error) && error.statusCode === 429) {
    return Number(error.response.headers.get('retry-after')) || 1;
  }
  if (!CombinedGraphQLErrors.is(error)) return null;
  const wait = error.errors.find(({ extensions }) => extensions?.['code'] === 'TOO_OFTEN')
    ?.extensions?.['retryAfter'];
  return typeof wait === 'number' ? wait : null;
}

/** Whether this page is of a version so old that the server no longer knows what it asks. */
const isOfOldPage = ({ errors }: CombinedGraphQLErrors) =>
  errors.some(({ extensions }) => extensions?.['code'] === 'PERSISTED_QUERY_NOT_FOUND');

/** A fault in plain words. An expected "no" is not a fault: it comes as a Refusal with its own words. */
export function explain(error: unknown): Explained {
  const wait = waitOf(error);
  if (wait !== null) {
    return {
      title: 'That was very often in a short time',
      advice: `Try again in ${wait === 1 ? 'a second' : `${wait} seconds`}. What you typed is kept.`,
    };
  }
  if (CombinedGraphQLErrors.is(error) && isOfOldPage(error)) {
    return {
      title: 'Clarion has been brought up to date',
      advice: 'Load this page again. What you typed is kept.',
    };
  }
  if (CombinedGraphQLErrors.is(error)) {
    return {
      title: 'Clarion could not do that',
      advice: 'The fault is on our side and has been noted. Try again in a minute.',
    };
  }
  if (ServerError.is(error)) {
    return {
      title: 'Clarion does not answer properly at the moment',
      advice: 'Wait a minute and try again.',
    };
  }
  return {
    title: 'We could not reach Clarion',
    advice: 'Check your connection and try again. What you typed is kept on this device.',
  };
}
