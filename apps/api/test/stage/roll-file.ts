import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ukDay } from '@clarion/deliberation';
import { readRoll } from '@clarion/exchange';
import { inTransaction } from '../../src/database/transaction.js';
import { importRoll, knownClps, type RollImportOptions } from '../../src/exchange/roll-import.js';
import type { Stage } from './stage.js';

const HEADER = 'membership number,name,email,standing,CLP,joined on,lapsed';
const directory = mkdtempSync(join(tmpdir(), 'clarion-roll-'));
let files = 0;

/** A roll as a file of this machine; its path. */
export function rollFile(lines: readonly string[], header = HEADER): string {
  files += 1;
  const path = join(directory, `roll-${files}.csv`);
  writeFileSync(path, [header, ...lines, ''].join('\n'));
  return path;
}

/** A line about somebody in Salford. */
export const person = (
  number: string,
  { name = `Person ${number}`, email = '', lapsed = '', clp = 'Salford' } = {},
) => `${number},${name},${email},member,${clp},2020-03-04,${lapsed}`;

/** Imports a roll as the command does. */
export async function importFile(
  { database, clarion }: Pick<Stage, 'database' | 'clarion'>,
  path: string,
  options: Partial<RollImportOptions> = {},
) {
  const at = options.at ?? new Date();
  const clps = await knownClps(database.manager);
  const roll = await readRoll(path, { clps, today: ukDay(at) });
  return inTransaction(database, (tx) =>
    importRoll(tx, roll, {
      at,
      keys: clarion.keys,
      sha256: 'f'.repeat(64),
      missing: 'keep',
      isLapsingMeant: false,
      ...options,
    }),
  );
}
