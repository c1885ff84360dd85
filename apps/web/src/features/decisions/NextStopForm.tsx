import { useMutation } from '@apollo/client/react';
import { TEXT } from '@clarion/deliberation';
import { type FormEvent, useState } from 'react';
import { explain } from '../../graphql/explain';
import { graphql } from '../../graphql/generated';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { Details } from '../../ui/Details';
import { TextArea } from '../../ui/Field';
import { useKeptText } from '../../ui/useKeptText';

const CompleteNextStopDocument = graphql(`
  mutation CompleteNextStop($decisionId: ID!, $note: String!) {
    completeNextStop(decisionId: $decisionId, note: $note) {
      __typename
      ... on Decision {
        id
        nextStop {
          name
          dueOn
          doneAt
          doneNote
          overdueDays
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

/** For the officers of the body that answered: says that the next stop was reached, and what was done. */
export function NextStopForm({ decisionId }: { decisionId: string }) {
  const note = useKeptText(`next-stop:${decisionId}`);
  const [fault, setFault] = useState<string | null>(null);
  const [complete, { loading }] = useMutation(CompleteNextStopDocument);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setFault(null);
    try {
      const { data } = await complete({ variables: { decisionId, note: note.text } });
      const result = data?.completeNextStop;
      if (result?.__typename === 'Refusal') setFault(result.message);
      if (result?.__typename !== 'Decision') return;
      note.forget();
      announce('The next stop is marked as done.');
    } catch (error) {
      const { title, advice } = explain(error);
      setFault(`${title}. ${advice}`);
    }
  };
  return (
    <Details summary="The next stop is done">
      <form onSubmit={send} className="space-y-4">
        <TextArea
          label="What was done"
          hint="One or two sentences. Everybody can read them."
          value={note.text}
          onChange={note.setText}
          limit={TEXT.doneNote.max}
          error={fault}
          rows={3}
        />
        <Button type="submit" size="small" pending={loading} pendingLabel="Marking it">
          Mark as done
        </Button>
      </form>
    </Details>
  );
}
