/** A paragraph to compare: its stable id and its words. */
export interface ComparableParagraph {
  id: string;
  heading: string | null;
  text: string;
}

export interface ParagraphChange<T extends ComparableParagraph> {
  /** `changed` is other words or another heading; a move alone is `same` with `moved`. */
  kind: 'added' | 'removed' | 'changed' | 'same';
  /** Whether it stands in another order towards the paragraphs that stayed. */
  moved: boolean;
  before: T | null;
  after: T | null;
}

/** Indices of one longest increasing run of a list of different numbers (patience sorting, n log n). */
function longestRun(values: readonly number[]): Set<number> {
  const tails: number[] = [];
  const previous: number[] = [];
  values.forEach((value, i) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] as number] as number) < value) low = middle + 1;
      else high = middle;
    }
    previous[i] = low > 0 ? (tails[low - 1] as number) : -1;
    tails[low] = i;
  });
  const run = new Set<number>();
  for (let i = tails.at(-1) ?? -1; i >= 0; i = previous[i] as number) run.add(i);
  return run;
}

/**
 * Compares two versions of a document by the stable ids of their paragraphs. In the order of the later
 * version; what was removed stands after the paragraph that it followed.
 */
export function compareParagraphs<T extends ComparableParagraph>(
  before: readonly T[],
  after: readonly T[],
): ParagraphChange<T>[] {
  const placeBefore = new Map(before.map(({ id }, place) => [id, place]));
  const kept = after.filter(({ id }) => placeBefore.has(id));
  const stayed = longestRun(kept.map(({ id }) => placeBefore.get(id) as number));
  const moved = new Set(kept.filter((_, i) => !stayed.has(i)).map(({ id }) => id));
  const idsAfter = new Set(after.map(({ id }) => id));
  const removedAfter = new Map<string | null, T[]>();
  let anchor: string | null = null;
  for (const paragraph of before) {
    if (idsAfter.has(paragraph.id)) anchor = paragraph.id;
    else removedAfter.set(anchor, [...(removedAfter.get(anchor) ?? []), paragraph]);
  }
  const removed = (id: string | null): ParagraphChange<T>[] =>
    (removedAfter.get(id) ?? []).map((paragraph) => ({
      kind: 'removed',
      moved: false,
      before: paragraph,
      after: null,
    }));
  const changes = removed(null);
  for (const paragraph of after) {
    const place = placeBefore.get(paragraph.id);
    const earlier = place === undefined ? null : (before[place] as T);
    changes.push({
      kind: earlier ? kindOf(earlier, paragraph) : 'added',
      moved: moved.has(paragraph.id),
      before: earlier,
      after: paragraph,
    });
    changes.push(...removed(paragraph.id));
  }
  return changes;
}

function kindOf(before: ComparableParagraph, after: ComparableParagraph): 'same' | 'changed' {
  return before.text === after.text && before.heading === after.heading ? 'same' : 'changed';
}
