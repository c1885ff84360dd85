/** One step or one turn of the bench of recounts, in a process of its own: `subject.js STEP BUNDLE FOLDER`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recountRound, unzipRound, writeRound, zipRound } from '@clarion/exchange/round';
import { publicKeyOf, sign } from '@clarion/record';
import { measure } from '../measure.js';
import type { Sample } from '../turns.js';
import { BUNDLES, type BundleName, roundInput } from './bundles.js';
import type { Written } from './written.js';

const [step = '', bundle = '', folder = ''] = process.argv.slice(2);
const file = join(folder, 'bundle.zip');
/** Signs for nobody. */
const SECRET = new Uint8Array(32).fill(5);

async function write(): Promise<Written> {
  const key = {
    publicKey: await publicKeyOf(SECRET),
    sign: (bytes: Uint8Array) => sign(bytes, SECRET),
    salt: new Uint8Array(32),
    wordsSeed: new Uint8Array(32),
  };
  const input = roundInput(BUNDLES[bundle as BundleName]);
  const begun = performance.now();
  const { files, manifest, manifestSha256 } = await writeRound(input, key);
  const zip = zipRound(files);
  const milliseconds = performance.now() - begun;
  writeFileSync(file, zip);
  return {
    milliseconds,
    zipBytes: zip.length,
    bytes: Array.from(files.values()).reduce((sum, { length }) => sum + length, 0),
    votes: manifest.counts.votes,
    lenses: manifest.lenses.published,
    key: manifest.key,
    manifestSha256,
  };
}

/** The recount alone, without starting Node or printing. */
async function recount(): Promise<Sample> {
  const zip = readFileSync(file);
  const { result, ...taken } = await measure(() => recountRound(unzipRound(zip)));
  const answer = result.identical ? 'identical' : JSON.stringify(result.firstDifference);
  return { ...taken, answer };
}

const steps: Record<string, () => unknown> = { write, recount };
const run = steps[step];
if (!run) throw new Error(`There is no step "${step}".`);
process.stdout.write(JSON.stringify(await run()));
