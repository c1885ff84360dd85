import { ACCESS, type Access } from '@clarion/deliberation';
import { describe, expect, test } from '@jest/globals';
import { buildSchema, extendSchema, type GraphQLResolveInfo, parse } from 'graphql';
import { faultsOfTable, fieldsOf, guardFields } from '../src/graphql/access.js';
import { readContract } from '../src/graphql/contract.js';
import { Forbidden } from '../src/graphql/errors.js';
import { isNothing } from './stage/paths.js';

const extended = (more: string) => extendSchema(buildSchema(readContract()), parse(more));

describe('A contract with something that nobody has decided about', () => {
  test.each([
    ['a query', 'extend type Query { secrets: [String!]! }', 'Query.secrets'],
    ['a mutation', 'extend type Mutation { sweep: Boolean! }', 'Mutation.sweep'],
    ['a way to somebody’s vote', 'extend type Member { votes: [Vote!]! }', 'Member.votes'],
    ['a way to counts', 'extend type Evidence { tally: Tally }', 'Evidence.tally'],
    ['an address', 'extend type Member { email: String }', 'Member.email'],
  ])('does not start: %s without a row', (_what, more, name) => {
    const schema = extended(more);
    expect(faultsOfTable(schema)).toEqual([`${name} has no row in the table of access.`]);
    expect(() => guardFields(schema)).toThrow(name);
  });

  test('as it is, every row names a field and every field that needs one has a row', () => {
    expect(faultsOfTable(buildSchema(readContract()))).toEqual([]);
  });
});

/** The contract with a resolver behind each field that gives everything away. */
function careless() {
  const schema = buildSchema(readContract());
  for (const field of fieldsOf(schema).values()) field.resolve = () => 'given away';
  return schema;
}

const kept = Object.entries<Access>(ACCESS).filter(
  ([name, { who }]) => !name.includes('/') && who !== 'anyone',
);
const nobody = { viewer: null, now: new Date(), isDemo: false };

function ask(schema: ReturnType<typeof careless>, name: string): unknown {
  try {
    return fieldsOf(schema)
      .get(name)
      ?.resolve?.({}, {}, nobody, {} as GraphQLResolveInfo);
  } catch (fault) {
    return fault;
  }
}

describe('The guard', () => {
  test('gives a visitor nothing that is not for them, whatever stands behind it', () => {
    const schema = guardFields(careless());
    expect(kept.length).toBeGreaterThan(40);
    for (const [name] of kept) {
      const answer = ask(schema, name);
      const isRefused =
        answer instanceof Forbidden ||
        isNothing(answer) ||
        (typeof answer === 'object' && answer !== null && 'reason' in answer);
      expect({ name, isRefused }).toEqual({ name, isRefused: true });
    }
  });

  test('is what keeps it: without it everything is given away', () => {
    const schema = careless();
    expect(kept.filter(([name]) => ask(schema, name) !== 'given away')).toEqual([]);
  });
});
