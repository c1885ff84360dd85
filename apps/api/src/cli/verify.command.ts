import { Command } from 'commander';
import { CHECKS, verifyRecord } from '../audit/verify-record.service.js';
import { open } from '../database/open.js';
import { PlainError } from '../plain-error.js';
import { progressBar } from './progress.js';

async function record({ json = false }: { json?: boolean }): Promise<void> {
  const opened = await open({ statementTimeout: 0, mayShare: true });
  const bar = progressBar('Checking the record');
  try {
    const faults = await verifyRecord(opened.database.manager, {
      keys: opened.keys,
      onProgress: (done, total) => bar.update(done, total),
    });
    bar.end();
    if (json) console.log(JSON.stringify({ ok: faults.length === 0, faults }, null, 2));
    else {
      for (const { check, problem } of faults) console.log(`✗ ${check.padEnd(13)} ${problem}`);
      console.log(
        faults.length === 0
          ? `The record is whole, and the tables say what it says (${CHECKS.length} checks).`
          : `${faults.length} things are not as they were entered.`,
      );
    }
    process.exitCode = faults.length === 0 ? 0 : 1;
  } finally {
    await opened.close();
  }
}

async function forgetSigned({ yes = false }: { yes?: boolean }): Promise<void> {
  if (!yes) {
    throw new PlainError(
      'After this the record may be signed anew over less than was signed before, which whoever kept a checkpoint will see. Only after a restore from an older backup, when everybody has been told. Say --yes.',
    );
  }
  const opened = await open({ mayShare: true });
  opened.keys.forgetSigned();
  await opened.close();
  console.log('From now on what is in the database is signed.');
}

/** `clarion verify …` */
export function verifyCommand(): Command {
  const command = new Command('verify').description('Checks the public record from within.');
  command
    .command('record')
    .description('that nothing in the record was changed, and that the tables say what it says')
    .option('--json', 'what was found, as JSON')
    .action(record);
  command
    .command('forget-signed')
    .description('lets a record that was put back be signed again, although it is shorter now')
    .option('--yes', 'that everybody who checks the record has been told')
    .action(forgetSigned);
  return command;
}
