import { useMutation } from '@apollo/client/react';
import { refuseReason, TEXT } from '@clarion/deliberation';
import { useState } from 'react';
import { explain } from '../../graphql/explain';
import { graphql } from '../../graphql/generated';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { TextArea } from '../../ui/Field';
import { useKeptText } from '../../ui/useKeptText';

const WithdrawProposalDocument = graphql(`
  mutation WithdrawProposal($id: ID!, $reason: String!) {
    withdrawProposal(id: $id, reason: $reason) {
      __typename
      ... on Proposal {
        id
        status
        statusReason
        viewerMay
      }
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

interface Props {
  id: string;
  isOpen: boolean;
  onClose: () => void;
}

/** Takes one's proposal back, with the reason, after asking once more. */
export function WithdrawProposal({ id, isOpen, onClose }: Props) {
  const reason = useKeptText(`proposal-withdraw:${id}`);
  const [withdraw, { loading }] = useMutation(WithdrawProposalDocument);
  const [fault, setFault] = useState<string | null>(null);
  const confirm = async () => {
    const refused = refuseReason(reason.text, 'reason', TEXT.withdrawalReason.max);
    if (refused) return setFault(refused.message);
    try {
      const { data } = await withdraw({ variables: { id, reason: reason.text } });
      const answer = data?.withdrawProposal;
      if (answer?.__typename === 'Refusal') return setFault(answer.message);
      reason.forget();
      announce('Taken back. It stays readable.');
      onClose();
    } catch (error) {
      const { title, advice } = explain(error);
      setFault(`${title}. ${advice}`);
    }
  };
  return (
    <Dialog
      insistent
      title="Take this proposal back?"
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onClick={confirm} pending={loading} pendingLabel="Taking it back">
            Take it back
          </Button>
          <Button variant="line" onClick={onClose}>
            Leave it
          </Button>
        </>
      }
    >
      <p>
        It takes no more votes and is not ranked. It stays readable with its discussion, marked as
        taken back by you. This cannot be undone.
      </p>
      <TextArea
        label="Why do you take it back?"
        hint="Kept with the proposal, for everybody to read."
        rows={3}
        value={reason.text}
        onChange={reason.setText}
        error={fault}
      />
    </Dialog>
  );
}
