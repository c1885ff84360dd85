/** The list of `pnpm check`, which `npm test` runs as well. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, seconds, turbo } from './toolchain.mjs';

/** What is made by a command and committed: making it again must change nothing. */
const CONTRACT = ['packages/schema/schema.graphql'];
const GENERATED = ['apps/api/src/graphql/generated.ts', 'apps/web/src/graphql/generated'];

const tool = (name, ...args) => run(join(root, 'node_modules', '.bin', name), args);

export const checks = [
  {
    name: 'format',
    run: () => tool('biome', 'ci', '--colors=off', '--max-diagnostics=30', '--error-on-warnings'),
  },
  { name: 'lint', run: () => tool('eslint', '--max-warnings=0', '.') },
  {
    name: 'architecture',
    run: () => tool('depcruise', '--config=.dependency-cruiser.cjs', 'apps', 'packages'),
  },
  { name: 'unused', run: () => tool('knip', '--no-progress') },
  { name: 'types', run: () => turbo(['types', '--continue']) },
  { name: 'contract', run: () => unchanged(CONTRACT, ['--filter=@clarion/schema']) },
  { name: 'generated', run: () => unchanged(GENERATED, []) },
];

/** Runs them one after another (two cores), prints one line each, and what a failed one said. */
export async function runChecks(say = console.log) {
  let failed = 0;
  for (const check of checks) {
    const begun = Date.now();
    const { ok, output } = await check.run();
    say(`${ok ? '✓' : '✗'} ${check.name.padEnd(13)} ${seconds(begun)}`);
    if (!ok) {
      failed += 1;
      say(`\n${output.trim()}\n`);
    }
  }
  return { passed: checks.length - failed, failed };
}

async function unchanged(paths, filters) {
  const before = new Map(paths.flatMap(fingerprints));
  const result = await turbo(['generate', ...filters]);
  if (!result.ok) return result;
  const after = new Map(paths.flatMap(fingerprints));
  const all = new Set([...before.keys(), ...after.keys()]);
  const stale = [...all].filter((path) => before.get(path) !== after.get(path)).sort();
  return {
    ok: stale.length === 0 && after.size > 0,
    output: stale.length
      ? `These were out of date and have been made again; commit them:\n  ${stale.join('\n  ')}`
      : `Nothing is there at ${paths.join(', ')}.`,
  };
}

function fingerprints(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isDirectory()) {
    return readdirSync(full).flatMap((name) => fingerprints(join(path, name)));
  }
  return [[path, createHash('sha256').update(readFileSync(full)).digest('hex')]];
}
