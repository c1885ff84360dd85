import { readFileSync, writeFileSync } from 'node:fs';
import type { Sample } from './turns.js';

/** Memory of this process that is in RAM, and the most there was; Linux says both, others the most. */
function memory(): { now: number; most: number } {
  try {
    const status = readFileSync('/proc/self/status', 'utf8');
    const read = (name: string) =>
      Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) * 1024;
    return { now: read('VmRSS'), most: read('VmHWM') };
  } catch {
    return { now: process.memoryUsage.rss(), most: process.resourceUsage().maxRSS * 1024 };
  }
}

/** Lets the most begin again at what is held now, where the system can. */
function forgetMost(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // Then reading the input counts as well.
  }
}

/** What running it takes, from here; what was read before is input. */
export async function measure<Result>(
  run: () => Result | Promise<Result>,
): Promise<Omit<Sample, 'answer'> & { result: Result }> {
  globalThis.gc?.();
  forgetMost();
  const before = memory().now;
  const cpu = process.cpuUsage();
  const begun = performance.now();
  const result = await run();
  const milliseconds = performance.now() - begun;
  const { user, system } = process.cpuUsage(cpu);
  const { most } = memory();
  return {
    result,
    milliseconds,
    cpuMilliseconds: (user + system) / 1_000,
    peakBytes: most,
    growthBytes: Math.max(0, most - before),
  };
}
