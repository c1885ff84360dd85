import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** How much a document asks for. */
export interface Weight {
  /** Fields side by side at the root. */
  roots: number;
  /** Levels of fields in one another; `edges` and `node` are the plumbing of a list and no levels of their own. */
  depth: number;
  /** Fields, with those of each fragment wherever it is spread. */
  fields: number;
  /** Things that it could bring: every list as long as it may be, within every other. */
  cost: number;
}

const NOTHING: Weight = { roots: 0, depth: 0, fields: 0, cost: 0 };

/** What a list without pages is taken for: most are shorter. */
const UNPAGED = 5;
const PLUMBING = new Set(['edges', 'node']);

interface Weighing {
  schema: GraphQLSchema;
  variables: Readonly<Record<string, unknown>>;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** What fragments weigh, each once: a fragment that spreads two that spread two is not walked for ever. */
  known: Map<string, Weight>;
  /** Whether a variable said how long a list may be. */
  varies: boolean;
}

const isList = (field: GraphQLField<unknown, unknown>): boolean =>
  isListType(isNonNullType(field.type) ? field.type.ofType : field.type);

/** How many things a field may bring: its page, by the variables it is asked with. */
function countOf(
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  weighing: Weighing,
): number {
  const paged = field.args.find((arg) => arg.name === 'first');
  if (!paged) return isList(field) && field.name !== 'edges' ? UNPAGED : 1;
  const given = node.arguments?.find((arg) => arg.name.value === 'first')?.value;
  if (given?.kind === Kind.VARIABLE) weighing.varies = true;
  const asked =
    given?.kind === Kind.INT
      ? Number(given.value)
      : given?.kind === Kind.VARIABLE
        ? weighing.variables[given.name.value]
        : undefined;
  const first = asked ?? paged.defaultValue;
  return typeof first === 'number' && first > 0 ? first : 1;
}

function ofField(node: FieldNode, parent: GraphQLNamedType, weighing: Weighing): Weight {
  const own = isObjectType(parent) || isInterfaceType(parent);
  const field = own ? parent.getFields()[node.name.value] : undefined;
  if (!field || !node.selectionSet) return { roots: 1, depth: 1, fields: 1, cost: 0 };
  const inner = ofSelections(node.selectionSet, getNamedType(field.type), weighing);
  const level = PLUMBING.has(field.name) ? 0 : 1;
  return {
    roots: 1,
    depth: inner.depth + level,
    fields: inner.fields + 1,
    cost: countOf(node, field, weighing) * (inner.cost + level),
  };
}

function ofFragment(name: string, weighing: Weighing): Weight {
  const known = weighing.known.get(name);
  if (known) return known;
  const fragment = weighing.fragments.get(name);
  const type = fragment && weighing.schema.getType(fragment.typeCondition.name.value);
  const weight = type ? ofSelections(fragment.selectionSet, type, weighing) : NOTHING;
  weighing.known.set(name, weight);
  return weight;
}

function ofSelections(
  { selections }: SelectionSetNode,
  parent: GraphQLNamedType,
  weighing: Weighing,
): Weight {
  const sum = { ...NOTHING };
  for (const node of selections) {
    let one: Weight;
    if (node.kind === Kind.FIELD) one = ofField(node, parent, weighing);
    else if (node.kind === Kind.FRAGMENT_SPREAD) one = ofFragment(node.name.value, weighing);
    else {
      const named = node.typeCondition && weighing.schema.getType(node.typeCondition.name.value);
      one = ofSelections(node.selectionSet, named ?? parent, weighing);
    }
    sum.roots += one.roots;
    sum.depth = Math.max(sum.depth, one.depth);
    sum.fields += one.fields;
    sum.cost += one.cost;
  }
  return sum;
}

/** Of operations whose weight no variable changes. */
const weighed = new WeakMap<OperationDefinitionNode, Weight>();

/** Weighs an operation of a document that is valid: it has no fragment that spreads itself. */
export function weigh(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Weight {
  const known = weighed.get(operation);
  if (known) return known;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  const root = schema.getRootType(operation.operation);
  if (!root) return NOTHING;
  const weighing: Weighing = { schema, variables, fragments, known: new Map(), varies: false };
  const weight = ofSelections(operation.selectionSet, root, weighing);
  if (!weighing.varies) weighed.set(operation, weight);
  return weight;
}
