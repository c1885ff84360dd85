/** The built server, in a process of its own with a demonstration of its own. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../../..');
/** The demonstration plays weeks of votes while it loads. */
const PATIENCE = 240_000;
const PATIENCE_TO_END = 20_000;

/** Starts it and waits until it answers. */
export async function startServer(settings = {}) {
  for (const built of ['apps/api/dist/main.js', 'apps/web/dist/index.html']) {
    if (!existsSync(join(root, built))) throw new Error(`${built} is not there: build first.`);
  }
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), 'clarion-browser-'));
  const server = spawn(process.execPath, ['scripts/serve.mjs'], {
    cwd: root,
    env: {
      ...process.env,
      // Tells the server to go when this process is gone, however that comes about.
      npm_lifecycle_event: process.env.npm_lifecycle_event ?? 'test:browser',
      NODE_ENV: 'production',
      NODE_OPTIONS: '',
      DATABASE_URL: '',
      CLARION_HOST: '127.0.0.1',
      CLARION_PUBLIC_URL: '',
      CLARION_KEYS: '',
      CLARION_PORT: String(port),
      CLARION_DATA: data,
      CLARION_DEMO: 'true',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = [];
  for (const stream of [server.stdout, server.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => log.push(text));
  }
  const started = { server, data, log, address: `http://127.0.0.1:${port}` };
  try {
    await answers(started);
  } catch (fault) {
    server.kill('SIGKILL');
    throw new Error(`${fault.message} It said:\n${log.join('').slice(-4_000)}`);
  }
  return started;
}

/** Ends it, and takes its data away. */
export async function stopServer({ server, data, log }) {
  if (server.exitCode === null && server.signalCode === null) {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    const timer = setTimeout(() => server.kill('SIGKILL'), PATIENCE_TO_END);
    server.kill('SIGTERM');
    await ended;
    clearTimeout(timer);
  }
  if (server.exitCode) {
    console.log(
      `The server ended with ${server.exitCode}. It said:\n${log.join('').slice(-4_000)}`,
    );
  }
  rmSync(data, { recursive: true, force: true });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function answers({ address, server }) {
  const until = Date.now() + PATIENCE;
  while (Date.now() < until) {
    if (server.exitCode !== null) throw new Error('The server ended while it was starting.');
    const response = await fetch(`${address}/health`).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  throw new Error(`The server did not answer within ${PATIENCE / 1_000} seconds.`);
}
