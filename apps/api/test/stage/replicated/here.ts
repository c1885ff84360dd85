import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from '@jest/globals';
import { dataSource } from '../../../src/database/data-source.js';
import { migrate } from '../../../src/database/migrate.js';
import { loadCast } from '../../../src/demo/roll.js';
import { prepareQueue } from '../../../src/jobs/queue.js';
import { findDebianPostgres, type Replicated, startReplicated } from './postgres.js';

const TEMPLATE = 'template_replicated';

/** `describe` for what needs Debian's Postgres. On a desk without it that is left out, and said; CI has it. */
export function describeReplicated(name: string, tests: () => void): void {
  if (findDebianPostgres() || process.env['CI']) {
    describe(name, tests);
    return;
  }
  process.stderr.write(`Left out, for want of Debian's Postgres (package postgresql): ${name}\n`);
  describe.skip(name, tests);
}

/** The stage of this file stands on a Postgres that has a replica. Call it before `openStage`. */
export function onReplicated(): Replicated {
  const replicated = {} as Replicated;
  const directory = mkdtempSync(join(tmpdir(), 'clarion-replicated-'));

  beforeAll(async () => {
    const debian = findDebianPostgres();
    if (!debian) throw new Error('Debian’s Postgres is missing: apt-get install postgresql');
    Object.assign(replicated, await startReplicated(directory, debian));
    const { primary } = replicated;
    await primary.tell(`CREATE DATABASE ${TEMPLATE} OWNER clarion`);
    const url = primary.url(TEMPLATE);
    const database = await dataSource({ url, pool: 3, statementTimeout: 0 }).initialize();
    await migrate(database);
    await prepareQueue(url);
    await database.transaction((tx) => loadCast(tx, new Date()));
    await database.destroy();
    process.env['CLARION_STAGE'] = JSON.stringify({
      url: primary.url('clarion'),
      template: TEMPLATE,
      directory,
    });
  }, 120_000);

  afterAll(async () => {
    await replicated.stop?.();
    rmSync(directory, { recursive: true, force: true });
  });
  return replicated;
}
