import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { isId } from '../database/is-id.js';
import { type Opened, open } from '../database/open.js';
import { PlainError } from '../plain-error.js';
import * as rounds from '../ranking/round.queries.js';
import { roundFileName } from '../ranking/round-name.js';
import { bundleOf, handOutMatrix, type RoundOfFiles } from '../ranking/round-zip.service.js';

async function opened<T>(work: (opened: Opened) => Promise<T>): Promise<T> {
  const at = await open({ statementTimeout: 0, mayShare: true });
  try {
    return await work(at);
  } finally {
    await at.close();
  }
}

const timesOf = (times: number) =>
  times === 0 ? 'never' : times === 1 ? 'once' : `${times} times`;

async function list(): Promise<void> {
  await opened(async ({ database }) => {
    const all = await rounds.all(database.manager);
    if (all.length === 0) console.log('No round has been published yet.');
    for (const { id, number, title, publishedAt, manifestSha256, matrixDownloads } of all) {
      console.log(`${id}  round ${number} of “${title}”, ${publishedAt.toISOString()}`);
      console.log(
        manifestSha256
          ? `    manifest ${manifestSha256}; matrix handed out ${timesOf(matrixDownloads)}`
          : '    made before bundles',
      );
    }
  });
}

async function find({ database }: Opened, id: string): Promise<RoundOfFiles> {
  const found = isId(id) ? await rounds.ofFiles(database.manager, id) : null;
  if (!found) throw new PlainError(`There is no round ${id}. clarion round list names them all.`);
  return found;
}

/** Writes a new file; never over one that is there. */
function write(path: string, zip: Buffer | null, mode: number): void {
  if (!zip) throw new PlainError('This round was made before bundles were, so it has no files.');
  try {
    writeFileSync(path, zip, { flag: 'wx', mode });
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    const why = code === 'EEXIST' ? 'a file of that name is there already' : `it failed (${code})`;
    throw new PlainError(`${path} was not written: ${why}.`);
  }
  console.log(`Wrote ${path} (${zip.length.toLocaleString('en-GB')} bytes).`);
}

async function bundle(id: string, { to }: { to?: string }): Promise<void> {
  await opened(async (at) => {
    const round = await find(at, id);
    const path = resolve(to ?? roundFileName(round, 'bundle'));
    write(path, await bundleOf(at.database.manager, round), 0o644);
  });
}

async function matrix(id: string, { to }: { to?: string }): Promise<void> {
  await opened(async (at) => {
    const round = await find(at, id);
    const path = resolve(to ?? roundFileName(round, 'matrix'));
    const nobody = { actorId: null, bodyId: null, at: new Date() };
    await at.database.transaction(async (tx) =>
      write(path, await handOutMatrix(tx, round, nobody), 0o600),
    );
  });
}

async function newKey(): Promise<void> {
  await opened(async ({ keys, environment }) => {
    const kept = keys.signing();
    if (kept) {
      throw new PlainError(
        `There is a key in ${environment.keysDirectory} already: ${kept.fingerprint}. Take signing.pem away first, and keep it: earlier rounds were signed with it.`,
      );
    }
    const made = keys.makeSigning();
    console.log(`From now on rounds are signed with the key ${made.fingerprint}.`);
    console.log('Tell everybody who checks rounds, and put it into the backup of the keys.');
  });
}

/** `clarion round …` */
export function roundCommand(): Command {
  const command = new Command('round').description(
    'What rounds published: their files, and the key that signs them.',
  );
  command.command('list').description('every round with its id and hash').action(list);
  command
    .command('bundle')
    .description('writes what everybody may download of a round, as one zip')
    .argument('<round>', 'the id of the round, as list tells it')
    .option('--to <file>', 'where to write it; else in this directory, under its own name')
    .action(bundle);
  command
    .command('matrix')
    .description(
      'writes who voted how in a round, by number and without a name, for scrutineers alone; that it was handed out enters the public record',
    )
    .argument('<round>', 'the id of the round, as list tells it')
    .option('--to <file>', 'where to write it; else in this directory, under its own name')
    .action(matrix);
  command
    .command('new-key')
    .description('makes another key to sign with, where the one there was is lost for good')
    .action(newKey);
  return command;
}
