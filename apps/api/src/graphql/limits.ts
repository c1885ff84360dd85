import type { ApolloServerPlugin } from '@apollo/server';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { type Weight, weigh } from './weight.js';

/**
 * How much one request may ask for. Beside each, the most that a page of ours asks for; a test holds
 * the pages to two thirds of every limit.
 */
export const LIMITS = {
  /** Words and signs of a document, counted while it is read: 407. */
  tokens: 1000,
  /** Levels of fields in one another: 8. */
  depth: 10,
  /** Names given to fields: 6. */
  aliases: 10,
  /** `@include` and `@skip`: 1. */
  directives: 10,
  /** Questions of one query: 9. A mutation has one. */
  rootFields: 15,
  /** Fields, with those of fragments wherever they are spread: 210. */
  fields: 1000,
  /** Things it could bring if every list were as long as was asked for: 8,061, the queue of reports. */
  cost: 15_000,
} as const;

interface Counts {
  aliases: number;
  directives: number;
}

/** By document: one that is asked again is the same. */
const counted = new WeakMap<DocumentNode, Counts>();

function countsOf(document: DocumentNode): Counts {
  const known = counted.get(document);
  if (known) return known;
  const counts = { aliases: 0, directives: 0 };
  visit(document, {
    [Kind.FIELD]: (node) => {
      if (node.alias) counts.aliases += 1;
    },
    [Kind.DIRECTIVE]: () => {
      counts.directives += 1;
    },
  });
  counted.set(document, counts);
  return counts;
}

const atMost = (what: string, limit: number, found: number) =>
  found > limit ? `A request may have ${limit.toLocaleString('en-GB')} ${what} at most.` : null;

/** What is too much about an operation, in a sentence; null when all is well. */
export function tooMuch(
  operation: OperationDefinitionNode,
  { aliases, directives }: Counts,
  { roots, depth, fields, cost }: Weight,
): string | null {
  if (operation.operation === 'mutation' && roots > 1) {
    return 'Send one mutation at a time: a request may change one thing.';
  }
  return (
    atMost('levels', LIMITS.depth, depth) ??
    atMost('aliases', LIMITS.aliases, aliases) ??
    atMost('directives', LIMITS.directives, directives) ??
    atMost('fields at its root', LIMITS.rootFields, roots) ??
    atMost('fields', LIMITS.fields, fields) ??
    (cost > LIMITS.cost
      ? 'That asks for too much at once. Ask for shorter lists, or for less within them.'
      : null)
  );
}

/** The same of a document that is valid. */
export const tooMuchOf = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): string | null =>
  tooMuch(operation, countsOf(document), weigh(schema, document, operation, variables));

/** Refuses what asks for too much before any of it is looked up, with a 400 and a plain sentence. */
export function limitRequests(): ApolloServerPlugin {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ schema, document, operation, request }) => {
        if (!operation) return;
        const saying = tooMuchOf(schema, document, operation, request.variables ?? {});
        if (!saying) return;
        throw new GraphQLError(saying, {
          extensions: { code: 'TOO_MUCH', http: { status: 400 } },
        });
      },
    }),
  };
}
