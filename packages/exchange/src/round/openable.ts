import { FLOOR } from '@clarion/deliberation';

/** A vote on a proposal that could be opened. */
export interface Openable {
  /** In hexadecimal. */
  commitment: string;
  /** Whether it replaced another one: opened, it would link the two, and when they were cast. */
  isChange: boolean;
}

/** What earlier rounds said of the votes on a proposal. */
export interface SaidBefore {
  /** Commitments that one of them opened, and those that they never did; of any proposal. */
  opened: ReadonlySet<string>;
  closed: ReadonlySet<string>;
  /** How many on this proposal the last of them counted and did not open. */
  unopened: number;
  /** Of these, how many are without a commitment, as they are now. */
  without: number;
  /** And how many waited for the record then; which, no round says. */
  waiting: number;
}

const NOTHING: SaidBefore = {
  opened: new Set(),
  closed: new Set(),
  unopened: 0,
  without: 0,
  waiting: 0,
};

const isNobodyOrTen = (count: number) => count === 0 || count >= FLOOR;

/**
 * Which votes on a proposal are opened, out of those in the record; `total` is how many votes are counted
 * on it. Fewer than ten are not, nor any that was changed; and what is not opened is nobody or at least ten
 * people, for the counts tell what those chose. To that end some more stay closed, by their commitments,
 * which nobody chose.
 *
 * Two rounds tell what lies between them: so what was closed stays closed, what was opened is not closed to
 * fill up, and those who came to the closed ones or left them are nobody or ten. Where fewer acted, all that
 * is new stays closed; the counts tell of them in any case.
 */
export function opened<T extends Openable>(
  votes: readonly T[],
  total: number,
  before: SaidBefore = NOTHING,
): T[] {
  const again = votes.filter(({ commitment }) => before.closed.has(commitment)).length;
  const firsts = [...votes]
    .sort((a, b) => (a.commitment < b.commitment ? -1 : 1))
    .filter(({ commitment, isChange }) => !isChange && !before.closed.has(commitment));
  const known = firsts.filter(({ commitment }) => before.opened.has(commitment));
  const fresh = firsts.filter(({ commitment }) => !before.opened.has(commitment));
  const closed = total - firsts.length;
  const stayed = again + before.without;
  const came = Math.max(0, closed - stayed);
  const left = Math.max(0, before.unopened - stayed);
  const isSafe = (more: number) => {
    // Those who waited may be closed now as well: then they neither came nor left.
    const unmoved = Math.min(before.waiting, left, came + more);
    const moved = came + more + left;
    return isNobodyOrTen(closed + more) && (moved === 0 || moved - 2 * unmoved >= FLOOR);
  };
  let more = 0;
  while (more < fresh.length && !isSafe(more)) more += 1;
  const open = [...known, ...fresh.slice(more)];
  return open.length >= FLOOR && isNobodyOrTen(total - open.length) ? open : [];
}
