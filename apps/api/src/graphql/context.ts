import type { EntityManager } from 'typeorm';
import type { Loaders } from './loader.js';

/** What every resolver has at hand, for the length of one request. */
export interface RequestContext {
  /** For reading. */
  db: EntityManager;
  /** What is `db` instead where nothing will be written: a replica, if one will do. */
  onlyToRead: () => EntityManager;
  /** Runs a write and its entry in the record in one transaction; a refusal rolls it back. */
  act: <T>(write: (tx: EntityManager) => Promise<T>) => Promise<T>;
  /** Told after a write in a transaction that others share; after `act` it is by itself. */
  wrote: () => void;
  /** When whoever asks wrote last, on the clock of `performance.now()`: what was kept before does not show it. */
  wroteAt: () => number;
  /** Seconds to wait before what is asked may be done; left out where the buckets of whoever asks were not asked yet. */
  wait?: number | undefined;
  /** The one moment of the request. */
  now: Date;
  loaders: Loaders;
  /** What puts a consultation first: the interests of whoever asks. */
  interests: readonly string[];
  /**
   * Where the rows at hand were read for everybody: from where, and what found them. What stands in them of a
   * viewer’s own is nobody’s.
   */
  forAll: Pick<RequestContext, 'db' | 'loaders'> | null;
  /** Where all are answered at once: told from when something is that was kept and is answered with. */
  restsOn?: (keptAt: number) => void;
  /** Where all are answered at once: told by a field that some of them would be answered otherwise. */
  differs?: () => void;
}
