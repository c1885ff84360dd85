import { parseArgs } from 'node:util';
import { PlainError } from '../plain-error.js';
import { openWorld } from '../world/world.js';
import { hotStatements, statementsIn } from './hot-statements.js';
import { jobStatements } from './job-statements.js';
import { largeTables } from './plan.js';
import { FOLDER, filesOf, writeFiles } from './plan-files.js';

/** The world whose plans are kept. */
export const MEMBERS = 100_000;
/** Of such a table nothing hot reads all rows. */
export const LARGE_ROWS = 5_000;

export const PLANS_HELP = `"pnpm bench plans" asks what members do and look at most in a world of ${MEMBERS.toLocaleString('en-GB')}, and writes every statement
with its plan to apps/api/sql. It says which of them read a large table from end to end.`;

/** `pnpm bench plans` */
export async function plansCommand(folder: string, args: readonly string[]): Promise<void> {
  try {
    parseArgs({ args: [...args], options: {} });
  } catch (fault) {
    throw new PlainError(`${(fault as Error).message} --help says more.`);
  }
  const world = await openWorld(folder, MEMBERS, (line) => console.error(line));
  try {
    const large = await largeTables(world.database, LARGE_ROWS);
    const found = await hotStatements(world);
    const jobs = await jobStatements(world);
    writeFiles(filesOf(new Map([...statementsIn(found), ...jobs]), MEMBERS));
    for (const [name, { seen, first, kept }] of found) {
      const scanned = seen.flatMap(({ plan }) => plan.scanned.filter((it) => large.has(it)));
      const saying = scanned.length > 0 ? `, reads all of ${scanned.join(', ')}` : '';
      console.log(`${name}: ${first} statements, ${kept} while what is shared is kept${saying}`);
    }
    console.log(`Written to ${FOLDER}.`);
  } finally {
    await world.close();
  }
}
