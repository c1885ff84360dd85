import { useApolloClient, useMutation } from '@apollo/client/react';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { explain } from '../../graphql/explain';
import { graphql } from '../../graphql/generated';
import type { BodyKind } from '../../graphql/generated/graphql';
import { paths } from '../../paths';
import { Button } from '../../ui/Button';
import { bodyName } from '../../ui/bodyNames';
import { TextArea, TextInput } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { Select } from '../../ui/Select';
import { useKeptId } from '../../ui/useKeptId';
import { useKeptText } from '../../ui/useKeptText';

const CreateDraftDocument = graphql(`
  mutation CreateDraft($input: DraftInput!) {
    createDraft(input: $input) {
      __typename
      ... on Draft {
        id
      }
      ... on Refusal {
        reason
        message
        field
      }
    }
  }
`);

interface NamedBody {
  id: string;
  kind: BodyKind;
  name: string;
}

/** A consultation one may draft from, with the bodies whose draft it could be. */
export interface Draftable {
  id: string;
  title: string;
  bodies: readonly NamedBody[];
}

interface Props {
  consultations: readonly Draftable[];
  onClose: () => void;
}

/** Begins a draft: which consultation it answers, whose it is, what it is called. */
export function BeginDraft({ consultations, onClose }: Props) {
  const title = useKeptText('draft-new-title');
  const summary = useKeptText('draft-new-summary');
  const id = useKeptId('draft-new');
  const [consultationId, setConsultationId] = useState(consultations[0]?.id ?? '');
  const consultation = consultations.find((one) => one.id === consultationId);
  const [chosenBody, setChosenBody] = useState('');
  const bodies = consultation?.bodies ?? [];
  const bodyId = bodies.find((body) => body.id === chosenBody)?.id ?? bodies[0]?.id ?? '';
  const [create, { loading, error, data }] = useMutation(CreateDraftDocument);
  const refused = data?.createDraft.__typename === 'Refusal' ? data.createDraft : null;
  const errorOf = (field: string) => (refused?.field === field ? refused.message : null);
  const isElsewhere = refused && !['title', 'summary', 'bodyId'].includes(refused.field ?? '');
  const navigate = useNavigate();
  const client = useApolloClient();

  const begin = async (event: FormEvent) => {
    event.preventDefault();
    const input = {
      id: id.take(),
      title: title.text,
      summary: summary.text,
      consultationId,
      bodyId,
    };
    const result = await create({ variables: { input } }).catch(() => undefined);
    const made = result?.data?.createDraft;
    if (made?.__typename !== 'Draft') return;
    for (const kept of [title, summary, id]) kept.forget();
    client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'drafts' });
    await navigate(paths.editDraft(made.id));
  };
  return (
    <form
      aria-label="Begin a draft"
      className="mb-10 max-w-measure space-y-5 border-y-2 border-ink py-6"
      onSubmit={begin}
    >
      <Select
        label="Which consultation does it answer?"
        options={consultations.map((one) => ({ value: one.id, label: one.title }))}
        value={consultationId}
        onChange={setConsultationId}
      />
      <Select
        label="Whose draft is it?"
        error={errorOf('bodyId')}
        options={bodies.map((body) => ({ value: body.id, label: bodyName(body) }))}
        value={bodyId}
        onChange={setChosenBody}
      />
      <TextInput
        label="Title"
        error={errorOf('title')}
        value={title.text}
        onChange={title.setText}
      />
      <TextArea
        label="What it is, in a sentence or two"
        error={errorOf('summary')}
        limit={600}
        rows={3}
        value={summary.text}
        onChange={summary.setText}
      />
      {(error || isElsewhere) && (
        <Notice tone="error" title="The draft was not begun" live>
          <p>{isElsewhere ? refused.message : explain(error).advice}</p>
        </Notice>
      )}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" pending={loading} pendingLabel="Beginning">
          Begin the draft
        </Button>
        <Button variant="bare" onClick={onClose}>
          Cancel
        </Button>
      </div>
      <p className="text-small text-ink-2">
        Only drafters see it until you publish. What you type here is kept on this device.
      </p>
    </form>
  );
}
