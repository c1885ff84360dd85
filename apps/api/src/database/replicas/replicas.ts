import type { DataSource, EntityManager } from 'typeorm';
import type { Log } from '../../log.js';
import { inSets } from '../in-sets.js';
import { bytesOf, FLUSHED, watchPrimary } from './primary.js';
import { openReplica } from './replica.js';

/** A replica that is further behind is not read: with the half second that a page is kept nothing shown is older than one. */
export const MOST_BEHIND_MS = 500;

/** Something to read from. */
export interface Reading {
  db: EntityManager;
  /** It shows all that was acknowledged before this moment, on the clock of `performance.now()`. */
  at: number;
}

/** What to read from, so that all that was acknowledged before `since` is shown. */
export type ReadAfter = (since: number) => Reading;

export interface Replicas {
  /** How many there are, and how many of them are read from just now. */
  count: () => { all: number; used: number };
  /** By turns, of those that have come so far; else the primary. */
  after: ReadAfter;
  /** How far the primary has written: all that was acknowledged before it was asked. */
  position: () => Promise<string>;
  /** From which moment on what is read shows all up to a position; null where it is no position. */
  momentOf: (position: string) => number | null;
  stop: () => Promise<void>;
}

/** Whoever asks for the primary's position meanwhile goes with the next statement. */
const MOST_TOGETHER = 1_000;

/** Without replicas: everything is read where it is written. */
function onlyPrimary(database: DataSource): Replicas {
  return {
    count: () => ({ all: 0, used: 0 }),
    after: () => ({ db: database.manager, at: performance.now() }),
    position: () => Promise.resolve(''),
    momentOf: () => null,
    stop: () => Promise.resolve(),
  };
}

/** One statement for all who ask at the same time; it begins after they asked. */
function positionsOf(database: DataSource) {
  const ask = inSets(
    async (asked: readonly null[]) => {
      const [row] = await database.query<[{ position: string }]>(FLUSHED);
      return asked.map(() => row.position);
    },
    { most: MOST_TOGETHER },
  );
  return () => ask(null);
}

/**
 * The primary and the streaming replicas that follow it. How far each has come is asked ten times a second,
 * so to choose costs a request nothing.
 */
export function openReplicas(options: {
  database: DataSource;
  /** Where that is. */
  url: string;
  urls: readonly string[];
  /** The most connections to each. */
  pool: number;
  log: Log;
}): Replicas {
  const { database, url, urls, pool, log } = options;
  if (urls.length === 0) return onlyPrimary(database);
  const primary = watchPrimary(url, log);
  const replicas = urls.map((each) => openReplica({ url: each, pool, database, primary, log }));
  let turn = 0;
  const freshAfter = (since: number): Reading[] =>
    replicas.map(({ db, at }) => ({ db, at: at() })).filter(({ at }) => at > since);
  return {
    count: () => ({
      all: replicas.length,
      used: freshAfter(performance.now() - MOST_BEHIND_MS).length,
    }),
    after: (since) => {
      const now = performance.now();
      const fresh = freshAfter(Math.max(since, now - MOST_BEHIND_MS));
      turn += 1;
      return fresh[turn % fresh.length] ?? { db: database.manager, at: now };
    },
    position: positionsOf(database),
    momentOf: (position) => {
      const bytes = bytesOf(position);
      return bytes === null ? null : primary.passedBy(bytes);
    },
    stop: async () => {
      await Promise.all([primary, ...replicas].map((each) => each.stop()));
    },
  };
}
