import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ACCESS, type Access, type Asked, BEFOREHAND, type Foretold } from '@clarion/deliberation';
import { expect, test } from '@jest/globals';
import { Kind, parse } from 'graphql';

const files = new Map(
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('generated') && !/\.test\./.test(name))
    .map((name) => [resolve('src', name), readFileSync(join('src', name), 'utf8')]),
);

/** Every mutation that a file sends. */
function sentBy(text: string): string[] {
  return [...text.matchAll(/graphql\(`([^`]*)`\)/g)].flatMap(([, source = '']) =>
    parse(source).definitions.flatMap((one) =>
      one.kind === Kind.OPERATION_DEFINITION && one.operation === 'mutation'
        ? one.selectionSet.selections.map((each) =>
            each.kind === Kind.FIELD ? `Mutation.${each.name.value}` : '',
          )
        : [],
    ),
  );
}

const importsOf = (file: string, text: string): string[] =>
  [...text.matchAll(/(?:from|import\() ?'(\.[^']*)'/g)].flatMap(([, to = '']) =>
    ['.ts', '.tsx'].map((end) => resolve(dirname(file), to + end)).filter((at) => files.has(at)),
  );

const usersOf = new Map<string, string[]>();
for (const [file, text] of files) {
  for (const used of importsOf(file, text)) usersOf.set(used, [...(usersOf.get(used) ?? []), file]);
}

/** A file and all that use it, up to the pages. */
function around(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const user of usersOf.get(file) ?? []) around(user, found);
  return found;
}

/** What stands beside it where it is used: the button that opens it. */
const besides = (file: string): string[] =>
  (usersOf.get(file) ?? []).flatMap((user) => importsOf(user, files.get(user) ?? ''));

/** How a button asks beforehand: what the API tells, or the table itself. */
function questions(mutation: string): RegExp[] {
  const told = (Object.entries(BEFOREHAND) as [string, Foretold][]).flatMap(([name, of]) => {
    const [type = '', field = ''] = name.split('.');
    const from = type.charAt(0).toLowerCase() + type.slice(1);
    // A field of a name that others have too is asked of what it belongs to.
    const whole =
      field === 'refusal' ? `${from}\\.refusal|\\brefusal\\b[^;]*= ${from}\\b` : `\\b${field}\\b`;
    if (Array.isArray(of)) return of.includes(mutation) ? [new RegExp(whole)] : [];
    return Object.entries(of)
      .filter(([, mutations]) => mutations.includes(mutation))
      .map(([act]) => new RegExp(`${field}\\.includes\\('${act}'\\)`));
  });
  // A page that is for administrators alone asks once for all that is on it.
  const asked =
    (ACCESS as Record<string, Access>)[mutation]?.who === 'administer'
      ? 'Query.memberByNumber'
      : mutation;
  return [...told, new RegExp(`[mM]ay(Ask)?\\('${asked.replace('.', '\\.')}'`)];
}

/** Left to everybody, or to whoever is signed in: there is nothing to ask but that. */
const isForAll = (mutation: string) =>
  ['anyone', 'demonstration', 'signed_in'].includes(ACCESS[mutation as Asked].who);

const sent = [...files].flatMap(([file, text]) =>
  sentBy(text).map((mutation) => ({ mutation, file })),
);

test('each mutation that a page sends is asked about beforehand, where its button is', () => {
  expect(sent.length).toBeGreaterThan(55);
  const without = sent
    .filter(({ mutation }) => !isForAll(mutation))
    .filter(({ mutation, file }) => {
      const near = [...around(file), ...besides(file)].map((each) => files.get(each) ?? '');
      return !questions(mutation).some((question) => near.some((text) => question.test(text)));
    });
  expect(without).toEqual([]);
});

test('where nobody asks it is missed (so the test above can fail)', () => {
  const near = files.get(resolve('src/features/comments/WithdrawComment.tsx')) ?? '';
  expect(questions('Mutation.withdrawComment').some((question) => question.test(near))).toBe(false);
});
