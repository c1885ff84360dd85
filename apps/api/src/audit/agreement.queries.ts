import type { EntityManager } from 'typeorm';
import { VOTE_QUESTIONS } from './agreement-of-votes.queries.js';

/** Where record and tables do not say the same. */
export interface Disagreement {
  /** What it is about. */
  id: string;
  problem: string;
}

const SENT = `SELECT about_kind AS kind, about_id AS id, count(*) AS times, min(number) AS number
  FROM record_entry WHERE kind = 'sent' AND about_kind IN ('proposal', 'comment', 'evidence') GROUP BY 1, 2`;

const HELD = `
  SELECT 'proposal' AS kind, id, consultation_id, author_id, on_behalf_of_id AS body_id, created_at, status
    FROM proposal
  UNION ALL SELECT 'comment', id, consultation_id, author_id, NULL, created_at, status FROM comment
  UNION ALL SELECT 'evidence', id, consultation_id, officer_id, body_id, created_at, status FROM evidence`;

/** The newest entry of some kinds about a thing, in a row `r`. */
const newest = (id: string, kinds: string) => `LEFT JOIN LATERAL (
  SELECT * FROM record_entry WHERE about_id = ${id} AND kind IN (${kinds})
  ORDER BY number DESC LIMIT 1) r ON true`;

const differs = (...pairs: [table: string, record: string][]) =>
  pairs.map(([table, record]) => `${table} IS DISTINCT FROM ${record}`).join(' OR ');

const field = (name: string) => `(r.data->>'${name}')`;

/** Words of a paper as they were kept beside the salt, whose commitment is checked by itself. */
const paperText = (name: string) =>
  `(SELECT s.text FROM record_salt s WHERE s.number = r.number AND s.field = '${name}')`;

const KEPT_VERSIONS = '(SELECT count(*) FROM comment_version v WHERE v.comment_id = c.id)';

/** A moment as the record has it. */
const moment = (column: string) => `date_trunc('milliseconds', ${column})`;

/**
 * What is asked, each in one statement that answers id and problem of every disagreement. None of them
 * rests on a count that is kept.
 */
