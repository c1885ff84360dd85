import type { Dispatch, ReactNode } from 'react';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import type { Conflict, Editor, EditorAction } from './editor';

interface Props {
  editor: Editor;
  dispatch: Dispatch<EditorAction>;
}

const headNames = { title: 'The title', summary: 'The summary' };

/** What two people changed at once: both texts, and a choice for each. */
export function Conflicts({ editor, dispatch }: Props) {
  const { conflicts, words, saved } = editor;
  if (conflicts.length === 0) return null;
  const describe = (conflict: Conflict) => {
    if (conflict.at !== 'paragraph') {
      return { name: headNames[conflict.at], mine: words[conflict.at], theirs: conflict.theirs };
    }
    const mine = words.paragraphs.find(({ id }) => id === conflict.id);
    const name = `Paragraph ${saved.numbers[conflict.id] ?? ''}`.trim();
    return { name, mine: mine?.text ?? '', theirs: conflict.theirs.text };
  };
  return (
    <Notice tone="warning" title="Somebody else changed the same words while you wrote" live>
      <p>Nothing is lost: both texts are here. Choose for each; it is saved after that.</p>
      <ul className="space-y-5 pt-2">
        {conflicts.map((conflict) => {
          const { name, mine, theirs } = describe(conflict);
          return (
            <li key={conflict.at === 'paragraph' ? conflict.id : conflict.at}>
              <p className="font-bold">{name}</p>
              <div className="mt-1 grid gap-4 sm:grid-cols-2">
                <Choice who="Yours" text={mine}>
                  <Button
                    variant="line"
                    size="small"
                    aria-label={`${name}: keep yours`}
                    onClick={() => dispatch({ type: 'settle', conflict, take: 'mine' })}
                  >
                    Keep yours
                  </Button>
                </Choice>
                <Choice who="Theirs" text={theirs}>
                  <Button
                    variant="line"
                    size="small"
                    aria-label={`${name}: take theirs`}
                    onClick={() => dispatch({ type: 'settle', conflict, take: 'theirs' })}
                  >
                    Take theirs
                  </Button>
                </Choice>
              </div>
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

function Choice(props: { who: string; text: string; children: ReactNode }) {
  const { who, text, children } = props;
  return (
    <div className="min-w-0">
      <p className="text-small text-ink-2">{who}</p>
      <p className="my-1 max-h-60 overflow-y-auto border-y border-rule py-2 whitespace-pre-line">
        {text || '(no words)'}
      </p>
      {children}
    </div>
  );
}
