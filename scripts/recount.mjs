/** `pnpm recount -- …`: the recount of a published round, built first if need be. Progress goes to stderr. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, ensureInstalled, main, root } from './toolchain.mjs';

await main(async () => {
  await ensureInstalled(console.error);
  const quiet = () => {};
  await build(quiet, ['@clarion/recount']);
  // pnpm passes the two dashes on, which would make names of all options.
  if (process.argv[2] === '--') process.argv.splice(2, 1);
  await import(pathToFileURL(join(root, 'apps/recount/dist/recount.mjs')).href);
});
