import { MalformedFile } from '@clarion/exchange';
import { recountBundle } from './bundle.js';
import { recountMatrix } from './matrix.js';
import { plain } from './outcome.js';
import { oneLine } from './print.js';
import { verifyReceiptFile } from './receipt.js';
import { verifyRecord } from './record.js';
import { HELP, readUsage, WrongUsage } from './usage.js';

const RUN = {
  bundle: recountBundle,
  matrix: recountMatrix,
  record: verifyRecord,
  receipt: verifyReceiptFile,
};

/** Runs the command; returns its exit code. */
async function main(args: readonly string[]): Promise<number> {
  try {
    const usage = readUsage(args);
    if (usage === null) {
      print(HELP);
      return 0;
    }
    const outcome = await RUN[usage.what](usage);
    print(usage.json ? JSON.stringify(outcome.json, plain, 2) : outcome.lines.join('\n'));
    return outcome.identical ? 0 : 1;
  } catch (error) {
    if (error instanceof WrongUsage) {
      process.stderr.write(`${error.message}\n"recount --help" says how it is used.\n`);
      return 2;
    }
    if (error instanceof MalformedFile) {
      print(`different: ${oneLine(error.message)}`);
      return 1;
    }
    throw error;
  }
}

const print = (text: string) => process.stdout.write(`${text}\n`);

// A reader that has seen enough, as `head` has, ends the program quietly.
process.stdout.on('error', () => process.exit());
process.exitCode = await main(process.argv.slice(2));
