import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BenchOptions } from '../bench.js';
import { output, sampleOf } from '../own-process.js';
import { PlainError } from '../plain-error.js';
import { temporaryFolder } from '../temporary-folder.js';
import { type Subject, takeTurns } from '../turns.js';
import { BUNDLES, type BundleName } from './bundles.js';
import { commandLine } from './command-line.js';
import { inBrowser } from './in-browser.js';
import { type BundleMeasured, reportRecount } from './report.js';
import type { Written } from './written.js';

const SUBJECT = fileURLToPath(new URL('./subject.js', import.meta.url));
const ROUNDS = 7;
const QUICK_ROUNDS = 2;

/** A bundle is written, recounted in turns, and removed. */
async function measureBundle(
  bundle: BundleName,
  { isQuick, say }: BenchOptions,
): Promise<BundleMeasured> {
  const { path: folder, remove } = temporaryFolder('round');
  const file = join(folder, 'bundle.zip');
  try {
    say(`  writing a round of ${bundle} …`);
    const written = JSON.parse(
      await output(process.execPath, [SUBJECT, 'write', bundle, folder]),
    ) as Written;
    const engine: Subject = {
      name: 'the recount alone, in Node',
      run: () => sampleOf(SUBJECT, ['recount', bundle, folder]),
    };
    const program = commandLine(file);
    const browser = inBrowser(file, written);
    if (!program) say('  apps/recount has not been built: the command line is skipped.');
    if (!browser) say('  No Chromium, or no web app with the worker: the browser is skipped.');
    const subjects = [engine, program, browser].filter((one) => one !== null);
    const measured = await takeTurns(subjects, isQuick ? QUICK_ROUNDS : ROUNDS, say);
    for (const { name, turns } of measured) {
      const other = turns.find(({ answer }) => answer !== 'identical');
      if (other) throw new PlainError(`${name} does not say identical: ${other.answer}`);
    }
    return { bundle, written, measured };
  } finally {
    remove();
  }
}

export async function benchRecount(options: BenchOptions) {
  const bundles: BundleMeasured[] = [];
  const all = Object.keys(BUNDLES) as BundleName[];
  // The first is the one that the target names; the other takes a minute more.
  for (const bundle of options.isQuick ? all.slice(0, 1) : all) {
    bundles.push(await measureBundle(bundle, options));
  }
  return { text: reportRecount(bundles), versions: [] };
}
