import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { takeBackup } from '../backup/backup.service.js';
import { type Manifest, rowsOf } from '../backup/manifest.js';
import { restoreBackup } from '../backup/restore.service.js';
import { open } from '../database/open.js';
import { prepareQueue } from '../jobs/queue.js';
import { PlainError } from '../plain-error.js';
import { keys, signingKey } from './keys.check.js';
import { progressBar } from './progress.js';

const NOT_IN_IT = `
The file holds everything in the database but sessions, links to sign in and waiting jobs: after a restore
everybody signs in again. It holds names, addresses and, under pseudonyms, who voted how: keep it as you keep
the roll.

The key files (CLARION_KEYS) are not in it, on purpose: with them the pseudonyms could be undone. Copy that
folder to another place, after the backup, so that it holds every key the backup needs. Without the key of a
consultation its votes still count and its rounds can be recounted, but nobody can vote there any more, change
a vote or find their own; without signing.pem no further round can be signed as before.`;

const count = (n: number, one: string, many = `${one}s`) =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;

const saying = (manifest: Manifest) =>
  `${count(rowsOf(manifest), 'row')} in ${count(manifest.tables.length, 'table')}, as they were at ${manifest.takenAt}`;

const sayRecord = ({ record }: Manifest) =>
  record
    ? `  The record ends at entry ${record.number}${record.hash ? `, hash ${record.hash.replace('\\x', '')}` : ''}.`
    : '  The record is empty.';

/** What went wrong with a file, in words where it is no fault of ours. */
function plainly(path: string, fault: unknown): unknown {
  const { code, syscall } = fault as NodeJS.ErrnoException;
  const why: Record<string, string> = {
    ENOENT: 'there is no such folder',
    EACCES: 'you may not write there',
    ENOSPC: 'the disk is full',
    EROFS: 'that disk can only be read',
  };
  return code && syscall && why[code]
    ? new PlainError(`${path} was not written: ${why[code]}.`)
    : fault;
}

async function backup(given: string): Promise<void> {
  const path = resolve(given);
  if (existsSync(path)) throw new PlainError(`${path} is there already. Name a new file.`);
  const opened = await open({ mayShare: true, asItIs: true });
  const bar = progressBar('Copying');
  try {
    const { manifest, size } = await takeBackup(opened.url, path, {
      progress: bar.update,
    }).finally(bar.end);
    console.log(`Wrote ${path} (${count(size, 'byte')}): ${saying(manifest)}.`);
    console.log(sayRecord(manifest));
    console.log(
      `  Not in it: the key files in ${opened.environment.keysDirectory}. Copy them to another place.`,
    );
  } catch (fault) {
    throw plainly(path, fault);
  } finally {
    await opened.close();
  }
}

async function restore(given: string): Promise<void> {
  const path = resolve(given);
  const opened = await open({ statementTimeout: 0, asItIs: true });
  const bar = progressBar('Restoring');
  try {
    const manifest = await restoreBackup(opened.database, path, {
      progress: bar.update,
    }).finally(bar.end);
    await prepareQueue(opened.url);
    console.log(`Restored ${path}: ${saying(manifest)}.`);
    console.log(sayRecord(manifest));
    console.log('  Everybody signs in again. clarion doctor looks at the rest.');
    for (const check of [keys, signingKey]) {
      const { fault, remedy } = await check(opened);
      if (fault) console.log(`✗ ${fault}\n    ${remedy}`);
    }
  } finally {
    await opened.close();
  }
}

/** `clarion backup` */
export function backupCommand(): Command {
  return new Command('backup')
    .description(
      'writes everything in the database into one file, as it is at this moment, while people go on',
    )
    .argument('<file>', 'a new file')
    .addHelpText('after', NOT_IN_IT)
    .action(backup);
}

/** `clarion restore` */
export function restoreCommand(): Command {
  return new Command('restore')
    .description('brings a backup into an empty database, all of it or nothing')
    .argument('<file>', 'a file that clarion backup wrote, by this Clarion or an older one')
    .addHelpText(
      'after',
      `
Stop the server first. The database is the one that DATABASE_URL names; without it, the one that Clarion
brings along, in CLARION_DATA: name a new folder there. The file is read to its end and checked before
anything is written, and a database that is not empty is left as it is.
${NOT_IN_IT}`,
    )
    .action(restore);
}
