import { type ApolloServerPlugin, type BaseContext, HeaderMap } from '@apollo/server';
import type { CompiledQuery } from 'graphql-jit';
import { compileDocument } from './compile.js';
import type { KnownMutations } from './mutations.js';
import type { SharedPages } from './shared/pages.js';

/** Documents that are kept compiled: all that pages ask, several times over. */
const MOST_KEPT = 500;
/** Compiling costs as much as executing many times: what is asked less often is executed as it is. */
const TIMES_BEFORE = 3;

type Compiled = CompiledQuery['query'];

interface Kept {
  times: number;
  /** Null until it was asked often enough, and where it cannot be compiled. */
  compiled: Compiled | null;
}

/** Documents by their hash, the one that was not asked for longest first to go. */
function keptDocuments() {
  const kept = new Map<string, Kept>();
  return (key: string, compile: () => Compiled | null): Compiled | null => {
    const found = kept.get(key) ?? { times: 0, compiled: null };
    found.times += 1;
    if (found.times === TIMES_BEFORE) found.compiled = compile();
    kept.delete(key);
    kept.set(key, found);
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value as string);
    return found.compiled;
  };
}

/**
 * Executes queries as code made for them once (graphql-jit), with the same resolvers and the same replies.
 * Whatever goes wrong is executed again as ever, so that errors are told, masked and counted in one way;
 * so queries alone, which change nothing. Mutations that come here are noted (`mutations.ts`).
 */
export function compileQueries<Context extends BaseContext & { interests: readonly string[] }>(
  pages: Pick<SharedPages, 'note'>,
  mutations: Pick<KnownMutations<Context & { wait?: number | undefined }>, 'note'>,
): ApolloServerPlugin<Context> {
  const documents = keptDocuments();
  return {
    requestDidStart: async () => ({
      responseForOperation: async (asked) => {
        const { schema, document, queryHash, request, contextValue } = asked;
        // None where a request names one that its document does not have, whatever the type says.
        const operation: typeof asked.operation | undefined = asked.operation;
        if (operation?.operation === 'mutation') {
          mutations.note(schema, request.query ?? '', document);
        }
        if (operation?.operation !== 'query') return null;
        const name = operation.name?.value;
        const compile = () => compileDocument(schema, document, name);
        const compiled = documents(`${queryHash}/${name}`, compile);
        if (!compiled) return null;
        const result = await compiled(undefined, contextValue, request.variables ?? {});
        if (result.errors || !result.data) return null;
        const { data } = result;
        const { query = '', variables = {}, operationName = null } = request;
        pages.note(schema, { query, variables, operationName }, document, contextValue.interests);
        return {
          http: { status: undefined, headers: new HeaderMap() },
          body: { kind: 'single', singleResult: { data } },
        };
      },
    }),
  };
}
