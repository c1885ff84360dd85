import { MalformedFile, shown } from '../malformed-file.js';
import { type Source, wholeLines } from '../source.js';

/** One object of a JSON Lines file, whose members are checked as they are asked for. */
export interface JsonLine {
  line: number;
  /** A whole number from 0. */
  wholeNumber(name: string): number;
  /** The same, or null where it is null or absent. */
  wholeNumberOrNull(name: string): number | null;
  text(name: string): string;
  textOrNull(name: string): string | null;
  /** False where it is null or absent. */
  flag(name: string): boolean;
  /** Milliseconds since the epoch, from an ISO 8601 date or time; UTC where it names no zone. */
  moment(name: string): number;
  /** 1, 0 or -1, or null. */
  signOrNull(name: string): number | null;
  fault(message: string): MalformedFile;
}

/** The objects of a JSON Lines file as they stream in; blank lines are left out. */
export async function* jsonLines(
  source: Source,
  onBytes: (file: string, bytes: number) => void,
): AsyncGenerator<JsonLine> {
  let line = 0;
  for await (const block of wholeLines(source, onBytes)) {
    const lines = block.split('\n');
    if (lines.at(-1) === '') lines.pop();
    for (const text of lines) {
      line += 1;
      if (text.trim() !== '') yield asJsonLine(parse(source.name, line, text), source.name, line);
    }
  }
}

function parse(file: string, line: number, text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new MalformedFile(file, line, `this is not JSON: ${shown(text)}.`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new MalformedFile(file, line, `this is not a JSON object: ${shown(text)}.`);
  }
  return value as Record<string, unknown>;
}

function asJsonLine(members: Record<string, unknown>, file: string, line: number): JsonLine {
  const fault = (message: string) => new MalformedFile(file, line, message);
  function member<T>(name: string, what: string, take: (value: unknown) => T | undefined): T {
    const value = Object.hasOwn(members, name) ? members[name] : undefined;
    if (value === undefined) throw fault(`there is no ${shown(name)}; it must be ${what}.`);
    const taken = take(value);
    if (taken === undefined) throw fault(`${shown(name)} is ${shown(value)}; it must be ${what}.`);
    return taken;
  }
  const isAbsent = (name: string) => (members[name] ?? null) === null;
  const wholeNumber = (name: string) => member(name, 'a whole number', asWholeNumber);
  const text = (name: string) => member(name, 'a text', asText);
  return {
    line,
    fault,
    wholeNumber,
    wholeNumberOrNull: (name) => (isAbsent(name) ? null : wholeNumber(name)),
    text,
    textOrNull: (name) => (isAbsent(name) ? null : text(name)),
    flag: (name) => !isAbsent(name) && member(name, 'true or false', asFlag),
    moment: (name) => member(name, 'a date or time such as 2016-02-01T12:00:04', asMoment),
    signOrNull: (name) => (isAbsent(name) ? null : member(name, '1, 0 or -1', asSign)),
  };
}

const asWholeNumber = (value: unknown) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;

const asFlag = (value: unknown) => (typeof value === 'boolean' ? value : undefined);

const asSign = (value: unknown) => (value === 1 || value === 0 || value === -1 ? value : undefined);

/** Escapes can smuggle in what no database text holds: half a character, or a zero one. */
const asText = (value: unknown) =>
  typeof value === 'string' && !value.includes('\0')
    ? value.replace(/\p{Surrogate}/gu, '\uFFFD')
    : undefined;

const MOMENT = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/;

function asMoment(value: unknown): number | undefined {
  const parts = typeof value === 'string' ? MOMENT.exec(value) : null;
  if (parts === null) return undefined;
  const text = parts[0].replace(' ', 'T');
  const at = Date.parse(parts[1] || text.length === 10 ? text : `${text}Z`);
  return Number.isNaN(at) ? undefined : at;
}
