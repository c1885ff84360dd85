import { execFileSync } from 'node:child_process';
import { arch, cpus, loadavg, release, totalmem, type } from 'node:os';
import { sayNumber } from './spread.js';

function commit(folder: string): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' }).trim();
  try {
    const changes = git('status', '--porcelain', '--', 'apps', 'packages');
    return `${git('rev-parse', '--short', 'HEAD')}${changes ? ' with changes' : ''}`;
  } catch {
    return 'unknown';
  }
}

/** Where, when and with what was measured, as a paragraph. */
export function sayMachine(folder: string, command: string): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const day = new Date().toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  return [
    `Measured on ${day} by \`${command}\` at commit ${commit(folder)}:`,
    `${cpus().length} × ${model}, ${sayNumber(totalmem() / 2 ** 30)} GB,`,
    `${type()} ${release()} (${arch()}), Node ${process.versions.node};`,
    `load when it began ${(loadavg()[0] ?? 0).toFixed(2)}.`,
  ].join(' ');
}
