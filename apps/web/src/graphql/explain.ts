import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

export interface Explained {
  title: string;
  advice: string;
}

/** A fault in plain words. An expected "no" is not a fault: it comes as a Refusal with its own words. */
export function explain(error: unknown): Explained {
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
