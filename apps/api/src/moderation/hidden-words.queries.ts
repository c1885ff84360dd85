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

/**
 * What people wrote, also where a moderator hid it: the one place that reads it. For its author, for
 * moderators and for the operator; whoever asks has been told apart before.
 */
export async function byIds(
  db: EntityManager,
  ids: readonly string[],
): Promise<Map<string, WordsRow>> {
  return byId(
    await db.query<WordsRow[]>(
      `SELECT id, ${words({ Statement: 'statement', Argument: 'argument' })} AS words
         FROM proposal WHERE id = ANY($1)
       UNION ALL SELECT id, ${words({ Comment: 'body' })} FROM comment WHERE id = ANY($1)
       UNION ALL SELECT id, ${words({
         Claim: 'claim',
         Detail: 'detail',
         Author: 'author_name',
         Confidence: 'confidence_reason',
         'Declared interest': 'declared_interest',
         Mandate: 'mandate',
       })} FROM evidence WHERE id = ANY($1)`,
      [ids],
    ),
  );
}
