import {
  type GraphQLObjectType,
  getNamedType,
  isLeafType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { CONTRACT, documentOf, type Field, rootFields } from './every-field.js';

interface Place {
  root: Field;
  type: GraphQLObjectType;
  /** Fields from the root down to here. */
  depth: number;
  wrap: (select: string) => string;
}

/** The object types that a field answers with, each with the selection that reaches it. */
function reached(field: Field): { type: GraphQLObjectType; wrap: (select: string) => string }[] {
  const type = getNamedType(field.type);
  if (isObjectType(type)) return [{ type, wrap: (select) => select }];
  if (!isUnionType(type)) return [];
  return type.getTypes().map((each) => ({
    type: CONTRACT.getType(each.name) as GraphQLObjectType,
    wrap: (select) => `... on ${each.name} { ${select} }`,
  }));
}

const isFree = (field: Field) => !field.args.some((arg) => isNonNullType(arg.type));
const leaves = (type: GraphQLObjectType) =>
  Object.values(type.getFields()).filter(
    (field) => isLeafType(getNamedType(field.type)) && isFree(field),
  );

/**
 * Documents that read every field there is: every way down to two fields below the root, and further down
 * every field of every type at least once.
 */
export function everyRead(): { root: Field; document: string }[] {
  const seen = new Set<string>();
  const places: Place[] = rootFields('query').flatMap((root) =>
    reached(root).map((each) => ({ root, depth: 1, ...each })),
  );
  for (const place of places) {
    const { root, depth, wrap, type } = place;
    for (const field of Object.values(type.getFields())) {
      const way = `${type.name}.${field.name}`;
      if (!isFree(field) || isLeafType(getNamedType(field.type)) || depth >= 9) continue;
      if (depth >= 2 && seen.has(way)) continue;
      seen.add(way);
      for (const next of reached(field)) {
        const down = (select: string) => wrap(`${field.name} { ${next.wrap(select)} }`);
        places.push({ root, depth: depth + 1, type: next.type, wrap: down });
      }
    }
  }
  return places.map(({ root, type, wrap }) => {
    const names = leaves(type).map((field) => field.name);
    const select = wrap(['__typename', ...names].join(' '));
    return { root, document: documentOf('query', root, `{ ${select} }`) };
  });
}
