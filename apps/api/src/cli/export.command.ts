import {
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type PolisConversation, writePolis } from '@clarion/exchange';
import { type RecordToExport, recordFiles, recordZip } from '@clarion/exchange/record';
import { Command } from 'commander';
import { recordToExport } from '../audit/export.service.js';
import { open } from '../database/open.js';
import { exportPolis } from '../exchange/polis-export.js';
import { PlainError } from '../plain-error.js';
import { makeCheckpoint, recordName } from '../record/checkpoint.service.js';
import { consultationId } from './consultation-id.js';
import { progressBar } from './progress.js';

/** Refuses a folder in which something is already. */
function checkFolder(folder: string): void {
  if (!existsSync(folder)) return;
  const isEmpty = readdirSync(folder).length === 0;
  if (!isEmpty) throw new PlainError(`${folder} is not empty. Name a new folder.`);
}

/** Writes all files or none, for nobody but this user to read. */
function writeFolder(folder: string, files: Record<string, Uint8Array>): void {
  const parent = dirname(folder);
  mkdirSync(parent, { recursive: true });
  const part = mkdtempSync(join(parent, `.${basename(folder)}-`));
  const bar = progressBar('Writing          ');
  try {
    const entries = Object.entries(files);
    for (const [at, [name, bytes]] of entries.entries()) {
      writeFileSync(join(part, name), bytes, { mode: 0o600 });
      bar.update(at + 1, entries.length);
    }
    rmSync(folder, { recursive: true, force: true });
    renameSync(part, folder);
  } catch (fault) {
    rmSync(part, { recursive: true, force: true });
    throw fault;
  } finally {
    bar.end();
  }
}

const counted = (n: number, one: string, many = `${one}s`) =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;

const saying = ({ statements, people, votes }: PolisConversation) =>
  `${counted(statements.length, 'statement')}, ${counted(people.length, 'person', 'people')}, ${counted(votes.choice.length, 'vote')}`;

async function polis(id: string, given: string): Promise<void> {
  const consultation = consultationId(id);
  const folder = resolve(given);
  checkFolder(folder);
  const opened = await open({ statementTimeout: 0, mayShare: true });
  const bar = progressBar('Reading the votes');
  const conversation = await opened.database
    .transaction((tx) =>
      exportPolis(tx, consultation, new Date(), (done, total) => bar.update(done, total)),
    )
    .finally(async () => {
      bar.end();
      await opened.close();
    });
  if (!conversation) throw new PlainError('There is no consultation of that id.');
  writeFolder(folder, writePolis(conversation));
  console.log(`Exported “${conversation.topic}”: ${saying(conversation)}.`);
  console.log(`  ${folder}`);
  console.log('  It holds how each person voted, without a name. Do not publish it.');
}

async function writeFiles(folder: string, found: RecordToExport): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for await (const { name, text } of recordFiles(found)) {
    await pipeline(Readable.from(text), createWriteStream(join(folder, name), { flags: 'wx' }));
  }
}

async function record(given: string): Promise<void> {
  const target = resolve(given);
  const isZip = target.endsWith('.zip');
  if (!isZip) checkFolder(target);
  else if (existsSync(target)) throw new PlainError(`${target} is there already.`);
  const opened = await open({ statementTimeout: 0, mayShare: true });
  const bar = progressBar('Writing the record');
  try {
    const { manager } = opened.database;
    const name = recordName(opened.environment.publicUrl);
    await makeCheckpoint(manager, { keys: opened.keys, name, at: new Date() });
    const found = await recordToExport(manager, (done, total) => bar.update(done, total));
    if (!found) throw new PlainError('The record has no entry yet.');
    if (isZip) {
      const zip = Readable.from(recordZip(found.record));
      await pipeline(zip, createWriteStream(target, { flags: 'wx' }));
    } else await writeFiles(target, found.record);
    bar.end();
    console.log(`Exported ${counted(found.size, 'entry', 'entries')}.\n  ${target}`);
  } finally {
    await opened.close();
  }
}

/** `clarion export …` */
export function exportCommand(): Command {
  const command = new Command('export').description(
    'Writes a discussion so that another system can load it.',
  );
  command
    .command('polis')
    .description('a folder with the files of a Polis export, which clarion import polis reads')
    .argument('<consultation>', 'the id of the consultation, which its page has in the address')
    .argument('<folder>', 'a folder that is new or empty')
    .addHelpText(
      'after',
      '\nThe folder holds how each person voted, without names: for scrutineers and for another system, not to be\npublished. People are numbered in an order that says nothing, every vote bears the moment of the export, and no\nstatement its author. Groups are the opinion groups found last.',
    )
    .action(polis);
  command
    .command('record')
    .description('every entry of the public record with what was signed, to be checked by anyone')
    .argument('<target>', 'a folder that is new or empty, or a file that ends in .zip')
    .addHelpText(
      'after',
      '\nIt is what everybody can download at /record/export.zip, and holds no text that people wrote.\nThe README in it says how to check it; recount verify-record does.',
    )
    .action(record);
  return command;
}
