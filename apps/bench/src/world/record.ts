import { NO_ENTRY } from '@clarion/record';
import type pg from 'pg';
import type { Chained, PublicAct, RecordHead } from '../api.js';
import { copyRows } from './copy-rows.js';

/** The API’s own way of making entries of acts. */
export interface Recorder {
  prepare: (act: PublicAct) => Promise<object>;
  chain: (head: RecordHead, acts: readonly object[]) => Promise<Chained>;
}

/** Acts that are made into entries at once. */
const BATCH = 2_000;
const ENTRY_COLUMNS = [
  'number',
  'at',
  'kind',
  'about_kind',
  'about_id',
  'consultation_id',
  'actor_id',
  'body_id',
  'data',
  'commitments',
  'previous',
  'hash',
] as const;

/** Of consultations, in the order of their phases. `$1` is who convenes them. */
const PHASES = `
  SELECT 'created' AS kind, 'consultation' AS about, id, id AS consultation, $1::uuid AS actor, convened_by_id AS body,
    created_at AS at, jsonb_build_object('template', template) AS data, '{}'::jsonb AS personal,
    jsonb_build_object('title', title, 'question', question, 'paper', paper,
      'questions', array_to_string(questions, E'\\n')) AS kept
  FROM consultation
  UNION ALL
  SELECT 'phase_set', 'consultation', c.id, c.id, $1::uuid, c.convened_by_id, set.at,
    jsonb_build_object('from', set.before, 'to', set.phase), '{}', '{}'
  FROM consultation c CROSS JOIN LATERAL (VALUES
    ('preparing', 'open', c.opened_at, 1),
    ('open', 'reviewing', c.votes_until, 2),
    ('reviewing', 'reported', c.votes_until + interval '38 days', 3)) AS set(before, phase, at, place)
  WHERE set.place <= array_position('{open,reviewing,reported}', c.phase)`;

/** What was sent and answered, told from the tables as the services tell it. */
const SENT = `
  SELECT 'sent', 'proposal', id, consultation_id, author_id, NULL::uuid, created_at,
    '{"version": 1, "commissionIds": []}'::jsonb,
    jsonb_build_object('statement', statement, 'argument', argument), '{}'::jsonb
  FROM proposal
  UNION ALL
  SELECT 'sent', 'comment', id, consultation_id, author_id, NULL, created_at,
    jsonb_build_object('proposalId', proposal_id, 'stance', stance, 'version', 1),
    jsonb_build_object('body', body), '{}'
  FROM comment
  UNION ALL
  SELECT told.kind, told.about, told.id, e.consultation_id, e.officer_id, e.body_id, e.created_at,
    jsonb_build_object('evidenceId', e.id, 'proposalId', e.proposal_id, 'confidence', e.confidence,
      'costFlag', e.cost_flag, 'legalFlag', e.legal_flag), told.personal, '{}'
  FROM evidence e CROSS JOIN LATERAL (VALUES
    ('sent', 'evidence', e.id, jsonb_build_object('authorName', e.author_name, 'claim', e.claim,
      'detail', e.detail, 'confidenceReason', e.confidence_reason,
      'declaredInterest', e.declared_interest, 'mandate', e.mandate,
      'sources', concat(e.sources->0->>'title', ' ', e.sources->0->>'url'))),
    ('evidence_given', 'proposal', e.proposal_id, jsonb_build_object('claim', e.claim))
  ) AS told(kind, about, id, personal) WHERE told.id IS NOT NULL
  UNION ALL
  SELECT 'decided', 'proposal', proposal_id, consultation_id, by_id, body_id, decided_at,
    jsonb_build_object('decisionId', id, 'outcome', outcome, 'office', office, 'dueOn', due_on,
      'mergedIntoId', merged_into_id, 'referredToId', referred_to_id),
    jsonb_build_object('reason', reason, 'nextStop', next_stop), '{}'
  FROM decision
  UNION ALL
  SELECT 'merged_in', 'proposal', d.merged_into_id, d.consultation_id, d.by_id, d.body_id, d.decided_at,
    jsonb_build_object('decisionId', d.id, 'proposalId', p.id, 'number', p.number, 'version', 1),
    jsonb_build_object('statement', p.statement), '{}'
  FROM decision d JOIN proposal p ON p.id = d.proposal_id WHERE d.merged_into_id IS NOT NULL
  UNION ALL
  SELECT 'next_stop_reached', 'proposal', proposal_id, consultation_id, by_id, body_id, done_at,
    jsonb_build_object('decisionId', id), jsonb_build_object('note', done_note), '{}'
  FROM decision WHERE done_at IS NOT NULL
  UNION ALL
  SELECT 'votes_committed', 'consultation', consultation_id, consultation_id, NULL, NULL, at,
    jsonb_build_object('batch', number, 'count', octet_length(commitments) / 32, 'root', encode(root, 'hex')),
    '{}', '{}'
  FROM ballot_batch`;

const ACTS = `
  DECLARE act NO SCROLL CURSOR FOR
  SELECT kind, about AS "aboutKind", id AS "aboutId", consultation AS "consultationId", actor AS "actorId",
    body AS "bodyId", at, data, personal, kept
  FROM (${PHASES} UNION ALL ${SENT}) AS acts ORDER BY at, about, id, kind, data->>'decisionId',
    (data->>'batch')::int`;

async function keep(db: pg.Client, { entries, salts, subtrees }: Chained): Promise<void> {
  const bytes = (hex: string) => Buffer.from(hex, 'hex');
  const rows = entries.map(({ number, act, commitments, previous, hash }) => [
    number,
    act.at,
    act.kind,
    act.aboutKind,
    act.aboutId,
    act.consultationId,
    act.actorId,
    act.bodyId,
    JSON.stringify(act.data),
    JSON.stringify(commitments),
    bytes(previous),
    bytes(hash),
  ]);
  await copyRows(db, 'record_entry', ENTRY_COLUMNS, rows);
  const drawn = salts.map(({ number, field, salt, text }) => [number, field, bytes(salt), text]);
  await copyRows(db, 'record_salt', ['number', 'field', 'salt', 'text'], drawn);
  const grown = subtrees.map(({ level, index, hash }) => [level, index, bytes(hash)]);
  await copyRows(db, 'record_subtree', ['level', 'index', 'hash'], grown);
}

/** Enters into an empty record what the tables hold, in the order of time, every entry chained to the one before. */
export async function tellRecord(
  db: pg.Client,
  { prepare, chain }: Recorder,
  convenorId: string,
  say: (line: string) => void,
): Promise<void> {
  let head: RecordHead = { last: NO_ENTRY, tree: { size: 0, edge: [] } };
  let said = Date.now();
  await db.query('BEGIN');
  await db.query(ACTS.replaceAll('$1', `'${convenorId}'`));
  for (;;) {
    const { rows } = await db.query<PublicAct>(`FETCH ${BATCH} FROM act`);
    if (rows.length === 0) break;
    const chained = await chain(head, await Promise.all(rows.map(prepare)));
    await keep(db, chained);
    head = chained.head;
    if (Date.now() - said < 2000) continue;
    said = Date.now();
    say(`  record: ${head.tree.size.toLocaleString('en-GB')} entries`);
  }
  await db.query('COMMIT');
  say(`  record_entry: ${head.tree.size.toLocaleString('en-GB')} rows`);
}
