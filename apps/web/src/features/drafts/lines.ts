/** The lines of a block of text: the number of its first one, and how many there are. */
export interface Lines {
  first: number;
  lines: number;
}

/** Numbers the lines of all blocks through the document, from 1. */
export function numberLines(counts: readonly number[]): Lines[] {
  let next = 1;
  return counts.map((lines) => {
    const first = next;
    next += lines;
    return { first, lines };
  });
}
