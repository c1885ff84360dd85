import { beginEditing, type Editor, type SavedDraft, type Words } from './editor';
import { mergeWords } from './mergeWords';

interface Kept {
  /** The revision it was written on. */
  revision: number;
  words: Words;
  /** What was saved then. */
  base: Words;
}

/** What is kept on this device while it is not saved. */
export function keep({ words, saved }: Editor): string {
  const kept: Kept = { revision: saved.revision, words, base: saved.words };
  return JSON.stringify(kept);
}

function parse(text: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(text);
    const isKept =
      typeof kept === 'object' &&
      kept !== null &&
      'words' in kept &&
      'base' in kept &&
      'revision' in kept;
    return isKept ? (kept as Kept) : null;
  } catch {
    return null;
  }
}

/** Goes on from what is kept on this device; joined with what somebody saved since. */
export function resume(saved: SavedDraft, text: string): { editor: Editor; isResumed: boolean } {
  const kept = text === '' ? null : parse(text);
  const editor = beginEditing(saved);
  if (!kept || JSON.stringify(kept.words) === JSON.stringify(saved.words)) {
    return { editor, isResumed: false };
  }
  if (kept.revision === saved.revision) {
    return { editor: { ...editor, words: kept.words }, isResumed: true };
  }
  return {
    editor: { ...editor, ...mergeWords(kept.base, kept.words, saved.words) },
    isResumed: true,
  };
}
