import {
  type DocumentNode,
  extendSchema,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import type { CompiledQuery } from 'graphql-jit';
import { compileDocument } from '../compile.js';
import { cut, HOLE, type IsOwn, type OwnPart } from './cut.js';

/** A place in a shared reply that each viewer's own part goes into, with the row it stands in. */
export interface Hole {
  /** Which part of the document. */
  at: number;
  row: unknown;
}

/** A document in two, each compiled. */
export interface Plan {
  /** Answers with a number in each hole: its place in the context's `holes`. */
  shared: CompiledQuery['query'];
  /** Answers from the rows of the holes, by part: `{ at0: [row, row], at1: [row] }`. Null where nothing is anybody's own. */
  own: CompiledQuery['query'] | null;
  parts: number;
}

/** The field of a part among those that are asked. */
export const partName = (at: number): string => `at${at}`;

/** The contract with a field on every type that notes the row instead of answering. */
export function withHoles(schema: GraphQLSchema): GraphQLSchema {
  const names = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
    .map(({ name }) => name);
  const added = names.map((name) => `extend type ${name} { ${HOLE}(at: Int!): Int! }`);
  const holed = extendSchema(schema, parse(added.join('\n')));
  for (const name of names) {
    const type = holed.getType(name);
    const hole = isObjectType(type) ? type.getFields()[HOLE] : undefined;
    if (!hole) continue;
    hole.resolve = (row, { at }: { at: number }, { holes }: { holes: Hole[] }) =>
      holes.push({ at, row: row ?? {} }) - 1;
  }
  return holed;
}

/** A contract whose root is the rows of the holes. */
function ofHoles(schema: GraphQLSchema, parts: readonly OwnPart[]): GraphQLSchema {
  const rowsOf = ({ type }: OwnPart) => ({
    type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type))),
  });
  return new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Holes',
      fields: Object.fromEntries(parts.map((part, at) => [partName(at), rowsOf(part)])),
    }),
    types: Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__')),
    assumeValid: true,
  });
}

function ownDocument(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  parts: readonly OwnPart[],
): DocumentNode {
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const selections = parts.map(({ fields }, at) => ({
    kind: Kind.FIELD as const,
    name: { kind: Kind.NAME as const, value: partName(at) },
    selectionSet: { kind: Kind.SELECTION_SET as const, selections: fields },
  }));
  const own = { ...operation, selectionSet: { kind: Kind.SELECTION_SET as const, selections } };
  return { kind: Kind.DOCUMENT, definitions: [own, ...fragments] };
}

/** Makes the plan of a query; null where it cannot be shared. `holed` is the contract `withHoles`. */
export function planOf(
  { schema, holed }: { schema: GraphQLSchema; holed: GraphQLSchema },
  document: DocumentNode,
  operation: OperationDefinitionNode,
  isOwn: IsOwn,
): Plan | null {
  const halves = cut(schema, document, operation, isOwn);
  if (!halves) return null;
  const { parts } = halves;
  const shared = compileDocument(holed, halves.shared);
  const own =
    parts.length === 0
      ? null
      : compileDocument(ofHoles(schema, parts), ownDocument(document, operation, parts));
  if (!shared || (parts.length > 0 && !own)) return null;
  return { shared, own, parts: parts.length };
}
