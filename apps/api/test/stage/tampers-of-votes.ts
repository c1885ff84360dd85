import { flipped, one, remove, run, set, type Tamper } from './tamper.js';

/** A vote changed together with every count that is kept of it, as somebody would who knows the tables. */
const withCounts = (where: string): Tamper => ({
  what: `a vote changed to pass with its tallies${where === 'true' ? '' : ` where ${where}`}`,
  by: 'votes',
  change: async (db, seed) => {
    const moved = 'agree = agree - 1, pass = pass + 1';
    const [vote] = await db.manager.query<{ ctid: string; proposal: string; clp: string }[]>(
      `SELECT v.ctid::text AS ctid, v.proposal_id AS proposal, voter.clp_id AS clp
       FROM vote v JOIN voter USING (consultation_id, pseudonym)
       WHERE v.choice = 'agree' AND v.random IS NOT NULL AND ${where}
       ORDER BY md5(v.ctid::text || '${seed}') LIMIT 1`,
    );
    if (!vote) return 0;
    await run(db, `UPDATE vote SET choice = 'pass' WHERE ctid = $1::tid`, [vote.ctid]);
    await run(db, `UPDATE tally SET ${moved} WHERE proposal_id = $1`, [vote.proposal]);
    return run(db, `UPDATE tally_by_clp SET ${moved} WHERE proposal_id = $1 AND clp_id = $2`, [
      vote.proposal,
      vote.clp,
    ]);
  },
});

/** A commitment put in place of another wherever it is: the root that the record has is of other ones. */
const REPLACED: Tamper = {
  what: 'a commitment of a batch replaced, where it is found and in its list',
  by: 'roots',
  change: async (db, seed) => {
    const [row] = await db.manager.query<[{ commitment: Buffer; id: string; batch: number }]>(
      `SELECT b.commitment, b.consultation_id AS id, b.batch FROM batched_commitment b
         JOIN superseded_commitment s ON s.commitment = b.commitment AND s.reason = 'taken_back'
       ORDER BY md5(b.ctid::text || '${seed}') LIMIT 1`,
    );
    const { commitment, id, batch } = row;
    const other = 'sha256($1::bytea)';
    await run(db, `UPDATE batched_commitment SET commitment = ${other} WHERE commitment = $1`, [
      commitment,
    ]);
    await run(db, `UPDATE superseded_commitment SET commitment = ${other} WHERE commitment = $1`, [
      commitment,
    ]);
    return run(
      db,
      `UPDATE ballot_batch SET commitments = (SELECT string_agg(commitment, ''::bytea ORDER BY commitment)
         FROM batched_commitment WHERE consultation_id = $1 AND batch = $2)
       WHERE consultation_id = $1 AND number = $2`,
      [id, batch],
    );
  },
};

export const VOTE_TAMPERS: Tamper[] = [
  withCounts('true'),
  withCounts('v.commitment IN (SELECT commitment FROM pending_commitment)'),
  set('vote', 'random', flipped('random'), 'votes', 'random IS NOT NULL'),
  set('vote', 'random', 'NULL', 'votes'),
  set('vote', 'previous', flipped('previous'), 'votes', 'previous IS NOT NULL'),
  set('vote', 'commitment', flipped('commitment'), 'votes', 'commitment IS NOT NULL'),
  {
    what: 'a vote passed off as one that was brought in from elsewhere',
    by: 'fates',
    change: (db, seed) =>
      run(
        db,
        `UPDATE vote SET commitment = NULL, random = NULL, previous = NULL
         WHERE ${one('vote', seed, 'commitment IS NOT NULL AND previous IS NULL')}`,
      ),
  },
  remove('superseded_commitment', 'fates'),
  set('superseded_commitment', 'commitment', flipped('commitment'), 'fates'),
  remove('pending_commitment', 'votes'),
  remove('batched_commitment', 'batches'),
  set('batched_commitment', 'batch', 'batch + 1', 'batches'),
  set('batched_commitment', 'commitment', flipped('commitment'), 'batches'),
  REPLACED,
  remove('ballot_batch', 'batches'),
  set('ballot_batch', 'root', flipped('root'), 'batches'),
  set('ballot_batch', 'at', `at - interval '1 hour'`, 'batches'),
  set('ballot_batch', 'commitments', `commitments || sha256(commitments)`, 'batches'),
  set('ballot_batch', 'subtrees', `subtrees || sha256(subtrees)`, 'roots'),
];

export const ROUND_TAMPERS: Tamper[] = [
  ...['voter_count', 'roll_size', 'ballot_count', 'region_count'].map((column) =>
    set('round', column, `${column} + 1`, 'numbers'),
  ),
  set('round', 'lens', `'breadth@1'`, 'numbers'),
  set('round', 'published_at', `published_at - interval '1 day'`, 'numbers'),
  ...['agree', 'disagree', 'pass'].map((column) =>
    set('round_count', column, `${column} + 1`, 'numbers'),
  ),
  set('round_count', 'position', 'position + 1', 'numbers'),
  set('round_count', 'rank', 'coalesce(rank, 0) + 1', 'numbers'),
  set('round_count', 'by_clp', `'[]'`, 'numbers', `by_clp <> '[]'`),
  set('round_count', 'by_region', 'NULL', 'numbers'),
  // A region that was counted, and not told.
  set(
    'round_count',
    'by_region',
    `by_region || (SELECT jsonb_build_array(jsonb_build_array(cell->4, cell->1, cell->2, cell->3))
       FROM jsonb_array_elements(by_clp) AS cell WHERE cell->>4 IS NOT NULL LIMIT 1)`,
    'numbers',
    `by_clp <> '[]'`,
  ),
  remove('round_count', 'numbers'),
  set('round_rank', 'rank', 'coalesce(rank, 0) + 1', 'numbers'),
  set('round_rank', 'position', 'position + 1', 'numbers'),
  set('round_rank', 'score', 'score + 0.5', 'numbers'),
  set('round_rank', 'tied', 'NOT tied', 'numbers'),
  set('round_rank', 'best', 'coalesce(best, 0) + 1', 'numbers'),
  remove('round_rank', 'numbers'),
];
