import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** A request that no person at a screen makes by mistake: answered with a plain message, never a 5xx. */
export class BadInput extends GraphQLError {
  constructor(message: string) {
    super(message, { extensions: { code: 'BAD_USER_INPUT' } });
  }
}

/** Something that is not for whoever asked, where the contract has no refusal to say so. */
export class Forbidden extends GraphQLError {
  constructor(message: string) {
    super(message, { extensions: { code: 'FORBIDDEN', http: { status: 403 } } });
  }
}

/** Who asks could not be looked up: nothing was asked yet, so it can be sent again as it is. */
export const outOfReach = (fault: unknown) =>
  new GraphQLError('Who asks could not be looked up.', {
    originalError: fault instanceof Error ? fault : null,
    extensions: { http: { status: 503 } },
  });

/** What Postgres says of values that the types of the contract let through. */
const PLAIN_FAULTS: Record<string, string> = {
  '22P02': 'An id in the request is not a valid id.',
  '22007': 'A date in the request is not a valid date.',
  '22008': 'A date in the request is out of range.',
  '22003': 'A number in the request is out of range.',
  '22021': 'A text in the request holds a character that cannot be kept (a null byte).',
  '57014': 'That took too long and was stopped. Try again, or ask for less.',
};

/** What was thrown: in a resolver, or before any was asked, as where a session could not be looked up. */
const thrownIn = (error: unknown): unknown =>
  (error instanceof GraphQLError && error.originalError) || error;

/** Errors that were meant for the client, by their code. */
const MEANT = new Set([
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'FORBIDDEN',
  'TOO_MUCH',
  'TOO_OFTEN',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** Masks faults: the client learns that something broke here, the log learns what. */
export function maskErrors(log: (fault: unknown) => void) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const code = String(formatted.extensions?.['code'] ?? '');
    const place = { ...(formatted.path && { path: formatted.path }) };
    if (MEANT.has(code)) {
      const retryAfter = formatted.extensions?.['retryAfter'];
      const wait = typeof retryAfter === 'number' ? { retryAfter } : {};
      return { message: formatted.message, ...place, extensions: { code, ...wait } };
    }
    // Said of a request before any field was asked, by the library itself: too many wrong variables, say.
    if (error instanceof GraphQLError && !error.path && !error.originalError) {
      return { message: formatted.message, extensions: { code: 'BAD_REQUEST' } };
    }
    const fault = thrownIn(error) as { code?: string; driverError?: { code?: string } };
    const plain = PLAIN_FAULTS[fault?.driverError?.code ?? fault?.code ?? ''];
    if (plain) return { message: plain, ...place, extensions: { code: 'BAD_USER_INPUT' } };
    log(fault);
    return {
      message: 'Something broke on our side. Nothing you typed is lost; try again in a moment.',
      ...place,
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    };
  };
}
