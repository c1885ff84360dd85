import type { Manifest } from '@clarion/exchange/round';
import type { EntityManager } from 'typeorm';

/** A file of a round as its manifest lists it. */
export interface RoundFileRow {
  name: string;
  bytes: number;
  sha256: string;
  sealed: boolean;
}

/** What a manifest lists, and how many secret ballots it took. */
export type Listed = Pick<Manifest, 'files' | 'sealed' | 'fewestSecretBallots'>;

export const filesOf = ({ files, sealed }: Listed): RoundFileRow[] => [
  ...files.map((file) => ({ ...file, sealed: false })),
  ...sealed.map((file) => ({ ...file, sealed: true })),
];

/** The files of these rounds, by name, those for scrutineers last; none for a round made before bundles. */
export async function ofRounds(
  db: EntityManager,
  ids: readonly string[],
): Promise<Map<string, RoundFileRow[]>> {
  const rows = await db.query<{ id: string; listed: Listed }[]>(
    `SELECT id, manifest::jsonb AS listed FROM round WHERE id = ANY($1) AND manifest IS NOT NULL`,
    [ids],
  );
  return new Map(rows.map(({ id, listed }) => [id, filesOf(listed)]));
}

/** Keeps what everybody may download of a round, but its words. */
export async function keep(tx: EntityManager, roundId: string, zip: Uint8Array): Promise<void> {
  await tx.query('INSERT INTO round_bundle (round_id, zip) VALUES ($1, $2)', [roundId, zip]);
}

/** What everybody may download of a round, but its words; null for one made before bundles. */
export async function zipOf(db: EntityManager, roundId: string): Promise<Buffer | null> {
  const [row] = await db.query<{ zip: Buffer }[]>(
    'SELECT zip FROM round_bundle WHERE round_id = $1',
    [roundId],
  );
  return row?.zip ?? null;
}
