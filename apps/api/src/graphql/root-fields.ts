import {
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** The names of the fields that a valid operation asks for at its root, those of fragments too. */
export function rootFieldsOf(document: DocumentNode, operation: OperationDefinitionNode): string[] {
  const seen = new Set<string>();
  const within = ({ selections }: SelectionSetNode): string[] =>
    selections.flatMap((node) => {
      if (node.kind === Kind.FIELD) return [node.name.value];
      if (node.kind === Kind.INLINE_FRAGMENT) return within(node.selectionSet);
      const name = node.name.value;
      if (seen.has(name)) return [];
      seen.add(name);
      const fragment = document.definitions.find(
        (each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === name,
      );
      return fragment && 'selectionSet' in fragment ? within(fragment.selectionSet) : [];
    });
  return within(operation.selectionSet);
}
