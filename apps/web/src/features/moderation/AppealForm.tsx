import { useMutation } from '@apollo/client/react';
import { refuseText, TEXT } from '@clarion/deliberation';
import { type FormEvent, useState } from 'react';
import { explain } from '../../graphql/explain';
import { graphql } from '../../graphql/generated';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { TextArea } from '../../ui/Field';
import { useKeptId } from '../../ui/useKeptId';
import { useKeptText } from '../../ui/useKeptText';

const AppealDocument = graphql(`
  mutation Appeal($id: ID!, $actId: ID!, $words: String!) {
    appeal(id: $id, actId: $actId, words: $words) {
      __typename
      ... on ModerationAct {
        id
        ...OwnAct
      }
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

/** Says why an act is wrong. Another moderator reads it. */
export function AppealForm({ actId, onDone }: { actId: string; onDone: () => void }) {
  const key = `appeal:${actId}`;
  const words = useKeptText(key);
  const id = useKeptId(key);
  const [send, { loading }] = useMutation(AppealDocument);
  const [fault, setFault] = useState<string>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = refuseText(words.text, TEXT.appealWords)?.message;
    setFault(wrong);
    if (wrong) return;
    try {
      const { data } = await send({ variables: { id: id.take(), actId, words: words.text } });
      if (data?.appeal.__typename === 'Refusal') return setFault(data.appeal.message);
      words.forget();
      id.forget();
      announce('Your appeal is with another moderator.');
      onDone();
    } catch (error) {
      const { title, advice } = explain(error);
      setFault(`${title}. ${advice}`);
    }
  };
  return (
    <form onSubmit={submit} className="space-y-3">
      <TextArea
        label="Why is it wrong?"
        hint="Another moderator reads this and answers within seven days. One appeal for each act."
        value={words.text}
        onChange={words.setText}
        error={fault}
        rows={4}
        limit={TEXT.appealWords.max}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" size="small" pending={loading} pendingLabel="Sending">
          Send the appeal
        </Button>
        <Button variant="bare" size="small" onClick={onDone}>
          Close
        </Button>
      </div>
    </form>
  );
}
