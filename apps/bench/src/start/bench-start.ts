import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BenchOptions } from '../bench.js';
import { output } from '../own-process.js';
import { PlainError } from '../plain-error.js';
import { NODE_OPTIONS } from '../serving/server-process.js';
import { temporaryFolder } from '../temporary-folder.js';
import { type Held, heldBy } from './process-memory.js';
import { reportStart, type StartMeasured } from './report-start.js';
import { freePort, type Started, startAndWait } from './started.js';

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));
/** Once the jobs of the start are done, and connections that nobody uses are closed. */
const IDLE_MS = 40_000;
const FULL = { rounds: 5, idleMs: IDLE_MS, isFresh: true };
const QUICK = { rounds: 2, idleMs: IDLE_MS / 2, isFresh: false };

/** What of this shell's settings says how the registry of packages is reached. */
const REACHING = /^(PATH|LANG|NODE_EXTRA_CA_CERTS|npm_config_.*|(https?|no)_proxy)$/i;

/** As somebody's first shell: an empty home, and none of our own settings. */
function freshEnvironment(home: string): NodeJS.ProcessEnv {
  const reaching = Object.entries(process.env).filter(([name]) => REACHING.test(name));
  return { ...Object.fromEntries(reaching), HOME: home };
}

/** Kept while it stands idle, then looked at. */
async function idle(started: Started, milliseconds: number): Promise<Held> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  return heldBy(started.pid);
}

/** `npm start` in a fresh clone of what is committed, and again in the same: seconds of each. */
async function inFreshClone(rounds: number, say: BenchOptions['say']) {
  const folder = temporaryFolder('start');
  try {
    const [home, clone] = [join(folder.path, 'home'), join(folder.path, 'clarion')];
    mkdirSync(home);
    await output('git', ['clone', '--quiet', ROOT, clone]);
    const port = await freePort();
    const env = { ...freshEnvironment(home), CLARION_PORT: String(port) };
    const start = () => startAndWait(['npm', 'start'], port, { cwd: clone, env });
    const first = await start();
    say(`  cold: ${(first.milliseconds / 1_000).toFixed(1)} s`);
    await first.stop();
    const warm: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const again = await start();
      warm.push(again.milliseconds);
      say(`  warm: ${(again.milliseconds / 1_000).toFixed(1)} s`);
      await again.stop();
    }
    return { cold: first.milliseconds, warm };
  } catch (fault) {
    // Without the registry there is nothing to measure; what else is asked for is.
    if (!(fault instanceof PlainError)) throw fault;
    say(`  ${fault.message}`);
    return null;
  } finally {
    folder.remove();
  }
}

/** The built server alone, on the demonstration, which was loaded before. */
async function builtServer(rounds: number, idleMs: number, say: BenchOptions['say']) {
  const folder = temporaryFolder('started');
  const port = await freePort();
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    CLARION_DATA: folder.path,
    CLARION_DEMO: 'true',
    CLARION_PORT: String(port),
    DATABASE_URL: '',
  };
  const serve = () =>
    startAndWait([process.execPath, ...NODE_OPTIONS, 'scripts/serve.mjs'], port, {
      cwd: ROOT,
      env,
    });
  const ready: Pick<Started, 'milliseconds' | 'cpuMilliseconds'>[] = [];
  const held: Held[] = [];
  try {
    const first = await serve();
    await idle(first, idleMs);
    await first.stop();
    for (let round = 0; round < rounds; round++) {
      const started = await serve();
      ready.push(started);
      held.push(await idle(started, idleMs));
      say(`  ready after ${started.milliseconds.toFixed(0)} ms`);
      await started.stop();
    }
    return { ready, held };
  } finally {
    folder.remove();
  }
}

export async function benchStart({ isQuick, say }: BenchOptions) {
  const { rounds, idleMs, isFresh } = isQuick ? QUICK : FULL;
  const served = await builtServer(rounds, idleMs, say);
  const fresh = isFresh ? await inFreshClone(rounds, say) : null;
  const measured: StartMeasured = { ...served, fresh, idleMs };
  return { text: reportStart(measured), versions: [] };
}
