/** Loaded before a program (`node --import`): writes what the process used to the file descriptor 3 at its end. */
import { writeFileSync } from 'node:fs';

const atStart = process.memoryUsage.rss();
process.once('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const peakBytes = maxRSS * 1024;
  const used = {
    cpuMilliseconds: (userCPUTime + systemCPUTime) / 1_000,
    peakBytes,
    growthBytes: peakBytes - atStart,
  };
  writeFileSync(3, JSON.stringify(used));
});
