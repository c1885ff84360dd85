import {
  type BodyKind,
  type ContributionStatus,
  HIDDEN_NAME,
  HIDDEN_WORDS,
  type OfficeName,
  type Phase,
  type Rules,
} from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { SHOWN_TEXTS } from '../audit/texts.js';
import { nameUnlessHidden, takenAway, unlessHidden } from '../contributions/hidden.js';

/** An act of the record, with the names of who acted. */
export interface ActRow {
  number: string;
  kind: string;
  at: string;
  personName: string | null;
  /** What the person was called in that body. */
  office: OfficeName | null;
  bodyName: string | null;
  bodyKind: BodyKind | null;
  data: Record<string, unknown>;
  /** What was written with it, by name, as it stands in its own tables. */
  texts: Record<string, string>;
  /** The body that an answer referred to. */
  referredTo: string | null;
}

/** What a published round counted for a proposal. */
export interface RoundRow {
  number: number;
  publishedAt: string;
  rank: number | null;
  isTied: boolean;
  rankedCount: number;
  agree: number;
  disagree: number;
  pass: number;
}

export interface ContributionRow {
  id: string;
  kind: 'proposal' | 'comment' | 'evidence';
  /** Its words. */
  title: string;
  authorId: string | null;
  authorName: string;
  clpName: string | null;
  /** The body it was sent for. */
  bodyName: string | null;
  status: ContributionStatus;
  createdAt: Date;
  consultationId: string;
  consultationTitle: string;
  phase: Phase;
  votesUntil: Date;
  answersBy: string;
  rules: Rules;
  /** The proposal that a comment or evidence is about. */
  proposalId: string | null;
  /** The body that put the consultation and owes the answers. */
  convenedBy: string;
  convenedByKind: BodyKind;
  acts: ActRow[];
  rounds: RoundRow[];
  /** The answers that stand, the latest first. */
  decisionIds: string[];
  /** Statements of proposals that answers merged it into, by decision. */
  mergedInto: Record<string, string>;
}

/** What was sent, of every kind, under one set of names. */
const SENT = {
  proposal: `SELECT p.id, 'proposal' AS kind, ${unlessHidden('p', 'p.statement')} AS title, p.author_id, p.author_name,
      p.on_behalf_of_id AS body_id, p.status, p.created_at, p.consultation_id,
      NULL::uuid AS proposal_id FROM proposal p`,
  comment: `SELECT c.id, 'comment', CASE c.status WHEN 'withdrawn' THEN
      CASE WHEN ${takenAway('c')} = 'erased' THEN c.body ELSE '' END WHEN 'hidden' THEN '${HIDDEN_WORDS}' ELSE c.body END,
      c.author_id, c.author_name, NULL::uuid, c.status, c.created_at, c.consultation_id,
      c.proposal_id FROM comment c`,
  evidence: `SELECT e.id, 'evidence', ${unlessHidden('e', 'e.claim')}, e.officer_id, NULL, e.body_id, e.status, e.created_at,
      e.consultation_id, e.proposal_id FROM evidence e`,
};

const ACTS = `coalesce((
  SELECT json_agg(json_build_object('number', r.number::text, 'kind', r.kind, 'at', r.at,
      'personName', CASE WHEN s.status = 'hidden' AND r.actor_id = s.author_id
        THEN '${HIDDEN_NAME}' ELSE actor.display_name END, 'bodyName', body.name, 'bodyKind', body.kind,
      'office', (SELECT o.office FROM office o
        WHERE o.member_id = r.actor_id AND o.body_id = r.body_id ORDER BY o."from" DESC, o.id LIMIT 1),
      'data', r.data,
      'texts', coalesce((SELECT json_object_agg(t.field, t.text) FROM (${SHOWN_TEXTS}) t), '{}'),
      'referredTo', (SELECT name FROM body WHERE id = (r.data->>'referredToId')::uuid))
    ORDER BY r.number)
  FROM record_entry r
    LEFT JOIN member actor ON actor.id = r.actor_id
    LEFT JOIN body ON body.id = r.body_id
  WHERE r.about_id = s.id OR (r.about_id = s.consultation_id AND r.kind = 'phase_set'
    AND r.data->>'to' IN ('reported','withdrawn'))), '[]')`;

