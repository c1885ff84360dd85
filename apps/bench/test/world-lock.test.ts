import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { takeWorld } from '../src/world/world-lock.js';

const folder = mkdtempSync(join(tmpdir(), 'clarion-lock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const BUILT = resolve('dist/world/world-lock.js');
const TOOLCHAIN = resolve('../../scripts/toolchain.mjs');

/** A process that runs a module, and what it says. */
function running(code: string) {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const heard = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    heard.out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    heard.err += chunk.toString();
  });
  return { child, heard, ended: once(child, 'close') };
}

const takes = (file: string, then: string) => `
  import { takeWorld } from ${JSON.stringify(BUILT)};
  try { takeWorld(${JSON.stringify(file)}); console.log('taken'); ${then} }
  catch (fault) { console.log(fault.message); }`;
const STAYS = 'setInterval(() => {}, 1000);';

describe('A world', () => {
  test('is one process’s at a time, and who comes second is told whose', async () => {
    const file = join(folder, 'one.lock');
    const { child, ended } = running(takes(file, STAYS));
    await once(child.stdout, 'data');
    expect(() => takeWorld(file)).toThrow(`Process ${child.pid} (`);
    child.kill('SIGKILL');
    await ended;
    const release = takeWorld(file);
    expect(() => takeWorld(file)).toThrow(`Process ${process.pid} (`);
    release();
    takeWorld(file)();
  });

  test('of a process that is gone is taken by one alone of ten that come at once', async () => {
    const file = join(folder, 'ten.lock');
    // Of a process that has the number of one that lives, and began at another time.
    const gone = { pid: process.ppid, began: '1', command: 'gone', since: '2026-01-01' };
    writeFileSync(file, JSON.stringify(gone));
    const ten = Array.from({ length: 10 }, () => running(takes(file, STAYS)));
    await Promise.all(ten.map(({ child }) => once(child.stdout, 'data')));
    const took = ten.filter(({ heard }) => heard.out === 'taken\n');
    expect(took).toHaveLength(1);
    for (const { heard } of ten.filter((each) => !took.includes(each))) {
      expect(heard.out).toContain(`Process ${took[0]?.child.pid} (`);
    }
    for (const { child, ended } of ten) {
      child.kill('SIGKILL');
      await ended;
    }
  }, 30_000);
});

describe('What ends before it is done', () => {
  const ends = async (rest: string) => {
    const { child, heard, ended } = running(
      `import { failUnlessDone } from ${JSON.stringify(TOOLCHAIN)}; const done = failUnlessDone(); ${rest}`,
    );
    await ended;
    return { code: child.exitCode, err: heard.err };
  };

  test('ends with a fault, whatever it waited for', async () => {
    const never = 'void new Promise(() => {}).then(done);';
    expect(await ends(never)).toEqual({ code: 1, err: 'It ended before it was done.\n' });
    expect(await ends('process.exit(0);')).toMatchObject({ code: 1 });
    expect(await ends('done();')).toEqual({ code: 0, err: '' });
  });
});
