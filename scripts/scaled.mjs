/** `pnpm scaled`: two instances, a primary and a streaming replica that is killed and brought back, under load. */
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

const HELP = `Usage: pnpm scaled [--seconds <n>]

Starts a primary and a streaming replica (Debian's Postgres: apt install postgresql) and two built servers on
them. Twelve people vote on one and look for their vote at once on the other; visitors read on both. Then
the replica is killed and brought back while they go on. No request may fail, and nobody may miss their own
vote. Last the control: with the replica kept 200 ms behind, browsers that forget how far the primary had
written when they voted must miss some.

  --seconds <n>   how long each part takes, 20 by default ("npm test": 4)`;

const MINUTES = 15;

await main(async () => {
  const { seconds: each } = { seconds: '20', ...readOptions(HELP, ['--seconds']) };
  if (!/^[1-9]\d*$/.test(each)) throw new Plain('--seconds is a number, such as 20.');
  await ensureInstalled();
  await build(console.log, ['@clarion/api']);
  const begun = Date.now();
  const folder = join(root, 'apps/api');
  const { command, args, env } = packageScript(folder, 'test', ['test/scaled.test.ts']);
  const { ok, output } = await run(command, args, {
    cwd: folder,
    minutes: MINUTES + (Number(each) * 6) / 60,
    // A machine without Debian's Postgres is told so, rather than that nothing is wrong.
    env: {
      ...env,
      CI: 'true',
      CLARION_SCALED_SECONDS: each,
      NODE_OPTIONS: '--disable-warning=ExperimentalWarning',
    },
    onLine: (line) => /^(Two|Calm|Killed|Back|Control|News)/.test(line) && console.log(`  ${line}`),
  });
  if (!ok) console.log(`\n${output.trim()}\n`);
  console.log(
    `${ok ? '✓ Nothing failed, and everybody saw their own vote' : '✗ Something is wrong'} (${seconds(begun)})`,
  );
  process.exit(ok ? 0 : 1);
});
