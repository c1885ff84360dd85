import { isAsked, refuseAsk } from '@clarion/deliberation';
import {
  type DocumentNode,
  type ExecutionArgs,
  execute,
  type GraphQLError,
  type GraphQLSchema,
  getArgumentValues,
  getOperationAST,
  getVariableValues,
  Kind,
  parse,
  validate,
} from 'graphql';
import { BadInput, Forbidden } from '../graphql/errors.js';
import { LIMITS, tooMuchOf } from '../graphql/limits.js';

/** One subscription that somebody asks for: which field, of what, and what it would be told as. */
export interface Asked {
  field: string;
  id: string;
  /** Equal for all who ask for the same in the same words. */
  key: string;
  /** What is executed for it. */
  execution: ExecutionArgs;
  /** Writes out what is told: the reply that the document describes. */
  write: (row: object | null) => Promise<string>;
}

export interface Asking {
  query: string;
  operationName?: string | null | undefined;
  variables?: Record<string, unknown> | null | undefined;
}

/** Documents that are kept read: all that pages ask, many times over. */
const MOST_KEPT = 200;

/** Reads and validates documents, each once. */
function reader(schema: GraphQLSchema) {
  const kept = new Map<string, DocumentNode>();
  return (text: string): DocumentNode => {
    const found = kept.get(text);
    if (found) return found;
    const document = parse(text, { maxTokens: LIMITS.tokens });
    const [fault] = validate(schema, document);
    // What is not in the contract is not for guessing either.
    if (fault) throw new BadInput(fault.message.replace(/ Did you mean .*$/s, ''));
    kept.set(text, document);
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value as string);
    return document;
  };
}

/** What a visitor would be shown: news are written out for nobody in particular. */
const nobody = (isDemo: boolean) => ({ viewer: null, now: new Date(), isDemo });

/** The one field at the root of a subscription. */
function rootOf(schema: GraphQLSchema, document: DocumentNode, asking: Asking) {
  const operation = getOperationAST(document, asking.operationName);
  if (operation?.operation !== 'subscription') {
    throw new BadInput('Only subscriptions come this way. Send everything else to /graphql.');
  }
  const saying = tooMuchOf(schema, document, operation, asking.variables ?? {});
  if (saying) throw new BadInput(saying);
  const [node] = operation.selectionSet.selections;
  const field =
    node?.kind === Kind.FIELD && schema.getSubscriptionType()?.getFields()[node.name.value];
  if (!field) throw new BadInput('Ask for the field itself at the root of a subscription.');
  const given = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    asking.variables ?? {},
    { maxErrors: 3 },
  );
  if (given.errors) throw given.errors[0] as GraphQLError;
  return { field, args: getArgumentValues(field, node, given.coerced) };
}

/**
 * Reads what somebody subscribes to, and asks the table of access whether they may at all. Throws a
 * GraphQLError that is meant for them.
 */
export function readAsked(schema: GraphQLSchema, isDemo: boolean) {
  const read = reader(schema);
  return (asking: Asking, viewer: Parameters<typeof refuseAsk>[1]): Asked => {
    const document = read(asking.query);
    const { field, args } = rootOf(schema, document, asking);
    const name = `Subscription.${field.name}`;
    if (!isAsked(name)) throw new Forbidden('That is for nobody.');
    const refused = refuseAsk(name, viewer, { now: new Date(), isDemo });
    if (refused) throw new Forbidden(refused.message);
    const variables = asking.variables ?? {};
    const operationName = asking.operationName ?? null;
    const execution = { schema, document, operationName, variableValues: variables };
    return {
      field: field.name,
      id: String(args['id']),
      key: JSON.stringify([asking.query, operationName, variables]),
      execution,
      write: async (row) => {
        const { data, errors } = await execute({
          ...execution,
          rootValue: { [field.name]: row },
          contextValue: nobody(isDemo),
        });
        if (errors?.[0]) throw errors[0].originalError ?? errors[0];
        return JSON.stringify({ data });
      },
    };
  };
}
