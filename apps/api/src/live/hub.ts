import { setImmediate } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import type { Log } from '../log.js';
import { Circles } from './circles.js';
import { everySoOften, type Rhythm } from './rhythm.js';
import type { Topic } from './topic.js';
import type { Circle, Watcher, Wire } from './watcher.js';

/** The least between two looks at what changed: with the time to tell 10,000, nobody is shown what is older than a second. */
export const LOOK_MS = 800;
/** And the most: what an operator's hand, an import or a job changed, and whatever no word came of. */
const SURE_MS = 5_000;
/** How long rights are taken for what they were; from half of that on they are looked at when news have been told. */
const RIGHTS_MS = 5_500;
/** Things that one statement reads. */
const AT_ONCE = 5_000;
/** Watchers told before whoever waits for a page has a turn. */
const SLICE = 500;
/** Bytes that wait for a slow reader, from which on only the newest is kept for them. */
const SLOW = 64 * 1024;

/** Why a connection is ended from this side, as graphql-ws knows it: the client comes again as whoever it is by then. */
const FORBIDDEN = 4403;

interface Options {
  db: EntityManager;
  topics: readonly Topic[];
  /** Of some sessions, those that have not ended. */
  running: (ids: readonly string[]) => Promise<Set<string>>;
  log: Log;
}

/**
 * Tells whoever watches something how it stands: looks, for all of them at once, at what they watch, and
 * sends what is other than the last time. However many watch, a thing is read and written out once.
 */
export class Hub {
  private readonly circles = new Circles();
  private readonly rhythm: Rhythm;
  private rightsAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly options: Options) {
    this.rhythm = everySoOften({
      least: LOOK_MS,
      most: SURE_MS,
      work: () => this.look(),
      fault: (fault) => options.log.warn(fault),
    });
  }

  topic(field: string): Topic | undefined {
    return this.options.topics.find((topic) => topic.field === field);
  }

  /** Whether somebody may not watch a thing. */
  async refuses(topic: Topic, id: string, memberId: string | null): Promise<boolean> {
    const without = await topic.without?.(this.options.db, id, new Set([memberId]));
    return without?.has(memberId) ?? false;
  }

  /** Lets somebody watch; they are told how it stands, and then whenever it changes. Answers how to leave. */
  watch(key: string, watcher: Watcher, make: () => Circle): () => void {
    const { circle, leave } = this.circles.join(key, watcher, make);
    // What others were told last still stands, or all of them are about to be told otherwise.
    if (circle.last === null) this.rhythm.soon();
    else tellOne(watcher, circle.last);
    return leave;
  }

  /** Says that something was written, here or elsewhere. */
  hear(): void {
    if (!this.circles.isEmpty) this.rhythm.soon();
  }

  stop(): Promise<void> {
    return this.rhythm.stop();
  }

  private async look(): Promise<void> {
    if (this.circles.isEmpty) return;
    if (performance.now() - this.rightsAt >= RIGHTS_MS) await this.lookAtRights();
    await this.tellNews();
    if (performance.now() - this.rightsAt >= RIGHTS_MS / 2) await this.lookAtRights();
  }

  private async tellNews(): Promise<void> {
    for (const topic of this.options.topics) {
      const circles = this.circles.of(topic.field);
      const ids = [...new Set(circles.map(({ id }) => id))];
      for (let from = 0; from < ids.length; from += AT_ONCE) {
        const rows = await topic.read(this.options.db, ids.slice(from, from + AT_ONCE));
        const part = new Set(ids.slice(from, from + AT_ONCE));
        for (const circle of circles) {
          if (part.has(circle.id)) await this.tell(circle, rows.get(circle.id) ?? null);
        }
      }
    }
  }

  private async tell(circle: Circle, row: object | null): Promise<void> {
    const news = await circle.write(row);
    const isNew = news !== circle.last;
    circle.last = news;
    let told = 0;
    for (const watcher of isNew ? [...circle.watchers] : behind(circle)) {
      if (watcher.isGone) continue;
      tellOne(watcher, news);
      told += 1;
      if (told % SLICE === 0) await setImmediate();
    }
  }

  /** Ends the connections of sessions that have ended, and the subscriptions of those who may no longer. */
  private async lookAtRights(): Promise<void> {
    const at = performance.now();
    const wires = new Set(this.circles.watchers().map(({ wire }) => wire));
    await this.endSessions(wires);
    for (const topic of this.options.topics) {
      if (!topic.without) continue;
      for (const circle of this.circles.of(topic.field)) {
        const members = new Set([...circle.watchers].map(({ wire }) => wire.memberId));
        const without = await topic.without(this.options.db, circle.id, members);
        for (const watcher of circle.watchers) {
          if (without.has(watcher.wire.memberId)) watcher.end();
        }
      }
    }
    this.rightsAt = at;
  }

  private async endSessions(wires: ReadonlySet<Wire>): Promise<void> {
    const ids = new Set([...wires].flatMap(({ sessionId }) => sessionId ?? []));
    if (ids.size === 0) return;
    const running = await this.options.running([...ids]);
    for (const wire of wires) {
      if (wire.sessionId && !running.has(wire.sessionId)) wire.close(FORBIDDEN, 'Forbidden');
    }
  }
}

/** Who reads too slowly is told the newest later. */
function tellOne(watcher: Watcher, news: string): void {
  watcher.isBehind = watcher.wire.waiting() > SLOW;
  if (!watcher.isBehind) watcher.wire.send(`${watcher.head}${news}}`);
}

const behind = ({ watchers }: Circle): Watcher[] =>
  [...watchers].filter(({ isBehind }) => isBehind);
