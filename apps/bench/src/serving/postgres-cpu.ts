import type { Statements } from '../api.js';
import { cpuOf } from './server-process.js';

/**
 * What the backends that serve clients use of the processor, from here to when it is asked, in milliseconds.
 * One that ended meanwhile is not counted: servers keep their connections.
 */
export async function postgresCpu(database: Statements): Promise<() => Promise<number>> {
  const now = async () => {
    const backends = await database.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE backend_type IN ('client backend', 'parallel worker')`,
    );
    return new Map(backends.map(({ pid }) => [pid, cpuOf(pid)]));
  };
  const before = await now();
  return async () => {
    let sum = 0;
    for (const [pid, cpu] of await now()) sum += cpu - (before.get(pid) ?? 0);
    return sum;
  };
}
