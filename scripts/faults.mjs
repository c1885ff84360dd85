/** `pnpm faults`: kills a Clarion again and again while people write, sends things ten times at once, and looks for what is lost or doubled. */
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

const HELP = `Usage: pnpm faults [--part kills|replays] [--rounds <n>] [--seed <text>] [--keys <n>] [--mutations <names>]

Kills: runs the built server with a Postgres of its own, lets twelve people vote and write over HTTP, kills
the API, one process of Postgres, all of Postgres or everything with SIGKILL, starts it again, and
compares what was acknowledged with what is there. Then the same without waiting for the disk, where
something must be lost. A round takes about ten seconds.

Replays: of every mutation that makes something, a thousand things are each sent ten times at once. Each
must have one effect and one reply. It takes most of an hour and says each mutation that is done.

  --part <name>        kills or replays alone; both without it
  --rounds <n>         how often something is killed, 50 by default ("npm test" does it 5 times)
  --seed <text>        what chooses who sends what, and when what is killed; said at the beginning
  --keys <n>           how many things of each kind are sent, 1000 by default ("npm test": a thousand in all)
  --mutations <names>  replays of these alone, such as decide,publishRound: to go on where it was ended`;

const MINUTES_A_ROUND = 1;
const MOST_MINUTES_OF_REPLAYS = 240;

/** Runs a test of the API with settings of its own, and says each line that it tells of what it did. */
async function runTest(file, { env: settings, minutes, told }) {
  const folder = join(root, 'apps/api');
  const { command, args, env } = packageScript(folder, 'test', [`test/${file}.test.ts`]);
  const { ok, output } = await run(command, args, {
    cwd: folder,
    minutes,
    env: { ...env, ...settings, NODE_OPTIONS: '--disable-warning=ExperimentalWarning' },
    onLine: (line) => told.test(line) && console.log(`  ${line}`),
  });
  if (!ok) console.log(`\n${output.trim()}\n`);
  return ok;
}

function kill({ rounds, seed }) {
  console.log(`${rounds} rounds, --seed ${seed}`);
  return runTest('faults', {
    env: { CLARION_FAULT_ROUNDS: rounds, CLARION_FAULT_SEED: seed },
    minutes: Number(rounds) * MINUTES_A_ROUND + 15,
    told: /^(\d+\/\d+ kill|In all|Control)/,
  });
}

function replay({ keys, mutations }) {
  console.log(`${keys} things of each kind, sent ten times at once`);
  return runTest('replays', {
    env: { CLARION_REPLAYS: keys, ...(mutations && { CLARION_REPLAYS_OF: mutations }) },
    minutes: MOST_MINUTES_OF_REPLAYS,
    told: /^(\w+: \d+ × |Control)/,
  });
}

const PARTS = { kills: kill, replays: replay };

await main(async () => {
  const asked = readOptions(HELP, ['--part', '--rounds', '--seed', '--keys', '--mutations']);
  const options = { rounds: '50', seed: String(Date.now()), keys: '1000', ...asked };
  for (const name of ['rounds', 'keys']) {
    if (!/^[1-9]\d*$/.test(options[name])) throw new Plain(`--${name} is a number, such as 50.`);
  }
  const parts = options.part ? [PARTS[options.part]] : Object.values(PARTS);
  if (!parts[0]) throw new Plain(`--part is ${Object.keys(PARTS).join(' or ')}.`);
  await ensureInstalled();
  await build(console.log, ['@clarion/api']);
  const begun = Date.now();
  let ok = true;
  for (const part of parts) ok = (await part(options)) && ok;
  console.log(
    `${ok ? '✓ Nothing was lost, nothing doubled' : '✗ Something is wrong'} (${seconds(begun)})`,
  );
  process.exit(ok ? 0 : 1);
});
