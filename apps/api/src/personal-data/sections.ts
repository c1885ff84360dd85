import { isSealed } from './sealed.js';

/** One file of somebody's own download. */
export interface Section {
  /** The file's name, without its end. */
  name: string;
  /** What is in it, in plain words. */
  says: string;
  /** By whose id the rows are found: the member's ($1), or their pseudonyms ($1 consultations, $2 pseudonyms). */
  by: 'member' | 'pseudonym';
  /** `key`, unique, by which the rows are read page by page, and `row` as JSON. */
  sql: string;
}

/** A row as it is kept, without some columns: secrets, and who somebody else is. */
const without = (row: string, ...columns: string[]) =>
  `to_jsonb(${row}) - '{${columns.join(',')}}'::text[]`;

/** The same without the words that are under seal. */
const unsealed = (row: string, ...words: string[]) =>
  `CASE WHEN ${isSealed(row)} THEN ${without(row, ...words)} ELSE to_jsonb(${row}) END`;

const key = (column: string) => `(${column})::text COLLATE "C" AS key`;

const inConsultation = (row: string) => `jsonb_build_object('consultation', (
  SELECT title FROM consultation WHERE id = ${row}.consultation_id))`;

const versions = (row: string, table: string, of: string) => `jsonb_build_object('versions',
  CASE WHEN ${isSealed(row)} THEN '[]' ELSE coalesce((SELECT jsonb_agg(to_jsonb(v) - '${of}' ORDER BY v.version)
    FROM ${table} v WHERE v.${of} = ${row}.id), '[]') END)`;

/** A pseudonymous table `t` beside the pseudonyms asked for. */
const mine = (table: string) =>
  `${table} t JOIN unnest($1::uuid[], $2::bytea[]) AS own(consultation, pseudonym)
     ON own.consultation = t.consultation_id AND own.pseudonym = t.pseudonym`;

const ON_THE_ROLL: Section[] = [
  {
    name: 'you',
    says: 'Your line of the roll: number, name, standing, CLP, days, interests and skills.',
    by: 'member',
    sql: `SELECT ${key('m.id')}, to_jsonb(m) || jsonb_build_object('clp',
        (SELECT name FROM body WHERE id = m.clp_id)) AS row FROM member m WHERE m.id = $1`,
  },
  {
    name: 'contact',
    says: 'Where you are reached.',
    by: 'member',
    sql: `SELECT ${key('c.member_id')}, to_jsonb(c) AS row FROM contact c WHERE c.member_id = $1`,
  },
  {
    name: 'contact-changes',
    says: 'How that changed, with the addresses before.',
    by: 'member',
    sql: `SELECT ${key('c.id')}, ${without('c', 'actor_id', 'decided_by_id', 'code_hash', 'objection_hash')} AS row
      FROM contact_change c WHERE c.member_id = $1`,
  },
  {
    name: 'sessions',
    says: 'Where you are signed in.',
    by: 'member',
    sql: `SELECT ${key('s.id')}, ${without('s', 'token_hash', 'previous_hash', 'previous_until')} AS row
      FROM session s WHERE s.member_id = $1`,
  },
  {
    name: 'passkeys',
    says: 'Your passkeys: their open halves. The closed ones are in your devices alone.',
    by: 'member',
    sql: `SELECT ${key('p.id')}, to_jsonb(p) AS row FROM passkey p WHERE p.member_id = $1`,
  },
  {
    name: 'offices',
    says: 'The offices you hold and held.',
    by: 'member',
    sql: `SELECT ${key('o.id')}, to_jsonb(o) || jsonb_build_object('body',
        (SELECT name FROM body WHERE id = o.body_id)) AS row FROM office o WHERE o.member_id = $1`,
  },
];

