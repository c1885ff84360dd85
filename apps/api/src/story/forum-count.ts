import type { EntityManager } from 'typeorm';
import { type CountedRow, counts } from './public-count.queries.js';

/** How long a count of everything is shown before it is made anew. */
const LIVES_MS = 1_000;

/**
 * The public count of the whole forum, which every first page shows: it reads every contribution's status,
 * so it is counted once a second for all who look.
 */
export class ForumCount {
  private at = Number.NEGATIVE_INFINITY;
  private rows: Promise<CountedRow[]> | null = null;

  constructor(private readonly db: EntityManager) {}

  /** A count made after `since`, a moment of `performance.now()`: whoever wrote is counted. */
  of(since: number): Promise<CountedRow[]> {
    const now = performance.now();
    if (!this.rows || now - this.at > LIVES_MS || this.at <= since) {
      this.at = now;
      const rows = counts(this.db, null);
      this.rows = rows;
      rows.catch(() => {
        if (this.rows === rows) this.rows = null;
      });
    }
    return this.rows;
  }

  forget(): void {
    this.rows = null;
  }
}
