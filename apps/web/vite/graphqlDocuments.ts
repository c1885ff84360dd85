import { readFileSync } from 'node:fs';
import { type DefinitionNode, type DocumentNode, Kind, parse, visit } from 'graphql';
import type { Plugin } from 'vite';

/**
 * The generated graphql() looks a document up in a table of all of them, so that every page would
 * carry every page's documents. Here each call is replaced by its own document, and each fragment is
 * a small module of its own, fetched with the pages that use it.
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
      return moduleOf(definition, prefix);
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
