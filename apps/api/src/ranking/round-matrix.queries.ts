import type { OpinionOptions } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { columnOn } from '../opinion/column-on.js';
import type { VoteMatrix } from '../voting/vote-matrix.queries.js';

/** The groups of an earlier round, over the people and proposals of this one. */
export type RoundStart = NonNullable<OpinionOptions['before']>;

const BYTES_OF_A_PSEUDONYM = 32;
/** Of a voter in no group. */
const IN_NONE = 255;

interface KeptStart {
  voters: Buffer;
  groups: Buffer;
  proposalIds: string[];
  first: number[];
  second: number[];
}

/** The kept group of each of these people. Both lists are in the order of pseudonyms, so one pass does. */
function groupsOn(pseudonyms: readonly Buffer[], { voters, groups }: KeptStart): Int8Array {
  const found = new Int8Array(pseudonyms.length).fill(-1);
  let at = 0;
  pseudonyms.forEach((pseudonym, person) => {
    for (; at < groups.length; at += 1) {
      const from = at * BYTES_OF_A_PSEUDONYM;
      const order = voters.compare(
        pseudonym,
        0,
        BYTES_OF_A_PSEUDONYM,
        from,
        from + BYTES_OF_A_PSEUDONYM,
      );
      if (order > 0) return;
      if (order < 0) continue;
      if (groups[at] !== IN_NONE) found[person] = groups[at] as number;
      return;
    }
  });
  return found;
}

/** Where the groups of the next round begin: at those of the latest round; null where there is none. */
export async function startOf(
  tx: EntityManager,
  consultationId: string,
  { pseudonyms, proposals }: VoteMatrix,
): Promise<RoundStart | null> {
  const [kept] = await tx.query<KeptStart[]>(
    `SELECT m.voters, m.groups, m.proposal_ids AS "proposalIds", m.first, m.second
     FROM round r JOIN round_matrix m ON m.round_id = r.id
     WHERE r.consultation_id = $1 ORDER BY r.number DESC LIMIT 1`,
    [consultationId],
  );
  if (!kept) return null;
  const k = kept.groups.reduce(
    (most, group) => (group === IN_NONE ? most : Math.max(most, group + 1)),
    0,
  );
  const onThese = columnOn(proposals, kept.proposalIds);
  return {
    group: groupsOn(pseudonyms, kept),
    k,
    first: onThese(kept.first),
    second: onThese(kept.second),
  };
}

/** Keeps the scrutineers' folder of a round, and where the next round begins. */
export async function keep(
  tx: EntityManager,
  roundId: string,
  { pseudonyms, proposals }: VoteMatrix,
  found: { matrix: Uint8Array; group: Int8Array; first: Float64Array; second: Float64Array },
): Promise<void> {
  await tx.query(
    `INSERT INTO round_matrix (round_id, zip, voters, groups, proposal_ids, first, second)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      roundId,
      found.matrix,
      Buffer.concat(pseudonyms),
      Uint8Array.from(found.group, (group) => (group < 0 ? IN_NONE : group)),
      proposals.map(({ id }) => id),
      Array.from(found.first),
      Array.from(found.second),
    ],
  );
}

/** The scrutineers' folder of a round; null where none was made. */
export async function zipOf(db: EntityManager, roundId: string): Promise<Buffer | null> {
  const [row] = await db.query<{ zip: Buffer }[]>(
    'SELECT zip FROM round_matrix WHERE round_id = $1',
    [roundId],
  );
  return row?.zip ?? null;
}
