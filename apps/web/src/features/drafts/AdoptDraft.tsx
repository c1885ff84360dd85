import { useApolloClient, useMutation } from '@apollo/client/react';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { explain } from '../../graphql/explain';
import { graphql } from '../../graphql/generated';
import { paths } from '../../paths';
import { Button } from '../../ui/Button';
import { TextInput } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { toast } from '../../ui/toast';
import { useKeptText } from '../../ui/useKeptText';

const AdoptDraftDocument = graphql(`
  mutation AdoptDraft($input: AdoptionInput!) {
    adoptDraft(input: $input) {
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

interface Props {
  draftId: string;
  published: number;
  /** "the National Policy Forum" */
  body: string;
}

const whole = (text: string) => (/^\d{1,7}$/.test(text.trim()) ? Number(text) : null);

/** Enters that the body adopted the last published version: which meeting, and the counts. */
export function AdoptDraft({ draftId, published, body }: Props) {
  const meeting = useKeptText(`adoption-meeting:${draftId}`);
  const [counts, setCounts] = useState({ for: '', against: '', abstained: '' });
  const [hasTried, setTried] = useState(false);
  const [adopt, { loading, error, data }] = useMutation(AdoptDraftDocument, {
    fetchPolicy: 'no-cache',
  });
  const refused = data?.adoptDraft.__typename === 'Refusal' ? data.adoptDraft : null;
  const navigate = useNavigate();
  const client = useApolloClient();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const [yes, no, abstained] = [counts.for, counts.against, counts.abstained].map(whole);
    if (yes == null || no == null || abstained == null) return;
    const input = { draftId, meeting: meeting.text, for: yes, against: no, abstained };
    const result = await adopt({ variables: { input } }).catch(() => undefined);
    if (result?.data?.adoptDraft.__typename !== 'Draft') return;
    meeting.forget();
    client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'drafts' });
    client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'draft' });
    toast(`Draft ${published} is adopted.`);
    await navigate(paths.draft(draftId));
  };
  const field = (name: 'for' | 'against' | 'abstained', label: string) => (
    <TextInput
      label={label}
      inputMode="numeric"
      className="max-w-32"
      error={
        hasTried && whole(counts[name]) === null
          ? 'Write a whole number, such as 112.'
          : refused?.field === name
            ? refused.message
            : null
      }
      value={counts[name]}
      onChange={(text) => setCounts({ ...counts, [name]: text })}
    />
  );
  const isElsewhere =
    refused && !['meeting', 'for', 'against', 'abstained'].includes(refused.field ?? '');
  return (
    <form className="max-w-measure space-y-4" aria-labelledby="adopt" onSubmit={send}>
      <h2 id="adopt">It was adopted</h2>
      <p>
        When {body} has voted on draft {published}, enter the meeting and the counts. Everybody
        reads them, and the draft is closed.
      </p>
      <TextInput
        label="Meeting"
        hint="Which and where: “Annual meeting, Leeds, 20 June”."
        error={refused?.field === 'meeting' ? refused.message : null}
        value={meeting.text}
        onChange={meeting.setText}
      />
      <div className="flex flex-wrap gap-4">
        {field('for', 'For')}
        {field('against', 'Against')}
        {field('abstained', 'Abstained')}
      </div>
      {(error || isElsewhere) && (
        <Notice tone="error" title="The adoption was not entered" live>
          <p>{refused?.message ?? explain(error).advice}</p>
        </Notice>
      )}
      <Button type="submit" variant="line" pending={loading} pendingLabel="Entering">
        Enter the adoption
      </Button>
    </form>
  );
}
