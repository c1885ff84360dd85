import type { EntityManager } from 'typeorm';
import { type InSets, inSets } from './in-sets.js';

/** Questions that are asked with one statement. */
const MOST = 50;

/** Milliseconds between two statements, unless many wait: nobody feels them, and the processor does. */
export const PAUSE_MS = 8;

/** A row that says which of the asked it is about, from 1: `WITH ORDINALITY AS asked(id, place)`. */
export interface Placed {
  place: number;
}

/** Reads about each of the asked. */
type Read<Asked, Row> = (db: EntityManager, asked: readonly Asked[]) => Promise<Row[]>;

/** Rows by the question they answer, which asked about so many. */
function apart<Row extends Placed>(rows: readonly Row[], lengths: readonly number[]): Row[][] {
  const question: number[] = [];
  lengths.forEach((length, at) => {
    for (let each = 0; each < length; each += 1) question.push(at);
  });
  const answers = lengths.map((): Row[] => []);
  for (const row of rows) answers[question[row.place - 1] as number]?.push(row);
  return answers;
}

/**
 * Reads what is each viewer's own for all who ask at the same time with one statement: what one waits for
 * is mostly the way there and back. Whoever comes while it is under way goes with the next, so everybody
 * is told what was read after they asked. One that fails is asked again for each, so none fails for another.
 */
export function readTogether<Asked, Row extends Placed>(read: Read<Asked, Row>): Read<Asked, Row> {
  const byDatabase = new WeakMap<EntityManager, InSets<readonly Asked[], Row[]>>();
  return (db, asked) => {
    let ask = byDatabase.get(db);
    if (!ask) {
      ask = inSets(
        async (set: readonly (readonly Asked[])[]) =>
          apart(
            await read(db, set.flat()),
            set.map(({ length }) => length),
          ),
        { most: MOST, pause: PAUSE_MS },
      );
      byDatabase.set(db, ask);
    }
    return ask(asked);
  };
}
