import type { PolisExport } from './polis-export.js';

/**
 * stats-history.csv: how the conversation grew, a row for every statement and current vote in the order of
 * time. Who only looked is not known, so visitors are those who voted or wrote.
 */
export function* historyLines({
  people,
  statements,
  votes,
}: Pick<PolisExport, 'people' | 'statements' | 'votes'>): Generator<string> {
  yield 'n-votes,n-comments,n-visitors,n-voters,n-commenters\n';
  const voted = Uint32Array.from(votes.person, (_, row) => row).sort(
    (a, b) => (votes.at[a] ?? 0) - (votes.at[b] ?? 0) || a - b,
  );
  const wrote = [...statements].sort((a, b) => a.createdAt - b.createdAt || a.id - b.id);
  const visitors = new Set<number>();
  const voters = new Set<number>();
  const commenters = new Set<number>();
  let cast = 0;
  let made = 0;
  while (cast < voted.length || made < wrote.length) {
    const statement = wrote[made];
    const row = voted[cast];
    const isStatement =
      statement !== undefined && (row === undefined || statement.createdAt <= (votes.at[row] ?? 0));
    const who = isStatement
      ? statement.authorId
      : (people[votes.person[row ?? 0] ?? 0]?.id ?? null);
    if (isStatement) made += 1;
    else cast += 1;
    if (who !== null) {
      visitors.add(who);
      (isStatement ? commenters : voters).add(who);
    }
    yield `${cast},${made},${visitors.size},${voters.size},${commenters.size}\n`;
  }
}
