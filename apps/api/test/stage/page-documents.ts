import { readFileSync } from 'node:fs';
import {
  type DocumentNode,
  isEnumType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  print,
  TypeInfo,
  typeFromAST,
  type VariableDefinitionNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { CONTRACT } from './every-field.js';
import { asArguments, isAboutOne, type Things } from './things.js';

const GENERATED = new URL('../../../web/src/graphql/generated/graphql.ts', import.meta.url);
const DOCUMENT = /^export const (\w+)Document = (\{.*\}) as unknown as/gm;

export interface PageDocument {
  name: string;
  document: string;
  /** Variables in order, about these things. */
  variables: (things: Things) => Record<string, unknown>;
}

/** The argument that each variable is first given to, and its field. */
function usesOf(document: DocumentNode): Map<string, [argument: string, field: string]> {
  const info = new TypeInfo(CONTRACT);
  const uses = new Map<string, [string, string]>();
  visit(
    document,
    visitWithTypeInfo(info, {
      Argument: (node) => {
        const field = info.getFieldDef();
        if (node.value.kind !== Kind.VARIABLE || !field) return;
        const { value } = node.value.name;
        if (!uses.has(value)) uses.set(value, [node.name.value, field.name]);
      },
    }),
  );
  return uses;
}

const PLAIN: Record<string, unknown> = { 'Int!': 20, 'Boolean!': true, 'String!': 'buses' };

function givenTo(
  { variable, type }: VariableDefinitionNode,
  [argument, field]: [string, string],
  things: Things,
): unknown {
  const known =
    argument === 'id' && !isAboutOne(field) ? null : asArguments(things)(argument, field);
  if (argument !== 'text' && known) return known;
  const needed = typeFromAST(CONTRACT, type as never);
  if (!isNonNullType(needed)) return null;
  if (isListType(needed.ofType)) return [];
  if (isEnumType(needed.ofType)) return needed.ofType.getValues()[0]?.name;
  return PLAIN[print(type)] ?? things[variable.name.value as keyof Things] ?? things.proposal;
}

/** Every query that a page of the web app sends. */
export function pageDocuments(): PageDocument[] {
  const text = readFileSync(GENERATED, 'utf8');
  return [...text.matchAll(DOCUMENT)].flatMap(([, name = '', json = '']) => {
    const document = JSON.parse(json) as DocumentNode;
    const [operation] = document.definitions as [OperationDefinitionNode];
    if (operation.operation !== 'query') return [];
    const uses = usesOf(document);
    const variables = (things: Things) =>
      Object.fromEntries(
        (operation.variableDefinitions ?? []).map((declared) => {
          const { value } = declared.variable.name;
          return [value, givenTo(declared, uses.get(value) ?? ['', ''], things)];
        }),
      );
    return [{ name, document: print(document), variables }];
  });
}
