import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { BODY_KINDS } from '@clarion/deliberation';
import { readCsv } from '@clarion/exchange';
import { Command } from 'commander';
import { open } from '../database/open.js';
import { inTransaction } from '../database/transaction.js';
import { isDemoDatabase } from '../demo/is-demo.queries.js';
import { type BodyLine, importBodies } from '../exchange/body-import.js';
import { PlainError } from '../plain-error.js';

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new PlainError(`There is no file ${file}, or this user may not read it.`);
  }
}

/** The lines of the file; the whole file is refused for one that is wrong, since bodies are few. */
function linesOf(file: string): BodyLine[] {
  const [header = [], ...rows] = readCsv(textOf(file));
  const at = (name: string) => header.findIndex((title) => title.trim().toLowerCase() === name);
  const [kindAt, nameAt, inAt] = [at('kind'), at('name'), at('part of')];
  if (kindAt < 0 || nameAt < 0) {
    throw new PlainError(`${basename(file)}: the first line names no column “kind” and “name”.`);
  }
  return rows
    .map((cells, index) => ({ cells, line: index + 2 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ cells, line }) => ({
      line,
      kind: (cells[kindAt] ?? '').trim().toLowerCase().replaceAll(' ', '_'),
      name: (cells[nameAt] ?? '').trim(),
      partOf: inAt < 0 ? '' : (cells[inAt] ?? '').trim(),
    }));
}

async function bring(file: string): Promise<void> {
  const lines = linesOf(file);
  const opened = await open({ statementTimeout: 0, mayShare: true });
  try {
    if (await isDemoDatabase(opened.database.manager)) {
      throw new PlainError('This database holds the demonstration, which has its own bodies.');
    }
    const { added, faults } = await inTransaction(opened.database, (tx) =>
      importBodies(tx, lines, new Date()),
    );
    for (const { line, why } of faults) console.error(`  line ${line}: ${why}`);
    if (faults.length > 0)
      throw new PlainError('Nothing was written. Put these lines right first.');
    console.log(`Added ${added} of ${lines.length}; the others were here.`);
  } finally {
    await opened.close();
  }
}

const EXAMPLE = `
Columns: kind, name, part of (the region of a CLP; may be left out). Kinds: ${BODY_KINDS.join(', ')}.

Example:
  kind,name,part of
  region,South West,
  clp,Bristol East,South West
  policy commission,Health and Social Care,
  nec,National Executive Committee,`;

/** `clarion body …` */
export function bodyCommand(): Command {
  const command = new Command('body').description('The organisations that act here.');
  command
    .command('import')
    .description('adds the bodies of a CSV file that are not here yet; changes none')
    .argument('<csv>', 'the file, in UTF-8')
    .addHelpText('after', EXAMPLE)
    .action(bring);
  return command;
}
