import { listOf, ordinal } from '../../ui/numbers';

/** Where a proposal stood in a round; none below the quorum line. */
export interface PastRank {
  round: number;
  rank: number | null;
}

interface Run {
  rank: number | null;
  from: number;
  to: number;
}

/** Rounds after one another in which it stood at the same place. */
function runsOf(past: readonly PastRank[]): Run[] {
  const runs: Run[] = [];
  for (const { round, rank } of past) {
    const last = runs.at(-1);
    if (last && last.rank === rank) last.to = round;
    else runs.push({ rank, from: round, to: round });
  }
  return runs;
}

/** The rounds before the one that is shown; all of them where the order of this moment is. */
export function roundsBefore<T extends PastRank>(history: readonly T[], shown: number | null): T[] {
  return history.filter(({ round }) => shown === null || round < shown);
}

/** "Was 5th in round 1 and 3rd in rounds 2 and 3." Null where there is no past. */
export function sayHistory(past: readonly PastRank[], now: number | null): string | null {
  const [first, ...others] = runsOf(past);
  if (!first) return null;
  if (others.length === 0 && first.rank === now) {
    if (now === null) return 'Not ranked in any round before.';
    return first.from === first.to
      ? `Was ${ordinal(now)} in round ${first.from} too.`
      : `Has been ${ordinal(now)} since round ${first.from}.`;
  }
  const said = [first, ...others].map(({ rank, from, to }) => {
    const place = rank === null ? 'not ranked' : ordinal(rank);
    if (from === to) return `${place} in round ${from}`;
    return `${place} in rounds ${from} ${to === from + 1 ? 'and' : 'to'} ${to}`;
  });
  return `Was ${listOf(said)}.`;
}
