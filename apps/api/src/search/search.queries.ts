import type { EntityManager } from 'typeorm';
import { unlessHidden } from '../contributions/hidden.js';
import type { SearchKind } from '../graphql/generated.js';

/** Candidates weighed of each kind; common words match tens of thousands. */
export const CAP = 200;

export interface FoundRow {
  /** Of what was found. */
  id: string;
  kind: SearchKind;
  heading: string;
  text: string;
  consultationTitle: string;
  byline: string | null;
  /** The page it is on: the consultation, the proposal or the draft. */
  pageId: string;
  /** Of a paragraph. */
  number: string | null;
}

export interface Found {
  hits: FoundRow[];
  counts: { kind: SearchKind; count: number }[];
  /** The stems that were looked for, without those that were excluded. */
  lexemes: string[];
}

/**
 * The newest comments are looked through first: the index of words gives all that hold common ones, in no
 * order, and reads each to see whether a phrase is in it.
 */
const LOOKED_THROUGH = 5_000;
/** Texts near a misspelt word whose own words are compared with it. */
const NEAR = 50;

const QUERY = `websearch_to_tsquery('english'::regconfig, fold($1))`;
const READABLE = `status IN ('published','merged','not_taken_forward')`;
const NEWEST_PUBLISHED = `(SELECT max(v.number) FROM draft_version v
  WHERE v.draft_id = g.draft_id AND v.status <> 'working')`;

/** What the indexes are on, to the letter, or they would not serve. Of paragraphs alone it is not stored. */
const VECTORS = {
  consultation: 'c.words',
  proposal: 'p.words',
  comment: 'm.words',
  evidence: 'e.words',
  paragraph: 'search_vector(g.heading, g.text)',
};

const rank = (vector: string) => `ts_rank(${vector}, ${QUERY}, 1)`;

/** Capped before anything is ranked: the order by `rank` is taken of at most CAP rows a kind, the newest. */
const candidates = (kind: SearchKind, id: string, at: string, from: string, where: string) => `
  SELECT '${kind}' AS kind, ${id} AS id, ${at} AS at, ${rank('vector')} AS rank FROM (
    SELECT *, ${VECTORS[kind]} AS vector FROM ${from}
    WHERE ${VECTORS[kind]} @@ ${QUERY} AND ${where} ORDER BY created_at DESC, id DESC LIMIT ${CAP}
  ) ${kind}_found`;

/** Of the newest comments of all consultations those that hold the words, as far as they are weighed. */
const NEWEST_COMMENT = `
  SELECT id, proposal_id, created_at, words FROM (
    SELECT id, proposal_id, created_at, words, status FROM comment
    ORDER BY created_at DESC, id DESC LIMIT ${LOOKED_THROUGH}
  ) m WHERE $2::uuid IS NULL AND ${VECTORS.comment} @@ ${QUERY} AND m.${READABLE}
  ORDER BY created_at DESC, id DESC LIMIT ${CAP}`;

const CANDIDATES = [
  candidates(
    'consultation',
    'id',
    'created_at',
    'consultation c',
    `c.opened_at IS NOT NULL AND ($2::uuid IS NULL OR c.id = $2)`,
  ),
  candidates(
    'proposal',
    'id',
    'created_at',
    'proposal p',
    `p.${READABLE} AND ($2::uuid IS NULL OR p.consultation_id = $2)`,
  ),
  `SELECT 'comment', f.id, f.created_at, ${rank('f.words')} FROM (
    SELECT * FROM newest_comment WHERE (SELECT count(*) FROM newest_comment) = ${CAP}
    UNION ALL
    (SELECT id, proposal_id, created_at, words FROM comment m
     WHERE ${VECTORS.comment} @@ ${QUERY} AND m.${READABLE} AND ($2::uuid IS NULL OR m.consultation_id = $2)
       AND (SELECT count(*) FROM newest_comment) < ${CAP}
     ORDER BY created_at DESC, id DESC LIMIT ${CAP})
  ) f WHERE (SELECT w.status FROM proposal w WHERE w.id = f.proposal_id) <> 'waiting'`,
  candidates(
    'evidence',
    'id',
    'created_at',
    'evidence e',
    `e.${READABLE} AND ($2::uuid IS NULL OR e.consultation_id = $2)`,
  ),
  `SELECT 'paragraph', found.id, v.published_at, ${rank('found.vector')} FROM (
    SELECT *, ${VECTORS.paragraph} AS vector FROM paragraph g
    WHERE ${VECTORS.paragraph} @@ ${QUERY} AND g.version = ${NEWEST_PUBLISHED}
      AND ($2::uuid IS NULL OR EXISTS (SELECT FROM draft d
        WHERE d.id = g.draft_id AND d.consultation_id = $2))
    ORDER BY g.id LIMIT ${CAP}
  ) found JOIN draft_version v ON v.draft_id = found.draft_id AND v.number = found.version`,
];

