/** Fails when the JavaScript of a first vote weighs more than 200 kB gzipped. Run after `vite build`. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LIMIT_KB = 200;
const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));

/** The chunk and everything it imports before it can run. */
function withImports(key, found = new Set()) {
  if (found.has(key)) return found;
  found.add(key);
  for (const next of manifest[key].imports ?? []) withImports(next, found);
  return found;
}

const votePage = Object.keys(manifest).find((key) => /pages\/VotePage\.tsx$/.test(key));
const needed = new Set();
for (const key of ['index.html', ...(votePage ? [votePage] : [])]) withImports(key, needed);

let total = 0;
for (const key of needed) {
  const { file } = manifest[key];
  if (!file.endsWith('.js')) continue;
  const size = gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length / 1000;
  total += size;
  console.log(`${size.toFixed(1).padStart(7)} kB  ${file}`);
}
const what = votePage ? 'the first vote' : 'the shell (no vote page yet)';
console.log(`${total.toFixed(1).padStart(7)} kB  ${what}, gzipped; the limit is ${LIMIT_KB} kB`);
if (total > LIMIT_KB) {
  console.error('Too heavy for a slow phone network: load something later, or leave it out.');
  process.exitCode = 1;
}
