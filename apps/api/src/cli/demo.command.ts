import { Command } from 'commander';
import { open } from '../database/open.js';
import { emptyDatabase } from '../demo/empty.js';
import { loadDemo } from '../demo/load.js';
import { PlainError } from '../plain-error.js';

async function reset(): Promise<void> {
  const opened = await open({ statementTimeout: 0, mayShare: true });
  try {
    if (!opened.environment.isDemo) {
      throw new PlainError(
        'This removes everything, so it runs only with CLARION_DEMO=true. Set it if this is a demonstration.',
      );
    }
    await emptyDatabase(opened.database);
    await loadDemo(opened, (line) => console.log(line));
  } finally {
    await opened.close();
  }
}

/** `clarion demo …` */
export function demoCommand(): Command {
  const command = new Command('demo').description('The demonstration with invented people.');
  command
    .command('reset')
    .description('removes everything and loads the demonstration afresh')
    .action(reset);
  return command;
}
