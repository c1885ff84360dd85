import type { TakenAway } from '@clarion/deliberation';
import { emptied, type WordsRow } from '@clarion/exchange/round';
import type { EntityManager } from 'typeorm';
import { takenAway } from '../contributions/hidden.js';

/** Keeps the words of a round; `idOf` tells a proposal by its number. */
export async function keep(
  tx: EntityManager,
  roundId: string,
  words: readonly WordsRow[],
  idOf: ReadonlyMap<number, string>,
): Promise<void> {
  const rows = words.map(({ number, salt, statement, author }) => ({
    id: idOf.get(number),
    ...{ salt, statement, author },
  }));
  await tx.query(
    `INSERT INTO round_words (round_id, proposal_id, salt, statement, author)
     SELECT $1, w.id, decode(w.salt, 'hex'), w.statement, w.author
     FROM jsonb_to_recordset($2::jsonb) AS w(id uuid, salt text, statement text, author text)`,
    [roundId, JSON.stringify(rows)],
  );
}

type KeptRow = { number: number } & (
  | { salt: string; statement: string; author: string; gone: null }
  | { gone: TakenAway }
);

const read = async (
  db: EntityManager,
  roundId: string,
  gone: string,
): Promise<(WordsRow & { isTakenAway: boolean })[]> => {
  const rows = await db.query<(KeptRow & { isTakenAway: boolean })[]>(
    `SELECT p.number, encode(w.salt, 'hex') AS salt, w.statement, w.author, ${gone} AS gone,
       ${takenAway('p')} IS NOT NULL AS "isTakenAway"
     FROM round_words w JOIN proposal p ON p.id = w.proposal_id WHERE w.round_id = $1
     ORDER BY p.number`,
    [roundId],
  );
  return rows.map((row) => ({
    ...(row.gone === null ? row : emptied(row.number, row.gone)),
    isTakenAway: row.isTakenAway,
  }));
};

/** The words of a round as everybody may read them today, by number. */
export const shownIn = (db: EntityManager, roundId: string): Promise<WordsRow[]> =>
  read(db, roundId, `coalesce(w.gone, ${takenAway('p')})`);

/** The same with what is hidden and still kept; whether their proposals say that words are taken away. */
export const keptIn = (
  db: EntityManager,
  roundId: string,
): Promise<(WordsRow & { isTakenAway: boolean })[]> => read(db, roundId, 'w.gone');

/** Takes the words of these proposals out of all rounds for good, with the salts that would tell them. */
export async function empty(
  tx: EntityManager,
  proposalIds: readonly string[],
  gone: TakenAway,
): Promise<void> {
  await tx.query(
    `UPDATE round_words SET salt = NULL, statement = NULL, author = NULL, gone = $2
     WHERE proposal_id = ANY($1) AND gone IS NULL`,
    [proposalIds, gone],
  );
}
