import pg from 'pg';

/**
 * Before a statement that is asked all the time: each connection has Postgres keep it parsed and planned,
 * which takes longer than running it. For what finds a few rows by their keys, whatever the values are; not
 * in a table that grows out of nothing within minutes, as votes do: the plan would stay that of an empty one.
 */
export const PREPARED = '/* prepared */ ';

/**
 * An array of a prepared statement, whose length is not looked at when it is planned. Else a plan for a single
 * one seems cheaper than the kept one, and is made anew each time, which takes longer than all else.
 */
export const ofAnyLength = (array: string) => `(SELECT ${array})`;

const names = new Map<string, string>();

function nameOf(text: string): string {
  const name = names.get(text) ?? `clarion_${names.size}`;
  names.set(text, name);
  return name;
}

const named = (statement: unknown) =>
  typeof statement === 'string' && statement.startsWith(PREPARED)
    ? { name: nameOf(statement), text: statement }
    : statement;

/**
 * A client that prepares what asks for it, since TypeORM has no way to name a statement; and writes what is
 * asked in one breath at once, since each write wakes Postgres and costs as much as a small statement.
 */
export class PreparingClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    const ask = this.query.bind(this) as (...given: unknown[]) => unknown;
    const { connection } = this;
    this.query = ((statement: unknown, ...rest: unknown[]) => {
      const { stream } = connection;
      stream.cork();
      process.nextTick(() => stream.uncork());
      return ask(named(statement), ...rest);
    }) as typeof this.query;
  }
}
