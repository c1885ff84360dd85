import { sign, wholeNumber } from '../cell.js';
import { MalformedFile } from '../malformed-file.js';
import type { Source } from '../source.js';
import { openTable } from '../table.js';
import type { PolisPerson } from './polis-export.js';
import { addVoteRow, noVoteRows, type VoteRows } from './vote-rows.js';
import { VOTE_VALUES } from './votes-file.js';

export interface Participants {
  /** In the order of their ids. */
  people: PolisPerson[];
  /** The matrix, cell by cell; `at` is 0, because the file has no times. */
  matrix: VoteRows;
  /** Filled cells in columns of comments that comments.csv does not list. */
  votesOnUnknownComments: number;
}

/** A column of the matrix: where it stands, and its statement (null when unknown). */
interface VoteColumn {
  at: number;
  statement: number | null;
}

export async function readParticipantsFile(
  source: Source,
  indexOf: ReadonlyMap<number, number>,
  onBytes: (file: string, bytes: number) => void,
): Promise<Participants> {
  const { header, rows } = await openTable(source, ['participant', 'group-id'], onBytes);
  const columns = voteColumns(header, indexOf);
  const idAt = header.indexOf('participant');
  const groupAt = header.indexOf('group-id');
  const matrix = noVoteRows();
  const people: PolisPerson[] = [];
  const lineOf = new Map<number, number>();
  let votesOnUnknownComments = 0;
  for await (const row of rows) {
    const place = { file: source.name, line: row.line };
    const id = wholeNumber(row.fields[idAt] ?? '', 'the participant', place);
    const earlier = lineOf.get(id);
    if (earlier !== undefined) {
      const fault = `participant ${id} is already on line ${earlier}.`;
      throw new MalformedFile(source.name, row.line, fault);
    }
    lineOf.set(id, row.line);
    const group = row.fields[groupAt] ?? '';
    const groupId = group.trim() === '' ? null : wholeNumber(group, 'the group id', place);
    people.push({ id, groupId });
    for (const { at, statement } of columns) {
      const cell = row.fields[at] ?? '';
      if (cell.trim() === '') continue;
      const choice = sign(cell, `the vote on comment ${header[at]}`, VOTE_VALUES, place);
      if (statement === null) votesOnUnknownComments += 1;
      else addVoteRow(matrix, id, statement, choice, 0);
    }
  }
  people.sort((one, other) => one.id - other.id);
  return { people, matrix, votesOnUnknownComments };
}

/** The columns whose name is a comment id; any other column is somebody's count and is ignored. */
function voteColumns(header: string[], indexOf: ReadonlyMap<number, number>): VoteColumn[] {
  const columns: VoteColumn[] = [];
  header.forEach((name, at) => {
    if (/^\d+$/.test(name)) columns.push({ at, statement: indexOf.get(Number(name)) ?? null });
  });
  return columns;
}
