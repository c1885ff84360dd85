import type { PolisExport } from './polis-export.js';

export interface Counts {
  agrees: number;
  disagrees: number;
  passes: number;
}

export interface StatementCounts extends Counts {
  statementId: number;
  votes: number;
  /** One entry for each published group, in the order of the group ids. */
  groups: (Counts & { groupId: number })[];
  /** The people whom Polis put in no group. */
  ungrouped: Counts;
}

/** Current votes for each statement, in the order of `statements`, whole and by group. */
export function countsOf({
  statements,
  people,
  votes,
}: Pick<PolisExport, 'statements' | 'people' | 'votes'>): StatementCounts[] {
  const groupIds = [...new Set(people.map(({ groupId }) => groupId))]
    .filter((id) => id !== null)
    .sort((one, other) => one - other);
  const groupAt = new Map(groupIds.map((id, at) => [id, at]));
  const counts = statements.map(({ id }) => ({
    statementId: id,
    ...noVotes(),
    votes: 0,
    groups: groupIds.map((groupId) => ({ groupId, ...noVotes() })),
    ungrouped: noVotes(),
  }));
  votes.choice.forEach((choice, at) => {
    const statement = counts[votes.statement[at] ?? 0];
    const groupId = people[votes.person[at] ?? 0]?.groupId ?? null;
    if (statement === undefined) return;
    const group = groupId === null ? undefined : statement.groups[groupAt.get(groupId) ?? 0];
    statement.votes += 1;
    count(statement, choice);
    count(group ?? statement.ungrouped, choice);
  });
  return counts;
}

function noVotes(): Counts {
  return { agrees: 0, disagrees: 0, passes: 0 };
}

function count(counts: Counts, choice: number): void {
  if (choice > 0) counts.agrees += 1;
  else if (choice < 0) counts.disagrees += 1;
  else counts.passes += 1;
}
