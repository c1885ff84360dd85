/** What is being written in a draft, apart from the screen: the words, what was saved, what can be undone. */

export type CitedKind = 'Proposal' | 'Comment' | 'Evidence' | 'Decision';

export interface WrittenSource {
  /** The id of the citation. */
  id: string;
  kind: CitedKind;
  itemId: string;
  label: string;
  /** The words to recognise it by. */
  title: string;
  /** What was kept or altered. */
  note: string;
}

export interface WrittenParagraph {
  id: string;
  heading: string;
  text: string;
  ownReason: string;
  sources: WrittenSource[];
}

export interface Words {
  title: string;
  summary: string;
  paragraphs: WrittenParagraph[];
}

/** A version as the server has it. */
export interface SavedDraft {
  words: Words;
  revision: number;
  /** Numbers of paragraphs by their ids. */
  numbers: Record<string, string>;
}

/** Words that two people changed at once: mine stand, theirs are kept until somebody chooses. */
export type Conflict =
  | { at: 'title' | 'summary'; theirs: string }
  | { at: 'paragraph'; id: string; theirs: WrittenParagraph };

export interface Editor {
  words: Words;
  saved: SavedDraft;
  /** What was deleted, the last one last. */
  deleted: { paragraph: WrittenParagraph; place: number }[];
  conflicts: Conflict[];
}

export type EditorAction =
  | { type: 'write_head'; field: 'title' | 'summary'; text: string }
  | { type: 'write'; id: string; field: 'heading' | 'text' | 'ownReason'; text: string }
  | { type: 'add'; id: string; after: string | null }
  | { type: 'delete'; id: string }
  | { type: 'undo_delete' }
  | { type: 'move'; id: string; by: -1 | 1 }
  | { type: 'cite'; id: string; source: WrittenSource }
  | { type: 'write_note'; id: string; sourceId: string; text: string }
  | { type: 'uncite'; id: string; sourceId: string }
  | { type: 'saved'; draft: SavedDraft; sent: Words }
  | { type: 'merged'; draft: SavedDraft; words: Words; conflicts: Conflict[] }
  | { type: 'settle'; conflict: Conflict; take: 'mine' | 'theirs' };

export function beginEditing(saved: SavedDraft): Editor {
  return { words: saved.words, saved, deleted: [], conflicts: [] };
}

const same = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Whether something was written that the server does not have. */
export function isDirty({ words, saved }: Editor): boolean {
  return !same(words, saved.words);
}

function changeParagraph(
  words: Words,
  id: string,
  change: (paragraph: WrittenParagraph) => WrittenParagraph,
): Words {
  const paragraphs = words.paragraphs.map((one) => (one.id === id ? change(one) : one));
  return { ...words, paragraphs };
}

function insert<T>(list: readonly T[], place: number, item: T): T[] {
  return [...list.slice(0, place), item, ...list.slice(place)];
}

function move(words: Words, id: string, by: -1 | 1): Words {
  const from = words.paragraphs.findIndex((one) => one.id === id);
  const moved = words.paragraphs[from];
  const to = from + by;
  if (!moved || to < 0 || to >= words.paragraphs.length) return words;
  const rest = words.paragraphs.filter((one) => one.id !== id);
  return { ...words, paragraphs: insert(rest, to, moved) };
}

/** What was sent is what was saved, though the server trims it: the cursor may stand after a blank. */
function afterSaving(editor: Editor, draft: SavedDraft, sent: Words): Editor {
  return { ...editor, saved: { ...draft, words: sent } };
}

function settle(editor: Editor, conflict: Conflict, take: 'mine' | 'theirs'): Editor {
  const conflicts = editor.conflicts.filter((one) => one !== conflict);
  if (take === 'mine') return { ...editor, conflicts };
  const { words } = editor;
  if (conflict.at !== 'paragraph') {
    return { ...editor, conflicts, words: { ...words, [conflict.at]: conflict.theirs } };
  }
  return {
    ...editor,
    conflicts,
    words: changeParagraph(words, conflict.id, () => conflict.theirs),
  };
}

export function edit(editor: Editor, action: EditorAction): Editor {
  const { words, deleted } = editor;
  const withWords = (next: Words): Editor => ({ ...editor, words: next });
  const inParagraph = (id: string, change: (paragraph: WrittenParagraph) => WrittenParagraph) =>
    withWords(changeParagraph(words, id, change));
  switch (action.type) {
    case 'write_head':
      return withWords({ ...words, [action.field]: action.text });
    case 'write':
      return inParagraph(action.id, (one) => ({ ...one, [action.field]: action.text }));
    case 'add': {
      const place = words.paragraphs.findIndex((one) => one.id === action.after) + 1;
      const paragraph = { id: action.id, heading: '', text: '', ownReason: '', sources: [] };
      return withWords({ ...words, paragraphs: insert(words.paragraphs, place, paragraph) });
    }
    case 'delete': {
      const place = words.paragraphs.findIndex((one) => one.id === action.id);
      const paragraph = words.paragraphs[place];
      if (!paragraph) return editor;
      const paragraphs = words.paragraphs.filter((one) => one !== paragraph);
      const next = { ...words, paragraphs };
      return { ...editor, words: next, deleted: [...deleted, { paragraph, place }] };
    }
    case 'undo_delete': {
      const last = deleted.at(-1);
      if (!last) return editor;
      const paragraphs = insert(words.paragraphs, last.place, last.paragraph);
      return { ...editor, words: { ...words, paragraphs }, deleted: deleted.slice(0, -1) };
    }
    case 'move':
      return withWords(move(words, action.id, action.by));
    case 'cite':
      return inParagraph(action.id, (one) => {
        const isCited = one.sources.some(({ itemId }) => itemId === action.source.itemId);
        return isCited ? one : { ...one, sources: [...one.sources, action.source] };
      });
    case 'write_note':
      return inParagraph(action.id, (one) => ({
        ...one,
        sources: one.sources.map((source) =>
          source.id === action.sourceId ? { ...source, note: action.text } : source,
        ),
      }));
    case 'uncite':
      return inParagraph(action.id, (one) => ({
        ...one,
        sources: one.sources.filter(({ id }) => id !== action.sourceId),
      }));
    case 'saved':
      return afterSaving(editor, action.draft, action.sent);
    case 'merged':
      return {
        ...editor,
        words: action.words,
        saved: action.draft,
        conflicts: action.conflicts,
      };
    case 'settle':
      return settle(editor, action.conflict, action.take);
  }
}
