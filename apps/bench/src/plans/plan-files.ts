import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HotStatement, HotStatements } from './hot-statements.js';

/** Where the statements of hot operations are kept with their plans. */
export const FOLDER = fileURLToPath(new URL('../../../api/sql', import.meta.url));

/** A statement on lines of its own, without the margins it has in the code. */
function tidy(sql: string): string {
  const lines = sql.split('\n').filter((line) => line.trim() !== '');
  const margins = lines.slice(1).map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const margin = Math.min(...margins, 80);
  return lines.map((line, i) => (i === 0 ? line.trim() : line.slice(margin))).join('\n');
}

/** Where a statement is kept: `contributions/comment.queries: withAncestors` in contributions/comment.withAncestors.sql. */
function fileOf(by: string | null): string {
  const [path = '', name = ''] = (by ?? 'typeorm: written').split(': ');
  return `${path.replace(/\.queries$/, '')}.${name}.sql`;
}

interface Kept {
  statement: HotStatement;
  operations: string[];
}

/** Each statement once, with the operations that ask it. */
function once(found: HotStatements): Kept[] {
  const kept = new Map<string, Kept>();
  for (const [name, statements] of found) {
    for (const statement of statements) {
      const known = kept.get(statement.sql);
      if (known) known.operations.push(name);
      else kept.set(statement.sql, { statement, operations: [name] });
    }
  }
  return [...kept.values()].sort((one, other) =>
    one.statement.sql < other.statement.sql ? -1 : 1,
  );
}

/** A file for each function that asks something, by its name. */
export function filesOf(found: HotStatements, members: number): Map<string, string> {
  const head = `-- Plans in a world of ${members.toLocaleString('en-GB')} members. Written by: pnpm bench plans\n`;
  const files = new Map<string, string>();
  for (const { statement, operations } of once(found)) {
    const { sql, by, plan } = statement;
    const lines = plan.lines.map((line) => `--   ${line}`);
    const part = `\n-- ${operations.join(', ')}\n${tidy(sql)};\n-- Plan:\n${lines.join('\n')}\n`;
    const file = fileOf(by);
    files.set(file, (files.get(file) ?? head) + part);
  }
  return files;
}

export function writeFiles(files: ReadonlyMap<string, string>): void {
  rmSync(FOLDER, { recursive: true, force: true });
  for (const [name, text] of files) {
    const path = join(FOLDER, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

/** The statements in the files that are kept. */
function keptStatements(): string[] {
  if (!existsSync(FOLDER)) return [];
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' });
  return files
    .filter((name) => name.endsWith('.sql'))
    .flatMap((name) => {
      const lines = readFileSync(join(FOLDER, name), 'utf8').split('\n');
      const text = lines.filter((line) => !line.startsWith('--')).join('\n');
      return text
        .split(/;\n/)
        .map((statement) => statement.trim())
        .filter(Boolean);
    });
}

/** What is sent and not kept, and what is kept and no longer sent. Plans differ a little between machines. */
export function differences(found: HotStatements): { unkept: string[]; unsent: string[] } {
  const sent = new Set(once(found).map(({ statement }) => tidy(statement.sql).trim()));
  const kept = new Set(keptStatements());
  return {
    unkept: [...sent].filter((statement) => !kept.has(statement)),
    unsent: [...kept].filter((statement) => !sent.has(statement)),
  };
}
