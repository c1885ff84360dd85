import { randomBytes } from 'node:crypto';
import {
  append,
  type CompactTree,
  commit,
  EMPTY_TREE,
  entryHash,
  NO_ENTRY,
  SALT_BYTES,
  toHex,
} from '@clarion/record';
import type { QueryRunner } from 'typeorm';

/** Entries chained at once. */
const BATCH = 2000;

interface Earlier {
  number: number;
  kind: string;
  aboutKind: string;
  aboutId: string;
  consultationId: string | null;
  actorId: string | null;
  bodyId: string | null;
  at: string;
  data: Record<string, unknown>;
  contestId: string | null;
  /** What was in no entry but in a table. */
  body: string | null;
  argument: string | null;
  mergedVersion: number | null;
  sourceId: string | null;
}

/** Texts that stood in entries in clear, by name: now they are committed to. */
const TEXTS = ['statement', 'reason', 'claim', 'text', 'sentence', 'nextStop', 'note'];
/** What said the same a second time. */
const DROPPED = ['bodyName', 'excerpt', 'referredToName', 'title'];
/** Acts whose texts no table keeps. */
const isKept = ({ kind }: Earlier) => kind === 'phase_set';
/** Texts that another act committed to already, or that stand elsewhere. */
const isSaidElsewhere = ({ kind, aboutKind }: Earlier, name: string) =>
  (name === 'claim' &&
    kind !== 'evidence_given' &&
    !(kind === 'sent' && aboutKind === 'evidence')) ||
  (name === 'reason' && kind === 'merged_in') ||
  (name === 'nextStop' && kind === 'next_stop_reached');

const READ = `
  SELECT r.number::float8 AS number, r.kind, r.about_kind AS "aboutKind", r.about_id AS "aboutId",
    r.consultation_id AS "consultationId", r.actor_id AS "actorId", r.body_id AS "bodyId",
    replace(to_char(r.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '000Z', 'Z') AS at,
    r.data,
    (SELECT x.id FROM evidence_contest x WHERE r.kind = 'evidence_contested'
       AND x.evidence_id = (r.data->>'evidenceId')::uuid AND x.body_id = r.body_id) AS "contestId",
    (SELECT coalesce(v.body, c.body) FROM comment c
       LEFT JOIN comment_version v ON v.comment_id = c.id AND v.version = 1
     WHERE r.kind = 'sent' AND r.about_kind = 'comment' AND c.id = r.about_id) AS body,
    (SELECT v.argument FROM proposal_version v WHERE r.kind IN ('sent', 'edited')
       AND r.about_kind = 'proposal' AND v.proposal_id = r.about_id
       AND v.version = coalesce((r.data->>'version')::int, 1)) AS argument,
    (SELECT max(v.version) FROM proposal_version v WHERE r.kind = 'merged_in'
       AND v.proposal_id = (r.data->>'proposalId')::uuid
       AND v.statement = r.data->>'statement') AS "mergedVersion",
    (SELECT s.id FROM paragraph_source s WHERE r.kind = 'used_in_paragraph'
       AND s.draft_id = (r.data->>'draftId')::uuid AND s.version = (r.data->>'version')::int
       AND s.paragraph_id = (r.data->>'paragraphId')::uuid AND s.note = r.data->>'note'
     ORDER BY s.position, s.id LIMIT 1) AS "sourceId"
  FROM record_entry r WHERE r.number > $1 ORDER BY r.number LIMIT ${BATCH}`;

const WRITE = `
  UPDATE record_entry r SET data = e.data, commitments = e.commitments,
    previous = decode(e.previous, 'hex'), hash = decode(e.hash, 'hex')
  FROM jsonb_to_recordset($1::jsonb) AS e(
    number bigint, data jsonb, commitments jsonb, previous text, hash text)
  WHERE r.number = e.number`;
const WRITE_SALTS = `
  INSERT INTO record_salt (number, field, salt, text)
  SELECT s.number, s.field, decode(s.salt, 'hex'), s.text
  FROM jsonb_to_recordset($1::jsonb) AS s(number bigint, field text, salt text, text text)`;
const WRITE_SUBTREES = `
  INSERT INTO record_subtree (level, index, hash)
  SELECT s.level, s.index, decode(s.hash, 'hex')
  FROM jsonb_to_recordset($1::jsonb) AS s(level smallint, index bigint, hash text)`;

/** What an earlier entry says from now on, and the texts that it only commits to. */
function split(row: Earlier): { data: Record<string, unknown>; texts: Record<string, string> } {
  const data: Record<string, unknown> = {};
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(row.data)) {
    if (DROPPED.includes(name)) continue;
    if (!TEXTS.includes(name)) data[name] = value;
    else if (typeof value === 'string' && !isSaidElsewhere(row, name)) texts[name] = value;
  }
  if (row.contestId) data['contestId'] = row.contestId;
  if (row.body !== null) texts['body'] = row.body;
  if (row.argument !== null) texts['argument'] = row.argument;
  if (row.sourceId) data['sourceId'] = row.sourceId;
  if (row.mergedVersion) data['version'] = row.mergedVersion;
  if (row.kind === 'sent' && row.aboutKind !== 'evidence') data['version'] = 1;
  return { data, texts };
}

async function salted(texts: Record<string, string>) {
  return Promise.all(
    Object.entries(texts).map(async ([field, text]) => {
      const salt = randomBytes(SALT_BYTES);
      return { field, text, salt: toHex(salt), commitment: toHex(await commit(text, salt)) };
    }),
  );
}

/**
 * Chains the entries made before there was a chain, and takes the texts of people out of them: from now
 * on they are committed to. Says how far it is, for a long record.
 */
export async function chainEarlierEntries(db: QueryRunner): Promise<void> {
  const [{ total }] = (await db.query('SELECT count(*)::int AS total FROM record_entry')) as [
    { total: number },
  ];
  let tree: CompactTree = EMPTY_TREE;
  let last = NO_ENTRY;
  while (tree.size < total) {
    const rows = (await db.query(READ, [tree.size])) as Earlier[];
    const entries = [];
    const salts = [];
    const subtrees = [];
    for (const row of rows) {
      const { data, texts } = split(row);
      const openings = await salted(texts);
      const { aboutId, aboutKind, actorId, at, bodyId, consultationId, kind, number } = row;
      if (number !== tree.size + 1)
        throw new Error(`entry ${tree.size + 1} of the record is missing`);
      const act = { aboutId, aboutKind, actorId, at, bodyId, consultationId, data, kind };
      const commitments = Object.fromEntries(openings.map((one) => [one.field, one.commitment]));
      const hash = await entryHash({ act, commitments, number, previous: last });
      entries.push({ number, data, commitments, previous: last, hash: toHex(hash) });
      salts.push(
        ...openings.map(({ field, salt, text }) => ({
          number,
          field,
          salt,
          text: isKept(row) ? text : null,
        })),
      );
      const grown = await append(tree, hash);
      tree = grown.tree;
      last = toHex(hash);
      for (const one of grown.completed) {
        if (one.level > 0) subtrees.push({ ...one, hash: toHex(one.hash) });
      }
    }
    await db.query(WRITE, [JSON.stringify(entries)]);
    await db.query(WRITE_SALTS, [JSON.stringify(salts)]);
    await db.query(WRITE_SUBTREES, [JSON.stringify(subtrees)]);
    if (total > BATCH) console.error(`Chaining the record: entry ${tree.size} of ${total}`);
  }
}
