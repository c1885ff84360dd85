import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PlainError } from '../plain-error.js';
import type { Sample, Subject } from '../turns.js';

const RECOUNT = fileURLToPath(new URL('../../../recount/dist/recount.mjs', import.meta.url));
const USAGE_REPORT = new URL('./usage-report.js', import.meta.url).href;
const MOST_MS = 10 * 60_000;

type Used = Pick<Sample, 'cpuMilliseconds' | 'peakBytes' | 'growthBytes'>;

/** Runs `recount` on a bundle from its start to its end, as somebody at a keyboard waits for it. */
function runRecount(bundle: string): Promise<Sample> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(process.execPath, ['--import', USAGE_REPORT, RECOUNT, bundle], {
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      timeout: MOST_MS,
    });
    const heard = { printed: '', complaint: '', used: '' };
    const hear = (at: 1 | 2 | 3, what: keyof typeof heard) =>
      child.stdio[at]?.on('data', (chunk: Buffer) => {
        heard[what] += chunk.toString();
      });
    hear(1, 'printed');
    hear(2, 'complaint');
    hear(3, 'used');
    child.once('error', reject);
    child.once('close', (code) => {
      const milliseconds = performance.now() - begun;
      const lastLine = heard.printed.trim().split('\n').at(-1) ?? '';
      if (code !== 0 || !heard.used) {
        reject(new PlainError(`recount ended with ${code}. ${lastLine}\n${heard.complaint}`));
        return;
      }
      resolve({ milliseconds, ...(JSON.parse(heard.used) as Used), answer: lastLine });
    });
  });
}

/** The command; null where it has not been built. */
export function commandLine(bundle: string): Subject | null {
  if (!existsSync(RECOUNT)) return null;
  return { name: 'command line', run: () => runRecount(bundle) };
}
