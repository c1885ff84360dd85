import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { MalformedFile } from '@clarion/exchange';
import { RECORD_FILES, verifyExport } from '@clarion/exchange/record';
import { unzipRound } from '@clarion/exchange/round';
import type { Outcome } from './outcome.js';
import { oneLine } from './print.js';
import type { Usage } from './usage.js';

/** Entries below this are checked before anybody could read a line about them. */
const WORTH_SAYING = 20_000;

/** The files of an exported record; of a folder those that belong to it. */
async function filesOf(source: string): Promise<Map<string, Uint8Array>> {
  const found = await stat(source).catch(() => null);
  if (found === null) throw new MalformedFile(source, null, 'there is no such file or folder.');
  if (!found.isDirectory()) return unzipRound(await readFile(source), path.basename(source));
  const files = new Map<string, Uint8Array>();
  for (const name of Object.values(RECORD_FILES)) {
    const bytes = await readFile(path.join(source, name)).catch(() => null);
    if (bytes) files.set(name, bytes);
  }
  return files;
}

function sayProgress(done: number, total: number): void {
  if (total < WORTH_SAYING || done % 10_000 !== 0) return;
  process.stderr.write(`Entry ${done} of ${total}\n`);
}

/** `recount verify-record <export>`: the whole of it, and the first entry that is wrong. */
export async function verifyRecord(usage: Usage): Promise<Outcome> {
  const report = await verifyExport(await filesOf(usage.path), {
    key: usage.key,
    onProgress: sayProgress,
  });
  const { ok, size, checkpoints, origin, keys, problem, firstBroken } = report;
  const trust = usage.key
    ? 'the key that you named'
    : 'the key in the export itself: compare it with what others have';
  const at = firstBroken === null ? '' : `entry ${firstBroken}: `;
  return {
    identical: ok,
    lines: [
      ...(origin ? [oneLine(`The record of ${origin}`)] : []),
      ...keys.map((key) => `Signed with ${key}`),
      ...(ok
        ? [
            `${size} entries, in a chain without a gap`,
            `${checkpoints} checkpoints, each over exactly the entries before it`,
            `Checked with ${trust}`,
            '',
            'holds',
          ]
        : ['', `broken: ${at}${oneLine(problem ?? '')}`]),
    ],
    json: report,
  };
}
