import { readlinkSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

/**
 * What takes its time in a thread gives way to whoever waits for a page or a vote: on Linux, where each thread
 * has a priority of its own, and this one is told by a link.
 */
if (process.platform === 'linux') {
  try {
    const [thread] = readlinkSync('/proc/thread-self').match(/\d+$/) ?? [];
    if (thread) setPriority(Number(thread), constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Where it may not, it takes its turns like everybody else.
  }
}
