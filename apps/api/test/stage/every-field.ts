import {
  buildSchema,
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isUnionType,
} from 'graphql';
import { readContract } from '../../src/graphql/contract.js';
import { dayIn, inDays, newId } from './over-http.js';

/** The contract, to make requests of every field of. */
export const CONTRACT = buildSchema(readContract());

export type Field = GraphQLField<unknown, unknown>;

export const rootFields = (kind: 'query' | 'mutation'): Field[] =>
  Object.values(
    (kind === 'query' ? CONTRACT.getQueryType() : CONTRACT.getMutationType())?.getFields() ?? {},
  );

/** What an argument is given, by its name and its field; undefined where any value will do, null for none. */
export type Known = (name: string, field: string) => unknown;

const PLAIN: Record<string, () => unknown> = {
  Int: () => 1,
  Float: () => 1,
  Boolean: () => true,
  Date: () => dayIn(60),
  DateTime: () => inDays(30),
  ID: newId,
};

/** A value that is in order. */
export function good(type: GraphQLInputType, name: string, field: string, known: Known): unknown {
  const given = known(name, field);
  if (given !== undefined && given !== null) return given;
  if (!isNonNullType(type)) return null;
  const inner = type.ofType;
  if (isListType(inner)) return name === 'sources' ? [{ title: 'Bus statistics' }] : [];
  if (isEnumType(inner)) return inner.getValues()[0]?.name;
  if (isInputObjectType(inner)) {
    return Object.fromEntries(
      Object.values(inner.getFields()).map((each) => [
        each.name,
        good(each.type, each.name, field, known),
      ]),
    );
  }
  return (PLAIN[getNamedType(inner).name] ?? (() => 'Buses after seven'))();
}

/** Arguments that are in order. */
export const goodArguments = (field: Field, known: Known): Record<string, unknown> =>
  Object.fromEntries(
    field.args.map((arg) => [arg.name, good(arg.type, arg.name, field.name, known)]),
  );

function selection(field: Field): string {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return '';
  return isUnionType(type) ? '{ __typename ... on Refusal { reason message } }' : '{ __typename }';
}

/** A document that asks one field of the root with all its arguments as variables. */
export function documentOf(kind: 'query' | 'mutation', field: Field, select = selection(field)) {
  const declared = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const [head, inner] = given ? [`${kind} (${declared})`, `(${given})`] : [kind, ''];
  return `${head} { ${field.name}${inner} ${select} }`;
}
