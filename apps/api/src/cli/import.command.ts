import { basename, resolve } from 'node:path';
import { type Progress, readDecidim, readPolis } from '@clarion/exchange';
import { Command } from 'commander';
import { open } from '../database/open.js';
import { importDecidim } from '../exchange/decidim-import.js';
import { importPolis, polisSource } from '../exchange/polis-import.js';
import { progressBar } from './progress.js';

interface Options {
  dryRun?: boolean;
}

const say = (lines: readonly string[]) => {
  for (const line of lines) console.log(`  ${line}`);
};

/** Reads with a bar on stderr. */
async function reading<T>(
  read: (onProgress: (progress: Progress) => void) => Promise<T>,
): Promise<T> {
  const bar = progressBar('Reading');
  try {
    return await read(({ readBytes, totalBytes }) => bar.update(readBytes, totalBytes));
  } finally {
    bar.end();
  }
}

/** Writes in one transaction: a fault leaves nothing behind. */
async function writing<T>(write: (opened: Awaited<ReturnType<typeof open>>) => Promise<T>) {
  const opened = await open({ statementTimeout: 0, mayShare: true });
  console.error('Writing …');
  try {
    return await write(opened);
  } finally {
    await opened.close();
  }
}

const counted = (n: number, one: string, many = `${one}s`) =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;

async function polis(folder: string, { dryRun }: Options): Promise<void> {
  const given = await reading((onProgress) => readPolis(folder, { onProgress }));
  console.log(`Read “${given.topic}”, ${polisSource(folder, given.url)}:`);
  say(given.summary.sentences);
  if (dryRun) {
    console.log('Nothing was written (--dry-run).');
    return;
  }
  const result = await writing(({ database, keys }) =>
    database.transaction((tx) => importPolis(tx, keys, folder, given, new Date())),
  );
  console.log(
    result.isNew
      ? `Imported ${counted(result.newProposals, 'proposal')} and ${counted(result.votes, 'vote')} of ${counted(result.voters, 'person', 'people')}.`
      : `It was here already: ${counted(result.newProposals, 'new proposal')}; its ${counted(result.votes, 'vote')} stand as in the export.`,
  );
  console.log(`  /consultations/${result.consultationId}`);
}

async function decidim(folder: string, { dryRun }: Options): Promise<void> {
  const given = await reading((onProgress) => readDecidim(folder, { onProgress }));
  console.log(`Read ${basename(resolve(folder))}:`);
  say(given.summary.sentences);
  if (dryRun) {
    console.log('Nothing was written (--dry-run).');
    return;
  }
  const result = await writing(({ database, keys }) =>
    database.transaction((tx) =>
      importDecidim(tx, keys, basename(resolve(folder)), given, new Date()),
    ),
  );
  const what = `${counted(result.newProposals, 'new proposal')} and ${counted(result.newComments, 'new comment')}`;
  console.log(result.isNew ? `Imported ${what}.` : `It was here already; imported ${what}.`);
  console.log(`  /consultations/${result.consultationId}`);
}

/** `clarion import …` */
export function importCommand(): Command {
  const command = new Command('import').description(
    'Loads a discussion that was held elsewhere. Run again, it adds only what is new.',
  );
  command
    .command('polis')
    .description('a Polis export: comments.csv, votes.csv, participants-votes.csv, summary.csv')
    .argument('<folder>', 'the folder with the exported files')
    .option('--dry-run', 'read and check everything, write nothing')
    .action(polis);
  command
    .command('decidim')
    .description('a Decidim export: proposals.jsonl and comments.jsonl, plain or .gz')
    .argument('<folder>', 'the folder with the exported files')
    .option('--dry-run', 'read and check everything, write nothing')
    .action(decidim);
  return command;
}
