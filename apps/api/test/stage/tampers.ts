import { unzipRound, zipRound } from '@clarion/exchange/round';
import { NO_ENTRY } from '@clarion/record';
import { between } from '../../src/audit/entry.queries.js';
import type { Check } from '../../src/audit/verify-record.service.js';
import { entryOf, type PreparedAct } from '../../src/record/public-act.js';
import { chain } from '../../src/record/record.service.js';
import { added, flipped, one, remove, run, set, type Tamper } from './tamper.js';
import { ROUND_TAMPERS, VOTE_TAMPERS } from './tampers-of-votes.js';

const ENTRIES: Tamper[] = [
  set('record_entry', 'at', `at + interval '1 microsecond'`, 'chain'),
  set('record_entry', 'at', `at - interval '3 days'`, 'chain'),
  set('record_entry', 'kind', `'sent'`, 'chain'),
  set('record_entry', 'about_kind', `'evidence'`, 'chain'),
  set('record_entry', 'about_id', 'gen_random_uuid()', 'chain'),
  set('record_entry', 'consultation_id', 'gen_random_uuid()', 'chain'),
  set('record_entry', 'consultation_id', 'NULL', 'chain'),
  set('record_entry', 'actor_id', 'gen_random_uuid()', 'chain'),
  set('record_entry', 'actor_id', 'NULL', 'chain'),
  set('record_entry', 'body_id', 'gen_random_uuid()', 'chain'),
  set('record_entry', 'data', `data || '{"version": 99}'`, 'chain'),
  set('record_entry', 'data', `'{}'`, 'chain'),
  set('record_entry', 'commitments', `commitments || '{"x": "00"}'`, 'chain'),
  set('record_entry', 'commitments', `'{}'`, 'chain'),
  set('record_entry', 'previous', flipped('previous'), 'chain'),
  set('record_entry', 'hash', flipped('hash'), 'chain'),
  set('record_entry', 'number', 'number + 1000', 'chain'),
  remove('record_entry', 'chain'),
  {
    what: 'an entry taken out and those after it moved up',
    by: 'chain',
    change: async (db, seed) => {
      const [{ last }] = await db.manager.query<[{ last: number }]>(
        'SELECT max(number)::int AS last FROM record_entry',
      );
      const gone = 1 + (seed % (last - 1));
      await run(db, 'DELETE FROM record_entry WHERE number = $1', [gone]);
      await run(db, 'UPDATE record_entry SET number = number + 100000 WHERE number > $1', [gone]);
      return run(db, 'UPDATE record_entry SET number = number - 100001 WHERE number > 100000');
    },
  },
  {
    what: 'the last entries taken off, with their salts',
    by: 'checkpoints',
    change: async (db, seed) => {
      const gone = `number > (SELECT max(number) - ${1 + (seed % 3)} FROM record_entry)`;
      await run(db, `DELETE FROM record_salt WHERE ${gone}`);
      return run(db, `DELETE FROM record_entry WHERE ${gone}`);
    },
  },
  {
    what: 'an entry copied to the end',
    by: 'chain',
    change: (db, seed) =>
      run(
        db,
        `INSERT INTO record_entry (number, at, kind, about_kind, about_id, consultation_id, actor_id,
           body_id, data, commitments, previous, hash)
         SELECT (SELECT max(number) + 1 FROM record_entry), at, kind, about_kind, about_id,
           consultation_id, actor_id, body_id, data, '{}', previous, hash
         FROM record_entry WHERE ${one('record_entry', seed)} RETURNING number`,
      ),
  },
  {
    what: 'two entries that changed places',
    by: 'chain',
    change: async (db, seed) => {
      const [{ last }] = await db.manager.query<[{ last: number }]>(
        'SELECT max(number)::int AS last FROM record_entry',
      );
      const first = 1 + (seed % (last - 1));
      await run(db, 'UPDATE record_entry SET number = -1 WHERE number = $1', [first]);
      await run(db, 'UPDATE record_entry SET number = $1 WHERE number = $1 + 1', [first]);
      return run(db, 'UPDATE record_entry SET number = $1 + 1 WHERE number = -1', [first]);
    },
  },
];

/** What whoever knows how it is made would do: everything after the change hashed and linked anew. */
const ANEW: Tamper = {
  what: 'an act changed, and the chain and tree made anew from there',
  by: 'checkpoints',
  change: async (db, seed) => {
    const rows = await between(db.manager, 1, 100_000);
    const at = seed % (rows.length - 10);
    const acts = rows.map((row, index): PreparedAct => {
      const { act, commitments } = entryOf(row);
      const said = act as PreparedAct['act'];
      return {
        act: index === at ? { ...said, data: { ...(said.data as object), isMeant: true } } : said,
        commitments,
        salts: [],
      };
    });
    const { entries, subtrees } = await chain(
      { last: NO_ENTRY, tree: { size: 0, edge: [] } },
      acts,
    );
    await run(
      db,
      `UPDATE record_entry r SET data = e.act->'data', previous = decode(e.previous, 'hex'),
         hash = decode(e.hash, 'hex')
       FROM jsonb_to_recordset($1::jsonb) AS e(number bigint, act jsonb, previous text, hash text)
       WHERE e.number = r.number`,
      [JSON.stringify(entries)],
    );
    return run(
      db,
      `UPDATE record_subtree s SET hash = decode(e.hash, 'hex')
       FROM jsonb_to_recordset($1::jsonb) AS e(level int, index bigint, hash text)
       WHERE s.level = e.level AND s.index = e.index`,
      [JSON.stringify(subtrees)],
    );
  },
};

