import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HotStatements } from './hot-statements.js';

/** Where the statements of hot operations are kept with their plans. */
export const FOLDER = fileURLToPath(new URL('../../../api/sql', import.meta.url));

const HEAD = (name: string, members: number) =>
  `-- What "${name}" of the web app sends to Postgres, and how a world of ${members.toLocaleString('en-GB')} members answers it.
-- Written by: pnpm bench plans\n`;

/** A statement on lines of its own, without the margins it has in the code. */
function tidy(sql: string): string {
  const lines = sql.split('\n').filter((line) => line.trim() !== '');
  const margins = lines.slice(1).map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const margin = Math.min(...margins, 80);
  return lines.map((line, i) => (i === 0 ? line.trim() : line.slice(margin))).join('\n');
}

/** The file of each operation, by its name. */
export function filesOf(found: HotStatements, members: number): Map<string, string> {
  return new Map(
    [...found].map(([name, statements]) => {
      // Some are sent at the same time, in any order.
      const sorted = statements.toSorted((one, other) => (one.sql < other.sql ? -1 : 1));
      const parts = sorted.map(({ sql, plan }) => {
        const lines = plan.lines.map((line) => `--   ${line}`);
        return `\n${tidy(sql)};\n-- Plan:\n${lines.join('\n')}\n`;
      });
      return [`${name}.sql`, `${HEAD(name, members)}${parts.join('')}`];
    }),
  );
}

/** A file without its plans, which differ a little between machines. */
const statementsIn = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !line.startsWith('--'))
    .join('\n');

export function writeFiles(files: ReadonlyMap<string, string>): void {
  mkdirSync(FOLDER, { recursive: true });
  for (const name of readdirSync(FOLDER)) if (!files.has(name)) rmSync(join(FOLDER, name));
  for (const [name, text] of files) writeFileSync(join(FOLDER, name), text);
}

/** Names of files whose statements are no longer those that are sent, or that are not there. */
export function outdated(files: ReadonlyMap<string, string>): string[] {
  const kept = (name: string) => {
    const file = join(FOLDER, name);
    return existsSync(file) ? statementsIn(readFileSync(file, 'utf8')) : null;
  };
  return [...files].flatMap(([name, text]) => (kept(name) === statementsIn(text) ? [] : [name]));
}
