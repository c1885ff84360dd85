/** Starts the built server in this very process, so that signals reach it. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadSettings, main, root } from './toolchain.mjs';

export async function serve() {
  loadSettings();
  leaveWithParent();
  // A terminal or a parent that is gone must not end the shutdown half-way.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  const { start } = await import(pathToFileURL(join(root, 'apps/api/dist/main.js')).href);
  await start();
}

/** npm and pnpm do not pass SIGTERM on: when one of them started us and is gone, we go too. */
function leaveWithParent() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const grandparent = parentOf(parent);
  const timer = setInterval(() => {
    // npm runs scripts through a shell, which outlives it: so the shell's parent counts as well.
    if (process.ppid === parent && parentOf(parent) === grandparent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 15_000).unref();
  }, 1_000);
  timer.unref();
}

function parentOf(pid) {
  if (existsSync('/proc/self/stat')) {
    try {
      // "pid (name) state ppid …"; the name may hold spaces and brackets.
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    } catch {
      return 0;
    }
  }
  return Number(spawnSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }).stdout);
}

if (process.argv[1] === import.meta.filename) await main(serve);
