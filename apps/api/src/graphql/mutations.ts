import {
  type DocumentNode,
  GraphQLError,
  type GraphQLFormattedError,
  GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import type { CompiledQuery } from 'graphql-jit';
import { compileDocument } from './compile.js';
import { tooMuchOf } from './limits.js';
import { rootFieldsOf } from './root-fields.js';
import type { Question } from './shared/asked.js';

/** Documents of mutations that are kept: all that pages send, several times over. */
const MOST_KEPT = 500;
/** A document is compiled when it has been sent so often. */
const TIMES_BEFORE = 3;

/** A document that passed all doors, with one mutation. */
export interface Known {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  /** What it changes, by its names in the table of access. */
  asked: string[];
  times: number;
  compiled: CompiledQuery['query'] | null;
}

/** What is asked of every mutation before it is executed. */
interface Doors<Context> {
  hasLimits: boolean;
  /** Tells the seconds to wait before asking for this; 0 for none. */
  waitFor: ((asked: readonly string[], context: Context) => Promise<number>) | null;
  mask: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
}

export interface MutationReply {
  status: number;
  text: string;
}

function knownOf(schema: GraphQLSchema, document: DocumentNode): Known | null {
  const operations = document.definitions.filter(
    (each): each is OperationDefinitionNode => each.kind === 'OperationDefinition',
  );
  const [operation, other] = operations;
  if (!operation || other || operation.operation !== 'mutation') return null;
  const asked = rootFieldsOf(document, operation).map((field) => `Mutation.${field}`);
  return { schema, document, operation, asked, times: 0, compiled: null };
}

const queried = new WeakMap<GraphQLSchema, GraphQLSchema>();

/** The same contract with its mutations as its queries. */
function withMutationsAsQueries(schema: GraphQLSchema): GraphQLSchema {
  const query = schema.getMutationType();
  const made =
    queried.get(schema) ??
    new GraphQLSchema({ ...schema.toConfig(), query, mutation: null, assumeValid: true });
  queried.set(schema, made);
  return made;
}

/**
 * A document with one mutation as a query, since it needs no order. For the order of several graphql-jit makes
 * functions at each execution, and V8 keeps what they hold, the whole request, until it looks through all memory.
 */
function asQuery({ document, operation }: Pick<Known, 'document' | 'operation'>): DocumentNode {
  const query = { ...operation, operation: OperationTypeNode.QUERY };
  const definitions = document.definitions.map((each) => (each === operation ? query : each));
  return { ...document, definitions };
}

/** As the library forms an error, without what it is masked of anyway; and the status that it asks for. */
function told(fault: unknown, mask: Doors<unknown>['mask']) {
  const error =
    fault instanceof GraphQLError
      ? fault
      : new GraphQLError(String(fault), { originalError: fault instanceof Error ? fault : null });
  const { http, ...extensions } = error.extensions ?? {};
  const code = extensions['code'] ?? 'INTERNAL_SERVER_ERROR';
  const status = (http as { status?: number } | undefined)?.status;
  return { status, error: mask({ ...error.toJSON(), extensions: { ...extensions, code } }, error) };
}

/**
 * Mutations executed as code made for them once (graphql-jit), before the library is asked: with the same
 * limits, paces, guards, resolvers and replies. Only documents that passed through all of it before are; what
 * else does not go as usual before anything is changed is left to it, so that it is told in one way.
 */
export class KnownMutations<Context extends { wait?: number | undefined }> {
  /** Mutations that were executed here. */
  done = 0;
  private readonly documents = new Map<string, Known>();

  constructor(private readonly doors: Doors<Context>) {}

  /** Notes a document that passed all doors. */
  note(schema: GraphQLSchema, query: string, document: DocumentNode): void {
    const known = this.documents.get(query) ?? knownOf(schema, document);
    if (!known) return;
    this.documents.delete(query);
    this.documents.set(query, known);
    if (this.documents.size > MOST_KEPT) {
      this.documents.delete(this.documents.keys().next().value as string);
    }
    known.times += 1;
    if (known.times !== TIMES_BEFORE) return;
    const name = known.operation.name?.value;
    known.compiled =
      known.asked.length === 1
        ? compileDocument(withMutationsAsQueries(schema), asQuery(known), name)
        : compileDocument(schema, document, name);
  }

  /** What can be answered here, whoever asks; null for what is left to the library. */
  find({ query, operationName, variables }: Question): Known | null {
    const known = this.documents.get(query);
    if (!known?.compiled) return null;
    const { schema, document, operation } = known;
    if (operationName !== null && operationName !== operation.name?.value) return null;
    const { hasLimits } = this.doors;
    return hasLimits && tooMuchOf(schema, document, operation, variables) ? null : known;
  }

  /** Does what is asked; null where nothing was done, and the library is to say why. */
  async answer(
    { asked, compiled }: Known,
    variables: Question['variables'],
    context: Context,
  ): Promise<MutationReply | null> {
    const { waitFor, mask } = this.doors;
    if (!compiled) return null;
    // Where the pace cannot be asked for, the library asks again and says so.
    const ask = async () => (waitFor ? waitFor(asked, context).catch(() => null) : 0);
    const wait = context.wait ?? (await ask());
    if (wait !== 0) return null;
    const result = await compiled(undefined, context, variables);
    // Its variables are none of the contract's: nothing was executed.
    if (!('data' in result)) return null;
    this.done += 1;
    const { data, errors } = result;
    if (!errors?.length) return { status: 200, text: `${JSON.stringify({ data })}\n` };
    const all = errors.map((each) => told(each, mask));
    const status = all.findLast((each) => each.status !== undefined)?.status ?? 200;
    const text = `${JSON.stringify({ errors: all.map(({ error }) => error), data })}\n`;
    return { status, text };
  }
}
