import type { Choice, Phase } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { ownVote } from '../voting/own-vote.js';
import { RESULT, type ResultRow } from './opinion-result.queries.js';

/** A statement as the viewer may meet it among the groups. */
export interface StatementRow {
  id: string;
  /** Can be voted on. */
  isOpen: boolean;
  /** Was taken back or hidden, or is not published yet. */
  isGone: boolean;
  isOwn: boolean;
  choice: Choice | null;
}

export interface ProgressRow {
  step: string;
  done: number;
  total: number;
  startedAt: string;
  saidAt: string;
  isFault: boolean;
}

/** Everything that the groups of a consultation are shown from. Not public as it stands. */
export type OpinionRow = {
  id: string;
  phase: Phase;
  countsHiddenUntilVoted: boolean;
  /** As they are now, for when nothing was found yet. */
  voters: number;
  votes: number;
  statements: StatementRow[];
  progress: ProgressRow | null;
} & (ResultRow | { [column in keyof ResultRow]: null });

/** What was found last in consultations, with the votes of the voter behind each pseudonym. */
export function read(
  db: EntityManager,
  asked: readonly { id: string; pseudonym: Buffer | null }[],
  viewerId: string | null,
): Promise<OpinionRow[]> {
  return db.query(
    `SELECT c.id, c.phase, (c.rules->>'countsHiddenUntilVoted')::boolean AS "countsHiddenUntilVoted",
       coalesce((SELECT voters FROM turnout WHERE consultation_id = c.id), 0) AS voters,
       coalesce((SELECT sum(agree + disagree + pass)::int FROM tally WHERE consultation_id = c.id), 0) AS votes,
       coalesce((SELECT json_agg(json_build_object('id', p.id, 'isOpen', p.status = 'published',
           'isGone', p.status IN ('withdrawn', 'waiting', 'hidden'),
           'isOwn', p.author_id IS NOT DISTINCT FROM $3::uuid AND $3 IS NOT NULL, 'choice', v.choice))
         FROM proposal p ${ownVote('p.consultation_id', 'p.id', 'asked.pseudonym')}
         WHERE p.consultation_id = c.id), '[]') AS statements,
       (SELECT json_build_object('step', g.step, 'done', g.done, 'total', g.total,
           'startedAt', g.started_at, 'saidAt', g.said_at, 'isFault', g.fault IS NOT NULL)
         FROM opinion_progress g WHERE g.consultation_id = c.id) AS progress,
       ${RESULT}
     FROM unnest($1::uuid[], $2::bytea[]) AS asked(id, pseudonym)
       JOIN consultation c ON c.id = asked.id
       LEFT JOIN opinion_result o ON o.consultation_id = c.id`,
    [asked.map((each) => each.id), asked.map((each) => each.pseudonym), viewerId],
  );
}
