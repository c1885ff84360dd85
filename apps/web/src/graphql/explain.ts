import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

export interface Explained {
  title: string;
  advice: string;
}

/** Why somebody is told to wait: they asked too often, or too many ask at this moment. */
const WAITS = {
  TOO_OFTEN: 'That was very often in a short time',
  TOO_BUSY: 'More people ask at this moment than Clarion can answer',
};
type Wait = { why: keyof typeof WAITS; seconds: number };

const isWait = (code: unknown): code is Wait['why'] => typeof code === 'string' && code in WAITS;

function toldToWait(error: unknown): Wait | null {
  if (ServerError.is(error)) {
    const { statusCode: status, response } = error;
    const seconds = Number(response.headers.get('retry-after'));
    if (status === 429) return { why: 'TOO_OFTEN', seconds: seconds || 1 };
    return status === 503 && seconds > 0 ? { why: 'TOO_BUSY', seconds } : null;
  }
  if (!CombinedGraphQLErrors.is(error)) return null;
  for (const { extensions } of error.errors) {
    const { code: why, retryAfter: seconds } = extensions ?? {};
    if (isWait(why) && typeof seconds === 'number') return { why, seconds };
  }
  return null;
}

/** How many seconds to wait before asking again, where that was said; null for any other fault. */
export const waitOf = (error: unknown): number | null => toldToWait(error)?.seconds ?? null;

/** Whether this page is of a version so old that the server no longer knows what it asks. */
const isOfOldPage = ({ errors }: CombinedGraphQLErrors) =>
  errors.some(({ extensions }) => extensions?.['code'] === 'PERSISTED_QUERY_NOT_FOUND');

/** A fault in plain words. An expected "no" is not a fault: it comes as a Refusal with its own words. */
export function explain(error: unknown): Explained {
  const wait = toldToWait(error);
  if (wait) {
    const { why, seconds } = wait;
    return {
      title: WAITS[why],
      advice: `Try again in ${seconds === 1 ? 'a second' : `${seconds} seconds`}. What you typed is kept.`,
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
