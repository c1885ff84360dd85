import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import { dataSource } from '../../../src/database/data-source.js';
import { migrate } from '../../../src/database/migrate.js';
import { loadCast } from '../../../src/demo/roll.js';
import { prepareQueue } from '../../../src/jobs/queue.js';
import { findDebianPostgres, type Replicated, startReplicated } from './postgres.js';

const TEMPLATE = 'template_replicated';

/** Debian's Postgres; null on a machine without it, where nothing can be shown. CI has it. */
export function debianOrNull(): string | null {
  const debian = findDebianPostgres();
  if (debian || process.env['CI']) return debian;
  process.stderr.write(
    'Skipped: Debian’s Postgres is not installed (apt-get install postgresql).\n',
  );
  return null;
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
