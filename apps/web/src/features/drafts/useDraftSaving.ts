import { useApolloClient, useMutation } from '@apollo/client/react';
import { type Dispatch, useEffect, useRef, useState } from 'react';
import { explain } from '../../graphql/explain';
import { getFragmentData, graphql } from '../../graphql/generated';
import { type EditedDraft, EditedDraftDocument, paragraphInputs, savedDraft } from './editedDraft';
import { type Editor, type EditorAction, isDirty } from './editor';
import { mergeWords } from './mergeWords';

const SaveDraftDocument = graphql(`
  mutation SaveDraft(
    $draftId: ID!
    $revision: Int!
    $title: String!
    $summary: String!
    $paragraphs: [ParagraphInput!]!
  ) {
    saveDraft(
      draftId: $draftId
      revision: $revision
      title: $title
      summary: $summary
      paragraphs: $paragraphs
    ) {
      __typename
      ... on Draft {
        id
        ...EditedDraft
      }
      ... on Refusal {
        reason
        message
        field
      }
    }
  }
`);

const NewestDraftDocument = graphql(`
  query NewestDraft($id: ID!) {
    draft(id: $id) {
      id
      ...EditedDraft
    }
  }
`);

/** How long nobody types before it is saved, in milliseconds. */
const PAUSE = 1_500;
/** When a save that did not get through is tried again. */
const RETRY = 15_000;

export type Saving =
  | { is: 'fine' }
  | { is: 'saving' }
  | { is: 'joined' }
  | { is: 'refused'; message: string }
  | { is: 'failed'; message: string };

interface Options {
  draftId: string;
  editor: Editor;
  dispatch: Dispatch<EditorAction>;
  /** What the server says of the draft after each save. */
  onSaved: (draft: EditedDraft) => void;
}

/**
 * Saves whenever writing pauses. When somebody else saved meanwhile, their words and mine are joined;
 * what both changed waits for a choice, and nothing is saved until then.
 */
export function useDraftSaving({ draftId, editor, dispatch, onSaved }: Options) {
  const client = useApolloClient();
  const [send] = useMutation(SaveDraftDocument, { fetchPolicy: 'no-cache' });
  const [saving, setSaving] = useState<Saving>({ is: 'fine' });
  const isBusy = useRef(false);
  const { words, saved, conflicts } = editor;
  const dirty = isDirty(editor);

  const join = async (message: string) => {
    const { data } = await client.query({
      query: NewestDraftDocument,
      variables: { id: draftId },
      fetchPolicy: 'no-cache',
    });
    const theirs = getFragmentData(EditedDraftDocument, data?.draft);
    if (!theirs) return setSaving({ is: 'refused', message });
    const draft = savedDraft(theirs);
    dispatch({ type: 'merged', draft, ...mergeWords(saved.words, words, draft.words) });
    onSaved(theirs);
    setSaving({ is: 'joined' });
  };

  const save = async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    setSaving({ is: 'saving' });
    try {
      const { title, summary } = words;
      const paragraphs = paragraphInputs(words);
      const variables = { draftId, revision: saved.revision, title, summary, paragraphs };
      const { data } = await send({ variables });
      const result = data?.saveDraft;
      if (result?.__typename === 'Draft') {
        const draft = getFragmentData(EditedDraftDocument, result);
        dispatch({ type: 'saved', draft: savedDraft(draft), sent: words });
        onSaved(draft);
        setSaving({ is: 'fine' });
      } else if (result?.reason === 'changed_since') {
        await join(result.message);
      } else {
        setSaving({ is: 'refused', message: result?.message ?? 'Try again.' });
      }
    } catch (error) {
      setSaving({ is: 'failed', message: explain(error).title });
    } finally {
      isBusy.current = false;
    }
  };

  // A new timer for every change of the words, and one more try when a save did not get through.
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  const mayTry = dirty && conflicts.length === 0;
  const hasFailed = saving.is === 'failed';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words and what was saved start it again.
  useEffect(() => {
    if (!mayTry) return;
    const timer = setTimeout(() => void latest.current(), hasFailed ? RETRY : PAUSE);
    return () => clearTimeout(timer);
  }, [words, saved, mayTry, hasFailed]);

  return { saving, isDirty: dirty, save };
}
