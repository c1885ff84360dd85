import type { Choice } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { ownVote } from './own-vote.js';

export interface DeckRow {
  id: string;
  consultationId: string;
  number: number;
  agree: number;
  disagree: number;
  pass: number;
  /** All three together. */
  votes: number;
  version: number;
  authorId: string | null;
  choice: Choice | null;
  votedVersion: number | null;
}

/** Every proposal of these consultations that stands, with the number of its votes and the viewer's own. */
export function standing(
  db: EntityManager,
  asked: readonly { id: string; pseudonym: Buffer | null }[],
): Promise<DeckRow[]> {
  return db.query(
    `SELECT p.id, p.consultation_id AS "consultationId", p.number, coalesce(t.agree, 0) AS agree,
       coalesce(t.disagree, 0) AS disagree, coalesce(t.pass, 0) AS pass,
       coalesce(t.agree + t.disagree + t.pass, 0) AS votes, p.version,
       p.author_id AS "authorId", v.choice, v.version AS "votedVersion"
     FROM unnest($1::uuid[], $2::bytea[]) AS asked(id, pseudonym)
       JOIN proposal p ON p.consultation_id = asked.id
       LEFT JOIN tally t ON t.consultation_id = p.consultation_id AND t.proposal_id = p.id
       ${ownVote('p.consultation_id', 'p.id', 'asked.pseudonym')}
     WHERE p.status = 'published'
     ORDER BY p.number, p.id`,
    [asked.map((each) => each.id), asked.map((each) => each.pseudonym)],
  );
}
