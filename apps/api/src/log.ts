import { GraphQLError } from 'graphql';
import { type Logger, pino } from 'pino';
import type { Environment } from './environment.js';
import { showFault, withoutPersonal } from './shown-fault.js';

type Level = 'error' | 'warn' | 'info' | 'debug';

/** A fault, or a sentence; and of a fault, in our own words, what was being done. */
export type Log = Record<Level, (what: unknown, doing?: string) => void>;

/** Hears what is said before anything is left out. Only for the test that shows that it is left out. */
export type Overhearing = (what: unknown) => void;

/** Faults that were told. A library that passes one on tells it as well, and once is enough. */
const told = new WeakSet<object>();

function sayOn(log: Logger, level: Level, overhear: Overhearing | undefined): Log[Level] {
  return (what, doing) => {
    overhear?.(what);
    if (typeof what === 'string') return log[level](withoutPersonal(what));
    if (typeof what === 'object' && what !== null) {
      if (told.has(what)) return;
      told.add(what);
    }
    log[level]({ err: showFault(what) }, doing);
  };
}

/** One line of JSON an event. Faults keep where they were; nothing a person wrote or is goes in. */
export function openLog(
  level: Environment['logLevel'],
  unsafe: { overhear?: Overhearing | undefined } = {},
): Log {
  // Ours are shown already: a serializer would look for more in them.
  const log = pino({ level, base: null, serializers: { err: (shown: unknown) => shown } });
  const on = (each: Level) => sayOn(log, each, unsafe.overhear);
  return { error: on('error'), warn: on('warn'), info: on('info'), debug: on('debug') };
}

/** Values that a client sent, and what took too long: see `graphql/errors.ts`. */
const OF_VALUES = /^(22\w{3}|57014)$/;

/** Whether a fault is only that a client asked for what cannot be. */
function isClients(what: unknown): boolean {
  if (!(what instanceof Error)) return false;
  const { statusCode, code } = what as { statusCode?: unknown; code?: unknown };
  return (
    what instanceof GraphQLError ||
    (typeof statusCode === 'number' && statusCode < 500) ||
    (typeof code === 'string' && OF_VALUES.test(code))
  );
}

/** Our log for libraries that have one: what they say of themselves is for whoever looks for a fault in them. */
export function logForLibraries(log: Log) {
  const quietly = (what: unknown) => log.debug(what);
  return {
    // Of a client's mistake the client is told.
    error: (what: unknown) => {
      if (!isClients(what)) log.error(what);
    },
    warn: (what: unknown) => log.warn(what),
    info: quietly,
    log: quietly,
    debug: quietly,
    verbose: quietly,
  };
}
