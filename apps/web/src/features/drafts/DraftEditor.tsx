import { useCallback, useEffect, useReducer, useState } from 'react';
import { v7 } from 'uuid';
import { Button } from '../../ui/Button';
import { TextArea, TextInput } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import { EmptyState } from '../../ui/states';
import { toast } from '../../ui/toast';
import { useKeptText } from '../../ui/useKeptText';
import { CiteDialog } from './CiteDialog';
import { Conflicts } from './Conflicts';
import { type EditedDraft, savedDraft } from './editedDraft';
import { edit } from './editor';
import { keep, resume } from './keptDraft';
import { ParagraphEditor } from './ParagraphEditor';
import { PublishCheckPanel } from './PublishCheckPanel';
import { PublishDraft } from './PublishDraft';
import { type Saving, useDraftSaving } from './useDraftSaving';

interface Props {
  draft: EditedDraft;
}

/** Writes the working version: paragraphs, their sources, the publish check, all saved as one goes. */
export function DraftEditor({ draft }: Props) {
  const version = draft.version.number;
  const kept = useKeptText(`draft:${draft.id}:${version}`);
  const [begun] = useState(() => resume(savedDraft(draft), kept.text));
  const [editor, dispatch] = useReducer(edit, begun.editor);
  const [latest, setLatest] = useState(draft);
  const [citingFor, setCitingFor] = useState<string | null>(null);
  const [focusOn, setFocusOn] = useState<string | null>(null);
  const { saving, isDirty, save } = useDraftSaving({
    draftId: draft.id,
    editor,
    dispatch,
    onSaved: setLatest,
  });
  const { words, saved, conflicts } = editor;
  const { setText, forget } = kept;
  useEffect(() => {
    if (isDirty) setText(keep(editor));
    else forget();
  }, [editor, isDirty, setText, forget]);
  useEffect(() => {
    if (!focusOn) return;
    document.querySelector<HTMLElement>(`#edit-${CSS.escape(focusOn)} textarea`)?.focus();
    setFocusOn(null);
  }, [focusOn]);

  const add = useCallback((after: string | null) => {
    const id = v7();
    dispatch({ type: 'add', id, after });
    setFocusOn(id);
  }, []);
  const remove = useCallback((id: string) => {
    dispatch({ type: 'delete', id });
    const action = { label: 'Undo', onAction: () => dispatch({ type: 'undo_delete' }) };
    toast({ text: 'The paragraph is deleted.', action });
  }, []);

  const citing = words.paragraphs.find(({ id }) => id === citingFor);
  const hindrance = hindranceOf(latest, isDirty, conflicts.length);
  return (
    <div className="grid items-start gap-x-10 gap-y-8 desk:grid-cols-[minmax(0,1fr)_19rem]">
      <div className="min-w-0 max-w-[46rem]">
        <SavingLine
          saving={saving}
          isDirty={isDirty}
          isWaiting={conflicts.length > 0}
          deletedCount={editor.deleted.length}
          onSave={() => void save()}
          onUndo={() => dispatch({ type: 'undo_delete' })}
        />
        <div
          id="conflicts"
          tabIndex={-1}
          className="scroll-mt-20 space-y-4 outline-none empty:hidden"
        >
          {begun.isResumed && (
            <Notice title="We brought back what was not saved">
              <p>It was kept on this device. It is saved again as soon as you stop typing.</p>
            </Notice>
          )}
          <Conflicts editor={editor} dispatch={dispatch} />
        </div>
        <div className="my-6 space-y-5">
          <TextInput
            label="Title"
            value={words.title}
            onChange={(text) => dispatch({ type: 'write_head', field: 'title', text })}
          />
          <TextArea
            label="What it is, in a sentence or two"
            limit={600}
            rows={2}
            className="min-h-20!"
            value={words.summary}
            onChange={(text) => dispatch({ type: 'write_head', field: 'summary', text })}
          />
        </div>
        {words.paragraphs.length === 0 ? (
          <EmptyState
            title="No paragraph yet"
            action={
              <Button icon="plus" onClick={() => add(null)}>
                Write the first paragraph
              </Button>
            }
          >
            Each paragraph cites what it came from, or says why you added it.
          </EmptyState>
        ) : (
          <>
            <p className="mb-3 text-small text-ink-2 max-desk:hidden">
              Alt with an arrow key moves the paragraph you are writing in.
            </p>
            <ol>
              {words.paragraphs.map((paragraph, index) => (
                <ParagraphEditor
                  key={paragraph.id}
                  paragraph={paragraph}
                  number={saved.numbers[paragraph.id]}
                  place={index + 1}
                  of={words.paragraphs.length}
                  dispatch={dispatch}
                  onCite={setCitingFor}
                  onAdd={add}
                  onDelete={remove}
                />
              ))}
            </ol>
          </>
        )}
      </div>
      <aside className="min-w-0 space-y-6 desk:sticky desk:top-6 [&_h2]:text-[1.25rem]">
        {latest.publishCheck && (
          <PublishCheckPanel
            check={latest.publishCheck}
            numbers={saved.numbers}
            isBehind={isDirty}
          />
        )}
        <PublishDraft draftId={draft.id} version={version} hindrance={hindrance} />
      </aside>
      {citing && (
        <CiteDialog
          consultationId={draft.consultation.id}
          where={
            saved.numbers[citing.id] ? `paragraph ${saved.numbers[citing.id]}` : 'the new paragraph'
          }
          cited={citing.sources.map(({ itemId }) => itemId)}
          onCite={(source) => dispatch({ type: 'cite', id: citing.id, source })}
          onClose={() => setCitingFor(null)}
        />
      )}
    </div>
  );
}

