import { useMutation } from '@apollo/client/react';
import { firstRefusal, refuseReason, refuseText, TEXT } from '@clarion/deliberation';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { explain } from '../../graphql/explain';
import { graphql } from '../../graphql/generated';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { TextArea } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { plural } from '../../ui/numbers';
import { Preview } from '../../ui/Preview';
import { useFocusFault } from '../../ui/useFocusFault';
import { useKeptText } from '../../ui/useKeptText';

const EditProposalDocument = graphql(`
  mutation EditProposal($input: EditProposalInput!) {
    editProposal(input: $input) {
      __typename
      ... on Proposal {
        id
        statement
        argument
        version
        editedAt
        versions {
          version
          statement
          argument
          createdAt
          reason
        }
        ...VoteState
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
  proposal: { id: string; version: number; statement: string; argument: string };
  /** Votes so far; null while they are hidden from the author. */
  votes: number | null;
  onDone: () => void;
}

interface Fault {
  field?: string | null;
  message: string;
}

/** New words for one's own proposal, with the reason. */
export function EditProposal({ proposal, votes, onDone }: Props) {
  const { id, version } = proposal;
  const key = `proposal-edit:${id}:${version}`;
  const statement = useKeptText(key, proposal.statement);
  const argument = useKeptText(`${key}:argument`, proposal.argument);
  const reason = useKeptText(`${key}:reason`);
  const [edit, { loading }] = useMutation(EditProposalDocument);
  const [fault, setFault] = useState<Fault | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useFocusFault(form, fault);
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => first.current?.focus(), []);
  const at = (field: string) => (fault?.field === field ? fault.message : null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const words = { statement: statement.text, argument: argument.text, reason: reason.text };
    const refused = firstRefusal(
      refuseText(words.statement, TEXT.statement),
      refuseText(words.argument, TEXT.argument),
      refuseReason(words.reason, 'reason', TEXT.editReason.max),
    );
    if (refused) return setFault(refused);
    try {
      const { data } = await edit({ variables: { input: { id, version, ...words } } });
      if (data?.editProposal.__typename === 'Refusal') return setFault(data.editProposal);
      for (const kept of [statement, argument, reason]) kept.forget();
      announce('Changed. The words before stay readable.');
      onDone();
    } catch (error) {
      const { title, advice } = explain(error);
      setFault({ message: `${title}. ${advice}` });
    }
  };
  const general = fault && !['statement', 'argument', 'reason'].includes(fault.field ?? '');
  return (
    <form
      ref={form}
      onSubmit={submit}
      aria-label="Change your proposal"
      className="max-w-measure space-y-5"
    >
      <Notice tone="warning" title="Support given so far stays with the words it was given to">
        <p>
          {votes !== null && `${plural(votes, 'person has', 'people have', 'Nobody has')} voted. `}
          Whoever voted is shown what changed and asked to keep or change their vote. Until then it
          is marked as given to version {version}. Nothing is moved silently.
        </p>
      </Notice>
      <TextArea
        ref={first}
        label="What people agree or disagree with"
        rows={3}
        limit={TEXT.statement.max}
        value={statement.text}
        onChange={statement.setText}
        error={at('statement')}
      />
      <TextArea
        label="The case for it"
        rows={8}
        value={argument.text}
        onChange={argument.setText}
        error={at('argument')}
      />
      <Preview text={argument.text} />
      <TextArea
        label="Why do you change it?"
        hint="Shown beside the new words to everybody who voted."
        rows={2}
        value={reason.text}
        onChange={reason.setText}
        error={at('reason')}
      />
      {general && <Notice tone="error" live title={fault.message} />}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" pending={loading} pendingLabel="Saving">
          Save as version {version + 1}
        </Button>
        <Button variant="bare" onClick={onDone}>
          Close, and keep what I typed
        </Button>
      </div>
    </form>
  );
}
