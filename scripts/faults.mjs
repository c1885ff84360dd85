/** `pnpm faults`: kills a Clarion again and again while people vote and write, and looks for what is lost. */
import { join } from 'node:path';
import {
  build,
  ensureInstalled,
  main,
  Plain,
  packageScript,
  readOptions,
  root,
  run,
  seconds,
} from './toolchain.mjs';

const HELP = `Usage: pnpm faults [--rounds <n>] [--seed <text>]

Runs the built server with a Postgres of its own, lets twelve people vote and write over HTTP, kills
the API, one process of Postgres, all of Postgres or everything with SIGKILL, starts it again, and
compares what was acknowledged with what is there. Then the same without waiting for the disk, where
something must be lost. A round takes about ten seconds.

  --rounds <n>     how often something is killed, 50 by default ("npm test" does it 5 times)
  --seed <text>    what chooses who sends what, and when what is killed; said at the beginning`;

const MINUTES_A_ROUND = 1;

await main(async () => {
  const { rounds = '50', seed = String(Date.now()) } = readOptions(HELP, ['--rounds', '--seed']);
  if (!/^[1-9]\d*$/.test(rounds)) throw new Plain('--rounds is a number, such as 50.');
  await ensureInstalled();
  await build(console.log, ['@clarion/api']);
  const begun = Date.now();
  console.log(`${rounds} rounds, --seed ${seed}`);
  const folder = join(root, 'apps/api');
  const { command, args, env } = packageScript(folder, 'test', ['test/faults.test.ts']);
  const { ok, output } = await run(command, args, {
    cwd: folder,
    minutes: Number(rounds) * MINUTES_A_ROUND + 15,
    env: {
      ...env,
      CLARION_FAULT_ROUNDS: rounds,
      CLARION_FAULT_SEED: seed,
      NODE_OPTIONS: '--disable-warning=ExperimentalWarning',
    },
    onLine: (line) => /^(\d+\/\d+ kill|In all|Control)/.test(line) && console.log(`  ${line}`),
  });
  if (!ok) console.log(`\n${output.trim()}\n`);
  console.log(`${ok ? '✓ Nothing was lost' : '✗ Something is wrong'} (${seconds(begun)})`);
  process.exit(ok ? 0 : 1);
});
