import type { EntityManager } from 'typeorm';

/** What of some kind of thing is told to whoever watches one: the same to all of them. */
export interface Topic {
  /** Its field of `Subscription`, which is asked with the thing's `id`. */
  field: string;
  /** How things stand now, by id. What is not there, or not for everybody, is told as nothing. */
  read: (db: EntityManager, ids: readonly string[]) => Promise<Map<string, object>>;
  /**
   * Of some who watch a thing, by member's id, those who may not, or no longer; visitors are null.
   * Left out where all may.
   */
  without?: (
    db: EntityManager,
    id: string,
    watching: ReadonlySet<string | null>,
  ) => Promise<Set<string | null>>;
}
