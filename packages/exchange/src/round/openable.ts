import { FLOOR } from '@clarion/deliberation';

/** A vote on a proposal that could be opened. */
export interface Openable {
  /** In hexadecimal. */
  commitment: string;
  /** Whether it replaced another one: opened, it would link the two. */
  isChange: boolean;
}

/**
 * Which votes on a proposal are opened, out of those in the record; `total` is how many votes are counted
 * on it. Fewer than ten are not, nor fewer than ten that were changed; and what is not opened is nobody or
 * at least ten people, for the counts tell what those chose. To that end some more stay closed, by their
 * commitments, which nobody chose.
 */
export function opened<T extends Openable>(votes: readonly T[], total: number): T[] {
  const byCommitment = [...votes].sort((a, b) => (a.commitment < b.commitment ? -1 : 1));
  const changes = byCommitment.filter(({ isChange }) => isChange);
  const firsts = byCommitment.filter(({ isChange }) => !isChange);
  const open = changes.length >= FLOOR ? [...firsts, ...changes] : firsts;
  const closed = total - open.length;
  const more = closed > 0 && closed < FLOOR ? FLOOR - closed : 0;
  const left = open.slice(more);
  const changesLeft = left.filter(({ isChange }) => isChange).length;
  const isSafe = left.length >= FLOOR && (changesLeft === 0 || changesLeft >= FLOOR);
  return isSafe ? left : [];
}
