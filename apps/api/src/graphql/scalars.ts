import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { BadInput } from './errors.js';
import { idScalar } from './ids.js';

/** Years of four digits: what a day can be written with, and what the database can keep. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const EARLIEST = Date.UTC(1000, 0, 1);
const LATEST = Date.UTC(9999, 0, 1);
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A moment of ours, as a date or as JSON from the database has it. */
function asMoment(value: unknown): string {
  const date = typeof value === 'string' || value instanceof Date ? new Date(value) : null;
  if (!date) throw new TypeError('not a moment');
  return date.toISOString();
}

function moment(value: unknown): Date {
  const time = typeof value === 'string' && MOMENT.test(value) ? Date.parse(value) : Number.NaN;
  // Also false for NaN. A day that does not exist, such as 30 February, would become another one.
  if (!(time >= EARLIEST && time < LATEST)) {
    throw new BadInput('A moment is written like 2026-11-21T09:20:00Z.');
  }
  day(String(value).slice(0, 10));
  return new Date(time);
}

function day(value: unknown): string {
  const isDay =
    typeof value === 'string' &&
    DAY.test(value) &&
    new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);
  if (!isDay) throw new BadInput('A day is written like 2026-11-21.');
  return value;
}

function words(value: unknown): string {
  if (typeof value !== 'string') throw new BadInput('Markdown is a text.');
  return value;
}

const text = (node: ValueNode) => (node.kind === Kind.STRING ? node.value : undefined);

function safely<T>(parse: (value: unknown) => T) {
  return (value: unknown) => {
    try {
      return parse(value);
    } catch (fault) {
      if (fault instanceof RangeError) throw new BadInput('That day does not exist.');
      throw fault;
    }
  };
}

export const scalars = {
  ID: idScalar,
  DateTime: new GraphQLScalarType({
    name: 'DateTime',
    serialize: asMoment,
    parseValue: safely(moment),
    parseLiteral: (node) => safely(moment)(text(node)),
  }),
  Markdown: new GraphQLScalarType({
    name: 'Markdown',
    serialize: String,
    parseValue: words,
    parseLiteral: (node) => words(text(node)),
  }),
  Date: new GraphQLScalarType({
    name: 'Date',
    serialize: (value) => String(value).slice(0, 10),
    parseValue: safely(day),
    parseLiteral: (node) => safely(day)(text(node)),
  }),
};
