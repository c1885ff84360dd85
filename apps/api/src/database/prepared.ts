import pg from 'pg';
import { arrayText } from './array-text.js';

/**
 * Before a statement that is asked all the time: each connection has Postgres keep it parsed and planned,
 * which takes longer than running it. For what finds a few rows by their keys, whatever the values are.
 */
export const PREPARED = '/* prepared */ ';

/**
 * An array of a prepared statement, whose length is not looked at when it is planned. Else a plan for a single
 * one seems cheaper than the kept one, and is made anew each time, which takes longer than all else.
 */
export const ofAnyLength = (array: string) => `(SELECT ${array})`;

/**
 * For so long a plan is kept: of a table that was empty it reads all of it, and goes on to while thousands of
 * votes come.
 */
const PLANS_LIVE_MS = 60_000;

const names = new Map<string, string>();

function nameOf(text: string): string {
  const name = names.get(text) ?? `clarion_${names.size}`;
  names.set(text, name);
  return name;
}

const isToPrepare = (statement: unknown): statement is string =>
  typeof statement === 'string' && statement.startsWith(PREPARED);

/** Values with their arrays written out. */
const writtenOut = (values: unknown): unknown =>
  Array.isArray(values)
    ? values.map((value: unknown) => (Array.isArray(value) ? (arrayText(value) ?? value) : value))
    : values;

/**
 * A client that prepares what asks for it, since TypeORM has no way to name a statement; and writes what is
 * asked in one breath at once, since each write wakes Postgres and costs as much as a small statement.
 */
export class PreparingClient extends pg.Client {
  constructor(config: pg.ClientConfig & { plansLiveMs?: number } = {}) {
    super(config);
    const { plansLiveMs = PLANS_LIVE_MS } = config;
    const ask = this.query.bind(this) as (...given: unknown[]) => unknown;
    const { connection } = this;
    let plannedAt = performance.now();
    const named = (text: string) => {
      if (performance.now() - plannedAt >= plansLiveMs) {
        plannedAt = performance.now();
        // Where it fails, so does what comes next, and says why.
        ask('DISCARD PLANS', () => undefined);
      }
      return { name: nameOf(text), text };
    };
    this.query = ((statement: unknown, values?: unknown, ...rest: unknown[]) => {
      const { stream } = connection;
      stream.cork();
      process.nextTick(() => stream.uncork());
      const asked = isToPrepare(statement) ? named(statement) : statement;
      return ask(asked, writtenOut(values), ...rest);
    }) as typeof this.query;
  }
}
