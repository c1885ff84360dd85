import type { EntityManager } from 'typeorm';
import type { AskedConsultation } from '../consultations/consultation.queries.js';
import type { Bring } from '../graphql/bring.js';

/** What a viewer did in a consultation that the rules ask about before they show its order. */
export interface OwnVotes {
  /** The numbers of the proposals they voted on. */
  voted: number[];
  /** Whether they cast a priority ballot. */
  hasBallot: boolean;
}

/** Null where the rules hide no counts. */
const OWN_VOTES = `CASE WHEN (c.rules->>'countsHiddenUntilVoted')::boolean THEN json_build_object(
  'voted', coalesce((SELECT json_agg(voted_on.number) FROM vote v
      JOIN proposal voted_on ON voted_on.id = v.proposal_id
    WHERE v.consultation_id = c.id AND v.pseudonym = asked.pseudonym), '[]'),
  'hasBallot', EXISTS (SELECT FROM priority_choice chosen
    WHERE chosen.consultation_id = c.id AND chosen.pseudonym = asked.pseudonym)) END AS "ownVotes"`;

/** Brought along by a consultation whose ranking is asked for. */
export const BROUGHT_OWN_VOTES: Bring = { field: 'ranking', column: OWN_VOTES, isOwn: true };

/** The votes of whoever asks in these consultations. */
export async function ofConsultations(
  db: EntityManager,
  asked: readonly AskedConsultation[],
): Promise<Map<string, OwnVotes>> {
  const rows = await db.query<{ id: string; ownVotes: OwnVotes | null }[]>(
    `SELECT c.id, ${OWN_VOTES}
     FROM unnest($1::uuid[], $2::bytea[]) AS asked(id, pseudonym) JOIN consultation c ON c.id = asked.id`,
    [asked.map(({ id }) => id), asked.map(({ pseudonym }) => pseudonym)],
  );
  return new Map(rows.flatMap(({ id, ownVotes }) => (ownVotes ? [[id, ownVotes] as const] : [])));
}
