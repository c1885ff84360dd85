import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/**
 * One Postgres for the whole run, with a template database that holds the tables and the cast; every
 * test file clones it. Runs on the build, because jest does not transform its set-up as modules.
 */
export default async function raise() {
  await import('reflect-metadata');
  const { startEmbeddedPostgres } = await import('../../dist/database/embedded-postgres.js');
  const { dataSource } = await import('../../dist/database/data-source.js');
  const { migrate } = await import('../../dist/database/migrate.js');
  const { prepareQueue } = await import('../../dist/jobs/queue.js');
  const { loadCast } = await import('../../dist/demo/roll.js');

  const directory = mkdtempSync(join(tmpdir(), 'clarion-test-'));
  const external = process.env.CLARION_TEST_DATABASE_URL;
  const postgres = external
    ? { url: external, stop: async () => {} }
    : await startEmbeddedPostgres({ directory, forTests: true });
  const admin = new pg.Client({ connectionString: postgres.url });
  await admin.connect();
  const template = `template_${process.pid}`;
  await admin.query(`CREATE DATABASE ${template}`);
  const url = new URL(postgres.url);
  url.pathname = `/${template}`;
  const database = dataSource({ url: url.href, pool: 3, statementTimeout: 0 });
  await database.initialize();
  await migrate(database);
  await prepareQueue(url.href);
  await database.transaction((tx) => loadCast(tx, new Date()));
  await database.destroy();
  await admin.end();

  process.env.CLARION_STAGE = JSON.stringify({ url: postgres.url, template, directory });
  globalThis.__clarionStage = postgres;
}
