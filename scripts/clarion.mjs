/** `pnpm clarion …`: the operator's command, built first if need be. Progress goes to stderr. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, ensureInstalled, loadSettings, main, root } from './toolchain.mjs';

await main(async () => {
  await ensureInstalled(console.error);
  const quiet = () => {};
  await build(quiet, ['@clarion/api']);
  loadSettings();
  const program = join(root, 'apps/api/dist/cli/clarion.js');
  process.argv[1] = program;
  await import(pathToFileURL(program).href);
});
