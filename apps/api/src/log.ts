import { pino } from 'pino';
import type { Environment } from './environment.js';

export type Log = Pick<pino.Logger, 'error' | 'warn' | 'info' | 'debug'>;

/** One line of JSON an event. Faults keep their stack; nothing a person wrote or is goes in. */
export function openLog(level: Environment['logLevel']): Log {
  return pino({
    level,
    base: null,
    redact: { paths: ['parameters', 'err.parameters', 'err.query'], remove: true },
  });
}
