import DataLoader from 'dataloader';

/** The loaders of one request, by name. */
export type Loaders = Map<string, DataLoader<string, unknown>>;

/**
 * Loads one thing by id together with all the others asked for in the same tick: the number of
 * statements a page needs does not grow with its rows. `batch` is told all ids at once and answers
 * with a map; what is missing there is null.
 */
export function load<T>(
  context: { loaders: Loaders },
  name: string,
  id: string,
  batch: (ids: readonly string[]) => Promise<Map<string, T>>,
): Promise<T | null> {
  return loaderOf(context, name, batch).load(id);
}

function loaderOf<T>(
  context: { loaders: Loaders },
  name: string,
  batch: (ids: readonly string[]) => Promise<Map<string, T>>,
): DataLoader<string, T | null> {
  let loader = context.loaders.get(name) as DataLoader<string, T | null> | undefined;
  if (!loader) {
    loader = new DataLoader<string, T | null>(async (ids) => {
      const found = await batch(ids);
      return ids.map((each) => found.get(each) ?? null);
    });
    context.loaders.set(name, loader);
  }
  return loader;
}

/** Goes on with what is at hand at once, and with what is loaded when it is there: a promise costs more than most fields. */
export function onceThere<Found, Made>(
  found: Found | Promise<Found>,
  make: (found: Found) => Made,
): Made | Promise<Made> {
  return found instanceof Promise ? found.then(make) : make(found);
}

/** Tells what another statement found: `load` by that name asks for it no more. */
export function known<T>(
  context: { loaders: Loaders },
  name: string,
  id: string,
  batch: (ids: readonly string[]) => Promise<Map<string, T>>,
  found: T,
): void {
  loaderOf(context, name, batch).prime(id, found);
}

/** Rows by one of their columns, for `load`. */
export function byId<T extends { id: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

/** Rows gathered under a column that several share, for `load`. */
export function gather<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const lists = new Map<string, T[]>();
  for (const row of rows) {
    const list = lists.get(key(row));
    if (list) list.push(row);
    else lists.set(key(row), [row]);
  }
  return lists;
}
