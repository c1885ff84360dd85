import { isRefusal, type Refusal } from '@clarion/deliberation';
import type { Acting } from '../../src/accounts/acting.js';
import { viewerById } from '../../src/accounts/session.service.js';
import { inTransaction } from '../../src/database/transaction.js';
import { memberId } from '../../src/demo/ids.js';
import type { PersonKey } from '../../src/demo/script.js';
import type { Stage } from './stage.js';

/** Lets somebody of the cast act through the services at a moment; answers what they are told, refusals too. */
export async function actAs<T>(
  { clarion: { database, keys } }: Stage,
  person: PersonKey,
  write: (acting: Acting) => Promise<T>,
  at = new Date(),
): Promise<T> {
  const viewer = await viewerById(database.manager, memberId(person), at);
  if (!viewer) throw new Error(`${person} is not on the roll`);
  return inTransaction(database, (tx) => write({ tx, viewer, at, keys }));
}

/** The same for an act that the test rests on: fails the test when it is refused. */
export async function act<T>(
  stage: Stage,
  person: PersonKey,
  at: Date,
  write: (acting: Acting) => Promise<T>,
): Promise<Exclude<T, Refusal>> {
  const result = await actAs(stage, person, write, at);
  if (isRefusal(result)) throw new Error(`${person} was refused: ${result.message}`);
  return result as Exclude<T, Refusal>;
}
