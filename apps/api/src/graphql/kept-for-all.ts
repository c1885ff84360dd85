interface Kept<T> {
  /** It shows all that was written before, on the clock of `performance.now()`. */
  at: number;
  value: Promise<T>;
}

/**
 * What is equal for everybody, made once for all who ask within so long; those who come while it is made
 * wait for the same. What failed is not kept. Of more than `most` the oldest goes.
 */
export class KeptForAll<T> {
  private readonly kept = new Map<string, Kept<T>>();

  constructor(private readonly bounds: { livesMs: number; most: number }) {}

  /**
   * One that was made after `since`, a moment of `performance.now()`: whoever wrote is shown what they wrote.
   * One that is made now is of the moment `at`.
   */
  of(key: string, since: number, make: () => Promise<T>, at = performance.now()): Kept<T> {
    const now = performance.now();
    const found = this.kept.get(key);
    if (found && now - found.at <= this.bounds.livesMs && found.at > since) return found;
    const kept = { at, value: make() };
    this.kept.delete(key);
    this.kept.set(key, kept);
    if (this.kept.size > this.bounds.most) {
      this.kept.delete(this.kept.keys().next().value as string);
    }
    kept.value.catch(() => {
      if (this.kept.get(key) === kept) this.kept.delete(key);
    });
    return kept;
  }

  forget(): void {
    this.kept.clear();
  }
}
