import { useApolloClient, useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { explain } from '../../graphql/explain';
import { graphql } from '../../graphql/generated';
import { paths } from '../../paths';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { TextArea } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { toast } from '../../ui/toast';
import { useKeptText } from '../../ui/useKeptText';

const PublishDraftDocument = graphql(`
  mutation PublishDraft($draftId: ID!, $note: String!, $version: Int) {
    publishDraft(draftId: $draftId, note: $note, version: $version) {
      __typename
      ... on Draft {
        id
        version {
          number
          status
          publishedAt
        }
      }
      ... on Refusal {
        reason
        message
        field
      }
    }
  }
`);

interface Props {
  draftId: string;
  version: number;
  /** Why it cannot be published now. */
  hindrance: string | null;
}

/** Publishes the working version, with a note, after a confirmation: it never changes again. */
export function PublishDraft({ draftId, version, hindrance }: Props) {
  const [isOpen, setOpen] = useState(false);
  const note = useKeptText(`draft-note:${draftId}:${version}`);
  const [publish, { loading, error, data, reset }] = useMutation(PublishDraftDocument);
  const navigate = useNavigate();
  const client = useApolloClient();
  const refused = data?.publishDraft.__typename === 'Refusal' ? data.publishDraft : null;
  const send = async () => {
    const variables = { draftId, note: note.text, version };
    const result = await publish({ variables }).catch(() => undefined);
    if (result?.data?.publishDraft.__typename !== 'Draft') return;
    note.forget();
    client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'drafts' });
    client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'draft' });
    toast(`Draft ${version} is published. Everybody who is cited in it can read where.`);
    await navigate(paths.draft(draftId));
  };
  return (
    <div>
      <Button
        icon="send"
        wide
        disabled={hindrance !== null}
        aria-describedby={hindrance ? 'publish-hindrance' : undefined}
        onClick={() => {
          reset();
          setOpen(true);
        }}
      >
        Publish draft {version}
      </Button>
      {hindrance && (
        <p id="publish-hindrance" className="mt-2 text-small text-ink-2">
          {hindrance}
        </p>
      )}
      <Dialog
        title={`Publish draft ${version}?`}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        insistent
        actions={
          <>
            <Button icon="send" pending={loading} pendingLabel="Publishing" onClick={send}>
              Publish it for good
            </Button>
            <Button variant="bare" onClick={() => setOpen(false)}>
              Not yet
            </Button>
          </>
        }
      >
        <p>
          Everybody can read it from then on, and this version never changes again. Each
          contribution that it cites has it in its story. What you change later goes into draft{' '}
          {version + 1}.
        </p>
        <TextArea
          label="What is it about?"
          hint="One sentence: what changed, and what happens to it next."
          error={refused?.field === 'note' ? refused.message : null}
          limit={500}
          rows={3}
          value={note.text}
          onChange={note.setText}
        />
        {(error || (refused && refused.field !== 'note')) && (
          <Notice tone="error" title="It was not published" live>
            <p>{refused?.message ?? explain(error).advice}</p>
          </Notice>
        )}
      </Dialog>
    </div>
  );
}
