import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';

/** The field that stands in the place of what is a viewer's own. */
export const HOLE = '_own';

/** Fields of one type, side by side in a document, that are each viewer's own. */
export interface OwnPart {
  type: GraphQLObjectType;
  fields: FieldNode[];
}

/** A document cut in two: what is equal for everybody, with holes, and what goes into each. */
export interface Cut {
  shared: DocumentNode;
  parts: OwnPart[];
}

/** Whether a field is the viewer's own. */
export type IsOwn = (type: string, field: string) => boolean;

/** Whether a field is asked for or left out by a variable: such documents are not cut. */
function hasDirectives(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Directive: () => {
      found = true;
    },
  });
  return found;
}

interface Cutting {
  schema: GraphQLSchema;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  isOwn: IsOwn;
  parts: OwnPart[];
}

const selectionOf = (selections: readonly SelectionNode[]): SelectionSetNode => ({
  kind: Kind.SELECTION_SET,
  selections,
});

/** The fields that are asked of an object, fragments opened, those of one name together, in the order of the reply. */
function fieldsOf(
  { schema, fragments }: Cutting,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): Map<string, FieldNode[]> {
  const found = new Map<string, FieldNode[]>();
  const applies = (name: string | undefined) => {
    const condition = name === undefined ? type : schema.getType(name);
    return condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
  };
  const walk = ({ selections }: SelectionSetNode): void => {
    for (const node of selections) {
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value;
        found.set(key, [...(found.get(key) ?? []), node]);
        continue;
      }
      const within = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
      if (within && applies(within.typeCondition?.name.value)) walk(within.selectionSet);
    }
  };
  for (const set of sets) walk(set);
  return found;
}

const setsOf = (nodes: readonly FieldNode[]): SelectionSetNode[] =>
  nodes.flatMap(({ selectionSet }) => selectionSet ?? []);

/** A field with all that is asked below it, wherever that stood. */
function together(nodes: readonly [FieldNode, ...FieldNode[]]): FieldNode {
  const [first] = nodes;
  const below = setsOf(nodes).flatMap(({ selections }) => selections);
  return below.length === 0 ? first : { ...first, selectionSet: selectionOf(below) };
}

/** A field `_own3: _own(at: 3)`. */
const holeAt = (at: number): FieldNode => ({
  kind: Kind.FIELD,
  alias: { kind: Kind.NAME, value: `${HOLE}${at}` },
  name: { kind: Kind.NAME, value: HOLE },
  arguments: [
    {
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: 'at' },
      value: { kind: Kind.INT, value: String(at) },
    },
  ],
});

function cutObject(
  cutting: Cutting,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): SelectionNode[] {
  const shared: SelectionNode[] = [];
  let part: OwnPart | null = null;
  for (const nodes of fieldsOf(cutting, type, sets).values()) {
    const field = together(nodes as [FieldNode, ...FieldNode[]]);
    const name = field.name.value;
    if (cutting.isOwn(type.name, name)) {
      if (!part) {
        part = { type, fields: [] };
        shared.push(holeAt(cutting.parts.push(part) - 1));
      }
      part.fields.push(field);
      continue;
    }
    part = null;
    const below = getNamedType(type.getFields()[name]?.type);
    shared.push(
      field.selectionSet && isCompositeType(below)
        ? { ...field, selectionSet: selectionOf(cutSets(cutting, below, setsOf(nodes))) }
        : field,
    );
  }
  return shared;
}

function cutSets(
  cutting: Cutting,
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
): SelectionNode[] {
  if (isObjectType(type)) return cutObject(cutting, type, sets);
  return cutting.schema.getPossibleTypes(type).map((each) => ({
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: each.name } },
    selectionSet: selectionOf(cutObject(cutting, each, sets)),
  }));
}

/** Cuts a valid query; null where nothing of it is equal for everybody, or it has directives. */
export function cut(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  isOwn: IsOwn,
): Cut | null {
  const root = schema.getQueryType();
  if (!root || hasDirectives(document)) return null;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions) {
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  }
  const cutting: Cutting = { schema, fragments, isOwn, parts: [] };
  const selections = cutObject(cutting, root, [operation.selectionSet]);
  const isShared = (node: SelectionNode) =>
    node.kind === Kind.FIELD && ![HOLE, '__typename'].includes(node.name.value);
  if (!selections.some(isShared)) return null;
  const whole = { ...operation, selectionSet: selectionOf(selections) };
  return {
    shared: { kind: Kind.DOCUMENT, definitions: [whole] },
    parts: cutting.parts,
  };
}
