/** `npm start`: installs, builds, and serves Clarion. */
import { serve } from './serve.mjs';
import { build, ensureInstalled, main, readOptions } from './toolchain.mjs';

const HELP = `Usage: npm start

Installs what is missing, builds what changed, and serves the web app and the API at one address.
Nothing configured: Clarion brings its own Postgres, keeps its data in ./data, and loads the demo.

Settings come from the environment or from a file named .env; .env.example lists them all.
  CLARION_PORT   the port, 4000 by default
  DATABASE_URL   a Postgres of your own (15 or newer) instead of the one that comes with Clarion

Stop it with Ctrl-C. A second start keeps the data.`;

await main(async () => {
  readOptions(HELP);
  await ensureInstalled();
  await build();
  await serve();
});
