import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getOperationAST,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  typeFromAST,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { spelled } from './ids.js';

type Variables = Readonly<Record<string, unknown>>;

/** A value with every id in it spelled as the database does; what is wrong is left to whoever reads it. */
function spell(value: unknown, type: GraphQLInputType): unknown {
  if (value === null || value === undefined) return value;
  if (isNonNullType(type)) return spell(value, type.ofType);
  if (isListType(type)) {
    const { ofType } = type;
    return Array.isArray(value) ? value.map((each) => spell(each, ofType)) : spell(value, ofType);
  }
  if (!isInputObjectType(type)) {
    return type.name === 'ID' && typeof value === 'string' ? spelled(value) : value;
  }
  if (typeof value !== 'object') return value;
  const fields = type.getFields();
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => {
      const field = fields[name];
      return [name, field ? spell(each, field.type) : each];
    }),
  );
}

function spellingOf(schema: GraphQLSchema, document: DocumentNode, name: string | undefined) {
  const defined = getOperationAST(document, name)?.variableDefinitions ?? [];
  const types = defined.flatMap(({ variable, type }) => {
    const found = typeFromAST(schema, type);
    return isInputType(found) ? [[variable.name.value, found] as const] : [];
  });
  return (variables: Variables): Variables => {
    const changed: Record<string, unknown> = { ...variables };
    for (const [each, type] of types) {
      if (each in changed) changed[each] = spell(changed[each], type);
    }
    return changed;
  };
}

/**
 * Makes code that executes a document (graphql-jit); null where it cannot. That code reads ids for itself,
 * not as the contract's own type of them does (`ids.ts`), so they are spelled for it.
 */
export function compileDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  name?: string,
): CompiledQuery['query'] | null {
  const compiled = compileQuery(schema, document, name);
  if (!isCompiledQuery(compiled)) return null;
  const spelling = spellingOf(schema, document, name);
  return (root, context, variables) => compiled.query(root, context, spelling(variables ?? {}));
}