const BESIDE: Tamper[] = [
  ANEW,
  set('record_salt', 'salt', flipped('salt'), 'commitments'),
  set('record_salt', 'field', `'x' || field`, 'commitments'),
  set('record_salt', 'text', `text || '!'`, 'commitments', 'text IS NOT NULL'),
  remove('record_salt', 'commitments'),
  set('record_subtree', 'hash', flipped('hash'), 'subtrees'),
  set('record_subtree', 'index', 'index + 5000', 'subtrees'),
  set('record_subtree', 'level', 'level + 20', 'subtrees'),
  remove('record_subtree', 'subtrees'),
  set('record_checkpoint', 'note', `replace(note, 'record', 'rekord')`, 'checkpoints'),
  set('record_checkpoint', 'note', `overlay(note placing '0' from 30)`, 'checkpoints'),
  set('record_checkpoint', 'size', 'size + 1000', 'checkpoints'),
  set('record_checkpoint', 'at', `at + interval '1 hour'`, 'checkpoints'),
  set('record_checkpoint', 'key', `key || 'A'`, 'checkpoints'),
  remove('record_checkpoint', 'checkpoints'),
];

const CONTRIBUTIONS: Tamper[] = [
  ...['statement', 'argument'].flatMap((column) => [
    set('proposal_version', column, added(column), 'commitments'),
    set('proposal', column, added(column), 'words'),
  ]),
  set('proposal_version', 'reason', added('reason'), 'commitments', 'reason IS NOT NULL'),
  set('proposal', 'author_id', '(SELECT id FROM member ORDER BY id LIMIT 1)', 'sent'),
  set('member', 'erased_at', 'now()', 'erased'),
  set('proposal', 'status', `'withdrawn'`, 'withdrawn', 'merged_into_id IS NULL'),
  set('proposal', 'status', `'published'`, 'withdrawn', `status = 'withdrawn'`),
  set('proposal', 'status_reason', added('status_reason'), 'commitments', `status = 'withdrawn'`),
  set('proposal', 'version', 'version + 1', 'words'),
  set('proposal', 'created_at', `created_at - interval '1 hour'`, 'sent'),
  {
    what: 'a merged proposal shown as published',
    by: 'status',
    change: (db, seed) =>
      run(
        db,
        `UPDATE proposal SET status = 'published', merged_into_id = NULL
         WHERE ${one('proposal', seed, `status = 'merged'`)}`,
      ),
  },
  remove('proposal', 'sent'),
  remove('proposal_version', 'commitments'),
  remove('proposal_commission', 'tags'),
  set('comment', 'body', added('body'), 'commitments'),
  set('comment', 'stance', `'neutral'`, 'words'),
  set('comment', 'status', `'withdrawn'`, 'withdrawn'),
  set('comment', 'status', `'published'`, 'withdrawn', `status = 'withdrawn'`),
  set('comment_version', 'body', added('body'), 'commitments'),
  remove('comment', 'sent'),
  {
    what: 'a comment that nobody sent',
    by: 'sent',
    change: (db, seed) =>
      run(
        db,
        `INSERT INTO comment (id, consultation_id, proposal_id, ancestors, depth, author_id, stance, body,
           created_at) SELECT gen_random_uuid(), consultation_id, proposal_id, ancestors, depth, author_id,
           stance, 'I never said this.', created_at FROM comment WHERE ${one('comment', seed)} RETURNING id`,
      ),
  },
  ...['claim', 'detail', 'author_name', 'confidence_reason', 'declared_interest', 'mandate'].map(
    (column) => set('evidence', column, added(column), 'commitments'),
  ),
  set('evidence', 'sources', `'[{"title": "Nothing", "url": null}]'`, 'commitments'),
  set('evidence', 'confidence', `'high'`, 'evidence'),
  set('evidence', 'cost_flag', 'NOT cost_flag', 'evidence'),
  set('evidence', 'body_id', '(SELECT id FROM body ORDER BY id LIMIT 1)', 'sent'),
  set(
    'evidence',
    'considered_sentence',
    added('considered_sentence'),
    'commitments',
    'considered_at IS NOT NULL',
  ),
  set('evidence_contest', 'text', added('text'), 'commitments'),
  set('evidence_contest', 'body_id', '(SELECT id FROM body ORDER BY id LIMIT 1)', 'evidence'),
  remove('evidence_contest', 'evidence'),
  remove('evidence', 'sent'),
];

