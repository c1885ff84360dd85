import { append, type CompactTree, entryHash, NO_ENTRY, toHex } from '@clarion/record';
import type { EntityManager } from 'typeorm';
import { type PreparedAct, type PublicAct, prepare } from './public-act.js';

export type { PublicAct } from './public-act.js';

/** One writer at a time, so that the numbers have no gaps: held to the end of the transaction, so append last. */
const LOCK = 'SELECT pg_advisory_xact_lock(74657)';

/** The last entry and the edge of the tree over all of them (see `placesOfRoot`), from the left. */
const HEAD = `
  SELECT last.number::float8 AS size, last.hash,
    ARRAY(SELECT s.hash FROM generate_series(1, 52) AS bit(level)
      JOIN record_subtree s ON s.level = bit.level AND s.index = (last.number >> bit.level) - 1
      WHERE (last.number >> bit.level) % 2 = 1 ORDER BY bit.level DESC) AS edge
  FROM (SELECT number, hash FROM record_entry ORDER BY number DESC LIMIT 1) last`;

const APPEND = `
  WITH entries AS (
    INSERT INTO record_entry (number, at, kind, about_kind, about_id, consultation_id, actor_id,
      body_id, data, commitments, previous, hash)
    SELECT e.number, (e.act->>'at')::timestamptz, e.act->>'kind', e.act->>'aboutKind',
      (e.act->>'aboutId')::uuid, (e.act->>'consultationId')::uuid, (e.act->>'actorId')::uuid,
      (e.act->>'bodyId')::uuid, e.act->'data', e.commitments, decode(e.previous, 'hex'),
      decode(e.hash, 'hex')
    FROM jsonb_to_recordset($1::jsonb) AS e(
      number bigint, act jsonb, commitments jsonb, previous text, hash text)
  ), salts AS (
    INSERT INTO record_salt (number, field, salt, text)
    SELECT s.number, s.field, decode(s.salt, 'hex'), s.text
    FROM jsonb_to_recordset($2::jsonb) AS s(number bigint, field text, salt text, text text)
  )
  INSERT INTO record_subtree (level, index, hash)
  SELECT s.level, s.index, decode(s.hash, 'hex')
  FROM jsonb_to_recordset($3::jsonb) AS s(level smallint, index bigint, hash text)`;

/** Where the record ends: the hash of its last entry, and the tree so far. */
export interface RecordHead {
  last: string;
  tree: CompactTree;
}

/** Makes everybody else who enters something wait, to the end of the transaction. */
export async function lockRecord(tx: EntityManager): Promise<void> {
  await tx.query(LOCK);
}

/** The end of the record. Under the lock it stays the end. */
async function readHead(tx: EntityManager): Promise<RecordHead> {
  const [row] = await tx.query<{ size: number; hash: Buffer; edge: Buffer[] }[]>(HEAD);
  if (!row) return { last: NO_ENTRY, tree: { size: 0, edge: [] } };
  // The entry that stands alone at the end, if one does, is a subtree by itself.
  const edge = row.size % 2 === 1 ? [...row.edge, row.hash] : row.edge;
  return { last: toHex(row.hash), tree: { size: row.size, edge } };
}

/** Numbers acts and links them to the end of the record: what is to be kept of them, and the new end. */
export async function chain(head: RecordHead, acts: readonly PreparedAct[]) {
  let { last, tree } = head;
  const entries = [];
  const salts = [];
  const subtrees = [];
  for (const { act, commitments, salts: drawn } of acts) {
    const entry = { act, commitments, number: tree.size + 1, previous: last };
    const hash = await entryHash(entry);
    const grown = await append(tree, hash);
    tree = grown.tree;
    last = toHex(hash);
    entries.push({ ...entry, hash: last });
    salts.push(...drawn.map((one) => ({ ...one, number: entry.number, salt: toHex(one.salt) })));
    const above = grown.completed.filter(({ level }) => level > 0);
    subtrees.push(...above.map((subtree) => ({ ...subtree, hash: toHex(subtree.hash) })));
  }
  return { entries, salts, subtrees, head: { last, tree } };
}

/**
 * Enters acts into the record, in the transaction of the acts themselves. What can be made without the
 * lock is made before it: everybody who acts publicly waits for it.
 */
export async function enter(tx: EntityManager, ...acts: PublicAct[]): Promise<void> {
  if (acts.length === 0) return;
  const prepared = await Promise.all(acts.map(prepare));
  await lockRecord(tx);
  const { entries, salts, subtrees } = await chain(await readHead(tx), prepared);
  await tx.query(
    APPEND,
    [entries, salts, subtrees].map((rows) => JSON.stringify(rows)),
  );
}
