import { type Random, zipf } from './random.js';

/** A comment's place in its thread; `parent` is an index into the thread, −1 for none. */
export interface Placed {
  parent: number;
  depth: number;
  replies: number;
  descendants: number;
}

/** Mean replies of a comment by its depth, in real deliberations; deeper ones as the last. */
const REPLIES = [0.12, 0.31, 0.5, 0.54, 0.55];
const DEEPEST = 11;
const MOST_COMMENTS = 2_000;

/** How many comments a proposal has: none in half, else Zipf 1.9. */
export const commentsOf = (random: Random): number =>
  random.part() < 0.5 ? 0 : zipf(1.9, MOST_COMMENTS, random.part);

/** How many replies a comment at that depth has: geometric with the mean of real ones. */
function repliesAt(depth: number, random: Random): number {
  if (depth >= DEEPEST) return 0;
  const mean = REPLIES[Math.min(depth, REPLIES.length - 1)] as number;
  return Math.floor(Math.log(1 - random.part()) / Math.log(mean / (1 + mean)));
}

/** A thread of so many comments, each after the one it answers. */
export function makeThread(count: number, random: Random): Placed[] {
  const thread: Placed[] = [];
  const place = (parent: number, depth: number) => {
    const waiting = [{ parent, depth }];
    // Breadth first: what is answered stands before its answers.
    for (let at = 0; at < waiting.length && thread.length < count; at++) {
      const next = waiting[at] as { parent: number; depth: number };
      thread.push({ ...next, replies: 0, descendants: 0 });
      const index = thread.length - 1;
      for (let reply = repliesAt(next.depth, random); reply > 0; reply--) {
        waiting.push({ parent: index, depth: next.depth + 1 });
      }
    }
  };
  while (thread.length < count) place(-1, 0);
  for (let i = thread.length - 1; i >= 0; i--) {
    const { parent, descendants } = thread[i] as Placed;
    const above = thread[parent];
    if (!above) continue;
    above.replies += 1;
    above.descendants += 1 + descendants;
  }
  return thread;
}
