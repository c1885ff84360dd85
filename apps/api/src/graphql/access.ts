import {
  ACCESS,
  type Access,
  type Asked,
  type Asker,
  BEFOREHAND,
  CLOSED_TYPES,
  COUNT_TYPES,
  DIFFERING,
  type Foretold,
  isAsked,
  type Refusal,
  refuseAsk,
  SENSITIVE_NAME,
} from '@clarion/deliberation';
import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { PlainError } from '../plain-error.js';
import { Forbidden } from './errors.js';

/** What the table of access looks at in a request. */
interface Asking {
  viewer: Asker | null;
  now: Date;
  isDemo: boolean;
}

type Field = GraphQLField<unknown, Asking>;

const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);

const isContracts = (type: unknown): type is GraphQLObjectType =>
  isObjectType(type) && !type.name.startsWith('__');

/** Every field of the contract, by its name in the table. */
export function fieldsOf(schema: GraphQLSchema): Map<string, Field> {
  const fields = new Map<string, Field>();
  for (const type of Object.values(schema.getTypeMap()).filter(isContracts)) {
    for (const field of Object.values(type.getFields())) {
      fields.set(`${type.name}.${field.name}`, field as Field);
    }
  }
  return fields;
}

function answersSensitive(field: Field): boolean {
  const type = getNamedType(field.type);
  const names = isUnionType(type) ? type.getTypes().map((member) => member.name) : [type.name];
  return names.some((name) => CLOSED_TYPES.includes(name) || COUNT_TYPES.includes(name));
}

/** Whether the contract may have the field only with a row: asked first, sensitive by its type or by its name. */
function needsRow(name: string, field: Field): boolean {
  const [type = ''] = name.split('.');
  if (ROOTS.has(type)) return true;
  return (
    !CLOSED_TYPES.includes(type) && (answersSensitive(field) || SENSITIVE_NAME.test(field.name))
  );
}

/** What is wrong between the contract and the table, a sentence each. */
export function faultsOfTable(schema: GraphQLSchema): string[] {
  const fields = fieldsOf(schema);
  const without = [...fields].filter(([name, field]) => needsRow(name, field) && !isAsked(name));
  const named = [...Object.keys(ACCESS), ...Object.keys(DIFFERING)];
  const rows = named.filter((name) => !name.includes('/') && !fields.has(name));
  const telling = Object.keys(BEFOREHAND).filter((name) => !fields.has(name));
  const types = [...CLOSED_TYPES, ...COUNT_TYPES].filter((name) => !schema.getType(name));
  return [
    ...without.map(([name]) => `${name} has no row in the table of access.`),
    ...rows.map((name) => `The row ${name} of the table of access names no field.`),
    ...telling.map((name) => `${name} tells of mutations beforehand and is no field.`),
    ...types.map((name) => `${name} is called sensitive and is no type of the contract.`),
  ];
}

/** What somebody gets who may not have it: a refusal where the contract has one, else nothing at all. */
function nothingOf(type: GraphQLOutputType, refused: Refusal): unknown {
  const named = getNamedType(type);
  if (isUnionType(named) && named.getTypes().some(({ name }) => name === 'Refusal')) return refused;
  if (!isNonNullType(type)) return null;
  if (isListType(type.ofType)) return [];
  if (named.name === 'Boolean') return false;
  if (named.name === 'Int') return 0;
  throw new Forbidden(refused.message);
}

function guarded(name: string, field: Field): GraphQLFieldResolver<unknown, Asking> {
  const resolve = field.resolve ?? defaultFieldResolver;
  return (source, args, context, info) => {
    const refused = isAsked(name) ? refuseAsk(name, context.viewer, context) : null;
    return refused ? nothingOf(field.type, refused) : resolve(source, args, context, info);
  };
}

/** What a field tells that a viewer may do, or why not, as the table has it. A visitor is led to sign in. */
function asTheTable(told: unknown, of: Foretold, asking: Asking): unknown {
  const { viewer } = asking;
  // What may not be done anyway stays so; pages ask it of every comment.
  if (!viewer || told === false || (Array.isArray(told) && told.length === 0)) return told;
  // How long ago they confirmed who they are is asked when they act.
  const asker = { offices: viewer.offices, lapsedOn: viewer.lapsedOn ?? null };
  const refusalOf = (asked: readonly Asked[] = []) =>
    asked.map((each) => refuseAsk(each, asker, asking)).find((each) => each !== null) ?? null;
  const isWhole = (each: Foretold): each is readonly Asked[] => Array.isArray(each);
  if (Array.isArray(told)) {
    return told.filter((act: string) => refusalOf(isWhole(of) ? of : of[act]) === null);
  }
  const refused = refusalOf(isWhole(of) ? of : []);
  return typeof told === 'boolean' ? told && refused === null : (refused ?? told);
}

function foretelling(of: Foretold, field: Field): GraphQLFieldResolver<unknown, Asking> {
  const resolve = field.resolve ?? defaultFieldResolver;
  return (source, args, context, info) => {
    const told = resolve(source, args, context, info);
    return told instanceof Promise
      ? told.then((each) => asTheTable(each, of, context))
      : asTheTable(told, of, context);
  };
}

/**
 * Asks the table of access before every field that it does not leave to anyone. Throws when contract
 * and table differ: the server does not start with a field that nobody has decided about.
 */
export function guardFields(schema: GraphQLSchema): GraphQLSchema {
  const faults = faultsOfTable(schema);
  if (faults.length > 0) throw new PlainError(faults.join('\n'));
  for (const [name, field] of fieldsOf(schema)) {
    const row: Access | null = isAsked(name) ? ACCESS[name] : null;
    if (row && row.who !== 'anyone') field.resolve = guarded(name, field);
    const of = (BEFOREHAND as Partial<Record<string, Foretold>>)[name];
    if (of) field.resolve = foretelling(of, field);
  }
  return schema;
}