const AUTHOR = (alias: string) =>
  `coalesce(a.display_name || coalesce(', ' || clp.name, ''), ${alias}.author_name)`;
const JOIN_AUTHOR = (alias: string) =>
  `LEFT JOIN member a ON a.id = ${alias}.author_id LEFT JOIN body clp ON clp.id = a.clp_id`;

/** What is shown of those that came out best. */
const SHOWN = [
  `SELECT b.place, b.kind, c.id, c.title AS heading, c.question || E'\\n' || c.paper AS text,
     c.title AS "consultationTitle", NULL AS byline, c.id AS "pageId", NULL AS number
   FROM best b JOIN consultation c ON c.id = b.id WHERE b.kind = 'consultation'`,
  `SELECT b.place, b.kind, p.id, p.statement, p.argument, c.title, ${AUTHOR('p')}, p.id, NULL
   FROM best b JOIN proposal p ON p.id = b.id JOIN consultation c ON c.id = p.consultation_id
     ${JOIN_AUTHOR('p')} WHERE b.kind = 'proposal'`,
  `SELECT b.place, b.kind, m.id, ${unlessHidden('p', 'p.statement')}, m.body, c.title, ${AUTHOR('m')}, p.id, NULL
   FROM best b JOIN comment m ON m.id = b.id JOIN proposal p ON p.id = m.proposal_id
     JOIN consultation c ON c.id = m.consultation_id ${JOIN_AUTHOR('m')} WHERE b.kind = 'comment'`,
  `SELECT b.place, b.kind, e.id, e.claim, e.detail, c.title, o.name || ', ' || e.author_name,
     coalesce(e.proposal_id, e.consultation_id), CASE WHEN e.proposal_id IS NULL THEN 'paper' END
   FROM best b JOIN evidence e ON e.id = b.id JOIN body o ON o.id = e.body_id
     JOIN consultation c ON c.id = e.consultation_id WHERE b.kind = 'evidence'`,
  `SELECT b.place, b.kind, g.id, v.title || ', paragraph ' || g.number, concat_ws(E'\\n', g.heading, g.text),
     c.title, o.name, g.draft_id, g.number
   FROM best b JOIN paragraph g ON g.id = b.id AND g.version = ${NEWEST_PUBLISHED}
     JOIN draft_version v ON v.draft_id = g.draft_id AND v.number = g.version
     JOIN draft d ON d.id = g.draft_id JOIN body o ON o.id = d.body_id
     JOIN consultation c ON c.id = d.consultation_id WHERE b.kind = 'paragraph'`,
];

/** The best first; ties: the newest, then the id. Finds nothing for words that carry no meaning ("the"). */
export async function find(
  db: EntityManager,
  text: string,
  options: { kind: SearchKind | null; consultationId: string | null; first: number },
): Promise<Found> {
  const [found] = await db.query<[Found]>(
    `WITH newest_comment AS MATERIALIZED (${NEWEST_COMMENT}
     ), candidate AS MATERIALIZED (
       ${CANDIDATES.map((select) => `(${select})`).join(' UNION ALL ')}
     ), best AS MATERIALIZED (
       SELECT kind, id, row_number() OVER (ORDER BY rank DESC, at DESC, id) AS place FROM candidate
       WHERE $3::text IS NULL OR kind = $3
       ORDER BY place LIMIT ${options.first}
     ), shown AS (${SHOWN.join(' UNION ALL ')})
     SELECT
       coalesce((SELECT json_agg(s ORDER BY s.place) FROM shown s), '[]') AS hits,
       coalesce((SELECT json_agg(k) FROM
         (SELECT kind, count(*)::int AS count FROM candidate GROUP BY kind ORDER BY kind) k), '[]') AS counts,
       ARRAY(SELECT stem[1] FROM regexp_matches(querytree(${QUERY}), '''([^'']+)''', 'g') stem) AS lexemes`,
    [text, options.consultationId, options.kind],
  );
  return found;
}