const ROUNDS = `coalesce((
  SELECT json_agg(json_build_object('number', r.number, 'publishedAt', r.published_at,
      'rank', rc.rank, 'agree', rc.agree, 'disagree', rc.disagree, 'pass', rc.pass,
      'rankedCount', size.ranked, 'isTied', size.sharing > 1) ORDER BY r.number)
  FROM round_count rc JOIN round r ON r.id = rc.round_id
    CROSS JOIN LATERAL (SELECT count(x.rank)::int AS ranked,
        count(*) FILTER (WHERE x.rank = rc.rank)::int AS sharing
      FROM round_count x WHERE x.round_id = r.id) size
  WHERE rc.proposal_id = s.id), '[]')`;

const DECISION_IDS = `ARRAY(SELECT d.id FROM decision d
  WHERE d.proposal_id = s.id AND d.superseded_by_id IS NULL ORDER BY d.decided_at DESC, d.id DESC)`;

const MERGED_INTO = `coalesce((SELECT json_object_agg(d.id, ${unlessHidden('t', 't.statement')})
  FROM decision d JOIN proposal t ON t.id = d.merged_into_id WHERE d.proposal_id = s.id), '{}')`;

const select = (sent: string) => `
  SELECT s.id, s.kind, s.title, s.author_id AS "authorId",
    ${nameUnlessHidden('s', 'coalesce(author.display_name, s.author_name)')} AS "authorName",
    ${unlessHidden('s', 'clp.name', 'NULL')} AS "clpName",
    behalf.name AS "bodyName", s.status, s.created_at AS "createdAt",
    s.consultation_id AS "consultationId", c.title AS "consultationTitle", c.phase,
    c.votes_until AS "votesUntil", c.answers_by AS "answersBy", c.rules, s.proposal_id AS "proposalId",
    convener.name AS "convenedBy", convener.kind AS "convenedByKind",
    ${ACTS} AS acts, ${ROUNDS} AS rounds, ${DECISION_IDS} AS "decisionIds",
    ${MERGED_INTO} AS "mergedInto"
  FROM (${sent}) s
    JOIN consultation c ON c.id = s.consultation_id
    JOIN body convener ON convener.id = c.convened_by_id
    LEFT JOIN member author ON author.id = s.author_id
    LEFT JOIN body clp ON clp.id = author.clp_id
    LEFT JOIN body behalf ON behalf.id = s.body_id`;

/** One contribution with everything its story is told from, in one statement. */
export async function one(db: EntityManager, id: string): Promise<ContributionRow | null> {
  const sent = [
    `${SENT.proposal} WHERE p.id = $1`,
    `${SENT.comment} WHERE c.id = $1`,
    `${SENT.evidence} WHERE e.id = $1`,
  ].join(' UNION ALL ');
  const [row] = await db.query<ContributionRow[]>(select(sent), [id]);
  return row ?? null;
}

const MOST_MINE = 200;

/** What a member sent, the newest first. */
export function sentBy(db: EntityManager, memberId: string): Promise<ContributionRow[]> {
  const sent = [
    `${SENT.proposal} WHERE p.author_id = $1`,
    `${SENT.comment} WHERE c.author_id = $1`,
    `${SENT.evidence} WHERE e.officer_id = $1`,
  ].join(' UNION ALL ');
  return db.query(
    `${select(`SELECT * FROM (${sent}) mine ORDER BY created_at DESC, id LIMIT ${MOST_MINE}`)}
     ORDER BY s.created_at DESC, s.id`,
    [memberId],
  );
}
