import { type LensId, orderingLens } from '@clarion/deliberation';
import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import type { ReadAfter } from '../database/replicas/replicas.js';
import type { RequestContext } from '../graphql/context.js';
import { KeptBreadth } from './kept-breadth.js';
import { keyOf, type OrderAsk, type PublicOrder, readOrders } from './public-order.js';

/** How long a live order is shown before it must be counted anew. What a page shows is never staler. */
const LIVES_MS = 1_000;
/** From this age it is counted anew beside, so that nobody waits for it. */
const RENEWED_MS = 500;
/** Proposals in all orders that are kept: about 50 MB. */
const MOST_ROWS = 100_000;

/** Whoever asks: since when they may be shown what is kept, and who is told from when that is. */
type Asking = Pick<RequestContext, 'wroteAt' | 'restsOn'>;

interface Kept {
  /** It shows all that was written before, on the clock of `performance.now()`. */
  at: number;
  order: Promise<PublicOrder | null>;
  rows: number;
  isRenewed: boolean;
}

/** The lens whose order counts: that of the round, or the official one unless another stands in for it. */
export const orderingOf = ({ round, rules, beside }: PublicOrder): LensId =>
  round?.lens ?? orderingLens(rules, beside);

/**
 * The public part of rankings, kept in this process: one is made for all who ask at the same time, and
 * serves those who come within a second. No other process need tell of its votes, so none can fail to.
 * Rounds never change; they stay as long as there is room. Those asked for longest ago go first.
 */
export class Orders {
  private readonly kept = new Map<string, Kept>();
  private readonly readers = new Map<EntityManager, DataLoader<OrderAsk, PublicOrder | null>>();
  private rows = 0;

  constructor(
    private readonly readAfter: ReadAfter,
    private readonly breadth = new KeptBreadth(),
  ) {}

  /** An order in which whoever asks sees what they wrote; null where there is no such round. */
  of(ask: OrderAsk, asking: Asking): Promise<PublicOrder | null> {
    const kept = this.find(ask, asking.wroteAt());
    if (ask.round === null) asking.restsOn?.(kept.at);
    return kept.order;
  }

  private find(ask: OrderAsk, since: number): Kept {
    const key = keyOf(ask);
    const kept = this.kept.get(key);
    const age = kept ? performance.now() - kept.at : 0;
    if (!kept || (ask.round === null && (age > LIVES_MS || kept.at <= since))) {
      return this.keep(key, ask, since);
    }
    this.kept.delete(key);
    this.kept.set(key, kept);
    if (ask.round === null && age > RENEWED_MS && !kept.isRenewed) {
      kept.isRenewed = true;
      this.renew(key, ask, kept);
    }
    return kept;
  }

  /** The same under the lens whose order counts. */
  async thatCounts(ask: Omit<OrderAsk, 'lens'>, asking: Asking): Promise<PublicOrder | null> {
    const official = await this.of({ ...ask, lens: ask.rules.officialLens }, asking);
    const lens = official && orderingOf(official);
    return lens && lens !== ask.rules.officialLens ? this.of({ ...ask, lens }, asking) : official;
  }

  /** Forgets all live orders. */
  forget(): void {
    for (const [key, kept] of this.kept) this.drop(key, kept);
    this.breadth.forget();
  }

  /** Reads an order together with the others that are asked for in the same tick. */
  private read(ask: OrderAsk, since: number) {
    const { db, at } = this.readAfter(since);
    const reader =
      this.readers.get(db) ??
      new DataLoader<OrderAsk, PublicOrder | null>((asked) => readOrders(db, asked, this.breadth), {
        cache: false,
      });
    this.readers.set(db, reader);
    return { at, order: reader.load(ask), rows: 0, isRenewed: false };
  }

  private keep(key: string, ask: OrderAsk, since: number): Kept {
    const before = this.kept.get(key);
    if (before) this.drop(key, before);
    const kept: Kept = this.read(ask, since);
    this.kept.set(key, kept);
    kept.order.then(
      (order) => {
        if (order) this.weigh(key, kept, order);
        else this.drop(key, kept);
      },
      () => this.drop(key, kept),
    );
    return kept;
  }

  /** Counts anew while the order that is kept is still shown. When that fails, whoever comes next tries again and is told. */
  private renew(key: string, ask: OrderAsk, old: Kept): void {
    const kept = this.read(ask, old.at);
    kept.order.then(
      (found) => {
        if (!found || this.kept.get(key) !== old) return;
        this.drop(key, old);
        this.kept.set(key, kept);
        this.weigh(key, kept, found);
      },
      () => {
        old.isRenewed = false;
      },
    );
  }

  private weigh(key: string, kept: Kept, order: PublicOrder): void {
    if (this.kept.get(key) !== kept) return;
    kept.rows = order.ordered.rows.length;
    this.rows += kept.rows;
    for (const [oldest, each] of this.kept) {
      if (this.rows <= MOST_ROWS) break;
      this.drop(oldest, each);
    }
  }

  private drop(key: string, kept: Kept): void {
    if (this.kept.get(key) !== kept) return;
    this.kept.delete(key);
    this.rows -= kept.rows;
  }
}

/** The order that counts, read in a transaction: for an act that rests on it. */
export const orderIn = (
  tx: EntityManager,
  ask: Omit<OrderAsk, 'lens'>,
): Promise<PublicOrder | null> =>
  new Orders(() => ({ db: tx, at: performance.now() })).thatCounts(ask, {
    wroteAt: () => Number.NEGATIVE_INFINITY,
  });
