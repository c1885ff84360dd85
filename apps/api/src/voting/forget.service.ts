import { keyHasServed } from '@clarion/deliberation';
import type { DataSource, EntityManager } from 'typeorm';
import type { Keyring } from '../keyring/keyring.js';
import { enter } from '../record/record.service.js';
import * as forgetting from './forget.queries.js';

async function forgetVotes(tx: EntityManager, consultationId: string, at: Date): Promise<void> {
  await forgetting.forget(tx, consultationId);
  await enter(tx, {
    kind: 'key_destroyed',
    aboutKind: 'consultation',
    aboutId: consultationId,
    consultationId,
    actorId: null,
    at,
  });
}

/**
 * Destroys the keys of consultations that ended 28 days ago, with what opens their votes: from then on
 * nobody finds out whose votes are whose. The database first: the key's file is found again when
 * something stops between the two, and when somebody puts it back.
 */
export async function destroySpentKeys(
  database: DataSource,
  keys: Keyring,
  now: Date,
): Promise<void> {
  for (const { id, endedAt, isForgotten } of await forgetting.ended(database.manager)) {
    if (!keyHasServed(endedAt, now)) continue;
    if (!isForgotten) await database.transaction((tx) => forgetVotes(tx, id, now));
    keys.destroy(id);
  }
}