const WRITTEN: Section[] = [
  {
    name: 'proposals',
    says: 'Every proposal that you sent, with all its versions. What a moderator hid is there too, unless it is under seal.',
    by: 'member',
    sql: `SELECT ${key('p.id')}, (${unsealed('p', 'statement', 'argument')})
        || ${inConsultation('p')} || ${versions('p', 'proposal_version', 'proposal_id')} AS row
      FROM proposal p WHERE p.author_id = $1`,
  },
  {
    name: 'comments',
    says: 'Every comment, with its texts before edits.',
    by: 'member',
    sql: `SELECT ${key('c.id')}, (${unsealed('c', 'body')})
        || ${inConsultation('c')} || ${versions('c', 'comment_version', 'comment_id')} AS row
      FROM comment c WHERE c.author_id = $1`,
  },
  {
    name: 'evidence',
    says: 'Evidence that you gave for a body.',
    by: 'member',
    sql: `SELECT ${key('e.id')}, (${unsealed('e', 'author_name', 'claim', 'detail', 'confidence_reason', 'declared_interest', 'mandate', 'sources')})
        || ${inConsultation('e')} AS row FROM evidence e WHERE e.officer_id = $1`,
  },
  {
    name: 'objections',
    says: 'Where you contested evidence for a body.',
    by: 'member',
    sql: `SELECT ${key('x.id')}, to_jsonb(x) AS row FROM evidence_contest x WHERE x.officer_id = $1`,
  },
  {
    name: 'good-points',
    says: 'The comments you found good points, by their ids.',
    by: 'member',
    sql: `SELECT ${key('g.comment_id')}, to_jsonb(g) AS row FROM good_point g WHERE g.member_id = $1`,
  },
  {
    name: 'reports',
    says: 'What you reported to the moderators.',
    by: 'member',
    sql: `SELECT ${key('r.id')}, to_jsonb(r) AS row FROM report r WHERE r.reporter_id = $1`,
  },
  {
    name: 'moderation',
    says: 'What moderators did to what you sent, or to you, and what they wrote to you. They act for a body; who it was, you read under Mine.',
    by: 'member',
    sql: `SELECT ${key('a.id')}, ${without('a', 'by_id')} || jsonb_build_object('body',
        (SELECT name FROM body WHERE id = a.body_id)) AS row
      FROM moderation_act a WHERE a.suspended_id = $1 OR a.about_id IN (
        SELECT id FROM proposal WHERE author_id = $1 UNION ALL SELECT id FROM comment WHERE author_id = $1
        UNION ALL SELECT id FROM evidence WHERE officer_id = $1)`,
  },
  {
    name: 'appeals',
    says: 'Your appeals against that, with their answers.',
    by: 'member',
    sql: `SELECT ${key('a.id')}, ${without('a', 'answered_by_id')} AS row
      FROM appeal a WHERE a.member_id = $1`,
  },
  {
    name: 'record',
    says: 'The entries of the public record that name you, by your id: what you did, in your own name or in an office.',
    by: 'member',
    sql: `SELECT lpad(r.number::text, 15, '0') COLLATE "C" AS key, ${without('r', 'hash', 'previous')} AS row
      FROM record_entry r WHERE r.number IN (SELECT number FROM record_entry WHERE actor_id = $1
        UNION SELECT e.number FROM office o JOIN record_entry e ON e.about_id = o.id
          WHERE o.member_id = $1)`,
  },
];

const SECRET: Section[] = [
  {
    name: 'voting',
    says: 'Where you voted, with the CLP you had then and the opinion group found last. Nobody but you is told this.',
    by: 'pseudonym',
    sql: `SELECT ${key('t.consultation_id')}, to_jsonb(t) || ${inConsultation('t')} AS row
      FROM ${mine('voter')}`,
  },
  {
    name: 'votes',
    says: 'Your votes, with what opens their commitments. Whoever has this file knows how you voted: keep it to yourself.',
    by: 'pseudonym',
    sql: `SELECT ${key(`t.consultation_id || ' ' || t.proposal_id`)}, to_jsonb(t) AS row
      FROM ${mine('vote')}`,
  },
  {
    name: 'priorities',
    says: 'The proposals you chose as mattering most.',
    by: 'pseudonym',
    sql: `SELECT ${key(`t.consultation_id || ' ' || t.proposal_id`)}, to_jsonb(t) AS row
      FROM ${mine('priority_choice')}`,
  },
  {
    name: 'verdicts',
    says: 'Whether you found that answers met the point.',
    by: 'pseudonym',
    sql: `SELECT ${key('t.decision_id')}, to_jsonb(t) AS row
      FROM ${mine('(SELECT v.*, d.consultation_id FROM answer_verdict v JOIN decision d ON d.id = v.decision_id)')}`,
  },
];

/** Every file of somebody's own download, in the order of its README. */
export const SECTIONS: readonly Section[] = [...ON_THE_ROLL, ...WRITTEN, ...SECRET];
