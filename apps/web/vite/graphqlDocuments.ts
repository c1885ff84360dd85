import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  visit,
} from 'graphql';
import type { Plugin } from 'vite';

/**
 * The generated graphql() looks a document up in a table of all of them, so that every page would
 * carry every page's documents. Here each call is replaced by its own document, and each fragment is
 * a small module of its own, fetched with the pages that use it. Questions go over the wire as the
 * SHA-256 of their text; `documents.json` tells the server which text that is.
 */
export function graphqlDocuments(generated: URL): Plugin {
  const prefix = 'virtual:clarion-document/';
  const call = /\bgraphql\(\s*(?:\/\*[^*]*\*\/\s*)?`([^`]*)`,?\s*\)/g;
  let known = new Map<string, DefinitionNode>();

  return {
    name: 'clarion:graphql-documents',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      known = definitionsIn(readFileSync(generated, 'utf8'));
    },
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return null;
      const name = id.slice(prefix.length + 1);
      const definition = known.get(name);
      if (!definition) this.error(`No generated document is called ${name}: run pnpm generate`);
      const own = moduleOf(definition, prefix);
      if (definition.kind !== Kind.OPERATION_DEFINITION) return own;
      const hash = hashOf(textOf(definition, known));
      return `import { trust } from '/src/graphql/trusted.ts';\n${own}\ntrust(${JSON.stringify(name)}, '${hash}');`;
    },
    generateBundle() {
      // The server reads those of the build for browsers.
      if (this.environment.config.consumer === 'server') return;
      const documents: Record<string, string> = {};
      for (const definition of known.values()) {
        if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
        const text = textOf(definition, known);
        documents[hashOf(text)] = text;
      }
      const source = JSON.stringify(documents);
      this.emitFile({ type: 'asset', fileName: 'documents.json', source });
    },
    transform(code, id) {
      if (!/\/src\/.*\.tsx?$/.test(id) || id.includes('/generated/') || !code.includes('graphql('))
        return null;
      const imports: string[] = [];
      const replaced = code.replace(call, (_all, text: string) => {
        const name = firstName(parse(text));
        imports.push(`import { document as ${name}__document } from '${prefix}${name}';`);
        return `${name}__document`;
      });
      // On the first line, so that line numbers stay.
      return { code: imports.join(' ') + replaced, map: null };
    },
  };
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** An operation as it is asked: with its fragments, and the type's name in every selection, as the cache needs it. */
function textOf(
  operation: OperationDefinitionNode,
  known: ReadonlyMap<string, DefinitionNode>,
): string {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const gather = (definition: DefinitionNode) => {
    visit(definition, {
      [Kind.FRAGMENT_SPREAD]: ({ name }) => {
        const fragment = known.get(name.value);
        if (fragment?.kind !== Kind.FRAGMENT_DEFINITION || fragments.has(name.value)) return;
        fragments.set(name.value, fragment);
        gather(fragment);
      },
    });
  };
  gather(operation);
  const definitions = [operation, ...fragments.values()];
  const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;
  const document = visit<DocumentNode>(
    { kind: Kind.DOCUMENT, definitions },
    {
      [Kind.SELECTION_SET]: (node, _key, parent) => {
        const isRoot = (parent as { kind?: Kind }).kind === Kind.OPERATION_DEFINITION;
        const hasIt = node.selections.some(
          (each) => each.kind === Kind.FIELD && each.name.value === '__typename' && !each.alias,
        );
        return isRoot || hasIt
          ? undefined
          : { ...node, selections: [...node.selections, typename] };
      },
    },
  );
  return print(document);
}

function firstName(document: DocumentNode): string {
  const [definition] = document.definitions;
  if (definition && 'name' in definition && definition.name) return definition.name.value;
  throw new Error('A graphql document needs a name');
}

/** Definitions are the texts that codegen keeps as the keys of its table. */
function definitionsIn(gql: string): Map<string, DefinitionNode> {
  const found = new Map<string, DefinitionNode>();
  for (const [text] of gql.matchAll(/"(?:[^"\\]|\\.)*"/g)) {
    const source = JSON.parse(text) as string;
    if (!/^\s*(query|mutation|fragment|subscription)\b/.test(source)) continue;
    for (const definition of parse(source, { noLocation: true }).definitions) {
      if ('name' in definition && definition.name) found.set(definition.name.value, definition);
    }
  }
  return found;
}

/** A definition, and the list of it with all fragments under it, each once. */
function moduleOf(definition: DefinitionNode, prefix: string): string {
  const spreads = new Set<string>();
  visit(definition, { [Kind.FRAGMENT_SPREAD]: (node) => void spreads.add(node.name.value) });
  const names = [...spreads];
  return [
    ...names.map((name) => `import { definitions as ${name} } from '${prefix}${name}';`),
    `const own = ${JSON.stringify(definition)};`,
    `export const definitions = [...new Set([own, ${names.map((name) => `...${name}`).join(', ')}])];`,
    `export const document = { kind: 'Document', definitions };`,
  ].join('\n');
}
