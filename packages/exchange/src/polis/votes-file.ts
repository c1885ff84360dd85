import { sign, timestamp, wholeNumber } from '../cell.js';
import type { Source } from '../source.js';
import { openTable } from '../table.js';
import { addVoteRow, noVoteRows, type VoteRows } from './vote-rows.js';

const COLUMNS = ['timestamp', 'comment-id', 'voter-id', 'vote'];
export const VOTE_VALUES = '1 (agree), -1 (disagree) or 0 (pass)';

export interface Votes {
  rows: VoteRows;
  /** Votes on comments that comments.csv does not list, by comment id. */
  onUnknownComments: Map<number, number>;
}

export async function readVotesFile(
  source: Source,
  indexOf: ReadonlyMap<number, number>,
  onBytes: (file: string, bytes: number) => void,
): Promise<Votes> {
  const table = await openTable(source, COLUMNS, onBytes);
  const [atTimestamp = 0, atComment = 0, atVoter = 0, atVote = 0] = COLUMNS.map((name) =>
    table.header.indexOf(name),
  );
  const rows = noVoteRows();
  const onUnknownComments = new Map<number, number>();
  for await (const { line, fields } of table.rows) {
    const place = { file: source.name, line };
    const at = timestamp(fields[atTimestamp] ?? '', place);
    const comment = wholeNumber(fields[atComment] ?? '', 'the comment id', place);
    const voter = wholeNumber(fields[atVoter] ?? '', 'the voter id', place);
    const choice = sign(fields[atVote] ?? '', 'the vote', VOTE_VALUES, place);
    const statement = indexOf.get(comment);
    if (statement === undefined) {
      onUnknownComments.set(comment, (onUnknownComments.get(comment) ?? 0) + 1);
    } else {
      addVoteRow(rows, voter, statement, choice, at);
    }
  }
  return { rows, onUnknownComments };
}
