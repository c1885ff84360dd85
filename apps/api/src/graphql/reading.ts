import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from './context.js';

/** A query only reads, so a replica may answer it; a mutation reads where it writes. */
export function readQueriesAnywhere(): ApolloServerPlugin<
  Pick<RequestContext, 'db' | 'onlyToRead'>
> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ operation, contextValue }) => {
        if (operation?.operation === 'query') contextValue.db = contextValue.onlyToRead();
      },
    }),
  };
}
