import type { Log } from '../../log.js';
import { keepAsking } from './asking.js';

/** Answers that are kept: three seconds, where nothing is shown that is older than one. */
const KEPT = 30;

/** Which database of which cluster: the same on the primary and on what follows it. */
export const IDENTITY = `SELECT system_identifier || ' ' || (SELECT oid FROM pg_database
  WHERE datname = current_database()) AS identity FROM pg_control_system()`;

/** What is acknowledged has been flushed so far, and is seen by others only then. */
export const FLUSHED = 'SELECT pg_current_wal_flush_lsn() AS position';

/** "16/B374D848" as bytes from the beginning of the log; null where it is none. */
export function bytesOf(position: string): bigint | null {
  const [, high, low] = /^([0-9A-F]{1,8})\/([0-9A-F]{1,8})$/i.exec(position) ?? [];
  return high && low ? (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`) : null;
}

/** How far the primary had written at a moment between these two, on the clock of `performance.now()`. */
interface Sample {
  askedAt: number;
  heardAt: number;
  bytes: bigint;
}

/** How far the primary writes: what turns a place in its log into a moment of this process, and back. */
export interface Primary {
  /** Null until it has been asked. */
  identity: () => string | null;
  /** Whoever has replayed so far shows all that was acknowledged before this moment. */
  shownBy: (replayed: bigint) => number;
  /** What is read on the primary after this moment shows all that was acknowledged up to there. */
  passedBy: (written: bigint) => number;
  stop: () => Promise<void>;
}

export function watchPrimary(url: string, log: Log): Primary {
  const samples: Sample[] = [];
  let identity: string | null = null;
  const stop = keepAsking<{ position: string }>({
    url,
    ask: FLUSHED,
    met: async (client) => {
      const { rows } = await client.query<{ identity: string }>(IDENTITY);
      // Another one after a failover, whose log may go on from elsewhere.
      samples.length = 0;
      identity = rows[0]?.identity ?? null;
    },
    heard: ({ position }, askedAt) => {
      const bytes = bytesOf(position) ?? 0n;
      samples.push({ askedAt, heardAt: performance.now(), bytes });
      if (samples.length > KEPT) samples.shift();
    },
    lost: (fault) => log.debug(fault),
  });
  return {
    identity: () => identity,
    shownBy: (replayed) =>
      samples.findLast(({ bytes }) => bytes <= replayed)?.askedAt ?? Number.NEGATIVE_INFINITY,
    passedBy: (written) => {
      const first = samples.findIndex(({ bytes }) => bytes >= written);
      if (first === 0 && samples.length === KEPT) return Number.NEGATIVE_INFINITY;
      // One later: what has been flushed is seen by others a moment after.
      const after = first < 0 ? undefined : samples[first + 1];
      return after?.heardAt ?? performance.now();
    },
    stop,
  };
}
