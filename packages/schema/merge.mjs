/** Merges src/*.graphql into schema.graphql, sorted, so that a change of the contract is seen in review. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import {
  buildASTSchema,
  concatAST,
  extendSchema,
  lexicographicSortSchema,
  parse,
  printSchema,
} from 'graphql';

const folder = new URL('./src/', import.meta.url);
const documents = readdirSync(folder)
  .filter((name) => name.endsWith('.graphql'))
  .sort()
  .map((name) => parse(readFileSync(new URL(name, folder), 'utf8')));
const all = concatAST(documents);
const isExtension = (definition) => definition.kind.endsWith('Extension');
const base = buildASTSchema(
  {
    kind: 'Document',
    definitions: all.definitions.filter((definition) => !isExtension(definition)),
  },
  { assumeValidSDL: true },
);
const merged = extendSchema(base, {
  kind: 'Document',
  definitions: all.definitions.filter(isExtension),
});
writeFileSync(
  new URL('./schema.graphql', import.meta.url),
  `# Made from src/*.graphql by \`pnpm generate\`.\n\n${printSchema(lexicographicSortSchema(merged))}\n`,
);
