import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { FLUSHED, IDENTITY } from '../database/replicas/primary.js';
import { placeOf } from '../database/replicas/replica.js';
import { MOST_BEHIND_MS } from '../database/replicas/replicas.js';
import type { Check } from './finding.js';

/** How long one is waited for. */
const PATIENCE_MS = 3_000;

interface Asked {
  url: string;
  /** Of the primary. */
  identity: string;
  position: string;
}

/** In words how a replica is, and whether that is a fault. */
async function lookAt({ url, identity, position }: Asked) {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
  });
  client.on('error', () => undefined);
  const begun = performance.now();
  const isThere = async () => {
    const { rows } = await client.query<{ isThere: boolean }>(
      'SELECT pg_last_wal_replay_lsn() >= $1::pg_lsn AS "isThere"',
      [position],
    );
    return rows[0]?.isThere ?? false;
  };
  try {
    await client.connect();
    const { rows } = await client.query<{ identity: string }>(IDENTITY);
    if (rows[0]?.identity !== identity) return 'holds another database than DATABASE_URL.';
    const { rows: states } = await client.query('SELECT WHERE pg_is_in_recovery()');
    if (states.length === 0) return 'is no replica: it follows no primary.';
    while (!(await isThere())) {
      if (performance.now() - begun > PATIENCE_MS) {
        return `is more than ${PATIENCE_MS / 1000} seconds behind; it is not read while that is more than ${MOST_BEHIND_MS} ms.`;
      }
      await sleep(20);
    }
    return null;
  } catch {
    return 'cannot be reached, or does not let this user in.';
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Whether the replicas follow, and how closely. */
export const replicas: Check = async ({ database, environment }) => {
  const { replicaUrls } = environment;
  if (replicaUrls.length === 0)
    return { saying: 'No replica is set: all is read from one Postgres' };
  const [{ identity }] = await database.query<[{ identity: string }]>(IDENTITY);
  const [{ position }] = await database.query<[{ position: string }]>(FLUSHED);
  const found = await Promise.all(
    replicaUrls.map(async (url) => {
      const begun = performance.now();
      const fault = await lookAt({ url, identity, position });
      const took = Math.round(performance.now() - begun);
      return { place: placeOf(url), fault, took };
    }),
  );
  const faults = found.flatMap(({ place, fault }) =>
    fault ? [`The replica at ${place} ${fault}`] : [],
  );
  const list = found.map(({ place, took }) => `${place} (asked and found there in ${took} ms)`);
  return {
    saying: `Replicas have all that was written: ${list.join(', ')}`,
    fault: faults.length ? faults.join(' ') : undefined,
    remedy:
      'Meanwhile all is read where it is written. See docs/operating.md, “More than one machine”.',
  };
};
