interface Waiting<Asked, Answer> {
  asked: Asked;
  answer: (answer: Answer) => void;
  fail: (fault: unknown) => void;
}

/** A fault of something that all of a set wait for: to try each alone would only take longer. */
export class FaultOfAll extends Error {
  constructor(readonly fault: unknown) {
    super('all of a set failed together');
  }
}

/** What is worth a statement of its own, however soon after the last. */
const ENOUGH = 8;

/** Questions under way, of whatever kind, with which whoever asks is as good as alone. */
const FEW = 2;

/** Questions under way in this process. */
let underWay = 0;

/**
 * Waits until so many are there, or a set was begun so long ago. Who is as good as alone need not; while hundreds ask
 * each second a statement for each would cost far more than what it finds.
 */
function pauses(milliseconds: number, waiting: () => number) {
  let begunAt = Number.NEGATIVE_INFINITY;
  let go: (() => void) | null = null;
  return {
    begin: async () => {
      const early = begunAt + milliseconds - performance.now();
      if (early > 0 && waiting() < ENOUGH && underWay > FEW) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, early);
          go = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        go = null;
      }
      begunAt = performance.now();
    },
    came: () => {
      if (waiting() >= ENOUGH) go?.();
    },
  };
}

export type InSets<Asked, Answer> = (asked: Asked) => Promise<Answer>;

/**
 * Does in sets what is asked at the same time: while one set is under way what comes next waits, and goes
 * as the next. A lone one goes at once. `run` answers in the order of the set; a fault of a set makes
 * each be tried alone, so that none fails for another. Of one `key` only the first goes with a set:
 * what one person does is done in its order. Without a key any go together. With a pause, in milliseconds, a
 * small set waits until the last was begun so long ago, unless next to nobody asks.
 */
export function inSets<Asked, Answer>(
  run: (set: readonly Asked[]) => Promise<readonly Answer[]>,
  { most, key, pause = 0 }: { most: number; key?: (asked: Asked) => string; pause?: number },
): InSets<Asked, Answer> {
  let waiting: Waiting<Asked, Answer>[] = [];
  let isUnderWay = false;
  const pausing = pauses(pause, () => waiting.length);

  const next = (): Waiting<Asked, Answer>[] => {
    if (!key) return waiting.splice(0, most);
    const set = new Map<string, Waiting<Asked, Answer>>();
    const rest: Waiting<Asked, Answer>[] = [];
    for (const each of waiting) {
      const of = key(each.asked);
      if (set.has(of) || set.size === most) rest.push(each);
      else set.set(of, each);
    }
    waiting = rest;
    return [...set.values()];
  };

  /** Does a set, and gives what tells everybody in it. */
  const outcomeOf = async (set: readonly Waiting<Asked, Answer>[]): Promise<() => void> => {
    try {
      const answers = await run(set.map(({ asked }) => asked));
      return () => {
        underWay -= set.length;
        for (const [at, { answer }] of set.entries()) answer(answers[at] as Answer);
      };
    } catch (fault) {
      if (set.length > 1 && !(fault instanceof FaultOfAll)) {
        for (const each of set) (await outcomeOf([each]))();
        return () => undefined;
      }
      return () => {
        underWay -= set.length;
        for (const { fail } of set) fail(fault instanceof FaultOfAll ? fault.fault : fault);
      };
    }
  };

  const work = async (): Promise<void> => {
    while (waiting.length > 0) {
      if (pause > 0) await pausing.begin();
      const tell = await outcomeOf(next());
      // What the next set asks is on its way before those of this one are told, which takes longer.
      if (waiting.length > 0) setImmediate(tell);
      else tell();
    }
    isUnderWay = false;
  };

  return (asked) =>
    new Promise((answer, fail) => {
      underWay += 1;
      waiting.push({ asked, answer, fail });
      pausing.came();
      if (isUnderWay) return;
      isUnderWay = true;
      // At the end of this turn: what was read from the sockets with it is asked with it.
      setImmediate(() => void work());
    });
}
