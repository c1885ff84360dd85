/** What may be told of a fault. `stack` is where it was, without its first line. */
export interface ShownFault {
  type: string;
  message: string;
  stack: string;
  code?: string;
  /** Of the database: what it was about, as the tables name it. */
  table?: string;
  column?: string;
  constraint?: string;
  cause?: ShownFault;
}

/** What stands in the place of what is left out. */
const LEFT_OUT = '…';

/**
 * What could be somebody's in a sentence that a library wrote: all between the first quotation mark and
 * the last, addresses, what follows a question mark in an address, ids, numbers and tokens.
 */
const PERSONAL: [RegExp, string][] = [
  [/(?<!\w)["'`“‘«].*["'`”’»](?!\w)/gs, LEFT_OUT],
  [/\S+@\S+/g, LEFT_OUT],
  [/\?[^\s?]\S*/g, `?${LEFT_OUT}`],
  [/(?=[\w-]*\d)[\w-]{20,}/g, LEFT_OUT],
  [/\w*\d{6,}\w*/g, LEFT_OUT],
];

/** A sentence without what could be somebody's. Rather too little stays than too much. */
export const withoutPersonal = (text: string): string =>
  PERSONAL.reduce((left, [pattern, instead]) => left.replaceAll(pattern, instead), text);

/** Codes of Postgres whose sentences quote names of tables, never values; 42601 may quote a search. */
const QUOTES_NAMES = /^(23|42(?!601))\w{3}$/;
const CODE = /^[A-Z0-9_]{2,60}$/;
const FRAME = /^\s+at .*$/;
/** Causes of causes: more says no more. */
const DEEPEST = 3;

/** Faults whose words are ours, and hold nobody's. */
const OURS = new Set(['PlainError', 'MailFault']);

type Raised = Error & Record<string, unknown>;

const wordOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

function messageOf({ name, message }: Error, code: string | undefined): string {
  if (OURS.has(name) || (code && QUOTES_NAMES.test(code))) return message;
  return withoutPersonal(message);
}

/** Where it was: the lines after the message, which may itself have lines that look like them. */
function framesOf({ stack = '', message }: Error): string {
  const end = stack.indexOf(message);
  const after = end < 0 ? stack : stack.slice(end + message.length);
  return after
    .split('\n')
    .filter((line) => FRAME.test(line))
    .join('\n');
}

/**
 * A fault as a log, an operator's screen and the table of jobs may have it. What libraries hang on to
 * one is left out: parameters of a statement, the row that broke a rule, what another server answered.
 */
export function showFault(fault: unknown, depth = 0): ShownFault {
  if (!(fault instanceof Error)) {
    return { type: typeof fault, message: 'Something was thrown that is no error.', stack: '' };
  }
  const raised = fault as Raised;
  // What the database said is wrapped by whoever asked it.
  const said = (raised['driverError'] ?? raised) as Record<string, unknown>;
  const found = wordOf(said['code']);
  const code = found && CODE.test(found) ? found : undefined;
  const table = wordOf(said['table']);
  const column = wordOf(said['column']);
  const constraint = wordOf(said['constraint']);
  const cause = raised.cause instanceof Error && depth < DEEPEST ? raised.cause : null;
  return {
    type: raised.constructor === Error ? raised.name : raised.constructor.name,
    message: messageOf(raised, code),
    stack: framesOf(raised),
    ...(code && { code }),
    ...(table && { table }),
    ...(column && { column }),
    ...(constraint && { constraint }),
    ...(cause && { cause: showFault(cause, depth + 1) }),
  };
}

/** The same as an error, for a library that keeps or prints what it is given. */
export function shownAsError(fault: unknown): Error {
  const { type, message, stack, cause: _, ...rest } = showFault(fault);
  const shown = new Error(message);
  return Object.assign(shown, rest, { name: type, stack: `${type}: ${message}\n${stack}` });
}

/** The same in lines, for a screen. */
export function sayFault(fault: unknown): string {
  const { type, message, code, stack, cause } = showFault(fault);
  const because = cause ? `\nbecause of ${cause.type}: ${cause.message}` : '';
  return `${type}${code ? ` (${code})` : ''}: ${message}\n${stack}${because}`;
}
