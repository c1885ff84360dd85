import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ukDay } from '@clarion/deliberation';
import { MalformedFile, ROLL_COLUMNS, type Roll, readRoll } from '@clarion/exchange';
import { Command, Option } from 'commander';
import { open } from '../database/open.js';
import { inTransaction } from '../database/transaction.js';
import { isDemoDatabase } from '../demo/is-demo.queries.js';
import { importRoll, knownClps, type RollImported } from '../exchange/roll-import.js';
import { PlainError } from '../plain-error.js';
import { progressBar } from './progress.js';

interface Options {
  dryRun?: boolean;
  missing: 'lapse' | 'keep';
  manyLapse?: boolean;
}

/** Refused lines that are printed; the rest are counted. */
const MOST_REFUSED = 100;

const counted = (n: number, one: string, many = `${one}s`) =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;
const people = (n: number) => counted(n, 'person', 'people');

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash).catch(() => {
    throw new MalformedFile(file, null, 'there is no such file, or this user may not read it.');
  });
  return hash.digest('hex');
}

function sayFields({ fields, addresses }: RollImported): string {
  const said: [number, string][] = [
    [fields.name, 'name'],
    [fields.standing, 'standing'],
    [fields.clp, 'CLP'],
    [fields.joinedOn, 'joined on'],
    [fields.lapsedOn, 'lapsed'],
    [addresses, 'email'],
  ];
  return said
    .filter(([n]) => n > 0)
    .map(([n, what]) => `${what} ${n.toLocaleString('en-GB')}`)
    .join(', ');
}

function sayMissing({ missing, lapsedMissing }: RollImported): string | null {
  if (missing.count === 0) return null;
  const office = missing.inOffice > 0 ? `, ${missing.inOffice} of them in office` : '';
  const what = lapsedMissing > 0 ? 'they lapse' : 'they stay as they are (--missing lapse)';
  return `Not in the file ${people(missing.count)}${office}: ${what}`;
}

/** What an import does or would do, a line each. */
function summary(result: RollImported, { says, ignored }: Roll): string[] {
  const left = Object.entries({ email: says.email, CLP: says.clp, lapsed: says.lapsed })
    .filter(([, isThere]) => !isThere)
    .map(([title]) => title);
  const lines = [
    `Added      ${people(result.added)}`,
    `Changed    ${people(result.changed)}${result.changed > 0 ? ` (${sayFields(result)})` : ''}`,
    `Lapsed     ${people(result.lapsed + result.lapsedMissing)}`,
    result.renewed > 0 ? `Renewed    ${people(result.renewed)}` : null,
    `Unchanged  ${people(result.unchanged)}`,
    `Refused    ${counted(result.refused.count, 'line')}`,
    ...result.refused.first.map(({ line, why }) => `  line ${line}: ${why}`),
    result.refused.count > MOST_REFUSED
      ? `  and ${counted(result.refused.count - MOST_REFUSED, 'more line')}`
      : null,
    result.erased > 0
      ? `Left out   ${counted(result.erased, 'line')} about people erased at their request`
      : null,
    sayMissing(result),
    left.length > 0
      ? `The file has no column ${left.join(', ')}: what is known of it stays.`
      : null,
    ignored.length > 0 ? `Nothing is made of the columns ${ignored.join(', ')}.` : null,
    result.addressesWait
      ? `${counted(result.addresses, 'new address', 'new addresses')} of people who were on the roll before: so many wait until an administrator says yes, on the page Administration.`
      : null,
  ];
  return lines.filter((line) => line !== null);
}

const TOO_MANY =
  'More than one in twenty would lapse, so nothing was written. If that is meant, say --many-lapse.';

async function bring(file: string, options: Options): Promise<void> {
  const sha256 = await hashOf(file);
  const at = new Date();
  const opened = await open({ statementTimeout: 0, mayShare: true });
  const bar = progressBar('Reading');
  try {
    if (await isDemoDatabase(opened.database.manager)) {
      throw new PlainError(
        'This database holds the demonstration. A real roll goes into a database of its own: set CLARION_DATA or DATABASE_URL to a new one.',
      );
    }
    const clps = await knownClps(opened.database.manager);
    const roll = await readRoll(file, {
      clps,
      today: ukDay(at),
      onProgress: ({ readBytes, totalBytes }) => bar.update(readBytes, totalBytes),
    });
    const result = await inTransaction(opened.database, (tx) =>
      importRoll(tx, roll, {
        at,
        keys: opened.keys,
        sha256,
        missing: options.missing,
        isLapsingMeant: options.manyLapse ?? false,
        isDryRun: options.dryRun ?? false,
        mostRefused: MOST_REFUSED,
        say: (step) => {
          bar.end();
          console.error(`${step} …`);
        },
      }),
    );
    console.log(`${basename(file)}, SHA-256 ${sha256}`);
    for (const line of summary(result, roll)) console.log(`  ${line}`);
    if (options.dryRun) console.log('Nothing was written (--dry-run).');
    if (result.isStopped) throw new PlainError(TOO_MANY);
  } finally {
    await opened.close();
  }
}

const EXAMPLE = `
Columns, in any order, found by their names; capitals, blanks and hyphens do not matter:
${ROLL_COLUMNS.map(({ says, alsoCalled }) => `  ${says.padEnd(18)} or ${alsoCalled.join(', ')}`).join('\n')}

  Without a column for email, CLP or lapsed, what is known of it stays. Instead of one name there may be
  a first and a last one. Standing: member, affiliated supporter, registered supporter. Days: 2026-11-21
  or 21/11/2026. Lapsed: the day from which the membership no longer runs, or empty.

Example:
  membership number,name,email,standing,CLP,joined on,lapsed
  L1000001,Asha Rahman,asha@example.org,member,Bristol East,2023-07-02,
  L1000006,Sunita Rao,sunita@example.org,affiliated supporter,Leicester East,20/10/2024,

A new email of somebody who was on the roll is told to the old and the new address, and for 72 hours no
code is sent there and no vote taken. An empty email changes nothing. The record says how many were added,
changed and lapsed, and the SHA-256 of the file. Run again, it changes nothing.`;

/** `clarion roll …` */
export function rollCommand(): Command {
  const command = new Command('roll').description('Who belongs to the party.');
  command
    .command('import')
    .description('brings the roll to what a CSV file in UTF-8 says, all of it or nothing')
    .argument('<csv>', 'the file')
    .option('--dry-run', 'read, compare and say what would happen; write nothing')
    .addOption(
      new Option('--missing <what>', 'what becomes of people who are not in the file')
        .choices(['lapse', 'keep'])
        .default('keep'),
    )
    .option('--many-lapse', 'let more than one in twenty lapse at once')
    .addHelpText('after', EXAMPLE)
    .action(bring);
  return command;
}
