import pg from 'pg';

/**
 * Before a statement that is asked all the time: each connection has Postgres keep it parsed and planned,
 * which takes longer than running it. For what finds a few rows by their keys, whatever the values are; not
 * in a table that grows out of nothing within minutes, as votes do: the plan would stay that of an empty one.
 */
export const PREPARED = '/* prepared */ ';

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

/** A client that prepares what asks for it; TypeORM has no way to name a statement. */
export class PreparingClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    const ask = this.query.bind(this) as (...given: unknown[]) => unknown;
    this.query = ((statement: unknown, ...rest: unknown[]) =>
      ask(named(statement), ...rest)) as typeof this.query;
  }
}
