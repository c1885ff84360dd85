import pg from 'pg';
import { DataSource } from 'typeorm';
import { entities } from './entities.js';
import { migrations } from './migrations/index.js';
import { PreparingClient } from './prepared.js';
import { SnakeNaming } from './snake-naming.js';

// A day stays the text it is: as a moment it would depend on the time zone of this machine.
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day);

/** A pool of connections to one Postgres. Statements that run longer than two seconds are ended by the server. */
export function dataSource(options: {
  url: string;
  pool: number;
  /** Milliseconds; 0 for imports and migrations, which may take their time. */
  statementTimeout?: number;
  logger?: (sql: string, parameters: unknown[] | undefined) => void;
}): DataSource {
  const { url, pool, statementTimeout = 2000, logger } = options;
  return new DataSource({
    type: 'postgres',
    url,
    entities,
    migrations,
    migrationsTableName: 'migration',
    namingStrategy: new SnakeNaming(),
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    synchronize: false,
    poolSize: pool,
    extra: {
      statement_timeout: statementTimeout,
      application_name: 'clarion',
      Client: PreparingClient,
      // What is asked before an answer came is sent at once: see `in-few-trips.ts`.
      pipeline: true,
    },
    ...(logger && {
      logging: true,
      logger: {
        logQuery: (sql: string, parameters?: unknown[]) => logger(sql, parameters),
        logQueryError: () => undefined,
        logQuerySlow: () => undefined,
        logSchemaBuild: () => undefined,
        logMigration: () => undefined,
        log: () => undefined,
      },
    }),
  });
}
