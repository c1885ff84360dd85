import {
  type GraphQLObjectType,
  getNamedType,
  isLeafType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { CONTRACT, documentOf, type Field, rootFields } from './every-field.js';

interface Step {
  type: GraphQLObjectType;
  /** Wraps a selection on the type in the way there from the root's field. */
  wrap: (select: string) => string;
  root: Field;
}

function stepsFrom({ type, wrap, root }: Step): Step[] {
  // One thing before a list of them, which may be empty.
  const isList = (field: Field) => Number(String(field.type).startsWith('['));
  const fields = Object.values(type.getFields()).sort((a, b) => isList(a) - isList(b));
  return fields.flatMap((field) => {
    const next = getNamedType(field.type);
    if (!isObjectType(next) || field.args.some((arg) => isNonNullType(arg.type))) return [];
    return [{ type: next, root, wrap: (select) => wrap(`${field.name} { ${select} }`) }];
  });
}

/** The shortest way to every type from the root's fields that are asked for one thing by its id. */
export function ways(): Map<string, Step> {
  const found = new Map<string, Step>();
  let edge: Step[] = rootFields('query').flatMap((root) => {
    const type = getNamedType(root.type);
    const isById = root.args.some((arg) => isNonNullType(arg.type));
    return isById && isObjectType(type) ? [{ type, root, wrap: (select) => select }] : [];
  });
  while (edge.length > 0) {
    const fresh = edge.filter(({ type }, index) => {
      const isFirst = edge.findIndex((step) => step.type === type) === index;
      return isFirst && !found.has(type.name);
    });
    for (const step of fresh) found.set(step.type.name, step);
    edge = fresh.flatMap(stepsFrom);
  }
  return found;
}

/** A document that asks for `Type.field` of whatever leads there, and the field it begins with. */
export function documentTo(name: string, all = ways()): { root: Field; document: string } {
  const [typeName = '', fieldName = ''] = name.split('.');
  const way = all.get(typeName);
  const type = CONTRACT.getType(typeName);
  if (!way || !isObjectType(type)) throw new Error(`Nothing leads to ${name}`);
  const inner = getNamedType(type.getFields()[fieldName]?.type);
  if (!inner) throw new Error(`There is no ${name}`);
  const select = isLeafType(inner) || isUnionType(inner) ? '' : '{ __typename }';
  const document = documentOf('query', way.root, `{ ${way.wrap(`${fieldName} ${select}`)} }`);
  return { root: way.root, document };
}

/** Whether an answer shows nothing: null, none, false, no items, no hits. */
export function isNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isNothing);
  if (typeof value !== 'object' || value === null) return !value;
  const { totalCount, hits, total } = value as Record<string, unknown>;
  return totalCount === 0 || (Array.isArray(hits) && hits.length === 0) || total === 0;
}

/** Every value at the end of a way: what the fields called so answered, wherever they stand. */
export function valuesOf(answer: unknown, fieldName: string): unknown[] {
  if (Array.isArray(answer)) return answer.flatMap((each) => valuesOf(each, fieldName));
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([key, value]) =>
    key === fieldName ? [value] : valuesOf(value, fieldName),
  );
}
