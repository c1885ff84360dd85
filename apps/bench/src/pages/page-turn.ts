import type { Statements } from '../api.js';
import { type Asking, type Bounds, load, quantile } from '../serving/load.js';
import { postgresCpu } from '../serving/postgres-cpu.js';
import type { ServerProcess } from '../serving/server-process.js';
import type { Measured, Sample } from '../turns.js';

export interface PageSample extends Sample {
  p50: number;
  p99: number;
  failed: number;
  /** What the first failed reply said. */
  complaint: string;
  /** Processor time of Postgres a page. */
  postgresMilliseconds: number;
}

export interface Asks {
  server: ServerProcess;
  /** On which the server's Postgres is looked at. */
  database: Statements;
  asking: Asking;
  /** A reply is good when it is as long as this one. */
  expected: string;
}

/** Asks for a page again and again; what a page took. */
export async function pageTurn(
  { server, database, asking, expected }: Asks,
  bounds: Bounds,
): Promise<PageSample> {
  const postgres = await postgresCpu(database);
  const cpu = server.cpu();
  const loaded = await load(asking, bounds, expected);
  const replied = Math.max(1, loaded.replies);
  return {
    milliseconds: loaded.milliseconds / replied,
    cpuMilliseconds: (server.cpu() - cpu) / replied,
    postgresMilliseconds: (await postgres()) / replied,
    peakBytes: server.mostMemory(),
    growthBytes: 0,
    answer: '',
    p50: quantile(loaded, 0.5),
    p99: quantile(loaded, 0.99),
    failed: loaded.failed,
    complaint: loaded.complaint,
  };
}

/** What failed replies said, each once. */
export function complaintsOf(all: readonly Measured<PageSample>[]): string[] {
  const said = all.flatMap(({ name, turns }) =>
    turns.flatMap(({ complaint }) => (complaint ? [`${name}: \`${complaint.trim()}\``] : [])),
  );
  const unique = [...new Set(said)];
  return unique.length > 0 ? [`Failed replies said: ${unique.join('; ')}`] : [];
}
