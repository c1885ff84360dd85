import { BadInput } from './errors.js';

export interface Page<T> {
  edges: { cursor: string; node: T }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
}

const LARGEST = 50;

/** The page size asked for: 1 to 50. */
export function pageSize(first: number | null | undefined, usual = 20): number {
  const size = first ?? usual;
  if (size < 1 || size > LARGEST) throw new BadInput(`Ask for 1 to ${LARGEST} items at a time.`);
  return size;
}

/** An opaque cursor: the sort keys of the item, in the order of the list. */
export function cursorOf(keys: readonly (string | number | Date | null)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

const isKeys = (value: unknown): value is (string | number)[] =>
  Array.isArray(value) &&
  value.every((key: unknown) => typeof key === 'string' || typeof key === 'number');

/** The sort keys in a cursor, or null for none. Throws BadInput when it is not one of ours. */
export function keysOf(
  cursor: string | null | undefined,
  length: number,
): (string | number)[] | null {
  if (!cursor) return null;
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (isKeys(keys) && keys.length === length) return keys;
  } catch {
    // Falls through to the one message for all that is wrong with a cursor.
  }
  throw new BadInput('That page marker is not one of ours. Start again from the first page.');
}

/**
 * A page with how many there are in all, which every row carries. A marker may stand behind the last
 * row, where no row is left to tell: then the first page is asked.
 */
export async function withTotal<T extends { total: number }>(
  read: (size: number, after: ReturnType<typeof keysOf>) => Promise<T[]>,
  size: number,
  after: ReturnType<typeof keysOf>,
): Promise<{ rows: T[]; total: number }> {
  const rows = await read(size, after);
  const [one] = rows.length > 0 || after === null ? rows : await read(1, null);
  return { rows, total: one?.total ?? 0 };
}

/** A page from rows that were fetched one beyond its size, to see whether there is more. */
export function pageOf<T>(
  rows: readonly T[],
  size: number,
  totalCount: number,
  keys: (row: T) => readonly (string | number | Date | null)[],
): Page<T> {
  const edges = rows.slice(0, size).map((node) => ({ cursor: cursorOf(keys(node)), node }));
  return {
    edges,
    pageInfo: { hasNextPage: rows.length > size, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount,
  };
}
