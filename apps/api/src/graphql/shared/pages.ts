import { setTimeout as sleep } from 'node:timers/promises';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { ReadAfter, Reading } from '../../database/replicas/replicas.js';
import type { Asked, DiffersBy, Known, Made, NobodyWith, Question, Reader } from './asked.js';
import { keyOf } from './key.js';
import { fillForVisitors, fillPage, makePage, type SharedPage } from './page.js';
import { planOf, withHoles } from './plan.js';

/** How long a page is shown. What it is made of may be as old again, so nothing shown is older than a second. */
const LIVES_MS = 500;
/** From this age it is made anew beside, so that nobody waits for it. */
const RENEWED_MS = 250;
/**
 * So often at most for those who have just written. Each of them is shown what they wrote; were a page made for
 * each, pages would take all there is while many vote and look.
 */
const PAUSE_MS = 100;
/** Who asks first is answered as ever; a page is made for those who come within so long after. */
const ASKED_AGAIN_MS = 10_000;
/** A document is cut when it has been asked so often. */
const TIMES_BEFORE = 3;
const MOST_DOCUMENTS = 500;
const MOST_ASKED = 5_000;
/** Letters of all pages that are kept; the rows behind their holes are about as much again. */
const MOST_BYTES = 32 * 1024 * 1024;

const oldest = <Key>(map: ReadonlyMap<Key, unknown>): Key => map.keys().next().value as Key;

/**
 * What pages show to everybody, kept in this process as text with holes for what is each viewer's own. The
 * same rules as for orders (`ranking/orders.ts`): made once for all who ask, never older than a second,
 * whoever wrote is shown what was read after, and no other process need tell of anything.
 */
export class SharedPages {
  /** Replies that were made of what is kept. */
  shown = 0;
  private readonly documents = new Map<string, Known>();
  private readonly asked = new Map<string, Asked>();
  private schemas: { schema: GraphQLSchema; holed: GraphQLSchema } | null = null;
  private bytes = 0;
  private met = 0;

  constructor(
    private readonly readAfter: ReadAfter,
    private readonly nobodyWith: NobodyWith,
    private readonly differsBy: DiffersBy,
  ) {}

  /** Notes a query that passed all doors and was answered well: whoever asks the same soon may share. */
  note(
    schema: GraphQLSchema,
    { query, variables }: Question,
    document: DocumentNode,
    interests: readonly string[],
  ): void {
    const known = this.documents.get(query) ?? this.meet(document);
    if (!known) return;
    this.documents.delete(query);
    this.documents.set(query, known);
    if (this.documents.size > MOST_DOCUMENTS) this.documents.delete(oldest(this.documents));
    known.times += 1;
    if (known.times === TIMES_BEFORE) this.plan(schema, known);
    if (!known.open && !known.hidden) return;
    const group = known.byInterests ? [...interests].sort() : [];
    const key = keyOf(known.number, variables, group);
    if (key === null) return;
    const lastAt = performance.now();
    const before = this.asked.get(key);
    if (before) before.lastAt = lastAt;
    else {
      const nothing = { kept: null, making: null, next: null, isHidden: false };
      this.asked.set(key, { key, known, variables, interests: group, lastAt, ...nothing });
    }
    if (this.asked.size > MOST_ASKED) this.drop(oldest(this.asked));
  }

  /** Whether the question may be shared at all, whoever asks. */
  isKnown({ query, operationName }: Question): boolean {
    const known = this.documents.get(query);
    if (!known?.open && !known?.hidden) return false;
    return operationName === null || operationName === known.operation.name?.value;
  }

  /** The reply, as it is sent; null for who must be answered on their own. */
  async answer(question: Question, reader: Reader): Promise<Buffer | null> {
    const { viewer } = reader;
    if (viewer && viewer.offices.length + viewer.officesWaiting.length > 0) return null;
    const now = performance.now();
    const asked = this.askedBefore(question, reader.interests, now);
    const page = asked && (await this.pageOf(asked, reader.wroteAt(), now));
    if (!page) return null;
    const reply = await (viewer ? fillPage(page, reader) : fillForVisitors(page, reader));
    if (reply) this.shown += 1;
    return reply;
  }

  /** The reply for whoever is not signed in, where it is kept whole; null where it must be waited for. */
  keptWhole(question: Question): Buffer | null {
    const now = performance.now();
    const asked = this.askedBefore(question, [], now);
    const whole = asked && this.keptPage(asked, Number.NEGATIVE_INFINITY, now)?.page?.whole;
    if (!whole) return null;
    this.shown += 1;
    return whole;
  }

  /** Forgets what was read. */
  forget(): void {
    for (const each of this.asked.values()) {
      each.kept = null;
      each.making = null;
      each.next = null;
    }
    this.bytes = 0;
  }

  /** A document with one query. */
  private meet(document: DocumentNode): Known | null {
    const operations = document.definitions.filter(
      (each): each is OperationDefinitionNode => each.kind === 'OperationDefinition',
    );
    const [operation, other] = operations;
    if (!operation || other || operation.operation !== 'query') return null;
    this.met += 1;
    return {
      number: this.met,
      times: 0,
      document,
      operation,
      open: null,
      hidden: null,
      byInterests: false,
    };
  }

