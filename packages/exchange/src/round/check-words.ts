import { sayTakenAway } from '@clarion/deliberation';
import { counted } from '../sentence.js';
import { fileIn, type PublishedProposal } from './read-tables.js';
import { failed, firstDifference, passed, type RoundCheck } from './recount-check.js';
import type { RoundFiles, WordsRow } from './round-input.js';
import { areCommittedTo, readWords, WORDS_FILE, wordsFile } from './words-file.js';

type Proposals = readonly Pick<PublishedProposal, 'number' | 'commitment'>[];
type Row = WordsRow & { line: number };

const wrong = (line: number | null, says: string, should: string): RoundCheck =>
  failed('words', { file: WORDS_FILE, line, says, should });

/** A line for each proposal, in their order. */
function checkLines(rows: readonly Row[], proposals: Proposals): RoundCheck | null {
  for (const [at, { number }] of proposals.entries()) {
    const row = rows[at];
    if (row?.number === number) continue;
    const says = row ? `something of proposal ${row.number}` : 'nothing more';
    return wrong(row?.line ?? null, says, `the words of proposal ${number}, or why they are gone`);
  }
  const more = rows[proposals.length];
  return more
    ? wrong(more.line, `something of proposal ${more.number} once more`, 'nothing more')
    : null;
}

/**
 * All words are those that the signed table commits to, but for those that were taken away since: these are
 * counted and said, and are no difference. Throws MalformedFile for a file that cannot be read.
 */
export async function checkWords(files: RoundFiles, proposals: Proposals): Promise<RoundCheck> {
  const bytes = fileIn(files, WORDS_FILE);
  const rows = readWords(bytes);
  // As it would be written here: nothing else can stand between what is checked.
  const difference = firstDifference(WORDS_FILE, bytes, wordsFile(rows));
  if (difference) return failed('words', difference);
  const misplaced = checkLines(rows, proposals);
  if (misplaced) return misplaced;
  for (const [at, row] of rows.entries()) {
    if (row.gone || (await areCommittedTo(row, proposals[at]?.commitment ?? ''))) continue;
    const says = `other words for proposal ${row.number}, or another salt`;
    return wrong(row.line, says, 'those that were signed, or that they are gone');
  }
  const gone = rows.flatMap((row) => row.gone ?? []);
  if (gone.length === 0) {
    return passed('words', 'The words of every proposal are those that were signed.');
  }
  const rest = rows.length - gone.length;
  const others =
    rest === 0 ? '' : ` Those of the other ${counted(rest, 'proposal')} are as they were signed.`;
  return passed('words', `${sayTakenAway(gone)}${others}`);
}
