import { seeded } from '@clarion/deliberation';
import { documentOf, goodArguments, rootFields } from './every-field.js';
import { newId } from './over-http.js';

/** A request as it goes over the wire. */
export interface Hostile {
  kind: string;
  body: string;
  /** Whether it asks for too much or for nothing that can be read, so that a 4xx is the only right answer. */
  isBad?: boolean;
}

type Draw = (below: number) => number;
type Make = (draw: Draw) => Omit<Hostile, 'kind'>;

const asBody = (query: unknown, variables?: unknown) =>
  JSON.stringify({ query, ...(variables !== undefined && { variables }) });
const pick = <T>(draw: Draw, from: readonly T[]): T => from[draw(from.length)] as T;
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const around = (count: number, open: string, inner: string, close: string) =>
  open.repeat(count) + inner + close.repeat(count);

const SOUND = [
  '{ version }',
  'query ($id: ID!) { consultation(id: $id) { title convenedBy { name } } }',
  '{ consultations(first: 5) { edges { node { title rounds { number } } } } }',
  'mutation ($id: ID!, $choice: Choice!) { castVote(proposalId: $id, choice: $choice) { __typename } }',
];

/** Levels in one another. */
const depth: Make = (draw) => {
  const levels = 12 + draw(pick(draw, [20, 200, 5000]));
  const [open, inner] = pick(draw, [
    ['convenedBy { parent { parent ', 'name'],
    ['convenedBy { parent { successors ', 'name'],
    ['{ a ', 'b'],
  ] as const);
  if (open === '{ a ') return { body: asBody(around(levels, '{ a', ' { b }', '}')), isBad: true };
  const chain = around(levels, '{ parent ', '{ name }', '}');
  return { body: asBody(`{ bodies { parent ${chain} ${inner} } }`), isBad: true };
};

const aliases: Make = (draw) => {
  const many = 11 + draw(pick(draw, [20, 400, 9000]));
  const field = pick(draw, ['version', 'interests { key }', 'bodies { id }', '__typename']);
  return { body: asBody(`{ ${times(many, (n) => `a${n}: ${field}`).join(' ')} }`), isBad: true };
};

const directives: Make = (draw) => {
  const many = 11 + draw(pick(draw, [20, 400, 9000]));
  const one = pick(draw, ['@include(if: true)', '@skip(if: false)', '@nothing', '@deprecated']);
  return { body: asBody(`{ version ${`${one} `.repeat(many)} }`), isBad: true };
};

/** Fragments that spread themselves, one another, or two that spread two. */
const fragments: Make = (draw) => {
  const many = 2 + draw(80);
  const on = 'on Consultation';
  const names = times(many, (n) => `F${n}`);
  const last = `fragment F${many} ${on} { title }`;
  const cycle = names.map((name, n) => `fragment ${name} ${on} { ...F${(n + 1) % many} }`);
  const both = names.map((name, n) => `fragment ${name} ${on} { ...F${n + 1} ...F${n + 1} }`);
  const wide = names
    .slice(0, 9)
    .map(
      (name, n, all) =>
        `fragment ${name} ${on} { proposals { edges { node { consultation { ...${all[n + 1] ?? `F${many}`} } } } } }`,
    );
  const start = '{ consultations { edges { node { ...F0 } } } }';
  return pick<() => Omit<Hostile, 'kind'>>(draw, [
    () => ({ body: asBody([start, ...cycle].join(' ')), isBad: true }),
    () => ({ body: asBody([start, ...both, last].join(' ')) }),
    () => ({ body: asBody([start, ...wide, last].join(' ')), isBad: true }),
    () => ({ body: asBody(`${start} fragment F0 on Member { displayName }`), isBad: true }),
    () => ({ body: asBody(`{ ...${'F'.repeat(many)} }`), isBad: true }),
  ])();
};

const duplicates: Make = (draw) => {
  const many = 1100 + draw(9000);
  const field = pick(draw, ['version ', 'interests { key } ', 'bodies { parent { id } } ']);
  return { body: asBody(`{ ${field.repeat(many)} }`), isBad: true };
};

/** Lists in lists, and lists of arguments. */
const lists: Make = (draw) => {
  const first = 20 + draw(31);
  const page = (inner: string) => `(first: ${first}) { edges { node { ${inner} } } }`;
  const deep = `{ consultations${page(`proposals${page(`thread${page(`replies${page('id')}`)}`)}`)} }`;
  const ids = times(1000 + draw(4000), newId);
  return pick<() => Omit<Hostile, 'kind'>>(draw, [
    () => ({ body: asBody(deep), isBad: true }),
    () => ({
      body: asBody(
        'query ($n: Int) { consultations(first: $n) { edges { node { proposals(first: $n) { edges { node { thread(first: $n) { edges { node { id } } } } } } } } } }',
        { n: pick(draw, [50, 51, 2147483647, -1, 0, 1e9]) },
      ),
      isBad: true,
    }),
    () => ({
      body: asBody(
        'mutation ($ids: [ID!]!, $id: ID!) { castPriorityBallot(consultationId: $id, proposalIds: $ids) { __typename } }',
        { ids, id: newId() },
      ),
    }),
    () => ({ body: asBody(`{ bodies(kind: [${'clp '.repeat(900)}]) { id } }`), isBad: true }),
  ])();
};

const ODD = [null, 0, -1, 1e308, '', 'x', true, [], {}, [[[]]], { a: 1 }, '\u0000'];

