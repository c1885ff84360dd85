import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** Between two questions to one Postgres: so much less is known of it than it knows. */
const EVERY_MS = 100;
/** Until one that is gone is tried again. */
const AGAIN_MS = 1_000;
/** One that has not answered for so long is gone, whatever its connection says. */
export const SILENT_MS = 500;

interface Options<Row> {
  url: string;
  ask: string;
  /** Told once for each connection, before it is asked. What it throws ends the connection. */
  met: (client: pg.Client) => Promise<void>;
  /** Told each answer, and when it was asked for, on the clock of `performance.now()`. What it throws ends the connection. */
  heard: (row: Row, askedAt: number) => void;
  /** Told once for each connection that ended or never stood. */
  lost: (fault: unknown) => void;
}

/** Asks a Postgres the same ten times a second, on a connection of its own. Answers how to stop. */
export function keepAsking<Row extends object>(options: Options<Row>): () => Promise<void> {
  const { url, ask, met, heard, lost } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const pause = (milliseconds: number) =>
    sleep(milliseconds, undefined, { ref: false, signal }).catch(() => undefined);

  const askOn = async (client: pg.Client) => {
    await client.connect();
    await met(client);
    while (!signal.aborted) {
      const askedAt = performance.now();
      const { rows } = await client.query<Row>(ask);
      heard(rows[0] as Row, askedAt);
      await pause(EVERY_MS);
    }
  };
  const once = async () => {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'clarion replicas',
      connectionTimeoutMillis: AGAIN_MS,
      query_timeout: SILENT_MS,
    });
    // Heard at once when it ends, not only when it is asked the next time.
    const ended = new Promise<never>((_, fail) => {
      client.once('error', fail);
      client.once('end', () => fail(new Error('The connection ended.')));
    });
    client.on('error', () => undefined);
    try {
      await Promise.race([askOn(client), ended]);
    } catch (fault) {
      if (!signal.aborted) lost(fault);
    } finally {
      ended.catch(() => undefined);
      client.end().catch(() => undefined);
    }
  };
  const asking = (async () => {
    while (!signal.aborted) {
      await once();
      await pause(AGAIN_MS);
    }
  })();
  return () => {
    stopping.abort();
    return asking;
  };
}
