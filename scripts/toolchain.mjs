/** What every script needs before anything is installed: the right pnpm, the packages, the build. */
import './node-version.mjs';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** A fault with a message for the person at the keyboard. */
export class Plain extends Error {}

/** Runs a script's main function; a plain fault is printed alone, anything else with its stack. */
export async function main(run) {
  try {
    await run();
  } catch (error) {
    const isPlain = error instanceof Plain || error?.name === 'PlainError';
    console.error(isPlain ? error.message : error);
    process.exit(1);
  }
}

/**
 * For what works long: ends with a fault where it ends before it is done, however that comes about. Node
 * ends with 0 when nothing is left to wait for, also where somebody waits for what never comes. Answers
 * what says that it is done.
 */
export function failUnlessDone() {
  let isDone = false;
  process.on('exit', (code) => {
    if (isDone || code !== 0) return;
    console.error('It ended before it was done.');
    process.exitCode = 1;
  });
  return () => {
    isDone = true;
  };
}

/** Answers --help and refuses what it does not know. Returns the value of each named option. */
export function readOptions(help, names = []) {
  const args = process.argv.slice(2);
  const values = {};
  while (args.length > 0) {
    const [name, inline] = args.shift().split('=');
    if (name === '--help' || name === '-h') {
      console.log(help);
      process.exit(0);
    }
    if (!names.includes(name)) throw new Plain(`I do not know "${name}".\n\n${help}`);
    values[name.slice(2)] = inline ?? args.shift();
    if (!values[name.slice(2)]) throw new Plain(`"${name}" needs a value.\n\n${help}`);
  }
  return values;
}

/** Reads `.env` into the environment; what is already set wins. */
export function loadSettings() {
  const file = join(root, '.env');
  const hasFile = existsSync(file);
  if (hasFile) process.loadEnvFile(file);
  // Nothing configured: someone is trying it out.
  if (!hasFile && !process.env.DATABASE_URL && process.env.CLARION_DEMO === undefined) {
    process.env.CLARION_DEMO = 'true';
  }
}

export function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

/**
 * Runs a command to its end and keeps what it says. `onLine` hears every line as it comes; past the
 * time limit the whole process group is ended.
 */
export function run(command, args, { cwd = root, env = {}, onLine, minutes = 15 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...environment(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    remember(child);
    let output = '';
    let partial = '';
    const hear = (chunk) => {
      output += chunk;
      const lines = (partial + chunk).split('\n');
      partial = lines.pop();
      if (onLine) for (const line of lines) onLine(line);
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    const timer = setTimeout(() => {
      output += `\nStopped: it took longer than ${minutes} minutes.\n`;
      endGroup(child);
    }, minutes * 60_000);
    child.once('error', (error) => {
      output += error.message;
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      forget(child);
      resolve({ ok: code === 0, output });
    });
  });
}

const children = new Set();
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Each command has a process group of its own, so a Ctrl-C must be passed on. */
function remember(child) {
  if (children.size === 0) for (const signal of SIGNALS) process.on(signal, endAll);
  children.add(child);
}

function forget(child) {
  children.delete(child);
  if (children.size === 0) for (const signal of SIGNALS) process.off(signal, endAll);
}

function endAll() {
  for (const child of children) endGroup(child, 'SIGTERM');
  process.exit(130);
}

export function endGroup(child, signal = 'SIGKILL') {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Already gone.
  }
}

const wanted = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  .packageManager.split('@')[1]
  .split('+')[0];
const shims = join(root, '.cache', 'bin');
let prepared;

/** The environment for our tools: the right pnpm first on the PATH, nobody phoning home. */
export function environment() {
  prepared ??= {
    ...process.env,
    PATH: [...(pnpmOnPathFits() ? [] : [pnpmShim()]), process.env.PATH].join(delimiter),
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
    NO_COLOR: '1',
  };
  delete prepared.FORCE_COLOR;
  return prepared;
}

function pnpmOnPathFits() {
  const { stdout } = spawnSync('pnpm', ['--version'], { cwd: root, encoding: 'utf8' });
  return stdout?.trim() === wanted;
}

/** Fetches pnpm through npm once, and puts a small command for it where turbo finds it. */
function pnpmShim() {
  const shim = join(shims, 'pnpm');
  if (
    existsSync(shim) &&
    spawnSync(shim, ['--version'], { encoding: 'utf8' }).stdout?.trim() === wanted
  ) {
    return shims;
  }
  const fetched = spawnSync(
    'npx',
    ['--yes', '--prefer-offline', `--package=pnpm@${wanted}`, '--', 'sh', '-c', 'command -v pnpm'],
    { cwd: root, encoding: 'utf8' },
  );
  const path = fetched.stdout?.trim().split('\n').at(-1);
  if (fetched.status !== 0 || !path) {
    throw new Plain(
      `pnpm ${wanted} could not be fetched with npx. Is the npm registry in reach?\n${fetched.stderr ?? ''}`,
    );
  }
  mkdirSync(shims, { recursive: true });
  writeFileSync(shim, `#!/bin/sh\nexec "${path}" "$@"\n`);
  chmodSync(shim, 0o755);
  return shims;
}

/** Installs when the lockfile is not the one that was installed last. */
export async function ensureInstalled(say = console.log) {
  const marker = join(root, 'node_modules', '.clarion-install');
  const hash = createHash('sha256');
  for (const name of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) {
    hash.update(readFileSync(join(root, name)));
  }
  const current = `${hash.digest('hex')} ${process.platform}-${process.arch}\n`;
  if (existsSync(marker) && readFileSync(marker, 'utf8') === current) return;
  const begun = Date.now();
  say('Installing packages (the first time takes a minute or two) …');
  // CI: never ask a question that nobody is there to answer.
  const result = await run('pnpm', ['install', '--frozen-lockfile'], { env: { CI: 'true' } });
  if (!result.ok) throw new Plain(`The packages could not be installed.\n${result.output}`);
  writeFileSync(marker, current);
  say(`Packages installed (${seconds(begun)}).`);
}

/** Builds what changed, through turbo's cache. `filters` are turbo's; none means everything. */
export async function build(say = console.log, filters = []) {
  const begun = Date.now();
  say('Building …');
  const result = await turbo(['build', ...filters.map((filter) => `--filter=${filter}`)]);
  if (!result.ok) throw new Plain(`The build failed.\n${result.output}`);
  const cached = /Cached:\s+(\d+) cached, (\d+) total/.exec(result.output);
  say(`Built (${seconds(begun)}${cached ? `, ${cached[1]} of ${cached[2]} unchanged` : ''}).`);
}

/**
 * A package's script as a command, run as npm would. Not through pnpm, which gives the script a
 * process group of its own that we could not end.
 */
export function packageScript(folder, name, args = []) {
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const path = [join(folder, 'node_modules', '.bin'), environment().PATH].join(delimiter);
  return {
    command: 'sh',
    args: ['-c', `${scripts[name]} "$@"`, name, ...args],
    env: { PATH: path },
  };
}

export function turbo(args, options) {
  const flags = ['--output-logs=errors-only', '--log-order=grouped', '--ui=stream'];
  return run(join(root, 'node_modules', '.bin', 'turbo'), ['run', ...args, ...flags], options);
}