/** Why the draft cannot be published now; null when it can. */
function hindranceOf(draft: EditedDraft, isDirty: boolean, conflicts: number): string | null {
  if (conflicts > 0) return 'Choose between the two texts first.';
  if (isDirty) return 'It is being saved. Then you can publish it.';
  return draft.publishCheck?.mayPublish ? null : 'First do what the publish check asks.';
}

interface SavingLineProps {
  saving: Saving;
  isDirty: boolean;
  isWaiting: boolean;
  deletedCount: number;
  onSave: () => void;
  onUndo: () => void;
}

/** Always in sight: whether it is saved, and the way back from a deletion. */
function SavingLine(props: SavingLineProps) {
  const { saving, isDirty, isWaiting, deletedCount, onSave, onUndo } = props;
  const isFault = saving.is === 'refused' || saving.is === 'failed';
  return (
    <div className="sticky top-0 z-10 -mx-5 mb-4 flex flex-wrap items-center gap-x-4 border-b border-rule bg-cloth px-5 py-1.5 text-small">
      <p role={isFault ? 'alert' : 'status'} className="flex min-h-11 flex-1 items-center gap-2">
        <Icon name={isFault ? 'warning' : isDirty ? 'clock' : 'agree'} />
        <span className={isFault ? 'font-bold text-error' : 'text-ink-2'}>
          {savingWords(saving, isDirty, isWaiting)}
        </span>
      </p>
      {isWaiting && (
        <Button
          variant="line"
          size="small"
          icon="warning"
          onClick={() => document.getElementById('conflicts')?.focus()}
        >
          Choose between them
        </Button>
      )}
      {isFault && isDirty && (
        <Button variant="line" size="small" icon="recount" onClick={onSave}>
          Save now
        </Button>
      )}
      {deletedCount > 0 && (
        <Button variant="bare" size="small" icon="undo" onClick={onUndo}>
          Bring back the deleted paragraph
        </Button>
      )}
    </div>
  );
}

function savingWords(saving: Saving, isDirty: boolean, isWaiting: boolean): string {
  if (isWaiting) return 'Not saved: two texts wait for your choice. Both are kept on this device.';
  switch (saving.is) {
    case 'saving':
      return 'Saving…';
    case 'refused':
      return `Not saved. ${saving.message}`;
    case 'failed':
      return `Not saved. ${saving.message}. It is kept on this device and tried again.`;
    case 'joined':
      return 'Somebody else saved meanwhile. Their words and yours are joined.';
    case 'fine':
      return isDirty ? 'Not saved yet; kept on this device.' : 'Everything is saved.';
  }
}
