import type { DecidimComment } from './decidim-export.js';

export interface Threads {
  /** By depth, then time, then id: parents stand before replies. */
  comments: DecidimComment[];
  withoutParent: number[];
  acrossProposals: number[];
  inCircle: number[];
  onUnknownProposals: number[];
}

/**
 * Puts comments into trees, level by level. A reply whose parent is missing, belongs to another
 * proposal, or is (through others) its own reply is kept as a root and reported; a comment on an
 * unknown proposal is left out and reported.
 */
export function intoThreads(
  all: readonly DecidimComment[],
  proposals: ReadonlySet<number>,
): Threads {
  const known = all.filter(({ proposalId }) => proposals.has(proposalId));
  const unknown = all.filter(({ proposalId }) => !proposals.has(proposalId));
  const proposalOf = new Map(known.map(({ id, proposalId }) => [id, proposalId]));
  const threads: Threads = {
    comments: [],
    withoutParent: [],
    acrossProposals: [],
    inCircle: [],
    onUnknownProposals: unknown.map(({ id }) => id).sort((one, other) => one - other),
  };
  const replies = new Map<number | null, DecidimComment[]>();
  for (const comment of [...known].sort(byTime)) {
    const parentId = keptParent(comment, proposalOf, threads);
    const siblings = replies.get(parentId) ?? [];
    siblings.push({ ...comment, parentId });
    replies.set(parentId, siblings);
  }
  for (const level of levels(replies, threads)) threads.comments.push(...level);
  return threads;
}

function keptParent(
  { id, proposalId, parentId }: DecidimComment,
  proposalOf: ReadonlyMap<number, number>,
  threads: Threads,
): number | null {
  if (parentId === null) return null;
  const parentsProposal = proposalOf.get(parentId);
  if (parentsProposal === proposalId) return parentId;
  (parentsProposal === undefined ? threads.withoutParent : threads.acrossProposals).push(id);
  return null;
}

/** Roots first, then their replies, and so on; what is left over at the end goes in circles. */
function levels(
  replies: Map<number | null, DecidimComment[]>,
  threads: Threads,
): DecidimComment[][] {
  const found: DecidimComment[][] = [];
  function descend(roots: DecidimComment[]): void {
    let level = roots;
    for (let depth = 0; level.length > 0; depth += 1) {
      const here = level.map((comment) => ({ ...comment, depth }));
      found[depth] = [...(found[depth] ?? []), ...here].sort(byTime);
      for (const { id } of level) left.delete(id);
      level = level.flatMap(({ id }) => replies.get(id) ?? []).filter(({ id }) => left.has(id));
    }
  }
  const left = new Map([...replies.values()].flat().map((comment) => [comment.id, comment]));
  descend(replies.get(null) ?? []);
  while (left.size > 0) {
    const first = onCircle(left);
    threads.inCircle.push(first.id);
    descend([{ ...first, parentId: null }]);
  }
  return found;
}

/** The earliest comment of one circle among comments that all have their parent among them. */
function onCircle(left: ReadonlyMap<number, DecidimComment>): DecidimComment {
  const parentOf = ({ parentId }: DecidimComment) => left.get(parentId ?? -1);
  const seen = new Set<DecidimComment>();
  let at = left.values().next().value;
  while (at !== undefined && !seen.has(at)) {
    seen.add(at);
    at = parentOf(at);
  }
  if (at === undefined) throw new Error('a comment outside every circle was not reached');
  let earliest = at;
  for (let next = parentOf(at); next !== undefined && next !== at; next = parentOf(next)) {
    if (byTime(next, earliest) < 0) earliest = next;
  }
  return earliest;
}

function byTime(one: DecidimComment, other: DecidimComment): number {
  return one.createdAt - other.createdAt || one.id - other.id;
}
