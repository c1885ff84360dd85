// What runs in the page is written here as well.
/// <reference lib="dom" />

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type BrowserServer, chromium } from 'playwright-core';
import { PlainError } from '../plain-error.js';
import type { Sample, Subject } from '../turns.js';
import { serveBundle } from './static-server.js';
import type { Written } from './written.js';

const ASSETS = fileURLToPath(new URL('../../../web/dist/assets', import.meta.url));
const CHROMIUM = process.env['CHROMIUM'] || '/usr/bin/chromium';
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** Of the counters in /proc, on every Linux that there is. */
const TICK_MS = 10;

/** The worker of the web app that recounts, as built; null where there is none. */
export function workerFile(): string | null {
  if (!existsSync(ASSETS) || !existsSync(CHROMIUM)) return null;
  return readdirSync(ASSETS).find((name) => /^recount\.worker-.*\.js$/.test(name)) ?? null;
}

/** What the processes that draw pages used so far; the worker runs in one of them. Zeros where unknown. */
function pageProcesses(browser: BrowserServer): { cpu: number; mostBytes: number } {
  const used = { cpu: 0, mostBytes: 0 };
  if (!existsSync('/proc/self/stat')) return used;
  const own = browser.process().pid ?? -1;
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      parents.set(Number(name), Number(fields[1]));
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
      if (!command.includes('--type=renderer') || !descends(Number(name), own, parents)) continue;
      used.cpu += (Number(fields[11]) + Number(fields[12])) * TICK_MS;
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      const most = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
      used.mostBytes = Math.max(used.mostBytes, most);
    } catch {
      // It has ended meanwhile.
    }
  }
  return used;
}

/** A child has a greater number than its parent, but for the rare time when the numbers begin again. */
function descends(process: number, from: number, parents: ReadonlyMap<number, number>): boolean {
  for (let at: number | undefined = process; at !== undefined; at = parents.get(at)) {
    if (at === from) return true;
  }
  return false;
}

interface Told {
  milliseconds: number;
  message: { kind: string; report?: { isIdentical: boolean; firstDifference: string | null } };
}

/** In the page: raises the worker, asks it, and waits for its last word. */
function recountInPage(asked: { worker: string; manifestSha256: string; key: string }) {
  return new Promise<Told>((resolve) => {
    const begun = performance.now();
    const worker = new Worker(asked.worker, { type: 'module' });
    const end = (message: Told['message']) =>
      resolve({ milliseconds: performance.now() - begun, message });
    worker.onmessage = ({ data }: MessageEvent<Told['message']>) => {
      if (data.kind !== 'progress') end(data);
    };
    worker.onerror = () => end({ kind: 'the worker did not start' });
    const { manifestSha256, key } = asked;
    worker.postMessage({ url: '/bundle.zip', manifestSha256, key, proposalId: null, kept: [] });
  });
}

async function runInBrowser(bundle: string, worker: string, written: Written): Promise<Sample> {
  const server = await serveBundle(ASSETS, bundle);
  const launched = await chromium.launchServer({ executablePath: CHROMIUM, args: FLAGS });
  try {
    const browser = await chromium.connect(launched.wsEndpoint());
    const page = await browser.newPage({ baseURL: server.address });
    await page.goto('/');
    const before = pageProcesses(launched);
    const { milliseconds, message } = await page.evaluate(recountInPage, {
      worker: `/assets/${worker}`,
      manifestSha256: written.manifestSha256,
      key: written.key,
    });
    const after = pageProcesses(launched);
    if (!message.report?.isIdentical) {
      throw new PlainError(`The browser says ${JSON.stringify(message).slice(0, 400)}`);
    }
    return {
      milliseconds,
      cpuMilliseconds: after.cpu - before.cpu,
      peakBytes: after.mostBytes,
      growthBytes: Math.max(0, after.mostBytes - before.mostBytes),
      answer: 'identical',
    };
  } finally {
    await launched.close();
    await server.close();
  }
}

/** The web app's own worker in Chromium; null where one of them is missing. */
export function inBrowser(bundle: string, written: Written): Subject | null {
  const worker = workerFile();
  if (!worker) return null;
  return { name: 'Chromium', run: () => runInBrowser(bundle, worker, written) };
}
