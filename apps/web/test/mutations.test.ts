import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { Kind, parse, visit } from 'graphql';

const generated = readFileSync('src/graphql/generated/gql.ts', 'utf8');
const documents = [...generated.matchAll(/"((?:[^"\\]|\\.)*)"/g)]
  .map(([whole]) => JSON.parse(whole) as string)
  .filter((text) => /^\s*mutation\b/.test(text));

test('every mutation asks why it was refused, so that what is to be confirmed first is told from the rest', () => {
  expect(documents.length).toBeGreaterThan(20);
  const without: string[] = [];
  for (const text of new Set(documents)) {
    visit(parse(text), {
      InlineFragment(node) {
        if (node.typeCondition?.name.value !== 'Refusal') return;
        const asked = node.selectionSet.selections.map((each) =>
          each.kind === Kind.FIELD ? (each.alias?.value ?? each.name.value) : '',
        );
        if (!asked.includes('reason') && !asked.includes('refusedFor')) without.push(text);
      },
    });
  }
  expect(without).toEqual([]);
});
