import { COMMITMENT } from '../voting/commitment-in-sql.js';

const isIn = (table: string, commitment: string) =>
  `EXISTS (SELECT FROM ${table} x WHERE x.commitment = ${commitment})`;

const isKnown = (commitment: string) =>
  `(${isIn('batched_commitment', commitment)} OR ${isIn('pending_commitment', commitment)})`;

/** Commitments that entered the record or wait to, with their consultation. */
const COMMITTED = `SELECT commitment, consultation_id FROM batched_commitment
  UNION SELECT commitment, consultation_id FROM pending_commitment`;

/**
 * What is asked about votes, their commitments and the batches of these: as `QUESTIONS`. A vote is named by
 * its proposal alone.
 */
export const VOTE_QUESTIONS = {
  votes: `
    SELECT v.proposal_id AS id, CASE
        WHEN v.commitment IS NULL THEN 'vote has random bytes, and no commitment'
        ELSE 'vote is not the one that was committed to' END AS problem
    FROM vote v WHERE v.random IS NOT NULL AND v.commitment IS DISTINCT FROM ${COMMITMENT}
    UNION ALL
    SELECT v.proposal_id, 'vote has lost what opens it, and the record does not say so' FROM vote v
    WHERE v.random IS NULL AND v.commitment IS NOT NULL AND NOT EXISTS (SELECT FROM record_entry r
      WHERE r.about_id = v.consultation_id AND r.kind = 'key_destroyed')
    UNION ALL
    SELECT v.proposal_id, 'vote’s commitment neither is in the record nor waits to be' FROM vote v
    WHERE v.commitment IS NOT NULL AND NOT ${isKnown('v.commitment')}
    UNION ALL
    SELECT v.proposal_id, 'vote replaced one that is not said to be replaced' FROM vote v
    WHERE v.previous IS NOT NULL AND NOT ${isIn('superseded_commitment', 'v.previous')}`,
  fates: `
    SELECT c.consultation_id AS id, 'commitment ' || encode(c.commitment, 'hex') ||
      ' is of no vote that stands, nor of one that was replaced' AS problem
    FROM (${COMMITTED}) c LEFT JOIN vote v ON v.consultation_id = c.consultation_id
      AND v.commitment = c.commitment
    WHERE v.commitment IS NULL AND NOT ${isIn('superseded_commitment', 'c.commitment')}
    UNION ALL
    SELECT s.consultation_id, 'commitment ' || encode(s.commitment, 'hex') ||
      ' was replaced, and neither is in the record nor waits to be'
    FROM superseded_commitment s WHERE NOT ${isKnown('s.commitment')}`,
  batches: `
    SELECT coalesce(b.consultation_id, r.about_id) AS id, 'batch of votes is not the one that the record has' AS problem
    FROM ballot_batch b FULL JOIN (SELECT * FROM record_entry WHERE kind = 'votes_committed') r
      ON r.about_id = b.consultation_id AND (r.data->>'batch')::int = b.number
    WHERE encode(b.root, 'hex') IS DISTINCT FROM r.data->>'root' OR b.at IS DISTINCT FROM r.at
      OR (octet_length(b.commitments) / 32)::text IS DISTINCT FROM r.data->>'count'
    UNION ALL
    SELECT coalesce(b.consultation_id, x.consultation_id), 'batch has other votes than it is found by'
    FROM ballot_batch b FULL JOIN (
        SELECT consultation_id, batch, string_agg(commitment, ''::bytea ORDER BY commitment) AS list
        FROM batched_commitment GROUP BY consultation_id, batch) x
      ON x.consultation_id = b.consultation_id AND x.batch = b.number
    WHERE b.commitments IS DISTINCT FROM x.list`,
} as const;
