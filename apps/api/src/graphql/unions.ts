import { type GraphQLSchema, isUnionType } from 'graphql';

/** A refusal carries a reason and a message; nothing else in the contract does. */
const isRefusal = (value: object) => 'reason' in value && 'message' in value;

/** Tells a refusal from a success in every union, and other unions by the row's `__typename`. */
export function resolveUnions(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isUnionType(type)) continue;
    const names = type.getTypes().map((member) => member.name);
    const success = names.find((name) => name !== 'Refusal');
    type.resolveType = (value: { __typename?: string }) =>
      value.__typename ?? (isRefusal(value) && names.includes('Refusal') ? 'Refusal' : success);
  }
  return schema;
}
