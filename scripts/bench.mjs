/** `pnpm bench`: measures, side by side, and writes docs/benchmarks.md. Built first if need be. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, ensureInstalled, failUnlessDone, main, root } from './toolchain.mjs';

const done = failUnlessDone();
await main(async () => {
  await ensureInstalled(console.error);
  await build(console.error);
  const { bench } = await import(pathToFileURL(join(root, 'apps/bench/dist/main.js')).href);
  await bench(process.argv.slice(2));
  done();
});
