import type { Choice } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { COUNTS_COLUMN, type Counts } from '../contributions/proposal.queries.js';
import { type ItemRow, itemsJson } from '../drafts/source-item.queries.js';

/** Somebody's pseudonym in a consultation. */
interface Pseudonym {
  id: string;
  pseudonym: Buffer;
}

export interface OwnPart {
  /** Proposals that still take votes and whose words changed since the member voted on them, with that vote. */
  changedSinceVote: { id: string; choice: Choice; votedVersion: number }[];
  /** Answers to proposals the member agreed with, without their word on them. */
  answersToJudge: string[];
  voted: { consultationId: string; votes: number; counts: Omit<Counts, 'id'> }[];
  /** All of these, the proposals that were answered, and the consultations. */
  items: ItemRow[];
}

const CHANGED = `coalesce((SELECT json_agg(json_build_object('id', x.id, 'choice', x.choice,
    'votedVersion', x.version) ORDER BY x.edited_at DESC, x.id)
  FROM (SELECT p.id, p.edited_at, own.choice, own.version
    FROM own JOIN proposal p ON p.id = own.proposal_id JOIN consultation c ON c.id = p.consultation_id
    WHERE own.version < p.version AND p.status = 'published' AND c.phase IN ('open','prioritising')
    ORDER BY p.edited_at DESC, p.id LIMIT 100) AS x), '[]')`;

const TO_JUDGE = `ARRAY(SELECT d.id FROM own JOIN decision d ON d.proposal_id = own.proposal_id
  WHERE own.choice = 'agree' AND d.superseded_by_id IS NULL
    AND NOT EXISTS (SELECT FROM answer_verdict a
      WHERE a.decision_id = d.id AND a.pseudonym = own.pseudonym)
  ORDER BY d.decided_at DESC, d.id LIMIT 100)`;

const VOTED = `coalesce((SELECT json_agg(json_build_object('consultationId', c.id, 'votes', c.votes,
    'counts', brought.counts) ORDER BY c.votes DESC, c.id)
  FROM (SELECT consultation_id AS id, count(*)::int AS votes FROM own GROUP BY consultation_id) AS c
    CROSS JOIN LATERAL (SELECT ${COUNTS_COLUMN}) AS brought), '[]')`;

/** Ids of all that is shown of what was said. */
const SHOWN = `SELECT array_agg(shown.id) AS ids FROM (
    SELECT (changed->>'id')::uuid AS id FROM json_array_elements(said."changedSinceVote") AS changed
    UNION SELECT unnest(said."answersToJudge")
    UNION SELECT d.proposal_id FROM decision d WHERE d.id = ANY(said."answersToJudge")
    UNION SELECT own.consultation_id FROM own) AS shown`;

/** What the votes of one person say, found by pseudonym only, with what a page shows of it. */
export async function ownPart(
  db: EntityManager,
  mine: readonly Pseudonym[],
  memberId: string,
): Promise<OwnPart> {
  const [row] = await db.query<[OwnPart]>(
    `WITH own AS MATERIALIZED (
       SELECT v.consultation_id, v.proposal_id, v.pseudonym, v.choice, v.version
       FROM unnest($1::uuid[], $2::bytea[]) AS me(consultation_id, pseudonym)
         JOIN vote v ON v.consultation_id = me.consultation_id AND v.pseudonym = me.pseudonym
     ), said AS MATERIALIZED (
       SELECT ${CHANGED} AS "changedSinceVote", ${TO_JUDGE} AS "answersToJudge", ${VOTED} AS voted
     )
     SELECT said.*, ${itemsJson('shown.ids', '$3::uuid')} AS items
     FROM said CROSS JOIN LATERAL (${SHOWN} OFFSET 0) AS shown`,
    [mine.map(({ id }) => id), mine.map(({ pseudonym }) => pseudonym), memberId],
  );
  return row;
}
