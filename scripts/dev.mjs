/** `pnpm dev`: everything rebuilt and restarted on change. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import {
  build,
  endGroup,
  ensureInstalled,
  environment,
  main,
  packageScript,
  readOptions,
  root,
} from './toolchain.mjs';

const HELP = `Usage: pnpm dev

Watches the packages, the API and the web app. The web app is at http://localhost:5173 and passes
/graphql on to the API, which is at http://localhost:4000 (its landing page: /graphql).`;

await main(async () => {
  readOptions(HELP);
  await ensureInstalled();
  await build(console.log, ['@clarion/api']);
  const api = join(root, 'apps/api');
  const serve = join(root, 'scripts/serve.mjs');
  const started = [
    ...packagesWithDev().map(({ name, folder }) => watchScript(name, folder)),
    watch('api build', api, join(api, 'node_modules/.bin/tsc'), [
      '-p',
      'tsconfig.build.json',
      '--noCheck',
      '--watch',
      '--preserveWatchOutput',
    ]),
    watch('api', root, process.execPath, ['--watch', '--watch-preserve-output', serve], {
      NODE_ENV: 'development',
    }),
    watchScript('web', join(root, 'apps/web')),
  ];
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => {
      for (const child of started) endGroup(child, 'SIGTERM');
      process.exit(0);
    });
  }
});

function packagesWithDev() {
  return readdirSync(join(root, 'packages'))
    .map((name) => ({ name, folder: join(root, 'packages', name) }))
    .filter(({ folder }) => {
      const file = join(folder, 'package.json');
      return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).scripts?.dev;
    });
}

function watchScript(name, folder) {
  const { command, args, env } = packageScript(folder, 'dev');
  return watch(name, folder, command, args, env);
}

function watch(name, cwd, command, args, env = {}) {
  const child = spawn(command, args, {
    cwd,
    env: { ...environment(), ...env },
    // Open while we run: Vite ends when its standard input does.
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  const say = (line) => line.trim() && console.log(`${name.padEnd(12)} ${line}`);
  createInterface({ input: child.stdout }).on('line', say);
  createInterface({ input: child.stderr }).on('line', say);
  child.once('exit', (code) => say(`ended${code ? ` with ${code}` : ''}`));
  return child;
}
