import { readdirSync, readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { inThread, keptThread } from '../src/jobs/thread.js';

const FILE = new URL('./stage/count-to.worker.mjs', import.meta.url);
const LONG_MS = 60_000;

interface Counted {
  threadId: number;
  asked: number;
}

describe('a thread that is kept', () => {
  it('answers one input after the other, those that came together too', async () => {
    const ask = keptThread(FILE, LONG_MS);
    const answers = await Promise.all([ask<Counted>('a'), ask<Counted>('b'), ask<Counted>('c')]);
    expect(answers.map(({ asked }) => asked)).toEqual([1, 2, 3]);
    expect(new Set(answers.map(({ threadId }) => threadId)).size).toBe(1);
  });

  it('ends with a fault, which its caller gets, and the next input has a new one', async () => {
    const ask = keptThread(FILE, LONG_MS);
    const first = await ask<Counted>('a');
    await expect(ask('fail')).rejects.toThrow('It was asked to fail.');
    const next = await ask<Counted>('a');
    expect(next.asked).toBe(1);
    expect(next.threadId).not.toBe(first.threadId);
  });

  it('ends when it is interrupted, and what waited behind has a new one', async () => {
    const ask = keptThread(FILE, LONG_MS);
    const first = await ask<Counted>('a');
    const stop = new AbortController();
    const waiting = ask('wait', { signal: stop.signal });
    const behind = ask<Counted>('a');
    await pause(0);
    stop.abort(new Error('The server stops.'));
    await expect(waiting).rejects.toThrow('The server stops.');
    expect((await behind).asked).toBe(1);
    expect((await behind).threadId).not.toBe(first.threadId);
  });

  it('goes when nothing comes', async () => {
    const ask = keptThread(FILE, 20);
    const first = await ask<Counted>('a');
    await pause(200);
    const next = await ask<Counted>('a');
    expect(next.asked).toBe(1);
    expect(next.threadId).not.toBe(first.threadId);
  });
});

describe('what takes its time in a thread', () => {
  const URGENT = new URL('./stage/how-urgent.worker.mjs', import.meta.url);
  const GIVE_WAY = new URL('../src/jobs/give-way.mjs', import.meta.url);
  const SOURCES = new URL('../src/', import.meta.url);
  const onLinux = process.platform === 'linux' ? it : it.skip;

  onLinux('gives way to those who wait for a page, who are as urgent as ever', async () => {
    const before = getPriority();
    expect(await inThread<number>(URGENT, GIVE_WAY.href)).toBe(10);
    expect(getPriority()).toBe(before);
    // A thread that does not is as urgent as they are.
    expect(await inThread<number>(URGENT, null)).toBe(before);
  });

  it('is all that we do in threads', () => {
    const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' });
    const workers = files.filter((file) => file.endsWith('.worker.mjs'));
    expect(workers.length).toBeGreaterThan(3);
    for (const file of workers) {
      expect(readFileSync(new URL(file, SOURCES), 'utf8')).toContain(
        "import '../jobs/give-way.mjs';",
      );
    }
  });
});
