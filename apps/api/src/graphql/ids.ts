import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const HYPHENS = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/;

/**
 * An id as the database spells it. Postgres reads "{0190…}", capitals and hyphens left out as the same
 * id; compared as text here they would be another one. What is no id is left for it to refuse.
 */
export function spelled(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') {
    throw new GraphQLError('An id is a text.');
  }
  const text = String(value);
  const digits = text.replace(/[{}-]/g, '').toLowerCase();
  return /^[0-9a-f]{32}$/.test(digits) ? digits.replace(HYPHENS, '$1-$2-$3-$4-$5') : text;
}

export const idScalar = new GraphQLScalarType({
  name: 'ID',
  serialize: String,
  parseValue: spelled,
  parseLiteral: (node) =>
    spelled(node.kind === Kind.STRING || node.kind === Kind.INT ? node.value : null),
});
