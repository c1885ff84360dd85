import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  type DefinitionNode,
  Kind,
  Lexer,
  type OperationDefinitionNode,
  parse,
  print,
  Source,
  separateOperations,
  TokenKind,
} from 'graphql';
import { ALL_SHUT } from '../src/app.module.js';
import { keep } from '../src/doors/trusted-document.queries.js';
import { readDocuments } from '../src/doors/trusted-documents.js';
import { LIMITS, tooMuch } from '../src/graphql/limits.js';
import { weigh } from '../src/graphql/weight.js';
import { CONTRACT } from './stage/every-field.js';
import { openStage, type Stage } from './stage/stage.js';

const stage = openStage({ NODE_ENV: 'production' });
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const VERSION = 'query Version { version }';

beforeAll(() => keep(stage.database.manager, { [hashOf(VERSION)]: VERSION }));

const byHash = (sha256Hash: string) => ({
  operationName: 'Version',
  extensions: { persistedQuery: { version: 1, sha256Hash } },
});

async function send(on: Stage, body: object, headers: Record<string, string> = {}) {
  const reply = await fetch(`${on.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const { data, errors } = (await reply.json()) as {
    data?: object;
    errors?: { extensions: { code: string } }[];
  };
  return { status: reply.status, data, code: errors?.[0]?.extensions.code };
}

const PAGE = { 'sec-fetch-site': 'same-origin' };
const isAnswered = { status: 200, data: { version: expect.any(String) } };

describe('A page of this site', () => {
  test('asks by the hash of what it asks, also one that an older version brought', async () => {
    expect(await send(stage, byHash(hashOf(VERSION)), PAGE)).toMatchObject(isAnswered);
  });

  test('so old that nobody knows what it asks is told so', async () => {
    const code = 'PERSISTED_QUERY_NOT_FOUND';
    expect(await send(stage, byHash(hashOf('x')), PAGE)).toMatchObject({ status: 400, code });
  });

  test.each([
    ['version', 2],
    ['sha256Hash', 'x'],
    ['sha256Hash', "' OR 1=1"],
    ['sha256Hash', { a: 1 }],
  ])('that sends a hash that is none (%s: %j) is answered with a 4xx', async (name, value) => {
    const body = byHash(hashOf(VERSION));
    const persistedQuery = { ...body.extensions.persistedQuery, [name]: value };
    const { status } = await send(stage, { ...body, extensions: { persistedQuery } }, PAGE);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  test('into which a script got can ask nothing that no page asks', async () => {
    const code = 'DOCUMENT_NOT_TRUSTED';
    for (const headers of [PAGE, { origin: stage.address }]) {
      expect(await send(stage, { query: VERSION }, headers)).toMatchObject({ status: 403, code });
    }
    const asText = { query: '{ viewer { standing } }', ...byHash(hashOf(VERSION)) };
    expect(await send(stage, asText, PAGE)).toMatchObject({ status: 403, code });
  });
});

describe('A program', () => {
  test('asks what it likes, unless the operator keeps that to the pages', async () => {
    expect(await send(stage, { query: VERSION })).toMatchObject(isAnswered);
    const own = await stage.beside(ALL_SHUT, { CLARION_DOCUMENTS: 'own' });
    expect((await send(own, { query: VERSION })).status).toBe(403);
    expect(await send(own, byHash(hashOf(VERSION)))).toMatchObject(isAnswered);
  });

  test('on another one’s page does too, where the operator wants that', async () => {
    const open = await stage.beside(ALL_SHUT, { CLARION_DOCUMENTS: 'any' });
    expect(await send(open, { query: VERSION }, PAGE)).toMatchObject(isAnswered);
  });
});

describe('What a build says its pages ask', () => {
  const file = (documents: object) => {
    const path = join(mkdtempSync(join(tmpdir(), 'clarion-documents-')), 'documents.json');
    writeFileSync(path, JSON.stringify(documents));
    return path;
  };

  test('is believed where each hash is of its text', () => {
    const documents = { [hashOf(VERSION)]: VERSION };
    expect(readDocuments(file(documents))).toEqual(documents);
    expect(() => readDocuments(file({ [hashOf('x')]: VERSION }))).toThrow(/another one’s hash/);
    expect(readDocuments('/nowhere/documents.json')).toEqual({});
  });
});

/** What the pages ask, from the texts that their types are made of. */
function askedByPages() {
  const generated = readFileSync('../web/src/graphql/generated/gql.ts', 'utf8');
  const definitions = new Map<string, DefinitionNode>();
  for (const [text] of generated.matchAll(/"(?:[^"\\]|\\.)*"/g)) {
    const source = JSON.parse(text) as string;
    if (!/^\s*(query|mutation|fragment)\b/.test(source)) continue;
    for (const definition of parse(source).definitions) {
      if ('name' in definition && definition.name) {
        definitions.set(definition.name.value, definition);
      }
    }
  }
  const all = { kind: Kind.DOCUMENT, definitions: [...definitions.values()] } as const;
  return Object.entries(separateOperations(all));
}

function wordsOf(text: string): number {
  const lexer = new Lexer(new Source(text));
  let words = 0;
  while (lexer.advance().kind !== TokenKind.EOF) words += 1;
  return words;
}

describe('What our pages ask', () => {
  test('stays under two thirds of every limit, but for depth, which has one to spare', () => {
    const asked = askedByPages();
    expect(asked.length).toBeGreaterThan(50);
    for (const [name, document] of asked) {
      const operation = document.definitions.find(
        (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
      );
      if (!operation) throw new Error(`${name} asks nothing`);
      const weight = weigh(CONTRACT, document, operation, {});
      const most = (limit: number) => (limit * 2) / 3;
      expect({
        name,
        isTooMuch: tooMuch(operation, { aliases: 0, directives: 0 }, weight),
      }).toEqual({
        name,
        isTooMuch: null,
      });
      expect(weight.depth).toBeLessThan(LIMITS.depth);
      expect(weight.fields).toBeLessThan(most(LIMITS.fields));
      expect(weight.cost).toBeLessThan(most(LIMITS.cost));
      expect(weight.roots).toBeLessThan(most(LIMITS.rootFields));
      expect(wordsOf(print(document))).toBeLessThan(most(LIMITS.tokens));
    }
  });
});
