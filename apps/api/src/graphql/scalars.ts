import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { BadInput } from './errors.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function moment(value: unknown): Date {
  const date = typeof value === 'string' || value instanceof Date ? new Date(value) : null;
  if (!date || Number.isNaN(date.getTime())) {
    throw new BadInput('A moment is written like 2026-11-21T09:20:00Z.');
  }
  return date;
}

function day(value: unknown): string {
  const isDay =
    typeof value === 'string' &&
    DAY.test(value) &&
    new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);
  if (!isDay) throw new BadInput('A day is written like 2026-11-21.');
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
  DateTime: new GraphQLScalarType({
    name: 'DateTime',
    serialize: (value) => moment(value).toISOString(),
    parseValue: safely(moment),
    parseLiteral: (node) => moment(text(node)),
  }),
  Date: new GraphQLScalarType({
    name: 'Date',
    serialize: (value) => String(value).slice(0, 10),
    parseValue: safely(day),
    parseLiteral: (node) => safely(day)(text(node)),
  }),
};