/** Those of the words whose stem is one of the lexemes. */
export async function wordsOf(
  db: EntityManager,
  words: readonly string[],
  lexemes: readonly string[],
): Promise<Set<string>> {
  const rows = await db.query<{ word: string }[]>(
    `SELECT word FROM unnest($1::text[]) AS word
     WHERE ts_lexize('english_stem', fold(word)) && $2::text[]`,
    [words, lexemes],
  );
  return new Set(rows.map((row) => row.word));
}

/**
 * For each misspelt word the nearest that stands in a statement or a title, by trigrams; words that
 * nothing resembles are missing. "dentits" → "dentists".
 */
export async function nearestWords(
  db: EntityManager,
  words: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db.query<{ asked: string; nearest: string }[]>(
    `SELECT DISTINCT ON (asked) asked, nearest
     FROM unnest($1::text[]) AS asked
       CROSS JOIN LATERAL (
         (SELECT fold(statement) AS text FROM proposal p
          WHERE fold(asked) <% fold(statement) AND p.${READABLE} LIMIT ${NEAR})
         UNION ALL
         (SELECT fold(title) FROM consultation c
          WHERE fold(asked) <% fold(title) AND c.opened_at IS NOT NULL LIMIT ${NEAR})
       ) AS near
       CROSS JOIN LATERAL regexp_split_to_table(near.text, '[^[:alnum:]]+') AS nearest
     WHERE similarity(fold(asked), nearest) >= 0.3
     GROUP BY asked, nearest
     ORDER BY asked, similarity(fold(asked), nearest) DESC, count(*) DESC, nearest`,
    [words],
  );
  return new Map(rows.map((row) => [row.asked, row.nearest]));
}

/** How alike two statements must be to be shown to somebody who is writing one, from 0 to 1. */
const ALIKE = 0.4;
const MOST_ALIKE = 3;

/** Any of the words of $2, quoted as `tsquery` wants them. */
const ANY_WORD = `array_to_string(ARRAY(
  SELECT '''' || replace(replace(word, '\\', '\\\\'), '''', '''''') || ''''
  FROM unnest(tsvector_to_array(to_tsvector('english'::regconfig, fold($2)))) AS word), ' | ')::tsquery`;

/**
 * Ids of at most three readable proposals close to these words, the closest first. How close: two
 * parts the share of the words that the statement has too, one part trigrams, which forgive typos.
 */
export async function similar(
  db: EntityManager,
  consultationId: string,
  text: string,
): Promise<string[]> {
  const rows = await db.query<{ id: string }[]>(
    `WITH asked AS MATERIALIZED (
       SELECT fold($2) AS text, tsvector_to_array(to_tsvector('english'::regconfig, fold($2))) AS words
     ), near AS MATERIALIZED (
       (SELECT p.id FROM proposal p
        WHERE p.consultation_id = $1 AND p.status = 'published'
          AND p.words @@ (${ANY_WORD}) LIMIT ${CAP})
       UNION
       (SELECT p.id FROM proposal p
        WHERE p.consultation_id = $1 AND p.status = 'published'
          AND fold($2) <% fold(p.statement) LIMIT ${CAP})
     ), weighed AS (
       SELECT p.id, p.number, word_similarity(asked.text, fold(p.statement)) / 3
         + 2.0 / 3 * (SELECT count(*) FROM unnest(asked.words) AS word
             WHERE word = ANY (tsvector_to_array(to_tsvector('english'::regconfig, fold(p.statement)))))
           / greatest(cardinality(asked.words), 1) AS likeness
       FROM near JOIN proposal p USING (id) CROSS JOIN asked
     )
     SELECT id FROM weighed WHERE likeness >= ${ALIKE}
     ORDER BY likeness DESC, number, id LIMIT ${MOST_ALIKE}`,
    [consultationId, text],
  );
  return rows.map((row) => row.id);
}
