import type { Circle, Watcher } from './watcher.js';

/** Everybody who watches something here, by topic, thing and document. */
export class Circles {
  private readonly circles = new Map<string, Circle>();

  /** Adds somebody to those who watch the same, whom `make` makes where they are the first; tells how to leave. */
  join(key: string, watcher: Watcher, make: () => Circle): { circle: Circle; leave: () => void } {
    const circle = this.circles.get(key) ?? make();
    this.circles.set(key, circle);
    circle.watchers.add(watcher);
    const leave = () => {
      watcher.isGone = true;
      circle.watchers.delete(watcher);
      if (circle.watchers.size === 0 && this.circles.get(key) === circle) this.circles.delete(key);
    };
    return { circle, leave };
  }

  get isEmpty(): boolean {
    return this.circles.size === 0;
  }

  of(topic: string): Circle[] {
    return [...this.circles.values()].filter((circle) => circle.topic === topic);
  }

  /** All who watch something. */
  watchers(): Watcher[] {
    return [...this.circles.values()].flatMap(({ watchers }) => [...watchers]);
  }
}
