import { ACCESS, type Access } from '@clarion/deliberation';
import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  type GraphQLArgument,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { bodyId } from '../src/demo/ids.js';
import { documentOf, type Field, goodArguments, rootFields } from './stage/every-field.js';
import {
  comment,
  evidenceOf,
  giveEvidence,
  newId,
  openConsultation,
  propose,
} from './stage/over-http.js';
import { openStage, type Person, type Reply } from './stage/stage.js';

const stage = openStage();
const ids: Record<string, string> = {};
let helen: Person;
let asha: Person;

beforeAll(async () => {
  helen = await stage.as('helen');
  asha = await stage.as('asha');
  ids['consultation'] = await openConsultation(helen);
  ids['proposal'] = (await propose(asha, ids['consultation'])).id;
  ids['comment'] = (await comment(asha, ids['proposal'])).id;
  const ewan = await stage.as('ewan');
  ids['evidence'] = (await giveEvidence(ewan, evidenceOf(ids['consultation'], 'sha'))).id;
  ids['draft'] = newId();
  await helen.ask('mutation ($input: DraftInput!) { createDraft(input: $input) { __typename } }', {
    input: {
      id: ids['draft'],
      consultationId: ids['consultation'],
      bodyId: bodyId('health'),
      title: 'Buses',
      summary: 'S.',
    },
  });
});

const deep = (depth: number): unknown => {
  let value: unknown = 'x';
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
};

const TEXTS = [
  'a\u0000b',
  '\ud800 lone \udc00',
  '\u202e\u200b\u0007',
  '%\\_\'"; DROP TABLE proposal; --',
  ':* & ! <-> ((',
  '',
  ' ',
  'ż̷͎'.repeat(2000),
];
const ODD: Record<string, unknown[]> = {
  ID: ['', 'x', 'a\u0000', '\ud800', '0', 5, '00000000-0000-0000-0000-000000000000', '../../etc'],
  String: TEXTS,
  Markdown: TEXTS,
  Int: [0, -1, 51, 2147483647, -2147483648, 2147483648, 1.5, '1', 1e308],
  Boolean: ['yes', 0],
  Date: ['0000-01-01', '9999-12-31', '2026-02-30', '26-1-1', '-000001-01', 'tomorrow', 20261121],
  DateTime: [
    '-000001-01-01T00:00:00Z',
    '+275760-09-13T00:00:00.000Z',
    '+012026-01-01T00:00:00Z',
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '2026-02-30T00:00:00Z',
    '1',
    'Saturday',
    1e20,
  ],
};

/** Ids of things of every kind, so that each argument is also given another kind's id. */
const anotherKinds = () => [...Object.values(ids), bodyId('health'), asha.id];

function oddValues(type: GraphQLInputType): unknown[] {
  const named = getNamedType(type);
  const odd = isEnumType(named) ? ['no_such_value', 7, ''] : (ODD[named.name] ?? []);
  const whole = [null, [], {}, deep(1_000), Array.from({ length: 2_000 }, () => 'x')];
  if (isListType(isNonNullType(type) ? type.ofType : type)) {
    return [...whole, ...odd.slice(0, 4).map((value) => [value]), [null]];
  }
  return [...odd, ...whole, ...(named.name === 'ID' ? anotherKinds() : [])];
}

const KNOWN: [RegExp, () => unknown][] = [
  [/^commissionIds$/, () => [bodyId('health')]],
  [/(bodyId|commissionId)$/i, () => bodyId('health')],
  [/consultationId$/i, () => ids['consultation']],
  [/(proposalId|contributionId)$/i, () => ids['proposal']],
  [/commentId$/i, () => ids['comment']],
  [/evidenceId$/i, () => ids['evidence']],
  [/draftId$/i, () => ids['draft']],
  [/^(parentId|onBehalfOfId|referredToId|mergedIntoId|regionId|decisionId)$/, () => null],
  [/^memberId$/, () => asha.id],
];
const ABOUT: Record<string, string> = {
  consultation: 'consultation',
  editConsultation: 'consultation',
  proposal: 'proposal',
  editProposal: 'proposal',
  withdrawProposal: 'proposal',
  comment: 'comment',
  editComment: 'comment',
  withdrawComment: 'comment',
  withdrawEvidence: 'evidence',
  draft: 'draft',
};

