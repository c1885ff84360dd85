import type { FieldNode, GraphQLResolveInfo, SelectionNode } from 'graphql';

/** A column by which a row's own statement brings along what a field of a later feature shows of it. */
export interface Bring {
  /** The field of the contract. */
  field: string;
  /** SQL with its name. The row is `c` for a consultation, `p` for a proposal; whoever asks is `asked.pseudonym`. */
  column: string;
  /** It is somebody's own: only where `asked` is there. */
  isOwn?: true;
}

/** What is brought along, by the feature whose statement it is. Injected by this name. */
export const BRINGS = 'what rows bring along';
export interface Brings {
  consultation: readonly Bring[];
  proposal: readonly Bring[];
}

function fieldsIn(info: GraphQLResolveInfo, selections: readonly SelectionNode[]): FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === 'Field') return [selection];
    const within =
      selection.kind === 'InlineFragment' ? selection : info.fragments[selection.name.value];
    return fieldsIn(info, within?.selectionSet.selections ?? []);
  });
}

/** What was found out of a field of a document, by the path below it: a compiled one is asked for it again and again. */
const known = new WeakMap<readonly FieldNode[], Map<string, ReadonlySet<string>>>();

/** The fields that a document asks for below the one being answered: `edges`, then `node`. Those left out by a directive too. */
export function askedFor(info: GraphQLResolveInfo, ...path: string[]): ReadonlySet<string> {
  const byPath = known.get(info.fieldNodes) ?? new Map<string, ReadonlySet<string>>();
  known.set(info.fieldNodes, byPath);
  const below = path.join('.');
  const found = byPath.get(below) ?? findAsked(info, path);
  byPath.set(below, found);
  return found;
}

function findAsked(info: GraphQLResolveInfo, path: readonly string[]): ReadonlySet<string> {
  const below = (fields: readonly FieldNode[]) =>
    fieldsIn(
      info,
      fields.flatMap(({ selectionSet }) => selectionSet?.selections ?? []),
    );
  const fields = path.reduce(
    (found, name) => below(found.filter((field) => field.name.value === name)),
    below(info.fieldNodes),
  );
  return new Set(fields.map((field) => field.name.value));
}

/** What is known of a thing by its id. */
export const BY_ID: ReadonlySet<string> = new Set(['__typename', 'id']);

/** Whether a document asks for nothing but these below the field being answered. */
export const asksOnly = (info: GraphQLResolveInfo, known: ReadonlySet<string>): boolean =>
  [...askedFor(info)].every((field) => known.has(field));

/** The columns of what is asked for, each once, after a comma. */
export function columnsFor(brings: readonly Bring[], asked: ReadonlySet<string>): string {
  const columns = brings.filter(({ field }) => asked.has(field)).map(({ column }) => column);
  return [...new Set(columns)].map((column) => `, ${column}`).join('');
}
