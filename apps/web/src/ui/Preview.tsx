import { useId, useState } from 'react';
import { Button } from './Button';
import { Markdown } from './Markdown';

/** Beside a text area: how the text will look. */
export function Preview({ text }: { text: string }) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const isEmpty = text.trim() === '';
  return (
    <div>
      <Button
        variant="bare"
        size="small"
        icon="eye"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? 'Hide the preview' : 'See how it will look'}
      </Button>
      <div id={id} hidden={!isOpen} className="mt-1 border-y border-rule bg-sheet px-4 py-3">
        {isEmpty ? (
          <p className="text-small text-ink-2">Nothing written yet.</p>
        ) : (
          <Markdown text={text} />
        )}
      </div>
    </div>
  );
}
