import { type Dispatch, type KeyboardEvent, memo, useState } from 'react';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { Badge } from '../../ui/Chip';
import { TextArea, TextInput } from '../../ui/Field';
import '../../ui/css/serif.css';
import type { EditorAction, WrittenParagraph } from './editor';
import { WrittenSources } from './WrittenSources';

interface Props {
  paragraph: WrittenParagraph;
  /** Its number once it was saved. */
  number: string | undefined;
  /** Its place, from 1, and how many there are. */
  place: number;
  of: number;
  dispatch: Dispatch<EditorAction>;
  onCite: (id: string) => void;
  onAdd: (after: string) => void;
  onDelete: (id: string) => void;
}

/** One paragraph being written: its words, where they came from, and its place. */
export const ParagraphEditor = memo(function ParagraphEditor(props: Props) {
  const { paragraph, number, place, of, dispatch, onCite, onAdd, onDelete } = props;
  const { id, heading, text, ownReason, sources } = paragraph;
  const name = number ? `paragraph ${number}` : 'the new paragraph';
  const [wantsHeading, setWantsHeading] = useState(false);
  const [wantsReason, setWantsReason] = useState(false);
  const hasHeading = wantsHeading || heading !== '';
  const hasReason = wantsReason || ownReason !== '';
  const write = (field: 'heading' | 'text' | 'ownReason') => (value: string) =>
    dispatch({ type: 'write', id, field, text: value });

  const move = (by: -1 | 1) => {
    const to = place + by;
    if (to < 1 || to > of) return;
    dispatch({ type: 'move', id, by });
    announce(`Moved to place ${to} of ${of}.`);
    // A browser takes focus away from what is moved in the page.
    const focused = document.activeElement;
    requestAnimationFrame(() => focused instanceof HTMLElement && focused.focus());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(event.key === 'ArrowUp' ? -1 : 1);
  };
  const isUnsourced = sources.length === 0 && ownReason.trim() === '';
  return (
    <li id={`edit-${id}`} className="scroll-mt-24 border-t-2 border-ink py-5">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Alt with an arrow moves the paragraph one is writing in; the buttons do the same. */}
      <div className="space-y-4" onKeyDown={onKeyDown}>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="mr-auto flex flex-wrap items-center gap-3 text-[1.25rem]">
            {number ? `Paragraph ${number}` : 'New paragraph'}
            {isUnsourced && (
              <Badge tone="error" icon="warning">
                No source yet
              </Badge>
            )}
          </h2>
          <div className="flex">
            <Button
              variant="bare"
              size="small"
              aria-label={`Move ${name} up`}
              aria-disabled={place === 1}
              className="aria-disabled:opacity-40"
              onClick={() => move(-1)}
            >
              <span aria-hidden="true">↑</span> Up
            </Button>
            <Button
              variant="bare"
              size="small"
              aria-label={`Move ${name} down`}
              aria-disabled={place === of}
              className="aria-disabled:opacity-40"
              onClick={() => move(1)}
            >
              <span aria-hidden="true">↓</span> Down
            </Button>
            <Button
              variant="bare"
              size="small"
              icon="minus"
              aria-label={`Delete ${name}`}
              onClick={() => onDelete(id)}
            >
              Delete
            </Button>
          </div>
        </div>
        {hasHeading && (
          <TextInput
            label="Heading it opens"
            optional
            value={heading}
            onChange={write('heading')}
          />
        )}
        <TextArea
          label={<span className="sr-only">Words of {name}</span>}
          limit={text.length > 5_000 ? 6_000 : undefined}
          rows={4}
          className="font-serif text-[1.1875rem]! leading-[1.6]"
          value={text}
          onChange={write('text')}
        />
        <WrittenSources
          where={name}
          sources={sources}
          onNote={(sourceId, note) => dispatch({ type: 'write_note', id, sourceId, text: note })}
          onRemove={(sourceId) => dispatch({ type: 'uncite', id, sourceId })}
        />
        {hasReason && (
          <div className="border-l-[6px] border-ink-2 bg-fold p-4">
            <TextArea
              label="Added by the drafters, because"
              hint="Everybody reads this beside the paragraph."
              optional={sources.length > 0}
              limit={1_000}
              rows={2}
              className="min-h-20!"
              value={ownReason}
              onChange={write('ownReason')}
            />
          </div>
        )}
        <div className="flex flex-wrap gap-x-3 gap-y-2">
          <Button variant="line" size="small" icon="thread" onClick={() => onCite(id)}>
            Cite a source<span className="sr-only"> for {name}</span>
          </Button>
          {!hasReason && (
            <Button variant="bare" size="small" icon="pen" onClick={() => setWantsReason(true)}>
              It is our own addition<span className="sr-only">: {name}</span>
            </Button>
          )}
          {!hasHeading && (
            <Button variant="bare" size="small" icon="list" onClick={() => setWantsHeading(true)}>
              Give it a heading<span className="sr-only">: {name}</span>
            </Button>
          )}
          <Button variant="bare" size="small" icon="plus" onClick={() => onAdd(id)}>
            Add a paragraph<span className="sr-only"> after {name}</span>
          </Button>
        </div>
      </div>
    </li>
  );
});
