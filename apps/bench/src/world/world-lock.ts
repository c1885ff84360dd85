import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { PlainError } from '../plain-error.js';

/** Who works with a world. */
interface Holder {
  pid: number;
  /** When that process began, as the system counts it: its number alone may be another's by now. */
  began: string;
  command: string;
  since: string;
}

/** When a process began, in ticks since the system did; '' where the system does not say, null where there is none. */
function beganOf(pid: number): string | null {
  try {
    process.kill(pid, 0);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ESRCH') return null;
  }
  try {
    // "pid (name) state ppid …"; the name may hold spaces and brackets, and the 22nd is the start.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

const isThere = ({ pid, began }: Holder) => beganOf(pid) === began;

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** Makes the file where there is none; false where there is. */
function makeLock(file: string, text: string): boolean {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, text);
  try {
    // Whole at once, and unlike rename it takes nothing from anybody.
    linkSync(own, file);
    return true;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Takes away the lock of a process that is gone, and no other that came meanwhile. */
function clear(file: string, stale: string): void {
  const aside = `${file}.${process.pid}.gone`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const taken = readText(aside);
  if (taken !== null && taken !== stale) makeLock(file, taken);
  rmSync(aside, { force: true });
}

/**
 * Takes a world for this process alone, and answers how to give it back. The lock of a process that was
 * killed is no lock. Throws PlainError that says who holds it.
 */
export function takeWorld(file: string): () => void {
  mkdirSync(dirname(file), { recursive: true });
  const holder: Holder = {
    pid: process.pid,
    began: beganOf(process.pid) ?? '',
    command: process.argv.slice(1).join(' '),
    since: new Date().toISOString(),
  };
  const text = `${JSON.stringify(holder)}\n`;
  while (!makeLock(file, text)) {
    const found = readText(file);
    if (found === null) continue;
    const other = JSON.parse(found) as Holder;
    if (isThere(other)) {
      throw new PlainError(
        `Process ${other.pid} (${other.command}) has been working with this world since ${other.since}. Wait for it, or end it.`,
      );
    }
    clear(file, found);
  }
  const release = () => {
    process.off('exit', release);
    if (readText(file) === text) rmSync(file, { force: true });
  };
  process.once('exit', release);
  return release;
}
