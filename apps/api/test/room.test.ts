import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from '@jest/globals';

const ROOM = pathToFileURL(resolve('dist/room.js')).href;

/** A process that made much at once, as a start does, and let go of most: bytes that V8 holds before and two seconds later. */
function heldBy(then: string): { before: number; after: number } {
  const code = `
    import { giveBackRoom } from ${JSON.stringify(ROOM)};
    let much = Array.from({ length: 400_000 }, (_, each) => ({ each, text: 'x' + each }));
    much = much.filter(({ each }) => each % 100 === 0);
    const before = process.memoryUsage().heapTotal;
    ${then}
    setTimeout(() => console.log(JSON.stringify({ before, after: process.memoryUsage().heapTotal })), 2_000);`;
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
    // It did hang, where the session was ended while it was still at work.
    timeout: 20_000,
  });
  return JSON.parse(said) as { before: number; after: number };
}

describe('The room that a start needed', () => {
  test('is given back to the system, and what goes on goes on', () => {
    const { before, after } = heldBy('giveBackRoom(0);');
    expect(after).toBeLessThan(before / 2);
  }, 30_000);

  test.each(['', 'giveBackRoom(0)();'])(
    'is kept otherwise (so the test above can fail), and where the server stops before: %s',
    (then) => {
      const { before, after } = heldBy(then);
      expect(after).toBeGreaterThan(before / 2);
    },
    30_000,
  );
});
