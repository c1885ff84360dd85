import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';

const codeOf = (fault: unknown) => (fault as NodeJS.ErrnoException).code;

/** What a key's file holds; null where there is no such file. */
export function readKept(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (fault) {
    if (codeOf(fault) === 'ENOENT') return null;
    throw fault;
  }
}

/** The names of all files in a directory of keys, in order. */
export const keptIn = (directory: string): string[] =>
  existsSync(directory) ? readdirSync(directory).sort() : [];

/** Writes a key's file that only this user can read, in a directory that only they can enter; keeps the one that is there. */
export function keepNew(directory: string, path: string, bytes: Uint8Array): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  try {
    // `wx`: of two programs that make it at once, one does.
    const file = openSync(path, 'wx', 0o600);
    writeSync(file, bytes);
    fsyncSync(file);
    closeSync(file);
  } catch (fault) {
    if (codeOf(fault) !== 'EEXIST') throw fault;
  }
}

/** Writes such a file over the one that is there: after a power cut it is the old one or the new one. */
export function replaceKept(directory: string, path: string, text: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const fresh = `${path}.${process.pid}.new`;
  const file = openSync(fresh, 'w', 0o600);
  writeSync(file, text);
  fsyncSync(file);
  closeSync(file);
  renameSync(fresh, path);
}

/**
 * Destroys a key's file: what it held is written over, and the file goes. What a disk or a copy keeps of
 * it besides is beyond a program.
 */
export function destroyKept(path: string): void {
  if (!existsSync(path)) return;
  const file = openSync(path, 'r+');
  writeSync(file, new Uint8Array(statSync(path).size));
  fsyncSync(file);
  closeSync(file);
  rmSync(path, { force: true });
}