const OFFICIAL: Tamper[] = [
  ...['reason', 'next_stop'].map((column) => set('decision', column, added(column), 'commitments')),
  set('decision', 'done_note', added('done_note'), 'commitments', 'done_at IS NOT NULL'),
  set('decision', 'outcome', `'accept_in_part'`, 'decisions', `outcome = 'accept'`),
  set('decision', 'due_on', 'due_on + 30', 'decisions'),
  set('decision', 'office', `'secretary'`, 'decisions'),
  set('decision', 'by_id', '(SELECT id FROM member ORDER BY id LIMIT 1)', 'decisions'),
  set('decision', 'superseded_by_id', 'gen_random_uuid()', 'decisions'),
  remove('decision', 'decisions'),
  ...['title', 'question', 'paper'].map((column) =>
    set('consultation', column, added(column), 'consultations'),
  ),
  set('consultation', 'phase', `'reported'`, 'consultations'),
  set('consultation', 'votes_until', `votes_until + interval '9 days'`, 'consultations'),
  set('consultation', 'answers_by', 'answers_by + 9', 'consultations'),
  set('consultation', 'rules', `rules || '{"quorumVotes": 1000000}'`, 'consultations'),
  remove('consultation', 'consultations'),
  ...['title', 'summary', 'note'].map((column) =>
    set('draft_version', column, added(column), 'commitments'),
  ),
  set('draft_version', 'published_at', `published_at - interval '1 day'`, 'drafts'),
  set('paragraph', 'text', added('text'), 'commitments'),
  set('paragraph', 'own_reason', `'Because.'`, 'commitments'),
  set('paragraph_source', 'note', added('note'), 'commitments', 'note IS NOT NULL AND version = 1'),
  remove('paragraph', 'commitments'),
  ...['for_count', 'against_count', 'abstained_count'].map((column) =>
    set('adoption', column, `${column} + 1`, 'drafts'),
  ),
  set('adoption', 'meeting', added('meeting'), 'drafts'),
];

/** A file of a round with one byte more, zipped again. */
const zipped = (table: 'round_bundle' | 'round_matrix', by: Check): Tamper => ({
  what: `a file in ${table} changed`,
  by,
  change: async (db, seed) => {
    const [row] = await db.manager.query<[{ id: string; zip: Buffer }]>(
      `SELECT round_id AS id, zip FROM ${table} LIMIT 1`,
    );
    const files = unzipRound(row.zip);
    const names = [...files.keys()].filter(
      (name) => name.endsWith('.csv') || name.endsWith('.json'),
    );
    const name = names[seed % names.length] ?? '';
    files.set(name, Buffer.concat([files.get(name) ?? Buffer.alloc(0), Buffer.from('9')]));
    return run(db, `UPDATE ${table} SET zip = $1 WHERE round_id = $2`, [
      Buffer.from(zipRound(files)),
      row.id,
    ]);
  },
});

const COUNTS: Tamper[] = [
  set('round', 'manifest', `replace(manifest, '1', '2')`, 'rounds'),
  set('round', 'manifest_sha256', `reverse(manifest_sha256)`, 'rounds'),
  set('round', 'number', 'number + 1', 'rounds'),
  set('round', 'signed_with', `reverse(signed_with)`, 'rounds'),
  remove('round', 'rounds'),
  remove('round_bundle', 'files'),
  zipped('round_bundle', 'files'),
  zipped('round_matrix', 'files'),
  set('round_words', 'statement', added('statement'), 'files', 'gone IS NULL'),
  set('round_words', 'author', added('author'), 'files', 'gone IS NULL'),
  set('round_words', 'salt', flipped('salt'), 'files', 'gone IS NULL'),
  remove('round_words', 'files'),
  {
    what: 'words of a round taken away without a reason',
    by: 'files',
    change: (db, seed) =>
      run(
        db,
        `UPDATE round_words SET salt = NULL, statement = NULL, author = NULL, gone = 'erased'
         WHERE ${one(
           'round_words',
           seed,
           `gone IS NULL AND EXISTS (SELECT FROM proposal p
           WHERE p.id = proposal_id AND p.status <> 'hidden')`,
         )}`,
      ),
  },
  ...['agree', 'disagree', 'pass'].flatMap((column) => [
    set('tally', column, `${column} + 1`, 'tallies'),
    set('tally_by_clp', column, `${column} + 1`, 'tallies'),
  ]),
  set('turnout', 'voters', 'voters + 1', 'tallies'),
  set('vote', 'choice', `'disagree'`, 'tallies'),
  remove('vote', 'tallies'),
  remove('tally', 'tallies'),
];

/** Every way to tamper that is tried. */
export const TAMPERS: readonly Tamper[] = [
  ...ENTRIES,
  ...BESIDE,
  ...CONTRIBUTIONS,
  ...OFFICIAL,
  ...COUNTS,
  ...VOTE_TAMPERS,
  ...ROUND_TAMPERS,
];