  private plan(schema: GraphQLSchema, known: Known): void {
    if (this.schemas?.schema !== schema) this.schemas = { schema, holed: withHoles(schema) };
    let mayHide = false;
    const planWhile = (isHidden: boolean) =>
      planOf(
        this.schemas as { schema: GraphQLSchema; holed: GraphQLSchema },
        known.document,
        known.operation,
        (type, field) => {
          const by = this.differsBy(`${type}.${field}`);
          if (by === 'interests') known.byInterests = true;
          if (by === 'viewer_while_hidden') mayHide = true;
          return by === 'viewer' || (by === 'viewer_while_hidden' && isHidden);
        },
      );
    known.open = planWhile(false);
    known.hidden = mayHide ? planWhile(true) : null;
  }

  /** The question, where it was asked a moment ago. */
  private askedBefore(
    { query, variables }: Question,
    interests: readonly string[],
    now: number,
  ): Asked | null {
    const known = this.documents.get(query);
    const group = known?.byInterests ? [...interests].sort() : [];
    const key = known && keyOf(known.number, variables, group);
    const asked = key ? this.asked.get(key) : undefined;
    if (!asked || now - asked.lastAt > ASKED_AGAIN_MS) return null;
    asked.lastAt = now;
    this.asked.delete(asked.key);
    this.asked.set(asked.key, asked);
    return asked;
  }

  /** What is kept and shows what was written up to `since`. It is made anew beside when it is no longer fresh. */
  private keptPage(asked: Asked, since: number, now: number): Made | null {
    const { kept, making } = asked;
    if (!kept || kept.shows < since || now - kept.at > LIVES_MS) return null;
    if (now - kept.at > RENEWED_MS && !making) void this.make(asked, since, now);
    return kept;
  }

  /** A page that shows what was written up to `since`; null where there is none to share. */
  private async pageOf(asked: Asked, since: number, now: number): Promise<SharedPage | null> {
    const kept = this.keptPage(asked, since, now);
    if (kept) return kept.page;
    const { making } = asked;
    if (making && now - making.at <= LIVES_MS) {
      return making.shows >= since ? making.done : this.soon(asked, since);
    }
    const isTooEarly = !making && asked.kept && now - asked.kept.at < PAUSE_MS;
    return isTooEarly ? this.soon(asked, since) : this.make(asked, since, now);
  }

  /** One after that which is under way or was just made, for all who wrote too late for it. */
  private soon(asked: Asked, since: number): Promise<SharedPage | null> {
    if (asked.next) {
      asked.next.since = Math.max(asked.next.since, since);
      return asked.next.done;
    }
    const latest = { since };
    const done = this.afterPause(asked, latest);
    asked.next = Object.assign(latest, { done });
    return done;
  }

  private async afterPause(asked: Asked, latest: { since: number }): Promise<SharedPage | null> {
    const last = (asked.making ?? asked.kept)?.at ?? 0;
    await asked.making?.done;
    const pause = last + PAUSE_MS - performance.now();
    if (pause > 0) await sleep(pause);
    asked.next = null;
    const now = performance.now();
    // The last may show more than it had to.
    const kept = this.keptPage(asked, latest.since, now);
    return kept ? kept.page : this.make(asked, latest.since, now);
  }

  private make(asked: Asked, wroteAt: number, now: number): Promise<SharedPage | null> {
    const since = Math.max(wroteAt, now - LIVES_MS);
    const reading = this.readAfter(since);
    const { at } = reading;
    let shows = at;
    const restsOn = (keptAt: number) => {
      shows = Math.min(shows, keptAt);
    };
    const done = this.read(asked, reading, { since, restsOn }).catch(() => null);
    const making = { at, shows: since, done };
    asked.making = making;
    return done.then((page) => {
      // Another was begun later, or nobody asks any more.
      if (asked.making !== making || this.asked.get(asked.key) !== asked) return page;
      asked.making = null;
      this.bytes += (page?.bytes ?? 0) - (asked.kept?.page?.bytes ?? 0);
      asked.kept = { at, shows, page };
      this.makeRoom(asked);
      return page;
    });
  }

  private async read(
    asked: Asked,
    reading: Reading,
    { since, restsOn }: { since: number; restsOn: (keptAt: number) => void },
  ): Promise<SharedPage | null> {
    const { known, variables, interests } = asked;
    const nobody = (differs: () => void) =>
      this.nobodyWith(reading, { interests, wroteAt: () => since, restsOn, differs });
    if (!asked.isHidden && known.open) {
      let differs = false;
      const page = await makePage(
        known.open,
        nobody(() => {
          differs = true;
        }),
        variables,
      );
      if (!differs) return page;
      asked.isHidden = true;
    }
    return (
      known.hidden &&
      makePage(
        known.hidden,
        nobody(() => undefined),
        variables,
      )
    );
  }

  private makeRoom(latest: Asked): void {
    const since = performance.now() - ASKED_AGAIN_MS;
    for (const [key, { lastAt }] of this.asked) {
      if (key === latest.key || (this.bytes <= MOST_BYTES && lastAt > since)) break;
      this.drop(key);
    }
  }

  private drop(key: string): void {
    this.bytes -= this.asked.get(key)?.kept?.page?.bytes ?? 0;
    this.asked.delete(key);
  }
}