const wrongTypes: Make = (draw) => {
  const kind = pick(draw, ['query', 'mutation'] as const);
  const field = pick(draw, rootFields(kind));
  const sound = goodArguments(field, () => undefined);
  const name = pick(draw, [...Object.keys(sound), 'nothing']);
  return { body: asBody(documentOf(kind, field), { ...sound, [name]: pick(draw, ODD) }) };
};

/** Sound documents with a piece cut out, doubled, or put elsewhere; and JSON that is none. */
const syntax: Make = (draw) => {
  const sound = pick(draw, SOUND);
  const [from, to] = [draw(sound.length), draw(sound.length)].sort((a, b) => a - b);
  const piece = sound.slice(from, to);
  const broken = pick(draw, [
    sound.slice(0, to),
    sound.slice(from),
    sound.replace(piece, ''),
    sound.replace(piece, piece + piece),
    `${sound}${pick(draw, ['}', '{', '"', '"""', '$', '&', '#', '...', '\\', '|'])}`,
    sound.replace(/[{(]/g, pick(draw, ['[', '<', '{{', ''])),
  ]);
  const body = asBody(broken, { id: newId(), choice: 'agree' });
  return { body: draw(4) === 0 ? body.slice(0, draw(body.length)) : body };
};

const introspection: Make = (draw) => {
  const inner = around(draw(30), '{ ofType ', '{ name }', '}');
  return {
    body: asBody(
      pick(draw, [
        '{ __schema { types { name fields { name type { name } } } } }',
        `{ __schema { types { fields { type ${inner} } } } }`,
        '{ __type(name: "Viewer") { fields { name } } }',
        `{ version ${times(1 + draw(20), (n) => `t${n}: __schema { queryType { name } }`).join(' ')} }`,
        'query { __schema { directives { args { type { ofType { name } } } } } }',
      ]),
    ),
    isBad: true,
  };
};

const batching: Make = (draw) => {
  const one = { query: pick(draw, SOUND) };
  const many = times(draw(pick(draw, [3, 50, 1000])), () => one);
  return {
    body: JSON.stringify(pick(draw, [many, [many], [one, null], [[]], [1, 'x']])),
    isBad: true,
  };
};

const oversized: Make = (draw) => {
  const size = 262_144 + draw(1_000_000);
  return pick<() => Omit<Hostile, 'kind'>>(draw, [
    () => ({ body: asBody(`{ version ${' '.repeat(size)} }`), isBad: true }),
    () => ({ body: asBody(`{ ${'a'.repeat(size)} }`), isBad: true }),
    () => ({ body: asBody(SOUND[1], { id: 'x'.repeat(size) }), isBad: true }),
    () => ({ body: asBody(`{ ${'a'.repeat(200_000)} }`), isBad: true }),
    () => ({ body: `{"query":"{ version }"${' '.repeat(size)}}`, isBad: true }),
  ])();
};

const STRANGE = [
  '\ufeff',
  '\u202e',
  '\u0000',
  '\ud800',
  '𝕏',
  'ż̷͎',
  '\u2028',
  '\u200b',
  '\u0007',
  'ﷺ',
];

const unicode: Make = (draw) => {
  const text = times(1 + draw(40), () => pick(draw, STRANGE)).join('');
  return {
    body: pick(draw, [
      asBody(`{ version ${text} }`),
      asBody(`${text}{ version }`),
      asBody(`{ search(text: ${JSON.stringify(text)}) { hits { id } } }`),
      asBody('query ($text: String!) { search(text: $text) { hits { id } } }', { text }),
      asBody('query ($id: ID!) { proposal(id: $id) { id } }', { id: text }),
      asBody('query ($text: String) { consultations(text: $text) { totalCount } }', { text }),
      `${text}${asBody('{ version }')}`,
    ]),
  };
};

const deepVariables: Make = (draw) => {
  const levels = 10 + draw(pick(draw, [100, 5000, 60_000]));
  const value = pick(draw, [around(levels, '[', '1', ']'), around(levels, '{"a":', '1', '}')]);
  const query = JSON.stringify(pick(draw, [SOUND[1], SOUND[3], '{ version }']));
  return {
    body: pick(draw, [
      `{"query":${query},"variables":{"id":${value}}}`,
      `{"query":${query},"variables":${value}}`,
      `{"query":${query},"extensions":${value}}`,
    ]),
  };
};

const unknownIds: Make = (draw) => {
  const kind = pick(draw, ['query', 'mutation'] as const);
  const field = pick(
    draw,
    rootFields(kind).filter(({ args }) => args.length > 0),
  );
  const id = pick(draw, [newId(), '0', 'x', '{}', '-'.repeat(36), 'f'.repeat(32), '1; DROP']);
  const values = goodArguments(field, () => undefined);
  return { body: asBody(documentOf(kind, field), withIds(values, id)) };
};

function withIds(value: unknown, id: string): unknown {
  if (Array.isArray(value)) return value.map((each) => withIds(each, id));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      /id$/i.test(key) ? id : /ids$/i.test(key) ? [id] : withIds(inner, id),
    ]),
  );
}

export const KINDS: Record<string, Make> = {
  depth,
  aliases,
  directives,
  fragments,
  duplicates,
  lists,
  wrongTypes,
  syntax,
  introspection,
  batching,
  oversized,
  unicode,
  deepVariables,
  unknownIds,
};

/** So many hostile requests of all kinds in turn; the same for the same seed. */
export function* hostiles(count: number, seed: string): Generator<Hostile> {
  const random = seeded(seed);
  const draw: Draw = (below) => Math.floor(random() * below);
  const kinds = Object.entries(KINDS);
  for (let made = 0; made < count; made += 1) {
    const [kind, make] = kinds[made % kinds.length] as [string, Make];
    yield { kind, ...make(draw) };
  }
}
