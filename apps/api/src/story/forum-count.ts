import type { ReadAfter } from '../database/replicas/replicas.js';
import type { RequestContext } from '../graphql/context.js';
import { KeptForAll } from '../graphql/kept-for-all.js';
import { type CountedRow, counts } from './public-count.queries.js';

/** There is one, shown for a second before it is made anew. */
const KEPT = { livesMs: 1_000, most: 1 };

/**
 * The public count of the whole forum, which every first page shows: it reads every contribution's status,
 * so it is counted once a second for all who look.
 */
export class ForumCount {
  private readonly kept = new KeptForAll<CountedRow[]>(KEPT);

  constructor(private readonly readAfter: ReadAfter) {}

  /** What whoever asks wrote is counted. */
  of({ wroteAt, restsOn }: Pick<RequestContext, 'wroteAt' | 'restsOn'>): Promise<CountedRow[]> {
    const since = wroteAt();
    const { db, at } = this.readAfter(since);
    const kept = this.kept.of('', since, () => counts(db, null), at);
    restsOn?.(kept.at);
    return kept.value;
  }

  forget(): void {
    this.kept.forget();
  }
}
