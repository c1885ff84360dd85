import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { explain } from '../../graphql/explain';
import { graphql } from '../../graphql/generated';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';

const WithdrawCommentDocument = graphql(`
  mutation WithdrawComment($id: ID!) {
    withdrawComment(id: $id) {
      __typename
      ... on Comment {
        id
        ...ThreadComment
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
  replyCount: number;
  isOpen: boolean;
  onClose: () => void;
}

/** Asks once more before a comment is taken back. */
export function WithdrawComment({ id, replyCount, isOpen, onClose }: Props) {
  const [withdraw, { loading }] = useMutation(WithdrawCommentDocument);
  const [fault, setFault] = useState<string | null>(null);
  const confirm = async () => {
    try {
      const { data } = await withdraw({ variables: { id } });
      if (data?.withdrawComment.__typename === 'Refusal') {
        return setFault(data.withdrawComment.message);
      }
      announce('Taken back.');
      onClose();
    } catch (error) {
      const { title, advice } = explain(error);
      setFault(`${title}. ${advice}`);
    }
  };
  return (
    <Dialog
      title="Take this comment back?"
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
        Your words are no longer shown. The place stays, with your name and the note that you took
        them back{replyCount > 0 ? ', and the replies stay under it' : ''}. This cannot be undone.
      </p>
      {fault && <Notice tone="error" live title={fault} />}
    </Dialog>
  );
}
