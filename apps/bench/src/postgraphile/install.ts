import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { output } from '../own-process.js';

/** PostGraphile needs Node 22 or newer, so it brings its own. Neither is installed but for this bench. */
const PACKAGES = { postgraphile: '5.1.5', node: '24.21.0' };

export interface PostGraphile {
  folder: string;
  /** The Node that it runs on. */
  node: string;
  version: string;
}

/** Where it is installed; npm fetches it the first time. */
export async function installPostGraphile(
  cache: string,
  say: (line: string) => void,
): Promise<PostGraphile> {
  const folder = join(cache, 'postgraphile');
  const binary = `node-${process.platform}-${process.arch}`;
  const wanted = [`postgraphile@${PACKAGES.postgraphile}`, `${binary}@${PACKAGES.node}`];
  const note = join(folder, 'installed.txt');
  if (!existsSync(note) || readFileSync(note, 'utf8') !== wanted.join(' ')) {
    say('  fetching PostGraphile …');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}\n');
    await output('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', ...wanted]);
    writeFileSync(note, wanted.join(' '));
  }
  return {
    folder,
    node: join(folder, 'node_modules', binary, 'bin', 'node'),
    version: `PostGraphile ${PACKAGES.postgraphile} on Node ${PACKAGES.node}`,
  };
}
