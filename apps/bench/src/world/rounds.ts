import type { Acting, Database, Keyring, Round } from '../api.js';

export interface Publishing {
  database: Database;
  keys: Keyring;
  publishRound: (
    acting: Acting,
    round: { id: string; consultationId: string },
  ) => Promise<Round | { message: string }>;
  viewerById: (db: Database['manager'], memberId: string, at: Date) => Promise<object | null>;
}

/** Publishes the first round of a consultation, as whoever convenes it does. */
export async function publishFirst(
  { database, keys, publishRound, viewerById }: Publishing,
  { id, consultationId, memberId }: { id: string; consultationId: string; memberId: string },
  at: Date,
): Promise<void> {
  const viewer = await viewerById(database.manager, memberId, at);
  if (!viewer) throw new Error('Nobody convenes.');
  await database.transaction(async (tx) => {
    const round = await publishRound({ tx, viewer, at, keys }, { id, consultationId });
    if ('message' in round) throw new Error(`The round was refused: ${round.message}`);
  });
}
