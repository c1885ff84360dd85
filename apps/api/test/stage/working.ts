import { type Jobs, startJobs, type Task } from '../../src/jobs/jobs.js';
import type { Stage } from './stage.js';

/** Runs jobs while `work` runs, as a server does. */
export async function withJobs<T>(
  stage: Stage,
  tasks: Record<string, Task>,
  work: (jobs: Jobs) => Promise<T>,
  patience?: number,
): Promise<T> {
  const { environment, log } = stage.clarion;
  const jobs = await startJobs({
    url: environment.databaseUrl,
    tasks,
    log,
    ...(patience && { patience }),
  });
  try {
    return await work(jobs);
  } finally {
    await jobs.stop();
  }
}

/** Waits until something is so; fails the test when it is not after twenty seconds, or as many as are given. */
export async function until(
  isSo: () => Promise<boolean>,
  what: string,
  milliseconds = 20_000,
): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`it never came about that ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
