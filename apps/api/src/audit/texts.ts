/** A place where a text that the record committed to is kept, for the entries that committed to it. */
interface Place {
  /** Which entries, by the row `r` of record_entry. */
  of: string;
  from: string;
  /** What else has to be so for a story to tell it: what a moderator hid is told by none. */
  shown?: string;
  /** By name in the commitments, the text in SQL. */
  fields: Record<string, string>;
}

const about = (kind: string, ...acts: string[]) =>
  `r.about_kind = '${kind}' AND r.kind IN (${acts.map((act) => `'${act}'`).join(', ')})`;

const field = (name: string) => `(r.data->>'${name}')`;

const EVIDENCE = {
  authorName: 'x.author_name',
  claim: 'x.claim',
  detail: 'x.detail',
  confidenceReason: 'x.confidence_reason',
  declaredInterest: 'x.declared_interest',
  mandate: 'x.mandate',
  sources: `coalesce((SELECT string_agg(concat(s->>'title', ' ', s->>'url'), E'\\n' ORDER BY place)
    FROM jsonb_array_elements(x.sources) WITH ORDINALITY AS each(s, place)), '')`,
};

const isShown = (table: string, id: string) =>
  `NOT EXISTS (SELECT FROM ${table} h WHERE h.id = ${id} AND h.status = 'hidden')`;

const PARAGRAPHS = `coalesce((SELECT string_agg(concat(p.number, E'\\n', p.id, E'\\n', p.heading, E'\\n',
    p.text, E'\\n', p.own_reason), E'\\n\\n' ORDER BY p.position)
  FROM paragraph p WHERE p.draft_id = x.draft_id AND p.version = x.number), '')`;

/** Every place, by what is kept there. A feature that commits to a text says here where it keeps it. */
const PLACES: Place[] = [
  {
    of: about('proposal', 'sent', 'edited'),
    from: `proposal_version x WHERE x.proposal_id = r.about_id AND x.version = ${field('version')}::int`,
    shown: isShown('proposal', 'r.about_id'),
    fields: { statement: 'x.statement', argument: 'x.argument', reason: 'x.reason' },
  },
  {
    of: about('proposal', 'sent'),
    from: `proposal x WHERE x.id = r.about_id`,
    shown: `x.status <> 'hidden'`,
    fields: { authorName: 'x.author_name' },
  },
  {
    of: about('proposal', 'withdrawn'),
    from: `proposal x WHERE x.id = r.about_id AND x.status IN ('withdrawn', 'hidden')`,
    shown: `x.status = 'withdrawn'`,
    fields: { reason: 'x.status_reason' },
  },
  {
    of: about('comment', 'sent', 'edited'),
    from: `comment x LEFT JOIN comment_version v
        ON v.comment_id = x.id AND v.version = ${field('version')}::int
      WHERE x.id = r.about_id`,
    shown: `x.status <> 'hidden'`,
    fields: { body: 'coalesce(v.body, x.body)' },
  },
  {
    of: about('comment', 'sent'),
    from: `comment x WHERE x.id = r.about_id`,
    shown: `x.status <> 'hidden'`,
    fields: { authorName: 'x.author_name' },
  },
  {
    of: about('evidence', 'sent'),
    from: `evidence x WHERE x.id = r.about_id`,
    shown: `x.status <> 'hidden'`,
    fields: EVIDENCE,
  },
  {
    of: about('proposal', 'evidence_given'),
    from: `evidence x WHERE x.id = ${field('evidenceId')}::uuid`,
    shown: `x.status <> 'hidden'`,
    fields: { claim: 'x.claim' },
  },
  {
    of: `r.kind = 'evidence_considered'`,
    from: `evidence x WHERE x.id = ${field('evidenceId')}::uuid`,
    fields: { sentence: 'x.considered_sentence' },
  },
  {
    of: `r.kind = 'evidence_contested'`,
    from: `evidence_contest x WHERE x.id = ${field('contestId')}::uuid`,
    fields: { text: 'x.text' },
  },
  {
    of: about('evidence', 'withdrawn'),
    from: `evidence x WHERE x.id = r.about_id AND x.status IN ('withdrawn', 'hidden')`,
    shown: `x.status = 'withdrawn'`,
    fields: { reason: 'x.status_reason' },
  },
  {
    of: `r.kind = 'seal_held'`,
    from: `seal_hold x WHERE x.id = ${field('holdId')}::uuid`,
    shown: 'false',
    fields: { reason: 'x.reason' },
  },
  {
    of: about('proposal', 'decided'),
    from: `decision x WHERE x.id = ${field('decisionId')}::uuid`,
    fields: { reason: 'x.reason', nextStop: 'x.next_stop' },
  },
  {
    of: about('proposal', 'next_stop_reached'),
    from: `decision x WHERE x.id = ${field('decisionId')}::uuid`,
    fields: { note: 'x.done_note', nextStop: 'x.next_stop' },
  },
  {
    of: about('proposal', 'merged_in'),
    from: `proposal_version x WHERE x.proposal_id = ${field('proposalId')}::uuid
      AND x.version = ${field('version')}::int`,
    shown: isShown('proposal', 'x.proposal_id'),
    fields: { statement: 'x.statement' },
  },
  {
    of: about('draft', 'draft_published'),
    from: `draft_version x WHERE x.draft_id = r.about_id AND x.number = ${field('version')}::int`,
    fields: {
      title: 'x.title',
      summary: 'x.summary',
      note: 'x.note',
      paragraphs: PARAGRAPHS,
    },
  },
  {
    of: `r.kind = 'used_in_paragraph'`,
    from: `paragraph p LEFT JOIN paragraph_source x ON x.draft_id = p.draft_id
        AND x.version = p.version AND x.paragraph_id = p.id AND x.id = ${field('sourceId')}::uuid
      WHERE p.draft_id = ${field('draftId')}::uuid AND p.version = ${field('version')}::int
        AND p.id = ${field('paragraphId')}::uuid`,
    fields: { note: 'x.note', paragraph: 'p.text' },
  },
];

function select({ of, from, fields, shown = 'true' }: Place, isForStory: boolean): string {
  const names = Object.keys(fields).map((name) => `('${name}', y."${name}")`);
  const texts = Object.entries(fields).map(([name, text]) => `${text} AS "${name}"`);
  const where = isForStory ? `${of} AND ${shown}` : of;
  return `SELECT t.field, t.text FROM (SELECT ${texts.join(', ')} FROM ${from} AND ${where}) y
    CROSS JOIN LATERAL (VALUES ${names.join(', ')}) AS t(field, text) WHERE t.text IS NOT NULL`;
}

const BESIDE_SALTS =
  'SELECT x.field, x.text FROM record_salt x WHERE x.number = r.number AND x.text IS NOT NULL';

const texts = (isForStory: boolean) =>
  [...PLACES.map((place) => select(place, isForStory)), BESIDE_SALTS].join(' UNION ALL ');

/**
 * The texts of the act in the row `r` of record_entry as they stand in the tables, by name: more than it
 * committed to, where a story tells more. Erased ones, and those a moderator hid, are not there.
 */
export const SHOWN_TEXTS = texts(true);

/** The same with what is hidden, for the verifier alone: what nobody sees is not to be changed either. */
export const ALL_TEXTS = texts(false);
