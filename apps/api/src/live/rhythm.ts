export interface Rhythm {
  /** Asks for it to be done: at once, or as soon as the least has passed since the last time. */
  soon: () => void;
  /** Waits for the one that runs; none comes after. */
  stop: () => Promise<void>;
}

/** Does something when asked, but not more often than `least`, and unasked after `most` milliseconds; never twice at once. */
export function everySoOften(options: {
  least: number;
  most: number;
  work: () => Promise<void>;
  fault: (fault: unknown) => void;
}): Rhythm {
  const { least, most, work, fault } = options;
  let begunAt = Number.NEGATIVE_INFINITY;
  let running: Promise<void> | null = null;
  let isAsked = false;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;

  const after = (delay: number) => {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(begin, delay).unref();
  };
  const begin = () => {
    isAsked = false;
    begunAt = performance.now();
    running = work()
      .catch(fault)
      .then(() => {
        running = null;
        after(isAsked ? rest() : most);
      });
  };
  const rest = () => Math.max(0, begunAt + least - performance.now());

  after(most);
  return {
    soon: () => {
      if (isAsked || isStopped) return;
      isAsked = true;
      if (!running) after(rest());
    },
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