const known = (name: string, field: string): unknown => {
  if (name === 'id') return ids[ABOUT[field] ?? ''] ?? newId();
  return KNOWN.find(([pattern]) => pattern.test(name))?.[1]();
};

/** Arguments that are in order, for everything around the one that is not. */
const inOrder = (field: Field): Record<string, unknown> => goodArguments(field, known);

/** The places in an argument that can be odd: itself, and every field of an input object. */
function places(argument: GraphQLArgument): { path: string[]; type: GraphQLInputType }[] {
  const named = getNamedType(argument.type);
  const inside =
    isInputObjectType(named) && !isListType(argument.type)
      ? Object.values(named.getFields()).map((field) => ({
          path: [argument.name, field.name],
          type: field.type,
        }))
      : [];
  return [{ path: [argument.name], type: argument.type }, ...inside];
}

function put(variables: Record<string, unknown>, path: readonly string[], value: unknown) {
  const [name = '', inner] = path;
  if (inner === undefined) return { ...variables, [name]: value };
  return { ...variables, [name]: { ...(variables[name] as object), [inner]: value } };
}

interface Fault {
  field: string;
  path: string;
  value: string;
  status: number;
  says: string;
}

const isBroken = ({ status, errors }: Reply) =>
  status >= 500 || errors?.some(({ extensions }) => extensions.code === 'INTERNAL_SERVER_ERROR');

/** Sends every odd value in every place of a field's arguments; tells what broke, and how much was sent. */
async function hammer(person: Person, kind: 'query' | 'mutation', field: Field) {
  const document = documentOf(kind, field);
  const faults: Fault[] = [];
  let sent = 0;
  for (const argument of field.args) {
    for (const { path, type } of places(argument)) {
      for (const value of oddValues(type)) {
        const reply = await person.send(document, put(inOrder(field), path, value));
        sent += 1;
        if (isBroken(reply)) {
          const shown = (JSON.stringify(value) ?? 'undefined').slice(0, 60);
          const says = reply.errors?.at(-1)?.message ?? '';
          faults.push({
            field: field.name,
            path: path.join('.'),
            value: shown,
            status: reply.status,
            says,
          });
        }
      }
    }
  }
  return { faults, sent };
}

const fieldsOf = (kind: 'query' | 'mutation') =>
  rootFields(kind).filter((field) => field.args.length > 0);

describe('Every door', () => {
  const openToAll = Object.entries<Access>(ACCESS)
    .filter(([, { who }]) => who === 'anyone' || who === 'demonstration')
    .map(([name]) => name.replace('Mutation.', ''));

  test('is closed to a visitor: each mutation asks to sign in first', async () => {
    const visitor = await stage.as('visitor');
    const fields = fieldsOf('mutation').filter(({ name }) => !openToAll.includes(name));
    expect(fields.length).toBeGreaterThan(20);
    for (const field of fields) {
      const reply = await visitor.ask(documentOf('mutation', field), inOrder(field));
      expect({ [field.name]: reply[field.name].reason }).toEqual({ [field.name]: 'not_signed_in' });
    }
  });

  test('of an officer or an author is closed to Tom, to Sunita, and to Kofi of another body', async () => {
    const own = [
      'propose',
      'sendComment',
      'markGoodPoint',
      'updateInterests',
      'changeDisplayName',
      'castVote',
      'undoVote',
    ];
    const before = await stage.database.query('SELECT count(*)::int AS n FROM record_entry');
    for (const key of ['tom', 'sunita', 'kofi'] as const) {
      const person = await stage.as(key);
      for (const field of fieldsOf('mutation')) {
        if (openToAll.includes(field.name) || own.includes(field.name)) continue;
        const reply = await person.ask(documentOf('mutation', field), inOrder(field));
        expect({ key, [field.name]: reply[field.name].__typename }).toEqual({
          key,
          [field.name]: 'Refusal',
        });
      }
    }
    const after = await stage.database.query('SELECT count(*)::int AS n FROM record_entry');
    expect(after[0].n).toBe(before[0].n);
  });
});

