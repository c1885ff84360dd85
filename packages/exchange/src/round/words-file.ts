import { isTakenAway, type TakenAway } from '@clarion/deliberation';
import { canonicalJson, commit, fromHex, opens, sha256, toHex } from '@clarion/record';
import { csvRows } from '../csv.js';
import { MalformedFile, shown } from '../malformed-file.js';
import { textFile } from '../text-file.js';
import type { RoundProposal, WordsRow } from './round-input.js';
import { readTable } from './round-table.js';

/** Beside the signed files: what people wrote, which may have to go one day. */
export const WORDS_FILE = 'words.csv';
const COLUMNS = ['proposal', 'salt', 'statement', 'author', 'gone'];

/** A line whose words are gone, with the salt that would tell them. */
export const emptied = (number: number, gone: TakenAway): WordsRow => ({
  ...{ number, salt: '', statement: '', author: '' },
  gone,
});

/** What is committed to: the words of one proposal as canonical JSON (RFC 8785). */
const committedText = ({ statement, author }: Pick<WordsRow, 'statement' | 'author'>) =>
  canonicalJson({ author, statement });

/**
 * The words of each proposal with a salt, made from a seed that nobody keeps, so that the other salts do not
 * tell the one that was taken away.
 */
export function withSalts(
  proposals: readonly RoundProposal[],
  seed: Uint8Array,
): Promise<WordsRow[]> {
  return Promise.all(
    proposals.map(async ({ number, statement, authorName: author }) => {
      const salt = await sha256(new TextEncoder().encode(`${toHex(seed)}\n${number}`));
      return { number, salt: toHex(salt), statement, author, gone: null };
    }),
  );
}

/** What stands for the words in the signed table of proposals, in hexadecimal. */
export const commitmentTo = async (words: WordsRow): Promise<string> =>
  toHex(await commit(committedText(words), fromHex(words.salt) ?? new Uint8Array()));

/** Whether these are the words that were committed to. */
export function areCommittedTo(words: WordsRow, commitment: string): Promise<boolean> {
  const [salt, committed] = [fromHex(words.salt), fromHex(commitment)];
  if (!salt || !committed) return Promise.resolve(false);
  return opens(committed, { text: committedText(words), salt });
}

/** The file of words; proposals by number. */
export const wordsFile = (rows: readonly WordsRow[]): Uint8Array =>
  textFile([
    csvRows([
      COLUMNS,
      ...rows.map(({ number, salt, statement, author, gone }) => [
        ...[number, salt, statement, author],
        gone ?? '',
      ]),
    ]),
  ]);

/** Reads the file of words, with the line each stands on. Throws MalformedFile. */
export function readWords(bytes: Uint8Array): (WordsRow & { line: number })[] {
  return readTable(WORDS_FILE, bytes, COLUMNS).map(({ line, cells }) => {
    const { proposal = '', salt = '', statement = '', author = '', gone = '' } = cells;
    if (!/^\d{1,9}$/.test(proposal)) {
      const fault = `the proposal is ${shown(proposal)}; it must be a number.`;
      throw new MalformedFile(WORDS_FILE, line, fault);
    }
    const words = { line, number: Number(proposal), salt, statement, author };
    if (salt === '' && statement === '' && author === '' && isTakenAway(gone)) {
      return { ...words, gone };
    }
    if (gone === '' && /^[0-9a-f]{64}$/.test(salt)) return { ...words, gone: null };
    const fault = 'there must be a salt with the words, or neither and why they are gone.';
    throw new MalformedFile(WORDS_FILE, line, fault);
  });
}
