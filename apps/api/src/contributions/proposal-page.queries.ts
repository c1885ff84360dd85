import type { EntityManager } from 'typeorm';
import { type ConsultationRow, consultationJson } from '../consultations/consultation.queries.js';
import type { Bring } from '../graphql/bring.js';
import { byId } from '../graphql/loader.js';
import { EVIDENCE, FROM } from './evidence.queries.js';
import { PROPOSAL, PROPOSAL_JOINS, type ProposalRow } from './proposal.queries.js';

/** The evidence on a proposal, oldest first, and its versions, newest first, brought along by its row. */
export const ON_PROPOSAL: readonly Bring[] = [
  {
    field: 'evidence',
    column: `coalesce((SELECT json_agg(to_json(given)) FROM (SELECT ${EVIDENCE} ${FROM}
      WHERE e.proposal_id = p.id AND e.status <> 'waiting' ORDER BY e.created_at, e.id) AS given), '[]') AS evidence`,
  },
  {
    field: 'versions',
    column: `coalesce((SELECT json_agg(json_build_object('proposalId', v.proposal_id, 'version', v.version,
        'statement', v.statement, 'argument', v.argument, 'reason', v.reason, 'createdAt', v.created_at)
        ORDER BY v.version DESC)
      FROM proposal_version v WHERE v.proposal_id = p.id AND p.status <> 'hidden'), '[]') AS versions`,
  },
];

/** A proposal with the consultation that it lies in. */
export interface PlacedProposal extends ProposalRow {
  liesIn: ConsultationRow;
}

/** Proposals with columns of theirs, and their consultations with columns of theirs. */
export async function withColumns(
  db: EntityManager,
  ids: readonly string[],
  columns: { proposal: string; consultation: string },
): Promise<Map<string, PlacedProposal>> {
  return byId(
    await db.query<PlacedProposal[]>(
      `SELECT ${PROPOSAL}, ${consultationJson('p.consultation_id', columns.consultation)} AS "liesIn"
         ${columns.proposal}
       FROM proposal p ${PROPOSAL_JOINS} WHERE p.id = ANY($1)`,
      [ids],
    ),
  );
}
