import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import { familyOf, heldBy } from '../src/start/process-memory.js';
import { reportStart } from '../src/start/report-start.js';

const MB = 2 ** 20;

test('what a server started counts beside it, and goes with it', async () => {
  const holding = `globalThis.held = Buffer.alloc(${60 * MB}, 1); console.log('held'); setInterval(() => {}, 1000)`;
  const parent = spawn('sh', ['-c', `"${process.execPath}" -e "${holding}"; true`]);
  const pid = parent.pid ?? 0;
  await once(parent.stdout, 'data');
  const family = familyOf(pid);
  expect(family).toHaveLength(2);
  const { server, database } = heldBy(pid);
  expect(server).toBeLessThan(10 * MB);
  expect(database).toBeGreaterThan(60 * MB);
  process.kill(family[1] ?? 0);
  await once(parent, 'exit');
  expect(familyOf(pid)).toEqual([]);
});

test('what could not be measured is not said to be met', () => {
  const report = reportStart({
    ready: [{ milliseconds: 2_000, cpuMilliseconds: 1_500 }],
    held: [{ server: 150 * MB, database: 60 * MB }],
    fresh: null,
    idleMs: 40_000,
  });
  expect(report).toContain('| cold `npm start` | ≤ 90.0 s |  | not measured |');
  expect(report).toContain('| server ready after its process starts | ≤ 3.00 s | 2.00 s | yes |');
  expect(report).toContain('| idle memory, Postgres included | ≤ 200 MB | 210 MB | **no** |');
});