describe('Whatever is sent, it is answered in words and never breaks something', () => {
  test.each(['query', 'mutation'] as const)(
    'as a %s, in every argument',
    async (kind) => {
      const found: Fault[] = [];
      let all = 0;
      for (const field of fieldsOf(kind)) {
        const { faults, sent } = await hammer(helen, kind, field);
        found.push(...faults);
        all += sent;
      }
      expect(found).toEqual([]);
      expect(all).toBeGreaterThan(kind === 'query' ? 150 : 700);
    },
    120_000,
  );

  test('in the arguments of nested fields, and as a page marker', async () => {
    const fields = [
      'proposals(after: $after, first: $first) { totalCount }',
      'ranking(lens: $text, round: $first) { rankedCount }',
      'ranking { proposals(after: $after, first: $first) { totalCount } }',
      'queue(after: $after, first: $first) { totalCount }',
      'proposals(text: $text, commissionId: $id) { edges { node { thread(after: $after) { totalCount } } } }',
      'deck(first: $first) { remaining }',
      'priorityBallot { choosable(after: $after, first: $first, text: $text) { totalCount } }',
    ];
    const marker = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const after = [
      'x',
      marker([]),
      marker([1, 2]),
      marker(['a\u0000', 'b']),
      marker([1e308, newId()]),
      marker([1, 'infinity', newId()]),
      marker(['infinity', newId()]),
      marker(deep(1_000)),
      marker([null, null]),
    ];
    const odd = [
      ...after.map((value) => ({ after: value })),
      ...(ODD['Int'] ?? []).map((value) => ({ first: value })),
      ...TEXTS.map((value) => ({ text: value })),
      ...(ODD['ID'] ?? []).map((value) => ({ id: value })),
    ];
    const broken: unknown[] = [];
    for (const field of fields) {
      const declared = ['$after: String', '$first: Int', '$text: String', '$id: ID']
        .filter((each) => field.includes(each.split(':')[0] ?? ''))
        .join(', ');
      for (const variables of odd) {
        const reply = await helen.send(
          `query ($consultation: ID!, ${declared}) { consultation(id: $consultation) { ${field} } }`,
          { consultation: ids['consultation'], ...variables },
        );
        if (isBroken(reply)) broken.push([field, variables]);
      }
    }
    expect(broken).toEqual([]);
  });

  test('as a request: broken JSON, a list of requests, no type, a query 10,000 levels deep', async () => {
    const post = (body: string, type = 'application/json') =>
      fetch(`${stage.address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': type },
        body,
      });
    const nested = `${'{ a'.repeat(10_000)}${'}'.repeat(10_000)}`;
    const bodies = [
      '{',
      'null',
      '"x"',
      '[]',
      '[{"query":"{version}"}]',
      '{"query":5}',
      '{"query":"{ version }","variables":"x"}',
      '{"query":"{ version }","variables":[1]}',
      '{"query":"{ version }","operationName":7}',
      '{"query":"\\u0000"}',
      '{"__proto__":{"query":"{ version }"}}',
      JSON.stringify({ query: nested }),
      JSON.stringify({ query: '{ version }', extensions: { persistedQuery: { version: 1 } } }),
      `{"query":"{ version }","variables":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
    ];
    for (const body of bodies) {
      const { status } = await post(body);
      expect({ body: body.slice(0, 40), isFault: status >= 500 }).toEqual({
        body: body.slice(0, 40),
        isFault: false,
      });
    }
    for (const type of ['text/plain', 'application/xml', '', 'multipart/form-data']) {
      expect((await post('{"query":"{ version }"}', type)).status).toBeLessThan(500);
    }
    const addresses = [
      '/graphql?query=%00',
      '/graphql?query={version}&variables=%7B',
      '/download/drafts/%00.md',
      `/download/drafts/${ids['draft']}.md?version=1&version=2`,
      `/download/consultations/${ids['consultation']}/ranking.csv?lens=%00&round=9999999`,
      `/download/consultations/${ids['consultation']}/ranking.csv?lens[a]=1`,
      '/download/consultations/%ff/ranking.csv',
      '/download/rounds/%00/bundle.zip',
      '/download/rounds/%ff/matrix.zip',
      `/download/rounds/${ids['consultation']}/bundle.zip`,
    ];
    for (const address of addresses) {
      expect({ address, status: (await helen.get(address)).status < 500 }).toEqual({
        address,
        status: true,
      });
    }
  });
});
