import type { EntityManager } from 'typeorm';
import { byId } from '../graphql/loader.js';

export interface WordsRow {
  id: string;
  words: { label: string; text: string }[];
}

const words = (fields: Record<string, string>) =>
  `json_build_array(${Object.entries(fields)
    .map(([label, column]) => `json_build_object('label', '${label}', 'text', ${column})`)
    .join(', ')})`;

const WORDS = `SELECT id, ${words({ Statement: 'statement', Argument: 'argument' })} AS words
    FROM proposal WHERE id = ANY($1)
  UNION ALL SELECT id, ${words({ Comment: 'body' })} FROM comment WHERE id = ANY($1)
  UNION ALL SELECT id, ${words({
    Claim: 'claim',
    Detail: 'detail',
    Author: 'author_name',
    Confidence: 'confidence_reason',
    'Declared interest': 'declared_interest',
    Mandate: 'mandate',
  })} FROM evidence WHERE id = ANY($1)`;

/**
 * What people wrote, also where a moderator hid it, but not where it is under seal: the one place that reads
 * it. For its author and for moderators; whoever asks has been told apart before.
 */
export async function byIds(
  db: EntityManager,
  ids: readonly string[],
): Promise<Map<string, WordsRow>> {
  const unsealed = `SELECT * FROM (${WORDS}) w
    WHERE NOT EXISTS (SELECT FROM seal s WHERE s.about_id = w.id)`;
  return byId(await db.query<WordsRow[]>(unsealed, [ids]));
}

/** What is under seal, for whoever reads it as an act of its own. */
export async function sealed(
  tx: EntityManager,
  ids: readonly string[],
): Promise<Map<string, WordsRow>> {
  return byId(await tx.query<WordsRow[]>(WORDS, [ids]));
}
