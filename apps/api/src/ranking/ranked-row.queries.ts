import type { Choice, LensId } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { PROPOSAL, PROPOSAL_JOINS, type ProposalRow } from '../contributions/proposal.queries.js';
import { ownVote } from '../voting/own-vote.js';
import { RANKED } from './ranking.queries.js';
import { PAST_RANK, type PastRankRow } from './round-rank.queries.js';

/** A proposal of a page of a ranking, with the viewer's own vote. */
export interface RankedProposalRow extends ProposalRow {
  choice: Choice | null;
  votedVersion: number | null;
  /** Where the statement brought it. */
  history?: PastRankRow[];
}

/** Which columns the rows of a page have beside those of a proposal. */
export interface RowsAsk {
  lens: LensId;
  /** The number of the round that is read; null for the live order. */
  round: number | null;
  hasHistory: boolean;
  /** More columns of a proposal `p`, each after a comma. */
  columns: string;
}

const HISTORY = `, coalesce((SELECT json_agg(${PAST_RANK} ORDER BY r.number)
  FROM round r JOIN round_rank rr ON rr.round_id = r.id AND rr.lens = shown.lens AND rr.proposal_id = p.id
  WHERE r.consultation_id = p.consultation_id
    AND (shown.round IS NULL OR r.number <= shown.round)), '[]') AS history`;

/**
 * Proposals of a page in full, for the voters behind pseudonyms. What no longer stands in the live order
 * is left out; a round shows what it counted, whatever became of it since.
 */
export function rows(
  db: EntityManager,
  asked: readonly { id: string; pseudonym: Buffer | null }[],
  { lens, round, hasHistory, columns }: RowsAsk,
): Promise<RankedProposalRow[]> {
  return db.query(
    `SELECT ${PROPOSAL}, v.choice, v.version AS "votedVersion"${hasHistory ? HISTORY : ''}${columns}
     FROM unnest($1::uuid[], $2::bytea[]) AS asked(id, pseudonym)
       CROSS JOIN (VALUES ($3::text, $4::int)) AS shown(lens, round)
       JOIN proposal p ON p.id = asked.id
       ${ownVote('p.consultation_id', 'p.id', 'asked.pseudonym')}
       ${PROPOSAL_JOINS}
     WHERE shown.round IS NOT NULL OR ${RANKED}`,
    [asked.map(({ id }) => id), asked.map(({ pseudonym }) => pseudonym), lens, round],
  );
}