export const QUESTIONS = {
  sent: `
    SELECT coalesce(h.id, s.id) AS id, coalesce(h.kind, s.kind) || CASE
        WHEN s.id IS NULL THEN ' is in the tables, and the record does not say that it was sent'
        WHEN h.id IS NULL THEN ' was sent, and is gone from the tables'
        WHEN s.times > 1 THEN ' was sent more than once'
        ELSE ' is not as it was sent: its author, body, consultation or moment' END AS problem
    FROM (${HELD}) h FULL JOIN (${SENT}) s ON s.kind = h.kind AND s.id = h.id
      LEFT JOIN record_entry r ON r.number = s.number
    WHERE s.id IS NULL OR h.id IS NULL OR s.times > 1 OR ${differs(
      ['h.consultation_id', 'r.consultation_id'],
      ['h.author_id', 'r.actor_id'],
      ['h.body_id', 'r.body_id'],
      [moment('h.created_at'), 'r.at'],
    )}`,
  words: `
    SELECT p.id, 'proposal does not show its newest words' AS problem FROM proposal p
      LEFT JOIN proposal_version v ON v.proposal_id = p.id AND v.version = p.version
      ${newest('p.id', `'sent', 'edited'`)}
    WHERE ${differs(
      ['p.statement', 'v.statement'],
      ['p.argument', 'v.argument'],
      ['p.version', `coalesce(${field('version')}::int, 1)`],
    )}
    UNION ALL
    SELECT c.id, 'comment is not on the side, or not in the words, that it took last' FROM comment c
      ${newest('c.id', `'sent', 'edited'`)}
    WHERE ${differs(
      ['c.stance', `coalesce(${field('stance')}, c.stance)`],
      // Entries made before there was a chain do not say which of its texts they are about.
      [KEPT_VERSIONS, `coalesce(${field('version')}::int - 1, ${KEPT_VERSIONS})`],
    )}`,
  tags: `
    SELECT p.id, 'proposal is tagged with other commissions than it was sent to' AS problem FROM proposal p
      ${newest('p.id', `'sent'`)}
    WHERE r.data ? 'commissionIds' AND ${differs([
      `ARRAY(SELECT pc.body_id::text FROM proposal_commission pc WHERE pc.proposal_id = p.id ORDER BY 1)`,
      `ARRAY(SELECT jsonb_array_elements_text(r.data->'commissionIds') ORDER BY 1)`,
    ])}`,
  withdrawn: `
    SELECT h.id, h.kind || CASE WHEN h.status = 'withdrawn'
        THEN ' is withdrawn, and the record does not say so'
        ELSE ' was withdrawn, and is shown as if it were not' END AS problem FROM (${HELD}) h
    WHERE h.status <> 'hidden' AND (h.status = 'withdrawn') <> EXISTS (SELECT FROM record_entry r
      WHERE r.about_id = h.id AND r.about_kind = h.kind AND r.kind = 'withdrawn')`,
  hidden: `
    SELECT h.id, h.kind || CASE WHEN h.status = 'hidden'
        THEN ' is hidden, and the record does not say that a moderator did that'
        ELSE ' was hidden by a moderator, and is shown' END AS problem FROM (${HELD}) h
      ${newest('h.id', `'hidden', 'restored', 'moved', 'moved_back'`)}
    WHERE (h.status = 'hidden') <> coalesce(r.kind IN ('hidden', 'moved'), false)`,
  erased: `
    SELECT '00000000-0000-0000-0000-000000000000'::uuid AS id,
      'as many people are erased in the tables as the record does not say' AS problem
    WHERE (SELECT count(*) FROM member WHERE erased_at IS NOT NULL)
      <> (SELECT count(*) FROM record_entry WHERE kind = 'member_erased' AND about_kind = 'roll')`,
  evidence: `
    SELECT x.id, 'evidence is not as it was given: how sure, its flags, or what it is about' AS problem
    FROM evidence x ${newest('x.id', `'sent'`)}
    WHERE r.data ? 'confidence' AND (${differs(
      ['x.confidence', field('confidence')],
      ['x.cost_flag', `${field('costFlag')}::boolean`],
      ['x.legal_flag', `${field('legalFlag')}::boolean`],
      ['x.proposal_id', `${field('proposalId')}::uuid`],
    )})
    UNION ALL
    SELECT x.id, 'evidence is not considered as the record says' FROM evidence x
      ${newest('x.id', `'evidence_considered'`)}
    WHERE ${differs(['x.considered_by_id', 'r.body_id'], [moment('x.considered_at'), 'r.at'])}
    UNION ALL
    SELECT coalesce(x.id, ${field('contestId')}::uuid), 'evidence is not contested as the record says'
    FROM evidence_contest x
      FULL JOIN (SELECT * FROM record_entry WHERE kind = 'evidence_contested' AND about_kind = 'evidence') r
        ON ${field('contestId')}::uuid = x.id
    WHERE ${differs(
      ['x.evidence_id', 'r.about_id'],
      ['x.body_id', 'r.body_id'],
      ['x.officer_id', 'r.actor_id'],
      [moment('x.created_at'), 'r.at'],
    )}`,
  decisions: `
    SELECT coalesce(d.id, ${field('decisionId')}::uuid) AS id, CASE
        WHEN r.number IS NULL THEN 'answer is in the tables, and not in the record'
        WHEN d.id IS NULL THEN 'answer is in the record, and gone from the tables'
        ELSE 'answer is not the one that the record has' END AS problem
    FROM decision d FULL JOIN (SELECT * FROM record_entry WHERE kind = 'decided') r
      ON ${field('decisionId')}::uuid = d.id
    WHERE ${differs(
      ['d.proposal_id', 'r.about_id'],
      ['d.consultation_id', 'r.consultation_id'],
      ['d.body_id', 'r.body_id'],
      ['d.by_id', 'r.actor_id'],
      ['d.office', field('office')],
      ['d.outcome', field('outcome')],
      ['d.due_on::text', field('dueOn')],
      ['d.merged_into_id::text', field('mergedIntoId')],
      ['d.referred_to_id::text', field('referredToId')],
      [moment('d.decided_at'), 'r.at'],
    )}
    UNION ALL
    SELECT d.id, 'answer does not stand as the ones after it say' FROM decision d
    WHERE d.superseded_by_id IS DISTINCT FROM (SELECT later.id FROM decision later
      JOIN record_entry mine ON mine.kind = 'decided' AND mine.data->>'decisionId' = d.id::text
      JOIN record_entry next ON next.kind = 'decided' AND next.data->>'decisionId' = later.id::text
        AND next.number > mine.number
      WHERE later.proposal_id = d.proposal_id AND later.body_id = d.body_id
      ORDER BY next.number LIMIT 1)
    UNION ALL
    SELECT d.id, 'next stop is not reached as the record says' FROM decision d
      LEFT JOIN record_entry r ON r.kind = 'next_stop_reached' AND ${field('decisionId')} = d.id::text
    WHERE ${differs([moment('d.done_at'), 'r.at'])}`,
  status: `
    SELECT p.id, 'proposal does not stand as its latest answer says' AS problem FROM proposal p
      LEFT JOIN LATERAL (SELECT outcome, merged_into_id FROM decision
        WHERE proposal_id = p.id AND superseded_by_id IS NULL
        ORDER BY decided_at DESC, id DESC LIMIT 1) d ON true
    WHERE p.status NOT IN ('withdrawn', 'waiting', 'hidden')
      -- What moderators joined or moved stands as they left it.
      AND NOT EXISTS (SELECT FROM record_entry r WHERE r.about_id = p.id
        AND (r.kind IN ('joined', 'separated', 'moved_back') OR r.data ? 'movedFromId'))
      AND (p.author_id IS NOT NULL OR d.outcome IS NOT NULL)
      AND (${differs(
        [
          'p.status',
          `CASE d.outcome WHEN 'merge' THEN 'merged' WHEN 'not_take_forward' THEN 'not_taken_forward' ELSE 'published' END`,
        ],
        ['p.merged_into_id', 'd.merged_into_id'],
      )})`,
  consultations: `
    SELECT c.id, CASE WHEN r.number IS NULL THEN 'consultation is not in the record'
        ELSE 'consultation is not in the phase that the record says' END AS problem
    FROM consultation c ${newest('c.id', `'created', 'phase_set'`)}
    WHERE r.number IS NULL OR c.phase <> coalesce(${field('to')}, 'preparing')
    UNION ALL
    SELECT c.id, 'consultation has other rules than it was opened under' FROM consultation c
      JOIN record_entry r ON r.about_id = c.id AND r.kind = 'phase_set' AND r.data ? 'rules'
    WHERE ${differs(['c.rules', `r.data->'rules'`], [moment('c.opened_at'), 'r.at'])}
    UNION ALL
    SELECT c.id, 'consultation has other dates than the record says' FROM consultation c
      ${newest('c.id', `'created', 'edited'`)}
    WHERE r.data ? 'votesUntil' AND (${differs(
      [moment('c.votes_until'), `${field('votesUntil')}::timestamptz`],
      ['c.answers_by::text', field('answersBy')],
    )})
    UNION ALL
    SELECT c.id, 'paper is not in the words that the record has last' FROM consultation c
      ${newest('c.id', `'created', 'edited'`)}
    WHERE r.commitments ? 'title' AND (${differs(
      ['c.title', paperText('title')],
      ['c.question', paperText('question')],
      ['c.paper', paperText('paper')],
      [`array_to_string(c.questions, E'\\n')`, paperText('questions')],
    )})
    UNION ALL
    SELECT DISTINCT r.about_id, 'consultation is in the record, and gone from the tables' FROM record_entry r
    WHERE r.about_kind = 'consultation' AND NOT EXISTS (SELECT FROM consultation c WHERE c.id = r.about_id)`,
  drafts: `
    SELECT coalesce(v.draft_id, r.about_id) AS id, 'version is not published as the record says' AS problem
    FROM (SELECT * FROM draft_version WHERE status <> 'working') v
      FULL JOIN (SELECT * FROM record_entry WHERE kind = 'draft_published') r
        ON r.about_id = v.draft_id AND ${field('version')}::int = v.number
    WHERE ${differs(
      ['v.number::text', field('version')],
      [moment('v.published_at'), 'r.at'],
      ['v.published_by_id', 'r.actor_id'],
    )}
    UNION ALL
    SELECT coalesce(a.draft_id, r.about_id), 'draft is not adopted as the record says' FROM adoption a
      FULL JOIN (SELECT * FROM record_entry WHERE kind = 'adopted' AND about_kind = 'draft') r
        ON r.about_id = a.draft_id
    WHERE ${differs(
      ['a.version::text', field('version')],
      ['a.meeting', field('meeting')],
      ['a.for_count::text', field('for')],
      ['a.against_count::text', field('against')],
      ['a.abstained_count::text', field('abstained')],
      [moment('a.adopted_at'), 'r.at'],
    )}`,
  rounds: `
    SELECT coalesce(x.id, ${field('roundId')}::uuid) AS id, 'round is not the one that the record has' AS problem
    FROM (SELECT * FROM round WHERE manifest IS NOT NULL) x
      FULL JOIN (SELECT * FROM record_entry WHERE kind = 'round_published' AND data ? 'manifestSha256') r
        ON ${field('roundId')}::uuid = x.id
    WHERE ${differs(
      ['x.manifest_sha256', field('manifestSha256')],
      [`encode(sha256(convert_to(x.manifest, 'UTF8')), 'hex')`, field('manifestSha256')],
      ['x.number::text', field('number')],
      ['x.signed_with', field('key')],
      ['x.consultation_id', 'r.consultation_id'],
    )}`,
  ...VOTE_QUESTIONS,
} as const;
export type Question = keyof typeof QUESTIONS;

/** Every disagreement that one question finds, in the order of ids. */
export function disagreements(db: EntityManager, question: Question): Promise<Disagreement[]> {
  return db.query(`SELECT id, problem FROM (${QUESTIONS[question]}) found ORDER BY id, problem`);
}
