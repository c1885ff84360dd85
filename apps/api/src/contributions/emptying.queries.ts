import type { EntityManager } from 'typeorm';

/** Contributions by id. */
export interface Ids {
  proposals: readonly string[];
  comments: readonly string[];
  evidence: readonly string[];
  /** Objections to evidence of others. */
  contests?: readonly string[];
}

/** Puts one sentence in the place of the words of contributions, in all their versions. What became of them stays. */
export async function emptyWords(
  tx: EntityManager,
  { proposals, comments, evidence, contests = [] }: Ids,
  instead: { words: string; name: string },
): Promise<void> {
  await tx.query(
    `UPDATE proposal_version SET statement = $2, argument = '', reason = NULL WHERE proposal_id = ANY($1)`,
    [proposals, instead.words],
  );
  await tx.query(
    `UPDATE proposal SET statement = $2, argument = '', status_reason = NULL,
       author_name = CASE WHEN author_name IS NOT NULL THEN $3 END WHERE id = ANY($1)`,
    [proposals, instead.words, instead.name],
  );
  await tx.query('UPDATE comment_version SET body = $2 WHERE comment_id = ANY($1)', [
    comments,
    instead.words,
  ]);
  await tx.query(
    `UPDATE comment SET body = $2,
       author_name = CASE WHEN author_name IS NOT NULL THEN $3 END WHERE id = ANY($1)`,
    [comments, instead.words, instead.name],
  );
  await tx.query(
    `UPDATE evidence SET claim = $2, author_name = $3, detail = '', confidence_reason = '',
       declared_interest = '', mandate = '', sources = '[]', status_reason = NULL WHERE id = ANY($1)`,
    [evidence, instead.words, instead.name],
  );
  await tx.query('UPDATE evidence_contest SET text = $2 WHERE id = ANY($1)', [
    contests,
    instead.words,
  ]);
}

/** The entries of the record that commit to the words of contributions. */
export async function committing(
  db: EntityManager,
  { proposals, comments, evidence, contests = [] }: Ids,
): Promise<number[]> {
  const rows = await db.query<{ number: number }[]>(
    `SELECT number::float8 AS number FROM record_entry WHERE commitments <> '{}' AND (
       kind IN ('sent', 'edited', 'withdrawn') AND about_id = ANY($1)
       OR kind = 'merged_in' AND data->>'proposalId' = ANY($2)
       OR kind = 'evidence_given' AND data->>'evidenceId' = ANY($2)
       OR kind = 'evidence_contested' AND data->>'contestId' = ANY($2))
     ORDER BY number`,
    [
      [...proposals, ...comments, ...evidence],
      [...proposals, ...evidence, ...contests],
    ],
  );
  return rows.map(({ number }) => number);
}
