import type { Context } from '../accounts/context.js';
import { pseudonymOf } from '../accounts/pseudonym.js';
import { byId, load } from '../graphql/loader.js';

/** One thing asked for, with the pseudonym under which the viewer's own part of it is kept. */
export interface Asked {
  id: string;
  pseudonym: Buffer | null;
}

/** The same, and the consultation it lies in. */
export interface AskedIn extends Asked {
  consultationId: string;
}

/**
 * Loads something that holds the viewer's own secret part, together with the others of the page,
 * which may lie in several consultations: each has a key, and so a pseudonym, of its own.
 */
export function loadOwn<T extends { id: string }>(
  context: Context,
  name: string,
  { id, consultationId }: { id: string; consultationId: string },
  batch: (asked: AskedIn[]) => Promise<T[]>,
): Promise<T | null> {
  return load(context, name, `${consultationId} ${id}`, async (keys) => {
    const places = keys.map((key) => key.split(' ') as [string, string]);
    const consultations = [...new Set(places.map(([of]) => of))];
    const pseudonyms = new Map(consultations.map((of) => [of, pseudonymOf(context, of)]));
    const rows = byId(
      await batch(
        places.map(([of, each]) => ({
          id: each,
          consultationId: of,
          pseudonym: pseudonyms.get(of) ?? null,
        })),
      ),
    );
    const found = new Map<string, T>();
    for (const [of, each] of places) {
      const row = rows.get(each);
      if (row) found.set(`${of} ${each}`, row);
    }
    return found;
  });
}
